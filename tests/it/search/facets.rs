//! Counts and filters.

use serde_json::{Value, json};

use super::{made, titles};
use crate::harness::{Shop, System};

async fn wardrobe(shop: &Shop<'_>) {
    let shirt = |colors: &[&str], amount: i64, vendor: &str, on_hand: i64| {
        let variants: Vec<Value> = colors
            .iter()
            .map(|color| {
                json!({"options": [color], "price": {"amount": amount, "currency": "EUR"}, "on_hand": on_hand})
            })
            .collect();
        json!({"options": ["Color"], "variants": variants, "vendor": vendor, "category": ["Clothes", "Shirts"]})
    };
    shop.create(&[
        made("Shirt One", shirt(&["Blue", "Red"], 2_000, "Acme", 5)),
        made("Shirt Two", shirt(&["Blue"], 3_000, "Acme", 0)),
        made("Shirt Three", shirt(&["Red"], 6_000, "Bolt", 5)),
        made(
            "Trousers",
            json!({"category": ["Clothes", "Trousers"], "vendor": "Bolt"}),
        ),
    ])
    .await;
}

fn counts(facet: &Value, name: &str) -> Vec<(String, i64)> {
    let values = facet.as_array().unwrap().iter();
    let count = |value: &Value| {
        let name = value.pointer(name).and_then(Value::as_str).unwrap();
        (name.to_owned(), value["count"].as_i64().unwrap())
    };
    values.map(count).collect()
}

fn pairs(counts: &[(&str, i64)]) -> Vec<(String, i64)> {
    let pair = |(name, count): &(&str, i64)| ((*name).to_owned(), *count);
    counts.iter().map(pair).collect()
}

#[tokio::test]
async fn counts_leave_their_own_filter_out_of_account() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    wardrobe(&shop).await;

    let all = shop.find(&[("q", "shirt")]).await;
    assert_eq!(all["total"], 3);
    let facets = &all["facets"];
    assert_eq!(facets["options"][0]["name"], "Color");
    assert_eq!(
        counts(&facets["options"][0]["values"], "/value"),
        pairs(&[("Blue", 2), ("Red", 2)])
    );
    assert_eq!(
        counts(&facets["vendors"], "/value"),
        pairs(&[("Acme", 2), ("Bolt", 1)])
    );
    assert_eq!(
        counts(&facets["categories"], "/category/slug"),
        pairs(&[("clothes", 3), ("shirts", 3)])
    );
    assert_eq!(counts(&facets["merchants"], "/slug").len(), 1);
    assert_eq!(
        (&facets["available"], &facets["sold_out"]),
        (&json!(2), &json!(1))
    );
    let eur = |amount: i64| json!({"amount": amount, "currency": "EUR"});
    assert_eq!(
        facets["price"],
        json!({"min": eur(2_000), "max": eur(6_000), "ranges": [
            {"from": eur(1_000), "below": eur(2_500), "count": 1},
            {"from": eur(2_500), "below": eur(5_000), "count": 1},
            {"from": eur(5_000), "below": eur(10_000), "count": 1},
        ]})
    );

    let blue = shop.find(&[("q", "shirt"), ("option", "Color:Blue")]).await;
    assert_eq!(blue["total"], 2);
    let facets = &blue["facets"];
    assert_eq!(
        counts(&facets["options"][0]["values"], "/value"),
        pairs(&[("Blue", 2), ("Red", 2)])
    );
    assert_eq!(counts(&facets["vendors"], "/value"), pairs(&[("Acme", 2)]));

    let query = [("q", "shirt"), ("option", "Color:Blue"), ("vendor", "Bolt")];
    let none = shop.find(&query).await;
    assert_eq!(none["total"], 0);
    assert_eq!(
        counts(&none["facets"]["options"][0]["values"], "/value"),
        pairs(&[("Red", 1)])
    );
    assert_eq!(
        counts(&none["facets"]["vendors"], "/value"),
        pairs(&[("Acme", 2)])
    );
    system.settle().await;
}

#[tokio::test]
async fn filters_narrow_what_is_found() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    wardrobe(&shop).await;

    let found = async |query: &[(&str, &str)]| {
        let mut query = query.to_vec();
        query.push(("sort", "price_asc"));
        titles(&shop.find(&query).await)
    };
    let both = [("option", "Color:Blue"), ("option", "Color:Red")];
    assert_eq!(
        found(&both).await,
        ["Shirt One", "Shirt Two", "Shirt Three"]
    );
    assert_eq!(found(&[("category", "trousers")]).await, ["Trousers"]);
    assert_eq!(found(&[("category", "clothes")]).await.len(), 4);
    assert_eq!(
        found(&[("category", "shirts"), ("category", "trousers")])
            .await
            .len(),
        4
    );
    assert_eq!(
        found(&[("vendor", "Bolt")]).await,
        ["Trousers", "Shirt Three"]
    );
    assert_eq!(found(&[("available", "false")]).await, ["Shirt Two"]);
    assert_eq!(
        found(&[("q", "shirt"), ("available", "true")]).await,
        ["Shirt One", "Shirt Three"]
    );
    assert_eq!(
        found(&[("price_min", "2000"), ("price_max", "3000")]).await,
        ["Shirt One", "Shirt Two"]
    );
    assert_eq!(
        found(&[("price_min", "3000"), ("price_max", "2000")]).await,
        [""; 0]
    );
    let merchant = &shop.find(&[]).await["facets"]["merchants"][0]["slug"];
    assert_eq!(
        found(&[("merchant", merchant.as_str().unwrap())])
            .await
            .len(),
        4
    );
    for unknown in [
        ("option", "Size:M"),
        ("option", "Color:Green"),
        ("option", ":"),
        ("vendor", "nobody"),
        ("category", "nowhere"),
        ("category", "No Slug!"),
        ("merchant", "nobody"),
        ("vendor", "' or 1=1"),
    ] {
        assert_eq!(found(&[unknown]).await, [""; 0], "{unknown:?}");
    }
    system.settle().await;
}
