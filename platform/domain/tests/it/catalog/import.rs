//! Importing files, again and changed.

use domain::catalog::import::{ImportProducts, Notice};
use domain::catalog::{ProductStatus, Sort};
use domain::inventory::Stock;
use kernel::ports::ObjectStore;
use kernel::{Currency, Money};

use super::shelf::{Shelf, counts, file, gif, pictures, told};

const MUGS: &str = "\
mug,Mug,<p>A <script>x</script>mug</p>,Kiln,Kitchen > Mugs,\"tea,coffee\",Colour,Blue,M1,350,shopify,5,deny,12.50,15,blue.gif,A blue mug,,active
mug,,,,,,,Red,M2,350,shopify,0,deny,11,,red.gif,A red mug,red.gif,
tea,Tea,,Nobody,Kitchen,,Title,Default Title,T1,,,,,4.20,,https://cdn.example/tea.webp?v=1,Tea,,active
old,Old,,,,,,,,,,,,1,,,,,archived
";

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

async fn import(shelf: &Shelf, rows: &str) -> [u64; 4] {
    let report = shelf.import(file(rows)).await;
    assert_eq!(told(&report), Vec::<String>::new());
    counts(&report)
}

/// How many of the catalogue's tables the planner knows nothing about.
async fn unknown_tables(shelf: &Shelf) -> i64 {
    sqlx::query_scalar(
        "select count(*) from pg_class
          where oid in ('products'::regclass, 'variants'::regclass, 'prices'::regclass)
            and reltuples < 0",
    )
    .fetch_one(&mut shelf.superuser().await)
    .await
    .unwrap()
}

#[tokio::test]
async fn what_was_filled_for_the_first_time_is_analysed() {
    let shelf = Shelf::new().await;
    assert_eq!(unknown_tables(&shelf).await, 3);

    import(
        &shelf,
        "tea,Tea,,,,,Title,Default Title,T1,,,,,4.20,,,,,active\n",
    )
    .await;

    assert_eq!(unknown_tables(&shelf).await, 0);
}

