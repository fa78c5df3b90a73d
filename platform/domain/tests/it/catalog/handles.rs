//! Handles, addresses and stock keeping units as files have them.

use domain::catalog::import::{ImportProducts, ImportReport};
use domain::catalog::{CatalogError, CreateProduct, CreateVariant, ProductStatus, Sort};
use kernel::Fault;
use kernel::product::ProductText;

use super::shelf::{Shelf, counts, file, told};

fn product(title: &str, sku: Option<&str>) -> CreateProduct {
    CreateProduct {
        slug: None,
        text: ProductText {
            title: title.to_owned(),
            ..ProductText::default()
        },
        status: ProductStatus::Active,
        merchant_id: None,
        category: Vec::new(),
        options: Vec::new(),
        variants: vec![CreateVariant {
            sku: sku.map(str::to_owned),
            option_values: Vec::new(),
            barcode: None,
            weight_grams: 0,
            requires_shipping: true,
            is_taxable: true,
            price: None,
            on_hand: None,
            allow_backorder: false,
        }],
    }
}

fn row(handle: &str, title: &str, price: u32) -> String {
    format!("{handle},{title},,,,,Title,Default Title,,,,,,{price},,,,,\n")
}

async fn addresses(shelf: &Shelf) -> Vec<(String, String)> {
    let records = shelf.records().await.into_iter();
    records
        .map(|record| (record.slug, record.text.title))
        .collect()
}

fn pair(slug: &str, title: &str) -> (String, String) {
    (slug.to_owned(), title.to_owned())
}

fn changed(report: &ImportReport) -> Vec<String> {
    let addresses = report.addresses.iter();
    addresses
        .map(|address| format!("{} {} {}", address.line, address.handle, address.slug))
        .collect()
}

#[tokio::test]
async fn two_handles_of_one_slug_are_two_products_and_stay_them() {
    let shelf = Shelf::new().await;
    let text = file(
        &[
            row("acme\u{2122}-wipes", "With mark", 10),
            row("acme-wipes", "Without", 10),
            row("c++", "C++", 3),
            row("c#", "C#", 4),
        ]
        .concat(),
    );
    let dry = ImportProducts {
        is_dry_run: true,
        ..ImportProducts::default()
    };

    let foretold = shelf.import_with(text.clone(), dry).await.unwrap();
    let report = shelf.import(text.clone()).await;

    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!(counts(&report), [4, 0, 0, 0]);
    assert_eq!(
        changed(&report),
        ["2 acme\u{2122}-wipes acme-wipes-2", "4 c++ c", "5 c# c-2"]
    );
    assert_eq!(foretold.addresses, report.addresses);
    assert_eq!(
        report.notes,
        ["addresses that are not the handles of the file: \
          acme\u{2122}-wipes → acme-wipes-2, c++ → c, c# → c-2"]
    );
    let all = [
        pair("acme-wipes", "Without"),
        pair("acme-wipes-2", "With mark"),
        pair("c", "C++"),
        pair("c-2", "C#"),
    ];
    assert_eq!(addresses(&shelf).await, all);

    // The other way round they are the same products.
    let turned = [
        row("c#", "C#", 5),
        row("c++", "C++", 3),
        row("acme-wipes", "Without", 10),
    ];
    let turned = turned.concat();
    let report = shelf.import(file(&turned)).await;
    assert_eq!(counts(&report), [0, 1, 2, 0]);
    assert_eq!(changed(&report), ["2 c# c-2", "3 c++ c"]);
    assert_eq!(addresses(&shelf).await, all);
}

#[tokio::test]
async fn a_handle_that_is_an_address_has_it_whatever_came_before() {
    let shelf = Shelf::new().await;
    shelf
        .import(file(&row("Blue-Mug", "Large letters", 10)))
        .await;
    assert_eq!(addresses(&shelf).await, [pair("blue-mug", "Large letters")]);
    let large = shelf.only().await;

    let report = shelf
        .import(file(&row("blue-mug", "Small letters", 12)))
        .await;

    assert_eq!(counts(&report), [1, 0, 0, 0]);
    assert_eq!(changed(&report), Vec::<String>::new());
    let both = [
        pair("blue-mug", "Small letters"),
        pair("blue-mug-2", "Large letters"),
    ];
    assert_eq!(addresses(&shelf).await, both);
    assert_eq!(shelf.records().await[1].id, large.id);
    let rows = [
        row("Blue-Mug", "Large letters", 11),
        row("blue-mug", "Small letters", 12),
    ];
    let report = shelf.import(file(&rows.concat())).await;
    assert_eq!(counts(&report), [0, 1, 1, 0]);
    assert_eq!(addresses(&shelf).await, both);
}

