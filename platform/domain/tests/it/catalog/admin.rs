//! What staff changes.

use domain::catalog::{
    CatalogError, CreateProduct, CreateVariant, ListAllProducts, ProductStatus, SetPrice, SetStock,
    Sort, UpdateProduct,
};
use kernel::ids::{MerchantId, ProductId, VariantId};
use kernel::ports::Ids;
use kernel::product::{ProductText, ProductTextChange};
use kernel::{Change, Currency, Fault, Money};

use super::shelf::{Shelf, file};

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn variant(sku: &str, value: &str) -> CreateVariant {
    CreateVariant {
        sku: Some(sku.to_owned()),
        option_values: vec![value.to_owned()],
        barcode: None,
        weight_grams: 350,
        requires_shipping: true,
        is_taxable: true,
        price: Some(eur(1250)),
        on_hand: Some(3),
        allow_backorder: false,
    }
}

fn mug() -> CreateProduct {
    CreateProduct {
        slug: None,
        text: ProductText {
            title: "Blue Mug".to_owned(),
            description_html: "<p onclick=x>A mug</p>".to_owned(),
            vendor: "Kiln".to_owned(),
            tags: vec!["tea".to_owned()],
            seo_title: Some("A blue mug".to_owned()),
            seo_description: Some("Blue, and a mug".to_owned()),
            ..ProductText::default()
        },
        status: ProductStatus::Active,
        merchant_id: None,
        category: vec!["Kitchen".to_owned(), "Mugs".to_owned()],
        options: vec!["Size".to_owned()],
        variants: vec![variant("M1", "S"), variant("M2", "L")],
    }
}

fn change(product_id: ProductId) -> UpdateProduct {
    UpdateProduct {
        product_id,
        version: None,
        status: None,
        text: ProductTextChange::default(),
    }
}

