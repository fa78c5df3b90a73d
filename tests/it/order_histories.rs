//! Whatever happens to paid orders, in whatever order and at once: statuses, stock, refunds, documents, ledger and
//! the provider's balance agree.
//!
//! A few orders by default; `STOA_HISTORIES=2000 cargo nextest run order_histories` for the long one.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Bought, STAFF_PASSWORD, Shop, System, send, text};

const SLUGS: [&str; 3] = ["mug", "jug", "hat"];
/// Of each product, to begin with.
const STOCK: i64 = 100_000;

/// A slug, a currency, what a unit of each product costs, and when money is captured.
type MarketOf = (&'static str, &'static str, [i64; 3], &'static str);

/// Without digits behind the point, and with two. The provider takes no currency that has three.
const MARKETS: [MarketOf; 4] = [
    ("aurora", "EUR", [1490, 3333, 777], "automatic"),
    ("hikari", "JPY", [1490, 3333, 701], "automatic"),
    ("vento", "EUR", [1490, 3333, 777], "manual"),
    ("onda", "JPY", [1490, 3333, 701], "on_fulfillment"),
];

/// Something that is done to an order, and how many units go back into stock if it is taken.
struct Step {
    path: String,
    body: Value,
    restocked: BTreeMap<String, i64>,
}

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    let mut all = std::env::vars();
    all.find(|(key, _)| key == name)
        .and_then(|(_, value)| value.parse().ok())
}

/// A shop of three merchants, each with one product.
async fn market(system: &System, (slug, currency, prices, rule): MarketOf) -> Shop<'_> {
    let shop = system
        .shop_of(&json!({
            "slug": slug, "name": slug,
            "owner": {"email": format!("owner@{slug}.test"), "password": STAFF_PASSWORD},
            "storefront": {
                "currency": currency, "country": "DE", "locale": "en",
                "tax": {"included": currency == "EUR", "rate_ppm": 190_000, "name": "VAT"},
            },
            "merchants": [
                {"slug": "one", "name": "one", "commission_bps": 500},
                {"slug": "two", "name": "two", "commission_bps": 1_234},
                {"slug": "three", "name": "three", "commission_bps": 0},
            ],
            "shipping_options": [{
                "name": "Parcel", "rate": {"kind": "flat", "price": {"amount": 777, "currency": currency}},
            }],
        }))
        .await;
    for ((title, price), merchant) in SLUGS.iter().zip(prices).zip(&shop.merchants) {
        let product = json!({
            "title": title, "status": "active", "merchant_id": merchant,
            "variants": [{
                "sku": title, "price": {"amount": price, "currency": currency},
                "on_hand": STOCK,
            }],
        });
        let made = shop.admin(Method::POST, "/products", product).await;
        made.expect(201);
    }
    let seller = json!({
        "legal_name": "Goods GmbH", "vat_number": "DE123456789", "email": "office@goods.test",
        "address": {
            "street_name": "Lange Straße 7", "city": "Berlin", "postal_code": "10115", "country": "DE",
        },
        "is_automatic": true,
    });
    let set = shop.admin(Method::PUT, "/invoicing-settings", seller).await;
    set.expect(200);
    shop.captures(rule).await;
    shop
}

async fn buy(shop: &Shop<'_>, rule: &str, random: &mut StdRng) -> Bought {
    let goods: Vec<(&str, i64)> = SLUGS
        .iter()
        .map(|slug| (*slug, random.random_range(0..5)))
        .filter(|(_, quantity)| *quantity > 0)
        .collect();
    let goods = if goods.is_empty() {
        vec![("mug", 1)]
    } else {
        goods
    };
    let shopper = shop.ready_shopper(&goods).await;
    if rule == "automatic" {
        shopper.buy().await
    } else {
        shopper.buy_later().await
    }
}

async fn seen(shop: &Shop<'_>, order: &Bought) -> Value {
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    seen.expect(200)
}

