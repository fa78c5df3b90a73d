//! What goes wrong with an import harms nothing else.

use domain::catalog::Sort;
use domain::catalog::import::{ImportError, ImportProducts};
use kernel::ports::Ids;
use kernel::{Caller, Fault, Kind, Permissions};

use super::shelf::{Shelf, counts, file, pictures, tenant, told};

#[tokio::test]
async fn a_product_that_cannot_go_in_harms_no_other() {
    let shelf = Shelf::new().await;
    let staff = shelf.staff();
    shelf.catalog.set_unique_skus(&staff, true).await.unwrap();
    shelf.import(file("pot,Pot,,,,,,,P1,,,,,30,,,,,\n")).await;

    let report = shelf
        .import(file(
            "mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,\n\
             mug,,,,,,,Red,P1,,,,,12,,,,,\n\
             cup,Cup,,,,,,,C1,,,,,12,,,,,\n\
             tin,Tin,,,,,,,C1,,,,,12,,,,,\n\
             jar,Jar,,,,,,,J1,,,,,many,,,,,\n\
             box,Box,,,,,,,B1,,,,,12,,,,,\n",
        ))
        .await;

    assert_eq!(counts(&report), [2, 0, 0, 3]);
    assert_eq!(
        told(&report),
        [
            "5 Variant SKU sku_taken",
            "6 Variant Price price_malformed",
            // Told in the end: what comes later in the file might have given it free.
            "3 Variant SKU sku_taken",
        ]
    );
    assert_eq!(shelf.titles(Sort::Title).await, ["Box", "Cup", "Pot"]);
}

#[tokio::test]
async fn stock_that_orders_hold_back_cannot_be_counted_away() {
    let shelf = Shelf::new().await;
    let rows = "mug,Mug,,,,,,,M1,,shopify,5,deny,12,,,,,\n";
    shelf.import(file(rows)).await;
    let before = shelf.only().await;
    sqlx::query("update stock_levels set reserved = 3")
        .execute(&mut shelf.superuser().await)
        .await
        .unwrap();

    let report = shelf.import(file(&rows.replace(",5,", ",2,"))).await;

    assert_eq!(told(&report), ["2 - stock_reserved"]);
    let after = shelf.only().await;
    assert_eq!(after.version, before.version);
    assert_eq!(after.variants[0].stock.unwrap().on_hand, 5);
    let report = shelf.import(file(&rows.replace(",5,", ",3,"))).await;
    assert_eq!(counts(&report), [0, 1, 0, 0]);
}

#[tokio::test]
async fn two_imports_at_once_make_one_catalogue() {
    let shelf = Shelf::new().await;
    let row =
        |n| format!("mug-{n},Mug {n},,,Kitchen > Mugs > Big,,,,M{n},,shopify,5,deny,12,,,,,\n");
    let rows: Vec<String> = (0..30).map(row).collect();
    let text = file(&rows.concat());

    let (one, two) = tokio::join!(shelf.import(text.clone()), shelf.import(text.clone()));

    let sum = |of: fn(&domain::catalog::import::ImportReport) -> u64| of(&one) + of(&two);
    assert_eq!(sum(|report| report.faults.count()), 0);
    assert_eq!(sum(|report| report.created), 30);
    assert_eq!(sum(|report| report.unchanged), 30);
    assert_eq!(sum(|report| report.updated + report.refused), 0);
    let rows = shelf.rows().await;
    assert_eq!(rows, [30, 30, 30, 30, 0, 90, 3, 0, 30]);
    assert_eq!(counts(&shelf.import(text).await), [0, 0, 30, 0]);
}