fn pointers(error: CatalogError) -> Vec<String> {
    match error {
        CatalogError::Invalid(faults) => faults.into_iter().map(|fault| fault.pointer).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_new_product_is_for_sale_at_once() {
    let shelf = Shelf::new().await;

    let made = shelf.catalog.create(&shelf.staff(), mug()).await.unwrap();

    assert_eq!((made.slug.as_str(), made.version), ("blue-mug", 1));
    assert_eq!(made.text.description_html, "<p>A mug</p>");
    assert_eq!(made.merchant_id, shelf.merchants[0]);
    assert_eq!(made.variants[1].title, "L");
    assert_eq!(made, shelf.only().await);
    assert_eq!(shelf.list(Sort::Newest).await.data[0].id, made.id);
    assert_eq!(shelf.rows().await, [1, 2, 2, 1, 1, 2, 2, 0, 2]);
}

#[tokio::test]
async fn a_product_that_cannot_be_is_refused_field_by_field() {
    let shelf = Shelf::new().await;
    shelf.catalog.create(&shelf.staff(), mug()).await.unwrap();
    let rows = shelf.rows().await;
    let staff = shelf.staff();
    let create = async |command| shelf.catalog.create(&staff, command).await.unwrap_err();

    let mut bad = mug();
    bad.text.title = " ".to_owned();
    bad.text.tags = vec![String::new()];
    bad.category = vec!["!".to_owned()];
    bad.variants[0].option_values.clear();
    bad.variants[0].weight_grams = -1;
    bad.variants[1].price = Some(Money::new(-1, Currency::Usd));
    bad.variants.push(variant("M2", "L"));
    assert_eq!(
        pointers(create(bad).await),
        [
            "/title",
            "/tags/0",
            "/category",
            "/variants/0/options",
            "/variants/0/weight_grams",
            "/variants/1/price/amount",
            "/variants/2",
            "/variants",
        ]
    );
    let mut elsewhere = mug();
    elsewhere.merchant_id = Some(MerchantId::from_uuid(Ids.uuid()));
    let refused = create(elsewhere).await;
    assert!(
        matches!(refused, CatalogError::MerchantNotFound),
        "{refused:?}"
    );
    let empty = CreateProduct {
        variants: vec![],
        ..mug()
    };
    assert_eq!(pointers(create(empty).await), ["/variants"]);
    let slug = Some("blue-mug".to_owned());
    let twin = CreateProduct { slug, ..mug() };
    assert_eq!(create(twin).await.code(), "slug_taken");
    shelf.catalog.set_unique_skus(&staff, true).await.unwrap();
    assert_eq!(create(mug()).await.code(), "sku_taken");
    assert_eq!(shelf.rows().await, rows);
}

#[tokio::test]
async fn a_change_is_refused_when_somebody_was_faster() {
    let shelf = Shelf::new().await;
    let made = shelf.catalog.create(&shelf.staff(), mug()).await.unwrap();
    let request = UpdateProduct {
        version: Some(1),
        status: Some(ProductStatus::Draft),
        text: ProductTextChange {
            title: Some("Mug".to_owned()),
            description_html: Some("<b>x</b><script>".to_owned()),
            product_type: Some("Cup".to_owned()),
            seo_title: Change::Clear,
            is_final_sale: Some(true),
            ..ProductTextChange::default()
        },
        ..change(made.id)
    };

    let changed = shelf
        .catalog
        .update(&shelf.staff(), request.clone())
        .await
        .unwrap();

    assert_eq!(changed.version, 2);
    let wanted = ProductText {
        title: "Mug".to_owned(),
        description_html: "<b>x</b>".to_owned(),
        product_type: "Cup".to_owned(),
        seo_title: None,
        is_final_sale: true,
        ..made.text
    };
    assert_eq!(changed.text, wanted);
    assert!(shelf.titles(Sort::Newest).await.is_empty());
    let late = shelf
        .catalog
        .update(&shelf.staff(), request)
        .await
        .unwrap_err();
    assert!(matches!(late, CatalogError::VersionMismatch { current: 2 }));
    assert_eq!(late.members(), [("current_version", 2.into())]);
    let absent = change(ProductId::from_uuid(Ids.uuid()));
    let absent = shelf
        .catalog
        .update(&shelf.staff(), absent)
        .await
        .unwrap_err();
    assert_eq!(absent.code(), "not_found");
    let bad = UpdateProduct {
        text: ProductTextChange {
            title: Some("a\nb".to_owned()),
            seo_description: Change::Set("x".repeat(1_001)),
            ..ProductTextChange::default()
        },
        ..change(changed.id)
    };
    let bad = shelf.catalog.update(&shelf.staff(), bad).await.unwrap_err();
    assert_eq!(pointers(bad), ["/title", "/seo_description"]);
    assert_eq!(shelf.record(changed.id).await.text, wanted);
}

#[tokio::test]
async fn a_price_is_set_for_one_variant() {
    let shelf = Shelf::new().await;
    let made = shelf.catalog.create(&shelf.staff(), mug()).await.unwrap();
    let variant_id = made.variants[1].id;
    let request = |minor, compare_at| SetPrice {
        variant_id,
        price: eur(minor),
        compare_at,
    };

    let price = request(900, Some(eur(1250)));
    let priced = shelf
        .catalog
        .set_price(&shelf.staff(), price)
        .await
        .unwrap();

    assert_eq!(priced.variants[1].prices, [(eur(900), Some(eur(1250)))]);
    assert_eq!(priced.version, 2);
    assert_eq!(shelf.list(Sort::Newest).await.data[0].price, eur(900));
    for (minor, compare_at, pointer) in [
        (-1, None, "/price/amount"),
        (
            1,
            Some(Money::new(1, Currency::Usd)),
            "/compare_at/currency",
        ),
    ] {
        let bad = request(minor, compare_at);
        let refused = shelf.catalog.set_price(&shelf.staff(), bad).await;
        assert_eq!(pointers(refused.unwrap_err()), [pointer]);
    }
    assert_eq!(shelf.only().await, priced);
}

#[tokio::test]
async fn stock_is_set_for_one_variant() {
    let shelf = Shelf::new().await;
    let made = shelf.catalog.create(&shelf.staff(), mug()).await.unwrap();
    let [held, counted] = [made.variants[0].id, made.variants[1].id];
    sqlx::query("update stock_levels set reserved = 2 where variant_id = $1")
        .bind(held.uuid())
        .execute(&mut shelf.superuser().await)
        .await
        .unwrap();
    let staff = shelf.staff();
    let set = async |variant_id, on_hand| {
        let command = SetStock {
            variant_id,
            on_hand,
            allow_backorder: false,
        };
        shelf.catalog.set_stock(&staff, command).await
    };

    let none_left = set(counted, Some(0)).await.unwrap();
    assert_eq!(none_left.variants[1].stock.unwrap().on_hand, 0);
    let free = set(counted, None).await.unwrap();
    assert_eq!(free.variants[1].stock, None);

    let nowhere = VariantId::from_uuid(Ids.uuid());
    for (variant_id, on_hand, code) in [
        (held, Some(1), "stock_reserved"),
        (held, Some(-1), "invalid_request"),
        (nowhere, Some(1), "not_found"),
    ] {
        assert_eq!(set(variant_id, on_hand).await.unwrap_err().code(), code);
    }
    assert_eq!(shelf.only().await, free);
}

#[tokio::test]
async fn staff_sees_drafts_too_a_page_at_a_time() {
    let shelf = Shelf::new().await;
    shelf
        .import(file(
            "a,A,,,,,,,,,,,,1,,,,,\nb,B,,,,,,,,,,,,1,,,,,draft\nc,C,,,,,,,,,,,,1,,,,,\nd,D,,,,,,,,,,,,1,,,,,draft\n",
        ))
        .await;
    let list = |status, cursor| ListAllProducts {
        limit: 1,
        cursor,
        status,
        text: None,
    };
    let mut seen = Vec::new();
    for status in [
        None,
        Some(ProductStatus::Draft),
        Some(ProductStatus::Archived),
    ] {
        let mut cursor = None;
        loop {
            let page = shelf
                .catalog
                .list_all(&shelf.staff(), list(status, cursor))
                .await
                .unwrap();
            seen.extend(page.data.into_iter().map(|product| product.title));
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        seen.push("|".to_owned());
    }

    assert_eq!(seen.concat(), "DCBA|DB||");
    let page = shelf
        .catalog
        .list_all(&shelf.staff(), list(None, None))
        .await
        .unwrap();
    let foreign = list(Some(ProductStatus::Draft), page.next_cursor);
    let refused = shelf
        .catalog
        .list_all(&shelf.staff(), foreign)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "cursor_invalid");
    let refused = shelf
        .catalog
        .list_all(&shelf.visitor(), list(None, None))
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "permission_denied");
}