#[tokio::test]
async fn a_file_becomes_a_catalogue() {
    let shelf = Shelf::new().await;
    let (_folder, media) = pictures(&[("blue.gif", 30), ("red.gif", 40)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };

    let report = shelf.import_with(file(MUGS), command).await.unwrap();

    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!(counts(&report), [3, 0, 0, 0]);
    assert_eq!((report.rows, report.variants, report.pictures), (4, 4, 2));
    let [mug, old, tea] = shelf.records().await.try_into().unwrap();
    assert_eq!(mug.text.title, "Mug");
    assert_eq!(mug.text.description_html, "<p>A mug</p>");
    assert_eq!(mug.merchant_id, shelf.merchants[1]);
    assert_eq!(tea.merchant_id, shelf.merchants[0]);
    assert_eq!(mug.text.tags, ["tea", "coffee"]);
    assert_eq!(mug.options, ["Colour"]);
    let places: Vec<_> = mug
        .categories
        .iter()
        .map(|place| place.slug.as_str())
        .collect();
    assert_eq!(places, ["kitchen", "mugs"]);
    assert_eq!(mug.categories[1].parent.as_deref(), Some("kitchen"));
    assert_eq!(mug.categories[0], tea.categories[0]);
    let [blue, red] = mug.variants.as_slice() else {
        panic!("there are two variants: {mug:?}");
    };
    assert_eq!(blue.title, "Blue");
    assert_eq!(blue.sku.as_deref(), Some("M1"));
    assert_eq!(blue.prices, [(eur(1250), Some(eur(1500)))]);
    assert_eq!(red.image_id, Some(mug.images[1].0));
    let stock = Stock {
        on_hand: 5,
        reserved: 0,
        allow_backorder: false,
        ..Stock::default()
    };
    assert_eq!(blue.stock, Some(stock));
    assert_eq!(tea.variants[0].stock, None);
    assert_eq!((tea.variants[0].title.as_str(), tea.options.len()), ("", 0));
    assert_eq!(tea.images[0].1.url, "https://cdn.example/tea.webp?v=1");
    assert_eq!(old.status, ProductStatus::Archived);
    let picture = &mug.images[0].1;
    assert_eq!(
        (picture.alt.as_str(), picture.size),
        ("A blue mug", Some((30, 10)))
    );
    let key = picture.url.strip_prefix("/media/").unwrap();
    assert_eq!(shelf.objects.keys().len(), 2);
    let kept = shelf.objects.get(key).await.unwrap().unwrap();
    assert_eq!(
        (kept.bytes.to_vec(), kept.content_type.as_str()),
        (gif(30, 10), "image/gif")
    );
    assert_eq!(shelf.rows().await, [3, 4, 4, 3, 1, 3, 2, 3, 2]);
}

#[tokio::test]
async fn importing_again_changes_nothing() {
    let shelf = Shelf::new().await;
    let (_folder, media) = pictures(&[("blue.gif", 30), ("red.gif", 40)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };
    shelf
        .import_with(file(MUGS), command.clone())
        .await
        .unwrap();
    let (before, rows) = (shelf.records().await, shelf.rows().await);

    let report = shelf.import_with(file(MUGS), command).await.unwrap();

    assert_eq!(counts(&report), [0, 0, 3, 0]);
    assert_eq!((report.variants, report.pictures), (4, 0));
    assert_eq!(shelf.records().await, before);
    assert_eq!(shelf.rows().await, rows);
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    let shelf = Shelf::new().await;
    let (_folder, media) = pictures(&[("blue.gif", 30), ("red.gif", 40)]);
    let dry = ImportProducts {
        media: Some(media),
        is_dry_run: true,
        ..ImportProducts::default()
    };
    let command = ImportProducts {
        is_dry_run: false,
        ..dry.clone()
    };
    let nothing = shelf.rows().await;

    let mut foretold = shelf.import_with(file(MUGS), dry.clone()).await.unwrap();

    assert_eq!(shelf.rows().await, nothing);
    assert_eq!(shelf.objects.keys(), Vec::<String>::new());
    let report = shelf.import_with(file(MUGS), command).await.unwrap();
    foretold.is_dry_run = false;
    assert_eq!(foretold, report);

    let (rows, changed) = (shelf.rows().await, MUGS.replace("12.50", "12.60"));
    let foretold = shelf.import_with(file(&changed), dry).await.unwrap();
    assert_eq!(counts(&foretold), [0, 1, 2, 0]);
    assert_eq!(shelf.rows().await, rows);
}

#[tokio::test]
async fn a_changed_row_changes_its_product_in_place() {
    let shelf = Shelf::new().await;
    let rows = "\
mug,Mug,,,Kitchen > Mugs,,Colour,Blue,M1,,shopify,5,deny,12,,,,,
mug,,,,,,,Red,M2,,shopify,5,deny,12,,,,,
mug,,,,,,,Green,,,,,,12,,,,,
tea,Tea,,,,,,,T1,,,,,4,,,,,
";
    assert_eq!(import(&shelf, rows).await, [2, 0, 0, 0]);
    let [before, tea] = shelf.records().await.try_into().unwrap();

    // Blue and red change places, green loses its stock, black is new; the mug moves.
    let changed = "\
mug,Mugs,,Kiln,Sale,,Colour,Red,M1,,shopify,7,continue,13,,,,,
mug,,,,,,,Blue,M2,,,,,12,,,,,
mug,,,,,,,Green,M3,,shopify,,deny,,,,,,
mug,,,,,,,Black,M4,,,,,9,,,,,
tea,Tea,,,,,,,T1,,,,,4,,,,,
";
    assert_eq!(import(&shelf, changed).await, [0, 1, 1, 0]);

    let [after, same_tea] = shelf.records().await.try_into().unwrap();
    assert_eq!(same_tea, tea);
    assert_eq!((after.id, after.version), (before.id, 2));
    assert_eq!(
        (after.text.title.as_str(), after.merchant_id),
        ("Mugs", shelf.merchants[1])
    );
    let places: Vec<_> = after
        .categories
        .iter()
        .map(|place| place.slug.as_str())
        .collect();
    assert_eq!(places, ["sale"]);
    let ids = |product: &domain::catalog::ProductRecord| -> Vec<_> {
        product.variants.iter().map(|variant| variant.id).collect()
    };
    assert_eq!(ids(&after)[..3], ids(&before));
    let titles: Vec<_> = after
        .variants
        .iter()
        .map(|variant| variant.title.as_str())
        .collect();
    assert_eq!(titles, ["Red", "Blue", "Green", "Black"]);
    let levels: Vec<_> = after.variants.iter().map(|variant| variant.stock).collect();
    let stock = |on_hand, allow_backorder| {
        Some(Stock {
            on_hand,
            reserved: 0,
            allow_backorder,
            ..Stock::default()
        })
    };
    assert_eq!(levels, [stock(7, true), None, stock(0, false), None]);
    assert_eq!(after.variants[2].sku.as_deref(), Some("M3"));
    assert!(after.variants[2].prices.is_empty());
    assert_eq!(shelf.list(Sort::Title).await.data[0].price, eur(900));
}

#[tokio::test]
async fn a_variant_that_is_gone_is_archived_and_comes_back_as_itself() {
    let shelf = Shelf::new().await;
    let staff = shelf.staff();
    shelf.catalog.set_unique_skus(&staff, true).await.unwrap();
    let both = "\
mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,
mug,,,,,,,Red,M2,,,,,10,,,,,
";
    let one = "mug,Mug,,,,,Colour,Blue,M1,,,,,12,,,,,\n";
    import(&shelf, both).await;
    let before = shelf.only().await;

    assert_eq!(import(&shelf, one).await, [0, 1, 0, 0]);

    let less = shelf.only().await;
    assert_eq!(
        (less.variants[1].id, less.variants[1].is_archived),
        (before.variants[1].id, true)
    );
    assert_eq!(shelf.list(Sort::Title).await.data[0].price, eur(1200));
    // An archived variant gives its stock keeping unit free, for another product too.
    let other = "pot,Pot,,,,,,,M2,,,,,30,,,,,\n";
    assert_eq!(import(&shelf, other).await, [1, 0, 0, 0]);
    let report = shelf.import(file(both)).await;
    assert_eq!(told(&report), ["3 Variant SKU sku_taken"]);
    assert_eq!(shelf.records().await[0], less);

    assert_eq!(
        import(&shelf, "pot,Pot,,,,,,,,,,,,30,,,,,\n").await,
        [0, 1, 0, 0]
    );
    assert_eq!(import(&shelf, both).await, [0, 1, 0, 0]);
    let again = &shelf.records().await[0];
    assert_eq!(again.variants[1].id, before.variants[1].id);
    assert!(!again.variants[1].is_archived);
}

#[tokio::test]
async fn rows_that_were_lost_take_nothing_away() {
    let shelf = Shelf::new().await;
    let rows = "\
mug,Mug,,,,,Colour,Blue,M1,,,,,12,,a.gif,,,
mug,,,,,,,Red,M2,,,,,10,,https://cdn.example/b.gif,,,
";
    let report = shelf.import(file(rows)).await;
    assert_eq!(told(&report), ["2 Image Src image_missing"]);
    let before = shelf.only().await;

    let report = shelf.import(file(&rows.replace(",10,", ",ten,"))).await;

    assert_eq!(counts(&report), [0, 1, 0, 0]);
    assert_eq!(
        told(&report),
        [
            "3 Variant Price price_malformed",
            "2 Image Src image_missing"
        ]
    );
    let after = shelf.only().await;
    assert_eq!(after.variants, before.variants);
    assert_eq!(after.images, before.images);
}

#[tokio::test]
async fn prices_of_one_file_leave_those_in_other_currencies_alone() {
    let shelf = Shelf::new().await;
    let rows = "mug,Mug,,,,,,,M1,,,,,12.50,,,,,\n";
    import(&shelf, rows).await;

    let command = ImportProducts {
        currency: Some(Currency::Jpy),
        ..ImportProducts::default()
    };
    let yen = rows.replace("12.50", "1900");
    let report = shelf.import_with(file(&yen), command).await.unwrap();

    assert_eq!(counts(&report), [0, 1, 0, 0]);
    let prices = &shelf.only().await.variants[0].prices;
    assert_eq!(
        *prices,
        [(eur(1250), None), (Money::new(1900, Currency::Jpy), None)]
    );
    assert_eq!(shelf.list(Sort::Title).await.data[0].price, eur(1250));
}

#[tokio::test]
async fn a_picture_that_changes_under_its_name_is_a_change() {
    let shelf = Shelf::new().await;
    let (folder, media) = pictures(&[("a.gif", 30)]);
    let command = ImportProducts {
        media: Some(media),
        ..ImportProducts::default()
    };
    let rows = file("mug,Mug,,,,,,,M1,,,,,12.50,,a.gif,,,\n");
    shelf
        .import_with(rows.clone(), command.clone())
        .await
        .unwrap();
    let before = shelf.only().await;

    std::fs::write(folder.path().join("a.gif"), gif(50, 50)).unwrap();
    let report = shelf.import_with(rows, command).await.unwrap();

    assert_eq!(counts(&report), [0, 1, 0, 0]);
    let after = shelf.only().await;
    assert_eq!(after.images[0].0, before.images[0].0);
    assert_eq!(after.images[0].1.size, Some((50, 50)));
    assert_eq!(shelf.objects.keys().len(), 2);
}

#[tokio::test]
async fn progress_is_told_to_the_last_byte_and_faults_as_they_come() {
    let shelf = Shelf::new().await;
    let text = file(MUGS);
    let (bytes, steps) = (text.len(), std::sync::Mutex::new(Vec::new()));
    let lines = std::sync::Mutex::new(Vec::new());
    let source = std::io::Cursor::new(text.into_bytes());

    let listener = |notice: Notice<'_>| match notice {
        Notice::Progress(progress) => steps.lock().unwrap().push(progress),
        Notice::Fault(fault) => lines.lock().unwrap().push(fault.line),
    };
    shelf
        .catalog
        .import(&shelf.system(), source, ImportProducts::default(), listener)
        .await
        .unwrap();

    let steps = steps.into_inner().unwrap();
    let products: Vec<u64> = steps.iter().map(|step| step.products).collect();
    assert_eq!(products, [3, 3]);
    assert_eq!(steps[1].bytes, u64::try_from(bytes).unwrap());
    assert_eq!(steps[1].faults, 2);
    assert_eq!(lines.into_inner().unwrap(), [2, 3]);
}