#[tokio::test]
async fn a_product_made_by_staff_is_meant_by_its_own_address_only() {
    let shelf = Shelf::new().await;
    let made = shelf
        .catalog
        .create(&shelf.staff(), product("C", None))
        .await
        .unwrap();

    let report = shelf.import(file(&row("c++", "C++", 3))).await;
    assert_eq!(
        (counts(&report), changed(&report)),
        ([1, 0, 0, 0], vec!["2 c++ c-2".to_owned()])
    );
    let report = shelf.import(file(&row("c", "Sea", 3))).await;

    assert_eq!(counts(&report), [0, 1, 0, 0]);
    assert_eq!(shelf.record(made.id).await.text.title, "Sea");
}

#[tokio::test]
async fn marks_stay_and_every_form_of_unicode_finds_the_product() {
    let shelf = Shelf::new().await;
    let rows = [
        row("ข้าว", "Rice", 10),
        row("ข่าว", "News", 5),
        row("cafe\u{301}-cre\u{300}me", "Coffee", 4),
    ];
    let report = shelf.import(file(&rows.concat())).await;

    assert_eq!((counts(&report), changed(&report)), ([3, 0, 0, 0], vec![]));
    let visitor = shelf.visitor();
    for (slug, title) in [
        ("ข้าว", "Rice"),
        ("ข่าว", "News"),
        ("caf\u{e9}-cr\u{e8}me", "Coffee"),
        ("cafe\u{301}-cre\u{300}me", "Coffee"),
    ] {
        assert_eq!(
            shelf.catalog.get(&visitor, slug).await.unwrap().text.title,
            title
        );
    }
}

#[tokio::test]
async fn titles_of_one_slug_get_numbers_and_only_a_slug_that_was_asked_for_is_taken() {
    let shelf = Shelf::new().await;
    let staff = shelf.staff();
    let create = async |title: &str, slug: Option<&str>| {
        let mut command = product(title, None);
        command.slug = slug.map(str::to_owned);
        shelf.catalog.create(&staff, command).await
    };

    for (title, slug) in [("C++", "c"), ("C#", "c-2"), ("ข้าว", "ข้าว"), ("ข่าว", "ข่าว")]
    {
        assert_eq!(create(title, None).await.unwrap().slug, slug);
    }
    for title in ["\u{1f381}", "!!!"] {
        let slug = create(title, None).await.unwrap().slug;
        assert!(slug.starts_with("product-"), "{slug}");
    }
    let rows = shelf.rows().await;
    let refused = create("Sea", Some("c")).await.unwrap_err();
    assert!(matches!(refused, CatalogError::SlugTaken));
    assert_eq!(shelf.rows().await, rows);
    let (one, two, three) = tokio::join!(
        create("Mug", None),
        create("Mug!", None),
        create("Mug?", None)
    );
    let mut slugs = [one, two, three].map(|made| made.unwrap().slug);
    slugs.sort();
    assert_eq!(slugs, ["mug", "mug-2", "mug-3"]);
}

const SHARED: &str = "\
a,A,,,,,Size,S,K1,,,,,10,,,,,
a,,,,,,,M,K1,,,,,11,,,,,
a,,,,,,,L,K1,,,,,12,,,,,
b,B,,,,,Title,Default Title,K1,,,,,10,,,,,
";

#[tokio::test]
async fn variants_may_share_a_stock_keeping_unit() {
    let shelf = Shelf::new().await;

    let report = shelf.import(file(SHARED)).await;

    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!((counts(&report), report.variants), ([2, 0, 0, 0], 4));
    assert_eq!(
        report.notes,
        ["stock keeping units that several variants share: K1 (lines 2, 3, 4, 5)"]
    );
    let before = shelf.records().await;
    let skus: Vec<_> = before.iter().flat_map(|record| &record.variants).collect();
    assert!(
        skus.iter()
            .all(|variant| variant.sku.as_deref() == Some("K1"))
    );
    assert_eq!(counts(&shelf.import(file(SHARED)).await), [0, 0, 2, 0]);
    // Each size stays itself when the rows change places and one is left out.
    let fewer = "a,A,,,,,Size,L,K1,,,,,13,,,,,\na,,,,,,,M,K1,,,,,11,,,,,\n";
    assert_eq!(counts(&shelf.import(file(fewer)).await), [0, 1, 0, 0]);
    let after = &shelf.records().await[0].variants;
    let id = |title: &str| {
        after
            .iter()
            .find(|variant| variant.title == title)
            .unwrap()
            .id
    };
    let [small, middle, large] = [0, 1, 2].map(|index| before[0].variants[index].id);
    assert_eq!([id("S"), id("M"), id("L")], [small, middle, large]);
    assert_eq!(shelf.titles(Sort::Title).await, ["A", "B"]);
}

