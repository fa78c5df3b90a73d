//! What storefronts see.

use domain::catalog::{CatalogError, ListProducts, Page, ProductCard, Sort, sellable};
use kernel::ids::VariantId;
use kernel::ports::Ids;
use kernel::{Caller, Currency, Fault, Kind, Money, Permission, Permissions};

use super::shelf::{Shelf, file, tenant};

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn query(limit: u32, sort: Sort, cursor: Option<String>, category: Option<&str>) -> ListProducts {
    ListProducts {
        limit,
        cursor,
        category: category.map(str::to_owned),
        sort,
    }
}

/// Goods of which some are dearer, some out of stock, some not for sale.
async fn furnished() -> Shelf {
    let shelf = Shelf::new().await;
    let report = shelf
        .import(file(
            "a,Apple,,,Food > Fruit,,Size,S,A1,,shopify,0,deny,3,,https://cdn.example/a.webp,Apple,,\n\
             a,,,,,,,L,A2,,shopify,2,deny,5,4,https://cdn.example/l.webp,,https://cdn.example/l.webp,\n\
             b,Bread,,,Food,,,,B1,,shopify,0,deny,2,,,,,\n\
             c,Cake,,,Food,,,,C1,,shopify,0,continue,9,10,,,,\n\
             d,Dish,,,House,,,,D1,,,,,2,,,,,\n\
             e,Egg,,,Food,,,,E1,,,,,,,,,,\n\
             f,Fish,,,Food,,,,F1,,,,,1,,,,,draft\n\
             g,Glue,,,Secret,,,,G1,,,,,1,,,,,archived\n",
        ))
        .await;
    assert_eq!(report.faults.count(), 0);
    shelf
}

#[tokio::test]
async fn a_list_shows_what_is_for_sale_in_each_order() {
    let shelf = furnished().await;

    assert_eq!(
        shelf.titles(Sort::Title).await,
        ["Apple", "Bread", "Cake", "Dish"]
    );
    assert_eq!(
        shelf.titles(Sort::Newest).await,
        ["Dish", "Cake", "Bread", "Apple"]
    );
    assert_eq!(
        shelf.titles(Sort::PriceAscending).await,
        ["Bread", "Dish", "Apple", "Cake"]
    );
    assert_eq!(
        shelf.titles(Sort::PriceDescending).await,
        ["Cake", "Apple", "Dish", "Bread"]
    );
    let page = shelf.list(Sort::Title).await;
    let available: Vec<_> = page.data.iter().map(|card| card.is_available).collect();
    assert_eq!(available, [true, false, true, true]);
    let apple = &page.data[0];
    assert_eq!((apple.slug.as_str(), apple.price), ("a", eur(300)));
    let image = apple.image.as_ref().unwrap();
    assert_eq!(
        (image.url.as_str(), image.alt.as_str()),
        ("https://cdn.example/a.webp", "Apple")
    );
    assert_eq!(page.data[1].image, None);
    assert_eq!(page.next_cursor, None);
}

