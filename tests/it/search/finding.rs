//! Which words find which products.

use serde_json::json;

use super::{made, shop_in, titles};
use crate::harness::System;

#[tokio::test]
async fn words_are_found_in_every_field_whatever_their_inflection() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[
        made("Fjell Mug", json!({
            "description": "<p>Thrown by hand, with a <b>speckled</b> glaze.</p>", "vendor": "Nordkapp",
            "tags": ["stoneware"], "category": ["Kitchen", "Drinkware"], "product_type": "Cup",
            "options": ["Colour"],
            "variants": [
                {"sku": "AUR-01FJELL-CHALK", "barcode": "2900010000107", "options": ["Chalk"],
                 "price": {"amount": 2_400, "currency": "EUR"}},
                {"sku": "AUR-01FJELL-MOSS", "options": ["Moss"], "price": {"amount": 2_400, "currency": "EUR"}},
            ],
        })),
        made("Teapot 500ml", json!({})),
        made("Crème Brûlée Dish", json!({})),
    ])
    .await;

    for words in [
        "mug",
        "MUGS",
        "the mugs",
        "fjell",
        "fj",
        "speckle",
        "nordkapp",
        "stoneware",
        "drinkware",
        "kitchen",
        "cup",
        "chalk",
        "moss mug",
        "AUR-01FJELL-CHALK",
        "aur01fjellmoss",
        "2900010000107",
        "mug hands",
        "nordk",
    ] {
        assert_eq!(shop.titles(words).await, ["Fjell Mug"], "{words}");
    }
    for words in ["500 ml", "teapot 500", "500ml", "teapots"] {
        assert_eq!(shop.titles(words).await, ["Teapot 500ml"], "{words}");
    }
    for words in ["creme brulee", "CRÈME", "brûlée dishes", "creme-brulee"] {
        assert_eq!(shop.titles(words).await, ["Crème Brûlée Dish"], "{words}");
    }
    let some = shop.find(&[("q", "mug for tea in a teapot")]).await;
    assert_eq!(
        (&some["partial"], &some["total"]),
        (&json!(true), &json!(2))
    );
    for words in ["ug", "mugteapot", "chair", "f"] {
        assert_eq!(shop.titles(words).await, [""; 0], "{words}");
    }
    assert_eq!(shop.find(&[]).await["total"], 3);
    system.settle().await;
}

#[tokio::test]
async fn slips_are_forgiven_and_told() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[
        made("Stoneware Mug", json!({})),
        made("Cast Iron Kettle", json!({})),
        made("Linen Apron", json!({})),
    ])
    .await;

    for (words, meant, title) in [
        ("stonewear mug", "stoneware mug", "Stoneware Mug"),
        ("mgu", "mug", "Stoneware Mug"),
        ("ketle", "kettle", "Cast Iron Kettle"),
        ("kettel iron", "kettle iron", "Cast Iron Kettle"),
        ("linnen aprno", "linen apron", "Linen Apron"),
    ] {
        let found = shop.find(&[("q", words)]).await;
        assert_eq!(found["did_you_mean"], meant, "{words}");
        assert_eq!(titles(&found), [title], "{words}");
    }
    let right = shop.find(&[("q", "kettle")]).await;
    assert_eq!(right.get("did_you_mean"), None);
    let nothing = shop.find(&[("q", "submarine")]).await;
    assert_eq!(
        (nothing.get("did_you_mean"), &nothing["total"]),
        (None, &json!(0))
    );
    system.settle().await;
}

#[tokio::test]
async fn each_storefront_is_searched_in_its_own_language() {
    let system = System::start().await;
    let shop = shop_in(&system, "tassen", "de-DE").await;
    shop.create(&[
        made(
            "Kaffeetasse",
            json!({"description": "<p>Für große Schlücke</p>"}),
        ),
        made("Gläser für Öl", json!({})),
    ])
    .await;

    for words in [
        "tasse",
        "kaffeetassen",
        "kaffee",
        "grosse schlucke",
        "die Tassen",
    ] {
        assert_eq!(shop.titles(words).await, ["Kaffeetasse"], "{words}");
    }
    for words in ["glas", "glaser", "ol", "Öl", "für öle"] {
        assert_eq!(shop.titles(words).await, ["Gläser für Öl"], "{words}");
    }
    let japanese = shop_in(&system, "cups", "ja-JP").await;
    japanese
        .create(&[
            made("陶器のコーヒーカップ", json!({})),
            made("ガラスの花瓶", json!({})),
        ])
        .await;
    for words in ["コーヒー", "カップ", "陶器", "コーヒーカップ"] {
        assert_eq!(
            japanese.titles(words).await,
            ["陶器のコーヒーカップ"],
            "{words}"
        );
    }
    let arabic = shop_in(&system, "arabic", "ar-EG").await;
    arabic
        .create(&[
            made("كوب قهوة", json!({})),
            made("Чайник большой", json!({})),
        ])
        .await;
    assert_eq!(arabic.titles("قهوة").await, ["كوب قهوة"]);
    assert_eq!(arabic.titles("ЧАЙНИК").await, ["Чайник большой"]);
    system.settle().await;
}