#[tokio::test]
async fn a_tenant_that_wants_them_unique_gets_them_unique() {
    let shelf = Shelf::new().await;
    let staff = shelf.staff();
    shelf.import(file(SHARED)).await;
    let refused = shelf
        .catalog
        .set_unique_skus(&staff, true)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "sku_taken");
    let twin = product("Twin", Some("K1"));
    shelf.catalog.create(&staff, twin.clone()).await.unwrap();

    let other = Shelf::new().await;
    let staff = other.staff();
    other.catalog.set_unique_skus(&staff, true).await.unwrap();
    other.catalog.create(&staff, twin.clone()).await.unwrap();
    let again = other
        .catalog
        .create(&staff, twin.clone())
        .await
        .unwrap_err();
    assert_eq!(again.code(), "sku_taken");
    let report = other.import(file(SHARED)).await;
    assert_eq!(
        told(&report),
        [
            "3 Variant SKU duplicate_sku",
            "4 Variant SKU duplicate_sku",
            "5 Variant SKU sku_taken",
            "2 Variant SKU sku_taken"
        ]
    );
    other.catalog.set_unique_skus(&staff, false).await.unwrap();
    other.catalog.create(&staff, twin).await.unwrap();
}

#[tokio::test]
async fn the_database_decides_between_a_setting_and_a_variant_at_the_same_moment() {
    let shelf = Shelf::new().await;
    let staff = shelf.staff();
    for n in 0..20 {
        let sku = format!("R{n}");
        let create = || shelf.catalog.create(&staff, product("Twin", Some(&sku)));
        create().await.unwrap();
        let (set, made) = tokio::join!(shelf.catalog.set_unique_skus(&staff, true), create());
        assert!(set.is_err() || made.is_err(), "both cannot be");
        shelf.catalog.set_unique_skus(&staff, false).await.unwrap();
        sqlx::query("update variants set sku = id::text")
            .execute(&mut shelf.superuser().await)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn titles_come_as_readers_look_for_them_page_by_page() {
    let shelf = Shelf::new().await;
    let titles = [
        "Zebra",
        "apple",
        "Äpfel",
        "Apple",
        "oslo",
        "élan",
        "Österreich",
        "Elan",
    ];
    let rows = (0..)
        .zip(titles)
        .map(|(n, title)| row(&format!("p{n}"), title, 1));
    shelf.import(file(&rows.collect::<String>())).await;

    let sorted = [
        "Äpfel",
        "apple",
        "Apple",
        "Elan",
        "élan",
        "oslo",
        "Österreich",
        "Zebra",
    ];
    assert_eq!(shelf.titles(Sort::Title).await, sorted);
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let query = domain::catalog::ListProducts {
            limit: 3,
            cursor,
            category: None,
            sort: Sort::Title,
        };
        let page = shelf.page(query).await;
        seen.extend(page.data.into_iter().map(|card| card.title));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, sorted);
}

#[tokio::test]
async fn the_order_of_titles_is_read_from_an_index() {
    let shelf = Shelf::new().await;
    let rows: String = (0..3_000)
        .map(|n| row(&format!("p{n}"), &format!("Title {n}"), 1))
        .collect();
    shelf.import(file(&rows)).await;
    let mut superuser = shelf.superuser().await;
    sqlx::query("analyze products")
        .execute(&mut superuser)
        .await
        .unwrap();

    let plan: Vec<String> = sqlx::query_scalar(
        "explain select p.id from products p
          where p.tenant_id = (select id from tenants limit 1) and p.status = 'active'
            and (p.title collate \"und-x-icu\", p.id) > ('Title 5', '00000000-0000-0000-0000-000000000000')
          order by p.title collate \"und-x-icu\", p.id
          limit 20",
    )
    .fetch_all(&mut superuser)
    .await
    .unwrap();

    let plan = plan.join("\n");
    assert!(plan.contains("products_active_by_title"), "{plan}");
    assert!(!plan.contains("Seq Scan on products"), "{plan}");
}
