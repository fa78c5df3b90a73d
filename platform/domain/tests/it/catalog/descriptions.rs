//! Descriptions that would keep the server busy.

use std::time::{Duration, Instant};

use domain::catalog::{CatalogError, CreateProduct, CreateVariant, ProductStatus, UpdateProduct};
use kernel::product::{ProductText, ProductTextChange};

use super::shelf::{Shelf, counts, file, told};

/// 69 kB of which a browser makes 72 MB.
fn bomb() -> String {
    let open: Vec<String> = (0..3_200).map(|n| format!("<b a={n}>")).collect();
    let open = open.concat();
    format!("<div>{open}</div>{}", "<div>x</div>".repeat(3_200))
}

fn lamp(description_html: String) -> CreateProduct {
    CreateProduct {
        slug: None,
        text: ProductText {
            title: "Lamp".to_owned(),
            description_html,
            ..ProductText::default()
        },
        status: ProductStatus::Active,
        merchant_id: None,
        category: Vec::new(),
        options: Vec::new(),
        variants: vec![CreateVariant {
            sku: None,
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

fn fault(error: CatalogError) -> (String, &'static str) {
    match error {
        CatalogError::Invalid(mut faults) => {
            let fault = faults.remove(0);
            (fault.pointer, fault.code)
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn html_that_grows_without_bound_is_refused_at_once_and_changes_nothing() {
    let shelf = Shelf::new().await;
    let (staff, started) = (shelf.staff(), Instant::now());
    let made = shelf.catalog.create(&staff, lamp("<p>A lamp".into())).await;
    let made = made.unwrap();
    let rows = shelf.rows().await;

    let created = shelf.catalog.create(&staff, lamp(bomb())).await;
    let update = UpdateProduct {
        product_id: made.id,
        version: None,
        status: None,
        text: ProductTextChange {
            description_html: Some(bomb()),
            ..ProductTextChange::default()
        },
    };
    let updated = shelf.catalog.update(&staff, update).await;
    let html = bomb().replace('"', "\"\"");
    let report = shelf
        .import(file(&format!(
            "mug,Mug,\"{html}\",,,,,,,,,,,12,,,,,\ncup,Cup,<b>A cup,,,,,,,,,,,9,,,,,\n"
        )))
        .await;

    let refused = ("/description".to_owned(), "html_too_nested");
    assert_eq!(fault(created.unwrap_err()), refused);
    assert_eq!(fault(updated.unwrap_err()), refused);
    assert_eq!(told(&report), ["2 Body (HTML) html_too_nested"]);
    assert_eq!(counts(&report), [1, 0, 0, 1]);
    assert!(started.elapsed() < Duration::from_secs(5));
    let [cup, same] = shelf.records().await.try_into().unwrap();
    assert_eq!(cup.text.description_html, "<b>A cup</b>");
    assert_eq!(same, made);
    assert_eq!(shelf.rows().await[0], rows[0] + 1);
}

#[tokio::test]
async fn what_is_too_long_after_cleaning_is_refused_too() {
    let shelf = Shelf::new().await;

    let refused = shelf
        .catalog
        .create(&shelf.staff(), lamp("&<br>".repeat(80_000)))
        .await;

    assert_eq!(
        fault(refused.unwrap_err()),
        ("/description".to_owned(), "html_too_long")
    );
    assert_eq!(shelf.rows().await[0], 0);
}

/// One thread serves all requests here: it must go on while descriptions are cleaned.
#[tokio::test]
async fn cleaning_keeps_nobody_waiting() {
    let shelf = Shelf::new().await;
    let html = "<p><b>x</b> &amp; <i>y</i></p>".repeat(8_000);
    let staff = shelf.staff();
    let (mut waited, started) = (Duration::ZERO, Instant::now());

    let ticks = async {
        loop {
            let before = Instant::now();
            tokio::time::sleep(Duration::from_millis(5)).await;
            waited = waited.max(before.elapsed());
        }
    };
    let many = async {
        let create = || shelf.catalog.create(&staff, lamp(html.clone()));
        let (one, two, three) = tokio::join!(create(), create(), create());
        assert!([one, two, three].iter().any(Result::is_ok));
    };
    tokio::select! {
        () = ticks => {}
        () = many => {}
    }

    let all = started.elapsed();
    assert!(waited * 4 < all, "{waited:?} of {all:?}");
}