/// One step at random, of lines as they were a moment ago: others may be quicker, or it asks for too much.
fn step(shown: &Value, random: &mut StdRng) -> Step {
    let lines = shown["lines"].as_array().unwrap();
    let line = &lines[random.random_range(0..lines.len())];
    let quantity = random.random_range(1..4);
    let units = json!([{"line_id": line["id"], "quantity": quantity}]);
    let order = format!("/orders/{}", text(shown, "/id"));
    let mut restocked = BTreeMap::new();
    let (path, body) = match random.random_range(0..9) {
        0..3 => ("fulfillments", json!({"lines": units})),
        3 => {
            let (restock, refund) = (random.random(), random.random::<bool>());
            if restock {
                restocked.insert(text(line, "/title"), quantity);
            }
            (
                "cancellations",
                json!({"lines": units, "restock": restock, "refund": refund}),
            )
        }
        4 => {
            let minor = random.random_range(1..900);
            let amount = json!({"amount": minor, "currency": shown["currency"]});
            ("refunds", json!({"amount": amount}))
        }
        5 => (
            "refunds",
            json!({"lines": units, "shipping": random.random::<bool>()}),
        ),
        6 => ("returns", json!({"reason": "does_not_fit", "lines": units})),
        7 if random.random() => ("capture", json!({})),
        7 => {
            let minor = random.random_range(1..3000);
            let amount = json!({"amount": minor, "currency": shown["currency"]});
            ("capture", json!({"amount": amount}))
        }
        _ if random.random_ratio(1, 6) => ("refunds", json!({"full": true})),
        _ => ("refunds", json!({"shipping": true})),
    };
    Step {
        path: format!("{order}/{path}"),
        body,
        restocked,
    }
}

/// Does it under a key of its own; what went back into stock.
async fn done(shop: &Shop<'_>, key: String, step: Step) -> BTreeMap<String, i64> {
    let path = format!("/admin/v1{}", step.path);
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    let answer = send(request.header("idempotency-key", key).json(&step.body)).await;
    // What is more than is left is refused, and changes nothing.
    let known = [200, 201, 409, 422].contains(&answer.status);
    assert!(known, "{} {}: {}", step.path, step.body, answer.text);
    if answer.status >= 300 {
        return BTreeMap::new();
    }
    if step.path.ends_with("/returns") {
        return received(shop, &answer.body).await;
    }
    step.restocked
}

/// A return comes, of which a part can be sold again.
async fn received(shop: &Shop<'_>, back: &Value) -> BTreeMap<String, i64> {
    let line = &back["lines"][0];
    let quantity = line["quantity"].as_i64().unwrap();
    let restocked = quantity / 2;
    let body = json!({
        "lines": [{
            "line_id": line["line_id"], "received_quantity": quantity, "restocked_quantity": restocked,
        }],
        "is_final": true,
    });
    let path = format!("/returns/{}/receive", text(back, "/id"));
    let taken = shop.admin(Method::POST, &path, body).await;
    taken.expect(200);
    let order = format!("/orders/{}", text(back, "/order_id"));
    let shown = shop.admin(Method::GET, &order, Value::Null).await;
    let shown = shown.expect(200);
    let mut lines = shown["lines"].as_array().unwrap().iter();
    let title = text(
        lines.find(|it| it["id"] == line["line_id"]).unwrap(),
        "/title",
    );
    BTreeMap::from([(title, restocked)])
}

fn sum(values: &Value, field: &str) -> i64 {
    let values = values.as_array().unwrap().iter();
    values.map(|it| it[field].as_i64().unwrap()).sum()
}

/// An order whose money is still only promised: it is taken, or let go if nothing is shipped.
async fn end(shop: &Shop<'_>, order: &Bought, random: &mut StdRng) {
    let path = format!("/orders/{}", order.order_id);
    if seen(shop, order).await["status"] != "authorized" {
        return;
    }
    if random.random() {
        let cancel = format!("{path}/cancel");
        let let_go = shop.admin(Method::POST, &cancel, Value::Null).await;
        if let_go.status == 200 {
            return;
        }
    }
    let capture = format!("{path}/capture");
    let taken = shop.admin(Method::POST, &capture, json!({})).await;
    taken.expect(200);
}

/// Nothing was taken for an order that was let go; units that were taken out of stock for it, and are not back.
fn was_let_go(shown: &Value) -> BTreeMap<String, i64> {
    assert_eq!(shown["payment_status"], "unpaid", "{shown}");
    assert_eq!(shown["totals"]["refunded"]["amount"], 0, "{shown}");
    let mut refunds = shown["refunds"].as_array().unwrap().iter();
    assert!(refunds.all(|it| it["status"] == "failed"), "{shown}");
    assert_eq!(sum(&shown["lines"], "fulfilled_quantity"), 0, "{shown}");
    let lines = shown["lines"].as_array().unwrap().iter();
    let cancelled = |line: &Value| line["cancelled_quantity"].as_i64().unwrap();
    lines
        .map(|line| (text(line, "/title"), cancelled(line)))
        .collect()
}

