//! Whatever can be typed into a search field.

use serde_json::json;

use super::{made, with_query};
use crate::harness::System;

const TEXTS: &[&str] = &[
    "' or 1=1 --",
    "'; drop table products; --",
    "\\",
    "\\'",
    "''",
    "\"",
    "mug & | ! ( ) : *",
    "mug:*",
    "!mug",
    "(((",
    "<->",
    "mug <-> mug",
    "a:b:c",
    "%",
    "_",
    "%%%mug",
    ".*",
    "[a-z]+",
    "^$",
    "(?i)mug",
    "{}",
    "\u{202e}mug",
    "\u{feff}",
    "\u{200d}",
    "🫖",
    "👩‍👩‍👧‍👦 mug",
    "é",
    "e\u{301}",
    "ﬁ",
    "Ｍｕｇ",
    "İstanbul",
    "ß",
    "кружка",
    "κούπα",
    "ספל",
    "كوب",
    "कप",
    "ถ้วย",
    "杯",
    "カップ",
    "컵",
    "չափ",
    "თასი",
    "the",
    "and or not",
    "of the",
    "1e400",
    "-1",
    "0x1F",
    "1.5",
    "99999999999999999999999999",
    "2024-01-01",
    "https://example.com/?q=%00",
    "mug\n\r\t mug",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "null",
    "NaN",
    "true",
    "undefined",
    "{{7*7}}",
    "$1",
    "$$",
    "public.stoa_english",
    "simple",
];

#[tokio::test]
async fn no_text_makes_a_search_fail() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made("Mug", json!({}))]).await;
    let long = "word ".repeat(40);
    let unbroken = "x".repeat(200);

    let long = [long.as_str(), unbroken.as_str()];
    for text in TEXTS.iter().copied().chain(long) {
        let found = shop.ask(&[("q", text)]).await;
        assert_eq!(found.status, 200, "{text}: {}", found.body);
        shop.suggest(text).await;
        let filtered = [
            ("q", text),
            ("category", text),
            ("merchant", text),
            ("vendor", text),
            ("option", &format!("{text}:x")),
        ];
        let found = shop.ask(&filtered).await;
        assert_eq!(
            (found.status, &found.body["total"]),
            (200, &json!(0)),
            "{text}: {}",
            found.body
        );
    }
    assert_eq!(shop.titles("Ｍｕｇ").await, ["Mug"]);
    system.settle().await;
}

#[tokio::test]
async fn what_cannot_be_searched_for_is_refused_by_name() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let (too_long, far_too_long) = ("x".repeat(201), "y ".repeat(5_000));
    let (long_value, many) = ("v".repeat(301), "v");

    for (name, value) in [
        ("q", too_long.as_str()),
        ("q", &far_too_long),
        ("q", "a\0b"),
        ("category", "a\0b"),
        ("vendor", &long_value),
        ("option", "no colon"),
        ("price_min", "-1"),
        ("price_max", "x"),
        ("price_min", "9007199254740992"),
        ("price_max", "99999999999999999999"),
        ("available", "perhaps"),
        ("sort", "random"),
        ("limit", "0"),
        ("limit", "101"),
        ("cursor", "x"),
        ("cursor", "\0"),
    ] {
        let refused = shop.ask(&[(name, value)]).await;
        assert_eq!(refused.status, 400, "{name}={value}: {}", refused.body);
    }
    let values: Vec<(&str, &str)> = std::iter::repeat_n(("vendor", many), 51).collect();
    assert_eq!(shop.ask(&values).await.status, 400);
    for typed in [too_long.as_str(), "a\0b"] {
        let path = with_query("/storefront/v1/search/suggestions", &[("q", typed)]);
        let request = system.request(reqwest::Method::GET, &shop.host, &path);
        let refused = crate::harness::send(request).await;
        assert_eq!(refused.status, 400, "{typed}");
    }
    system.settle().await;
}

#[tokio::test]
async fn a_cursor_is_good_for_its_own_search_only() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    for shop in [&shop, &other] {
        shop.create(&[
            made("Blue Mug", json!({})),
            made("Red Mug", json!({})),
            made("Green Mug", json!({})),
        ])
        .await;
    }
    let first = [("q", "mug"), ("limit", "1")];
    let page = shop.find(&first).await;
    let cursor = page["next_cursor"].as_str().unwrap();

    let next = shop
        .find(&[("q", "MUG"), ("limit", "2"), ("cursor", cursor)])
        .await;
    assert_eq!(next["data"].as_array().unwrap().len(), 2);
    for wrong in [
        vec![("q", "blue"), ("cursor", cursor)],
        vec![("cursor", cursor)],
        vec![("q", "mug"), ("sort", "newest"), ("cursor", cursor)],
        vec![("q", "mug"), ("vendor", "x"), ("cursor", cursor)],
        vec![("q", "mug"), ("price_min", "1"), ("cursor", cursor)],
        vec![("q", "mug"), ("available", "true"), ("cursor", cursor)],
        vec![("q", "mug"), ("cursor", &cursor[1..])],
    ] {
        let refused = shop.ask(&wrong).await;
        assert_eq!(
            (refused.status, refused.code()),
            (400, "cursor_invalid"),
            "{wrong:?}"
        );
    }
    let foreign = other.ask(&[("q", "mug"), ("cursor", cursor)]).await;
    assert_eq!((foreign.status, foreign.code()), (400, "cursor_invalid"));
    system.settle().await;
}