#[tokio::test]
async fn every_product_is_on_one_page_in_every_order_and_category() {
    let shelf = Shelf::new().await;
    let row = |n: u32| {
        let (title, price) = (n % 7, n % 5);
        let place = if n.is_multiple_of(3) {
            "Three"
        } else {
            "Other"
        };
        format!("p-{n},Title {title},,,{place},,,,S{n},,,,,{price},,,,,\n")
    };
    let rows: Vec<String> = (0..40).map(row).collect();
    shelf.import(file(&rows.concat())).await;

    for sort in Sort::ALL.iter().copied() {
        for (category, expected) in [
            (None, 40),
            (Some("three"), 14),
            (Some("none"), 0),
            (Some("a\0b"), 0),
        ] {
            let whole = shelf.page(query(100, sort, None, category)).await.data;
            let mut seen: Vec<ProductCard> = Vec::new();
            let mut cursor = None;
            loop {
                let request = query(7, sort, cursor, category);
                let page: Page<_> = shelf.page(request).await;
                seen.extend(page.data);
                cursor = page.next_cursor;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(seen, whole, "{sort:?} {category:?}");
            assert_eq!(seen.len(), expected);
            let is_sorted = seen.is_sorted_by(|a, b| match sort {
                // Nothing has a review.
                Sort::Newest | Sort::Rating => a.id > b.id,
                Sort::Title => (&a.title, a.id) < (&b.title, b.id),
                Sort::PriceAscending => (a.price.minor, a.id) < (b.price.minor, b.id),
                Sort::PriceDescending => (a.price.minor, a.id) > (b.price.minor, b.id),
            });
            assert!(is_sorted, "{sort:?} {category:?}");
        }
    }
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let shelf = furnished().await;
    let other = tenant(&shelf.house, "meridian").await;
    let theirs = Caller::visitor(
        other.tenant.id,
        other.storefronts[0].storefront.id,
        Permissions::only(Permission::StorefrontRead),
    );
    let first = shelf.page(query(1, Sort::Newest, None, None)).await;
    let cursor = first.next_cursor.unwrap();
    let altered = format!("{}B", &cursor[..cursor.len() - 1]);

    let own = shelf.visitor();
    for (caller, request) in [
        (&theirs, query(1, Sort::Newest, Some(cursor.clone()), None)),
        (&own, query(1, Sort::Title, Some(cursor.clone()), None)),
        (
            &own,
            query(1, Sort::Newest, Some(cursor.clone()), Some("food")),
        ),
        (&own, query(1, Sort::Newest, Some(altered), None)),
        (&own, query(1, Sort::Newest, Some(String::new()), None)),
    ] {
        let refused = shelf.catalog.list(caller, request).await.unwrap_err();
        assert_eq!(
            (refused.kind(), refused.code()),
            (Kind::Invalid, "cursor_invalid")
        );
    }
    for limit in [0, 101] {
        let refused = shelf
            .catalog
            .list(&own, query(limit, Sort::Newest, None, None))
            .await;
        assert!(
            matches!(refused, Err(CatalogError::Invalid(faults)) if faults[0].pointer == "limit")
        );
    }
}

#[tokio::test]
async fn a_product_is_shown_with_everything_that_is_for_sale_of_it() {
    let shelf = furnished().await;

    let apple = shelf.catalog.get(&shelf.visitor(), "a").await.unwrap();

    assert_eq!(
        (apple.text.title.as_str(), apple.price, apple.is_available),
        ("Apple", eur(300), true)
    );
    assert_eq!(apple.options[0].name, "Size");
    assert_eq!(apple.options[0].values, ["S", "L"]);
    let [small, large] = apple.variants.as_slice() else {
        panic!("there are two variants: {apple:?}");
    };
    assert_eq!(
        (small.title.as_str(), small.is_available, small.price),
        ("S", false, eur(300))
    );
    assert_eq!(
        (large.sku.as_deref(), large.is_available),
        (Some("A2"), true)
    );
    // What it is said to have cost before is less than what it costs.
    assert_eq!(large.compare_at, None);
    assert_eq!(
        large.image.as_ref().unwrap().url,
        "https://cdn.example/l.webp"
    );
    assert_eq!(small.image, None);
    let places: Vec<_> = apple
        .categories
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    assert_eq!(places, ["Food", "Fruit"]);
    let cake = shelf.catalog.get(&shelf.visitor(), "c").await.unwrap();
    assert_eq!(cake.variants[0].compare_at, Some(eur(1000)));
    assert_eq!(cake.variants[0].title, "Cake");
    assert!(cake.options.is_empty());
    let archived = shelf.catalog.get(&shelf.visitor(), "g").await.unwrap_err();
    assert_eq!(
        (archived.kind(), archived.code()),
        (Kind::Gone, "product_gone")
    );
    for slug in ["e", "f", "zzz", "", "A", "a/b", &"x".repeat(300)] {
        let absent = shelf.catalog.get(&shelf.visitor(), slug).await.unwrap_err();
        assert_eq!(
            (absent.kind(), absent.code()),
            (Kind::NotFound, "not_found")
        );
    }
}

#[tokio::test]
async fn categories_are_those_that_hold_something_for_sale() {
    let shelf = furnished().await;

    let categories = shelf.catalog.categories(&shelf.visitor()).await.unwrap();

    let told: Vec<_> = categories
        .iter()
        .map(|place| (place.slug.as_str(), place.parent.as_deref()))
        .collect();
    assert_eq!(
        told,
        [("food", None), ("house", None), ("fruit", Some("food"))]
    );
    let of_food = shelf.page(query(9, Sort::Title, None, Some("food"))).await;
    let titles: Vec<_> = of_food.data.into_iter().map(|card| card.title).collect();
    assert_eq!(titles, ["Apple", "Bread", "Cake"]);
}

#[tokio::test]
async fn carts_are_told_what_can_be_sold() {
    let shelf = furnished().await;
    let records = shelf.records().await;
    let mut variants: Vec<VariantId> = records
        .iter()
        .flat_map(|record| record.variants.iter().map(|variant| variant.id))
        .collect();
    variants.push(VariantId::from_uuid(Ids.uuid()));

    let mut tx = shelf.house.db.begin(&shelf.visitor()).await.unwrap();
    let mut sold = sellable(&mut tx, &variants, Currency::Eur).await.unwrap();
    let none = sellable(&mut tx, &variants, Currency::Usd).await.unwrap();

    sold.sort_by(|a, b| a.sku.cmp(&b.sku));
    let skus: Vec<_> = sold.iter().map(|one| one.sku.as_deref().unwrap()).collect();
    assert_eq!(skus, ["A1", "A2", "B1", "C1", "D1"]);
    assert_eq!(none, []);
    let large = &sold[1];
    assert_eq!(large.title, "Apple");
    assert_eq!(large.variant_title, "L");
    assert_eq!(
        large.image_key.as_deref(),
        Some("https://cdn.example/l.webp")
    );
    assert_eq!(large.unit_price_minor, 500);
    assert_eq!(large.merchant_id, shelf.merchants[0]);
    assert_eq!(large.stock.unwrap().sellable(), Some(2));
    assert_eq!(sold[3].stock.unwrap().sellable(), None);
    assert_eq!(sold[4].stock, None);
    assert_eq!(sold[4].variant_title, "");
}