#[tokio::test]
async fn a_store_of_pictures_that_fails_ends_the_import_and_the_next_one_goes_on() {
    let shelf = Shelf::new().await;
    let (_folder, media) = pictures(&[("a.gif", 30)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };
    let text = file(
        "cup,Cup,,,,,,,C1,,,,,12,,,,,\n\
         mug,Mug,,,,,,,M1,,,,,12,,a.gif,,,\n\
         pot,Pot,,,,,,,P1,,,,,12,,,,,\n",
    );

    shelf.objects.set_down(true);
    let error = shelf
        .import_with(text.clone(), command.clone())
        .await
        .unwrap_err();

    assert_eq!(
        (error.kind(), error.code()),
        (Kind::Unavailable, "object_store_unavailable")
    );
    assert_eq!(shelf.titles(Sort::Title).await, Vec::<String>::new());
    shelf.objects.set_down(false);
    let report = shelf.import_with(text, command).await.unwrap();
    assert_eq!(counts(&report), [3, 0, 0, 0]);
}

#[tokio::test]
async fn files_and_callers_that_cannot_be_are_refused_before_anything_is_written() {
    let shelf = Shelf::new().await;
    let nothing = shelf.rows().await;

    for (bytes, code) in [
        (b"".as_slice(), "file_empty"),
        (b"\xff\xfeH\0", "file_not_utf8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "file_not_csv"),
        (b"Handle|Title\nmug|Mug\n", "column_missing"),
    ] {
        let error = shelf
            .import_with(bytes, ImportProducts::default())
            .await
            .unwrap_err();
        assert_eq!(error.code(), code);
    }
    let source = || std::io::Cursor::new(file("mug,Mug,,,,,,,M1,,,,,12,,,,,\n").into_bytes());
    let command = ImportProducts::default;
    for caller in [
        shelf.visitor(),
        Caller::staff(
            shelf.tenant_id,
            kernel::ids::StaffId::from_uuid(Ids.uuid()),
            Permissions::empty(),
        ),
    ] {
        let refused = shelf
            .catalog
            .import(&caller, source(), command(), |_| {})
            .await;
        assert!(matches!(refused, Err(ImportError::Denied(_))));
    }
    let nobody = Caller::system(kernel::ids::TenantId::from_uuid(Ids.uuid()));
    let refused = shelf
        .catalog
        .import(&nobody, source(), command(), |_| {})
        .await;
    assert!(matches!(refused, Err(ImportError::NoCurrency)));
    assert_eq!(shelf.rows().await, nothing);
}

#[tokio::test]
async fn tenants_do_not_see_each_others_goods() {
    let shelf = Shelf::new().await;
    let other = tenant(&shelf.house, "meridian").await;
    let text = file("mug,Mug,,,Kitchen,,,,M1,,,,,12,,,,,\n");
    shelf.import(text.clone()).await;
    let mug = shelf.only().await;

    let source = std::io::Cursor::new(text.into_bytes());
    let theirs = Caller::system(other.tenant.id);
    let command = ImportProducts::default();
    let report = shelf
        .catalog
        .import(&theirs, source, command, |_| {})
        .await
        .unwrap();

    assert_eq!(counts(&report), [1, 0, 0, 0]);
    assert_eq!(shelf.only().await, mug);
    let read = shelf.catalog.get_by_id(&theirs, mug.id).await.unwrap_err();
    assert_eq!(read.code(), "not_found");
}

#[tokio::test]
async fn a_product_can_have_two_thousand_variants() {
    let shelf = Shelf::new().await;
    let row = |n| format!("mug,Mug,,,,,Number,{n},M{n},,shopify,5,deny,12,,,,,\n");
    let rows: Vec<String> = (0..2_000).map(row).collect();
    let started = std::time::Instant::now();

    let report = shelf.import(file(&rows.concat())).await;

    assert_eq!((counts(&report), report.variants), ([1, 0, 0, 0], 2_000));
    let imported = started.elapsed();
    let mug = shelf.only().await;
    assert_eq!(mug.variants.len(), 2_000);
    assert!(
        started.elapsed().as_secs() < 10,
        "it took {imported:?} to import it"
    );
}