/// What the order says of itself agrees with what it consists of; units that were sold, by product.
async fn agrees(shop: &Shop<'_>, order: &Bought) -> BTreeMap<String, i64> {
    let shown = seen(shop, order).await;
    if shown["status"] == "cancelled" {
        return was_let_go(&shown);
    }
    let lines = &shown["lines"];
    let (sold, cancelled) = (sum(lines, "quantity"), sum(lines, "cancelled_quantity"));
    let fulfilled = sum(lines, "fulfilled_quantity");
    for line in lines.as_array().unwrap() {
        let count = |field: &str| line[field].as_i64().unwrap();
        assert!(
            count("fulfilled_quantity") + count("cancelled_quantity") <= count("quantity")
                && count("returning_quantity") <= count("fulfilled_quantity")
                && count("refunded_quantity") <= count("quantity"),
            "{line}"
        );
    }
    let status = match fulfilled {
        0 => "unfulfilled",
        some if some < sold - cancelled => "partially_fulfilled",
        _ => "fulfilled",
    };
    assert_eq!(shown["fulfillment_status"], status, "{shown}");

    let amount = |of: &Value| of["amount"].as_i64().unwrap();
    let (total, refunded) = (
        amount(&shown["totals"]["total"]),
        amount(&shown["totals"]["refunded"]),
    );
    let status = match refunded {
        0 => "paid",
        some if some < total => "partially_refunded",
        _ => "refunded",
    };
    assert_eq!(shown["payment_status"], status, "{shown}");
    assert!(refunded <= total, "{shown}");
    let refunds = shown["refunds"].as_array().unwrap().iter();
    let refunds: Vec<&Value> = refunds.collect();
    assert!(
        refunds.iter().all(|it| it["status"] == "succeeded"),
        "{shown}"
    );
    let given: i64 = refunds.iter().map(|it| amount(&it["amount"])).sum();
    assert_eq!(given, refunded, "{shown}");

    let path = format!("/orders/{}/documents", order.order_id);
    let documents = shop.admin(Method::GET, &path, Value::Null).await;
    let documents = documents.expect(200);
    let of = |kind: &str| -> i64 {
        let all = documents["data"].as_array().unwrap().iter();
        all.filter(|it| it["kind"] == kind)
            .map(|it| amount(&it["total"]))
            .sum()
    };
    assert_eq!((of("invoice"), of("credit_note")), (total, refunded));
    let lines = lines.as_array().unwrap().iter();
    lines
        .map(|line| (text(line, "/title"), line["quantity"].as_i64().unwrap()))
        .collect()
}

/// What happens to one order, two things at once now and then; what it has taken out of stock.
async fn history(
    shop: &Shop<'_>,
    rule: &str,
    random: &mut StdRng,
) -> (Bought, BTreeMap<String, i64>) {
    let order = buy(shop, rule, random).await;
    let mut back = BTreeMap::<String, i64>::new();
    for turn in 0..random.random_range(1..7) {
        let shown = seen(shop, &order).await;
        let steps: Vec<Step> = (0..random.random_range(1..4))
            .map(|_| step(&shown, random))
            .collect();
        let all = steps.into_iter().enumerate().map(|(at, step)| {
            let key = format!("{}-{turn}-{at}", order.order_id);
            done(shop, key, step)
        });
        for (title, units) in join_all(all).await.into_iter().flatten() {
            *back.entry(title).or_default() += units;
        }
    }
    if rule != "automatic" {
        shop.system.is_quiet().await;
    }
    end(shop, &order, random).await;
    (order, back)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_happens_to_orders_everything_agrees() {
    let seed: u64 = number("STOA_HISTORIES_SEED").unwrap_or_else(rand::random);
    let histories: u64 = number("STOA_HISTORIES").unwrap_or(16);
    println!("STOA_HISTORIES_SEED={seed} STOA_HISTORIES={histories}");
    let mut random = StdRng::seed_from_u64(seed);
    let system = System::start().await;
    for market_of in MARKETS {
        let shop = market(&system, market_of).await;
        let mut left: BTreeMap<String, i64> = SLUGS
            .iter()
            .map(|slug| ((*slug).to_owned(), STOCK))
            .collect();
        let mut orders = Vec::new();
        for _ in 0..histories / 4 {
            let (order, back) = history(&shop, market_of.3, &mut random).await;
            for (title, units) in back {
                *left.get_mut(&title).unwrap() += units;
            }
            orders.push(order);
        }
        system.is_quiet().await;
        for order in &orders {
            for (title, units) in agrees(&shop, order).await {
                *left.get_mut(&title).unwrap() -= units;
            }
        }
        for (slug, units) in left {
            let path = format!("/variants/{}/stock", shop.variant(&slug).await);
            let held = shop.admin(Method::GET, &path, Value::Null).await;
            let held = held.expect(200);
            assert_eq!(
                (&held["on_hand"], &held["reserved"]),
                (&json!(units), &json!(0)),
                "{slug}"
            );
        }
    }
    system.settle().await;
}