#[tokio::test]
async fn results_come_in_the_order_that_was_asked_for_and_page_by_page() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let price = |minor: i64| json!({"variants": [{"price": {"amount": minor, "currency": "EUR"}}]});
    shop.create(&[
        made("Travel Mug", price(3_000)),
        made("Mug", price(1_000)),
        made("Ärmel Mug", price(2_000)),
        made("Tray for a mug", price(2_000)),
        made("Zebra Mug", price(2_000)),
    ])
    .await;

    let order = async |sort: &str| {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = shop
                .find(&[
                    ("q", "mug"),
                    ("sort", sort),
                    ("limit", "2"),
                    ("cursor", &cursor),
                ])
                .await;
            assert_eq!(page["total"], 5);
            seen.extend(titles(&page));
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
            assert_eq!(page["has_more"], true);
        }
        seen
    };

    let (mug, zebra, tray, accent, travel) = (
        "Mug",
        "Zebra Mug",
        "Tray for a mug",
        "Ärmel Mug",
        "Travel Mug",
    );
    for (sort, expected) in [
        ("price_asc", [mug, zebra, tray, accent, travel]),
        ("price_desc", [travel, zebra, tray, accent, mug]),
        ("newest", [zebra, tray, accent, mug, travel]),
        ("title", [accent, mug, travel, tray, zebra]),
    ] {
        assert_eq!(order(sort).await, expected, "{sort}");
    }
    let best = order("relevance").await;
    assert_eq!((best[0].as_str(), best.len()), ("Mug", 5));
    assert_eq!(best, order("").await);
    system.settle().await;
}

#[tokio::test]
async fn what_is_typed_is_completed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[
        made("Stoneware Mug", json!({"category": ["Mugs"]})),
        made("Stone Mortar", json!({"category": ["Mortars"]})),
        made("Glass Mug", json!({"category": ["Mugs"]})),
    ])
    .await;

    let found = shop.suggest("mu").await;
    assert_eq!(found["terms"], json!(["mug", "mugs"]));
    let products = found["products"].as_array().unwrap();
    assert_eq!(products.len(), 2);
    assert_eq!(found["categories"].as_array().unwrap().len(), 1);
    assert_eq!(found["categories"][0]["slug"], "mugs");

    let found = shop.suggest("glass m").await;
    assert_eq!(
        found["terms"],
        json!(["glass mug", "glass mugs", "glass mortar", "glass mortars"])
    );
    assert_eq!(found["products"][0]["title"], "Glass Mug");
    for nothing in ["", " ", "'", "xyzzy"] {
        let found = shop.suggest(nothing).await;
        assert_eq!(
            found,
            json!({"terms": [], "products": [], "categories": []}),
            "{nothing}"
        );
    }
    system.settle().await;
}

#[tokio::test]
async fn synonyms_of_the_tenant_find_each_other() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made("Blue Sofa", json!({})), made("Armchair", json!({}))])
        .await;
    assert_eq!(shop.titles("couch").await, [""; 0]);
    let groups = json!({"groups": [{"terms": ["couch", "Sofa", "love seat"]}, {"terms": ["Armchair", "fauteuil"]}]});
    let path = "/search/synonyms";

    let kept = shop
        .admin(reqwest::Method::PUT, path, groups.clone())
        .await
        .expect(200);

    assert_eq!(kept, groups);
    let read = shop
        .admin(reqwest::Method::GET, path, json!(null))
        .await
        .expect(200);
    assert_eq!(read, groups);
    for words in [
        "couch",
        "blue couches",
        "love seats",
        "blue love seat",
        "sofa",
    ] {
        assert_eq!(shop.titles(words).await, ["Blue Sofa"], "{words}");
    }
    assert_eq!(shop.titles("fauteuil").await, ["Armchair"]);
    shop.admin(reqwest::Method::PUT, path, json!({"groups": []}))
        .await
        .expect(200);
    assert_eq!(shop.titles("couch").await, [""; 0]);

    for (wrong, pointer) in [
        (json!([{"terms": ["one"]}]), "/groups/0/terms"),
        (json!([{"terms": ["one", "ONE"]}]), "/groups/0/terms/1"),
        (json!([{"terms": ["one", "!"]}]), "/groups/0/terms/1"),
        (
            json!([{"terms": ["one", "a b c d e"]}]),
            "/groups/0/terms/1",
        ),
        (json!([{"terms": ["one", "a\0b"]}]), "/groups/0/terms/1"),
        (
            json!([{"terms": ["one", "x".repeat(101)]}]),
            "/groups/0/terms/1",
        ),
    ] {
        let refused = shop
            .admin(reqwest::Method::PUT, path, json!({"groups": wrong}))
            .await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.body);
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{wrong}");
    }
    system.settle().await;
}
