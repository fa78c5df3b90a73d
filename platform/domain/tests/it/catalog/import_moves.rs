//! Files that are not in order: what they leave out by mistake stays, and what moves arrives.

use domain::catalog::Sort;
use domain::catalog::import::{ImportError, ImportProducts};
use kernel::{Fault, Kind};

use super::shelf::{Shelf, counts, file, pictures, told};

#[tokio::test]
async fn pictures_that_are_not_found_take_none_away() {
    let shelf = Shelf::new().await;
    let (folder, media) = pictures(&[("blue.gif", 30), ("red.gif", 40)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };
    let rows = "\
mug,Mug,,,,,Colour,Blue,M1,,,,,12,,blue.gif,A blue mug,,
mug,,,,,,,Red,M2,,,,,10,,red.gif,A red mug,red.gif,
";
    let import = |rows: String| shelf.import_with(file(&rows), command.clone());
    import(rows.to_owned()).await.unwrap();
    let before = shelf.only().await;

    // In an empty folder nothing is found, and everything stays, under its new text.
    std::fs::remove_file(folder.path().join("blue.gif")).unwrap();
    std::fs::remove_file(folder.path().join("red.gif")).unwrap();
    let report = import(rows.replace("A red", "Our red")).await.unwrap();
    assert_eq!(counts(&report), [0, 1, 0, 0]);
    assert_eq!(
        told(&report),
        ["2 Image Src image_missing", "3 Image Src image_missing"]
    );
    let kept = shelf.only().await;
    assert_eq!(kept.variants, before.variants);
    assert_eq!(kept.images[0], before.images[0]);
    assert_eq!(kept.images[1].0, before.images[1].0);
    assert_eq!(kept.images[1].1.url, before.images[1].1.url);
    assert_eq!(kept.images[1].1.alt, "Our red mug");

    // One that is new and not there, and one that cannot be a picture's name.
    let report = import(rows.replace("red.gif", "new.gif")).await.unwrap();
    assert_eq!(counts(&report), [0, 1, 0, 0]);
    let after = shelf.only().await;
    assert_eq!(after.images, kept.images);
    assert_eq!(after.variants[1].image_id, None);
    let long = "x".repeat(3_000);
    let report = import(rows.replace(",red.gif,A", &format!(",{long},A")))
        .await
        .unwrap();
    assert_eq!(told(&report)[0], "3 Image Src cell_too_long");
    assert_eq!(shelf.only().await.images.len(), 2);
}

#[tokio::test]
async fn a_folder_of_pictures_that_is_none_is_refused_before_anything_is_written() {
    let shelf = Shelf::new().await;
    let (folder, media) = pictures(&[("blue.gif", 30)]);
    for folder in [folder.path().join("blue.gif"), media.join("absent")] {
        let command = ImportProducts {
            media: Some(folder),
            ..ImportProducts::default()
        };
        let rows = file("mug,Mug,,,,,,,M1,,,,,12,,blue.gif,,,\n");
        let error = shelf.import_with(rows, command).await.unwrap_err();

        assert_eq!(
            (error.kind(), error.code()),
            (Kind::Invalid, "media_not_a_folder")
        );
    }
    assert_eq!(shelf.rows().await, [0; 9]);
}

#[tokio::test]
async fn rows_outside_their_group_take_no_variant_off_sale() {
    let shelf = Shelf::new().await;
    let rows = "\
mug,Mug,,,,,Colour,Blue,M1,,,,,12,,https://cdn.example/b.gif,,,
mug,,,,,,,Red,M2,,,,,10,,https://cdn.example/r.gif,,,
cup,Cup,,,,,,,C1,,,,,9,,,,,
";
    shelf.import(file(rows)).await;
    let before = shelf.records().await;

    // The red mug stands after the cup.
    let lines: Vec<&str> = rows.split_inclusive('\n').collect();
    let split = [lines[0], lines[2], lines[1]].concat();
    let report = shelf.import(file(&split)).await;
    assert_eq!(counts(&report), [0, 1, 1, 1]);
    assert_eq!(told(&report), ["4 Handle duplicate_handle"]);
    let after = shelf.records().await;
    assert_eq!(after[1].variants, before[1].variants);
    assert_eq!(after[1].images, before[1].images);

    // The red mug has lost its handle.
    let stray = rows.replace("mug,,,,,,,Red", ",,,,,,,Red");
    let report = shelf.import(file(&stray)).await;
    assert_eq!(told(&report), ["3 Handle handle_missing"]);
    assert_eq!(shelf.records().await[1].variants, before[1].variants);

    // It is gone from the file: it is taken off the shelf, once.
    let gone = [lines[0], lines[2]].concat();
    let report = shelf.import(file(&gone)).await;
    assert_eq!(counts(&report), [0, 1, 1, 0]);
    let mug = shelf.records().await.remove(1);
    assert_eq!(mug.variants[1].id, before[1].variants[1].id);
    assert!(mug.variants[1].is_archived && !mug.variants[0].is_archived);
    assert_eq!(mug.images, before[1].images[..1]);
    assert_eq!(shelf.list(Sort::Title).await.data[1].price.minor, 1200);
    let rows = shelf.rows().await;
    assert_eq!(counts(&shelf.import(file(&gone)).await), [0, 0, 2, 0]);
    assert_eq!(shelf.records().await[1], mug);
    assert_eq!(shelf.rows().await, rows);
}

#[tokio::test]
async fn a_variant_can_have_the_options_of_one_that_goes() {
    let shelf = Shelf::new().await;
    let rows = "\
mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,
mug,,,,,,,Red,M2,,,,,10,,,,,
";
    shelf.import(file(rows)).await;
    let before = shelf.only().await;

    let report = shelf
        .import(file("mug,Mug,,,,,Colour,Red,M1,,,,,12,,,,,\n"))
        .await;

    assert_eq!((counts(&report), told(&report)), ([0, 1, 0, 0], vec![]));
    let after = shelf.only().await;
    assert_eq!(after.variants[0].id, before.variants[0].id);
    assert_eq!(after.variants[0].title, "Red");
    assert!(after.variants[1].is_archived);
}

#[tokio::test]
async fn stock_keeping_units_can_move_between_products() {
    let shelf = Shelf::new().await;
    shelf
        .import(file(
            "mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,\n\
             mug,,,,,,,Red,M2,,,,,10,,,,,\n\
             pot,Pot,,,,,,,P1,,,,,30,,,,,\n",
        ))
        .await;
    // The cup takes one that the pot changes, the jug one of a variant that the mug gives up.
    let moved = file(
        "cup,Cup,,,,,,,P1,,,,,9,,,,,\n\
         jug,Jug,,,,,,,M2,,,,,8,,,,,\n\
         mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,\n\
         pot,Pot,,,,,,,P2,,,,,30,,,,,\n",
    );
    let dry = ImportProducts {
        is_dry_run: true,
        ..ImportProducts::default()
    };

    let foretold = shelf.import_with(moved.clone(), dry).await.unwrap();
    assert_eq!(counts(&foretold), [2, 2, 0, 0]);
    assert_eq!(shelf.titles(Sort::Title).await, ["Mug", "Pot"]);

    let report = shelf.import(moved.clone()).await;
    assert_eq!((counts(&report), told(&report)), ([2, 2, 0, 0], vec![]));
    let skus: Vec<Vec<Option<String>>> = shelf
        .records()
        .await
        .into_iter()
        .map(|product| {
            product
                .variants
                .into_iter()
                .map(|variant| variant.sku)
                .collect()
        })
        .collect();
    let sku = |text: &str| Some(text.to_owned());
    assert_eq!(
        skus,
        [
            vec![sku("P1")],
            vec![sku("M2")],
            vec![sku("M1"), sku("M2")],
            vec![sku("P2")]
        ]
    );
    let rows = shelf.rows().await;
    assert_eq!(counts(&shelf.import(moved).await), [0, 0, 4, 0]);
    assert_eq!(shelf.rows().await, rows);
}

#[tokio::test]
async fn products_that_are_refused_do_not_hold_up_the_others_of_their_transaction() {
    let shelf = Shelf::new().await;
    let row = |n, units, price| {
        format!("mug-{n:02},Mug {n},,,Mugs,,,,M{n},,shopify,{units},deny,{price},,,,,\n")
    };
    let all =
        |units: i32, price: i32| -> String { (0..50).map(|n| row(n, units, price)).collect() };
    shelf.import(file(&all(5, 12))).await;
    sqlx::query(
        "update stock_levels set reserved = 3
          where variant_id in (select id from variants where sku in ('M7', 'M8', 'M41'))",
    )
    .execute(&mut shelf.superuser().await)
    .await
    .unwrap();

    let report = shelf.import(file(&all(2, 13))).await;

    assert_eq!(counts(&report), [0, 47, 0, 3]);
    assert_eq!(
        told(&report),
        [
            "9 - stock_reserved",
            "10 - stock_reserved",
            "43 - stock_reserved"
        ]
    );
    for (n, product) in shelf.records().await.into_iter().enumerate() {
        let is_held = [7, 8, 41].contains(&n);
        let (units, price) = if is_held { (5, 1200) } else { (2, 1300) };
        assert_eq!(product.variants[0].stock.unwrap().on_hand, units, "{n}");
        assert_eq!(product.variants[0].prices[0].0.minor, price, "{n}");
    }
}

#[tokio::test]
async fn an_import_that_is_cut_short_tells_what_went_in() {
    let shelf = Shelf::new().await;
    let (_folder, media) = pictures(&[("a.gif", 30)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };
    let row = |n: u32| {
        let picture = if n == 150 { "a.gif" } else { "" };
        let price = if n == 3 { "many" } else { "12" };
        format!("mug-{n},Mug {n},,,,,,,M{n},,,,,{price},,{picture},,,\n")
    };
    let text = file(&(0..160).map(row).collect::<String>());

    shelf.objects.set_down(true);
    let error = shelf
        .import_with(text.clone(), command.clone())
        .await
        .unwrap_err();

    assert_eq!(
        (error.kind(), error.code()),
        (Kind::Unavailable, "object_store_unavailable")
    );
    let ImportError::Stopped { report, .. } = error else {
        panic!("something went in: {error}");
    };
    assert_eq!(counts(&report), [99, 0, 0, 1]);
    assert_eq!(told(&report), ["5 Variant Price price_malformed"]);
    assert_eq!(shelf.rows().await[0], 99);
    shelf.objects.set_down(false);
    let report = shelf.import_with(text, command).await.unwrap();
    assert_eq!(counts(&report), [60, 0, 99, 1]);
}
