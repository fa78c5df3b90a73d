//! What a refund would do, held against what it then does in the ledger; amounts, and refunds of returns.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Bought, Shop, Shopper, System, send, text};

const MERCHANTS: &[(&str, i32)] = &[("north", 1000), ("south", 725)];

/// A tenant that sells in this currency, tax included, and has a product of each of two merchants.
async fn shop<'s>(system: &'s System, slug: &str, currency: &str) -> Shop<'s> {
    let merchants: Vec<Value> = MERCHANTS
        .iter()
        .map(|(slug, bps)| json!({"slug": slug, "name": slug, "commission_bps": bps}))
        .collect();
    let shop = system
        .shop_of(&json!({
            "slug": slug, "name": slug,
            "owner": {
                "email": format!("owner@{slug}.test"), "password": "correct horse battery staple",
            },
            "storefront": {
                "currency": currency, "country": "DE", "locale": "en",
                "tax": {"included": true, "rate_ppm": 190_000, "name": "VAT"},
            },
            "shipping_options": [{
                "name": "Parcel",
                "rate": {"kind": "flat", "price": {"amount": 491, "currency": currency}},
            }],
            "merchants": merchants,
        }))
        .await;
    for (merchant, (title, price)) in shop.merchants.iter().zip([("mug", 999), ("bowl", 3337)]) {
        let product = json!({
            "title": title, "status": "active", "merchant_id": merchant,
            "variants": [{"price": {"amount": price, "currency": currency}}],
        });
        let made = shop.admin(Method::POST, "/products", product).await;
        let variant = text(&made.expect(201), "/variants/0/id");
        let path = format!("/variants/{variant}/stock");
        let stock = shop.admin(Method::PUT, &path, json!({"on_hand": 50})).await;
        assert!(stock.status < 300, "{stock:?}");
    }
    shop
}

/// Three mugs and two bowls, paid for.
async fn bought(shop: &Shop<'_>) -> Bought {
    let shopper: Shopper<'_> = shop.ready_shopper(&[("mug", 3), ("bowl", 2)]).await;
    let order = shopper.buy().await;
    shop.system.is_quiet().await;
    order
}

async fn seen(shop: &Shop<'_>, path: &str) -> Value {
    shop.admin(Method::GET, path, Value::Null).await.expect(200)
}

async fn preview(shop: &Shop<'_>, order: &Bought, body: &Value) -> Answer {
    let path = format!("/orders/{}/refunds/preview", order.order_id);
    shop.admin(Method::POST, &path, body.clone()).await
}

/// Entries of facts that are not among the first `known`, summed by kind, account and merchant.
async fn entries(
    shop: &Shop<'_>,
    order: &Bought,
    known: usize,
) -> BTreeMap<(String, String, String), i64> {
    let money = seen(shop, &format!("/orders/{}/money", order.order_id)).await;
    assert_eq!(money["sum"]["amount"], 0);
    let mut sums = BTreeMap::new();
    for fact in money["transactions"].as_array().unwrap().iter().skip(known) {
        for posting in fact["postings"].as_array().unwrap() {
            let merchant = posting["merchant_id"].as_str().unwrap_or_default();
            let key = (
                text(fact, "/kind"),
                text(posting, "/account"),
                merchant.to_owned(),
            );
            *sums.entry(key).or_default() += posting["amount"]["amount"].as_i64().unwrap();
        }
    }
    sums.retain(|_, minor| *minor != 0);
    sums
}

/// The entries that a preview comes to.
fn expected(preview: &Value) -> BTreeMap<(String, String, String), i64> {
    let minor = |value: &Value, name: &str| value[name]["amount"].as_i64().unwrap();
    let mut sums = BTreeMap::new();
    let mut add = |kind: &str, account: &str, merchant: &str, minor: i64| {
        let key = (kind.to_owned(), account.to_owned(), merchant.to_owned());
        *sums.entry(key).or_default() += minor;
    };
    for part in preview["merchants"].as_array().unwrap() {
        let id = part["merchant_id"].as_str().unwrap();
        let of = |name| minor(part, name);
        let borne = of("withheld") + of("reversed") + of("debt");
        assert_eq!(
            of("amount"),
            of("held") + of("commission_returned") + borne,
            "{part}"
        );
        add("refund", "merchant_payable", id, borne);
        add(
            "refund",
            "platform_fee_revenue",
            "",
            of("commission_returned"),
        );
        add("refund", "customer_refund_payable", "", of("held"));
        add("refund", "stripe_clearing", "", -of("amount"));
        add("transfer_reversal", "merchant_payable", id, -of("reversed"));
        add("transfer_reversal", "stripe_clearing", "", of("reversed"));
        add("merchant_debt", "merchant_payable", id, -of("debt"));
        add("merchant_debt", "merchant_receivable", id, of("debt"));
    }
    sums.retain(|_, minor| *minor != 0);
    sums
}

/// What each merchant is owed, less what it owes.
async fn balances(shop: &Shop<'_>) -> BTreeMap<String, i64> {
    let list = seen(shop, "/ledger/balances").await;
    let mut balances = BTreeMap::new();
    for account in list["data"].as_array().unwrap() {
        if let Some(merchant) = account["merchant_id"].as_str() {
            let minor = account["balance"]["amount"].as_i64().unwrap();
            *balances.entry(merchant.to_owned()).or_default() -= minor;
        }
    }
    balances
}

/// Previews a refund, makes it, and holds one against the other.
async fn refund_does_what_was_previewed(shop: &Shop<'_>, order: &Bought, key: &str, body: &Value) {
    let system = shop.system;
    let written =
        "select (select count(*) from refunds) * 1000 + (select count(*) from payment_refunds)";
    let before = system.number(written).await;
    let told = preview(shop, order, body).await.expect(200);
    assert_eq!(preview(shop, order, body).await.expect(200), told, "{key}");
    assert_eq!(system.number(written).await, before, "{key}");
    let money = seen(shop, &format!("/orders/{}/money", order.order_id)).await;
    let known = money["transactions"].as_array().unwrap().len();

    let refund = shop.refund(&order.order_id, key, body).await.expect(201);
    system.is_quiet().await;

    for field in ["amount", "lines", "shipping"] {
        assert_eq!(refund[field], told[field], "{key}: {field}");
    }
    assert_eq!(entries(shop, order, known).await, expected(&told), "{key}");
    let balances = balances(shop).await;
    for part in told["merchants"].as_array().unwrap() {
        let id = part["merchant_id"].as_str().unwrap();
        let balance = balances.get(id).copied().unwrap_or_default();
        assert_eq!(part["balance"]["amount"], balance, "{key}: {id}");
    }
    let money = seen(shop, &format!("/orders/{}/money", order.order_id)).await;
    let left = order.total - money["payment"]["refunded"]["amount"].as_i64().unwrap();
    assert_eq!(told["remaining"]["amount"], left, "{key}");
    let fees = money["shares"].as_array().unwrap().iter();
    let fees: i64 = fees
        .map(|share| share["provider_fee"]["amount"].as_i64().unwrap())
        .sum();
    assert_eq!(told["provider_fee"]["amount"], fees, "{key}");
}

async fn refused(shop: &Shop<'_>, order: &Bought, body: &Value, expected: (u16, &str, &str)) {
    let system = shop.system;
    let before = system.number("select count(*) from refunds").await;
    let key = format!("refused-{}", kernel::ports::Ids.token());
    let asked = shop.refund(&order.order_id, &key[..40], body).await;
    for answer in [preview(shop, order, body).await, asked] {
        let pointer = answer.body["errors"][0]["pointer"].as_str();
        let told = (answer.status, answer.code(), pointer.unwrap_or_default());
        assert_eq!(told, expected, "{body}: {}", answer.body);
    }
    assert_eq!(system.number("select count(*) from refunds").await, before);
}

#[tokio::test]
async fn a_refund_moves_what_its_preview_told() {
    let system = System::start().await;
    // Nothing can be sold in a currency of three decimals: the provider takes none.
    for (slug, currency) in [("aurora", "EUR"), ("hikari", "JPY")] {
        let shop = shop(&system, slug, currency).await;
        let order = bought(&shop).await;
        let lines = seen(&shop, &format!("/orders/{}", order.order_id)).await["lines"].clone();
        let line = |title: &str| {
            let mut lines = lines.as_array().unwrap().iter();
            lines.find(|it| it["title"] == title).unwrap()["id"].clone()
        };
        let (mug, bowl) = (line("mug"), line("bowl"));
        let amount = |minor: i64| json!({"amount": minor, "currency": currency});
        let one_mug = json!({"lines": [{"line_id": mug, "quantity": 1}]});
        refund_does_what_was_previewed(&shop, &order, "one-mug", &one_mug).await;
        refund_does_what_was_previewed(&shop, &order, "shipping", &json!({"shipping": true})).await;
        let free = json!({"amount": amount(701), "reason": "goodwill"});
        refund_does_what_was_previewed(&shop, &order, "free", &free).await;
        // Of what is left, the merchants have less than the two mugs and bowls were paid for.
        let rest = order.total - 999 - 491 - 701;
        for (body, expected) in [
            (
                json!({"amount": amount(rest + 1)}),
                (422, "refund_too_large", "/amount/amount"),
            ),
            (
                json!({"lines": [{"line_id": bowl, "quantity": 2}]}),
                (422, "refund_too_large", ""),
            ),
            (
                json!({"lines": [{"line_id": mug, "quantity": 3}]}),
                (422, "refund_too_large", "/lines/0/quantity"),
            ),
            (
                json!({"amount": {"amount": 1, "currency": "USD"}}),
                (400, "invalid_request", "/amount/currency"),
            ),
            (
                json!({"amount": amount(0)}),
                (400, "invalid_request", "/amount/amount"),
            ),
            (
                json!({"full": true, "amount": amount(1)}),
                (400, "invalid_request", "/full"),
            ),
            (json!({}), (400, "invalid_request", "/lines")),
        ] {
            refused(&shop, &order, &body, expected).await;
        }
        let both = json!({"lines": [{"line_id": bowl, "quantity": 1}], "amount": amount(13)});
        refund_does_what_was_previewed(&shop, &order, "both", &both).await;
        refund_does_what_was_previewed(&shop, &order, "rest", &json!({"full": true})).await;
        let end = seen(&shop, &format!("/orders/{}", order.order_id)).await;
        assert_eq!(end["status"], "refunded");
        assert_eq!(end["totals"]["refunded"]["amount"], order.total);
        let nothing = (422, "refund_too_large", "/full");
        refused(&shop, &order, &json!({"full": true}), nothing).await;
    }
    system.settle().await;
}

/// A return of two mugs of an order that was delivered, of which as many came.
async fn returned(shop: &Shop<'_>, order: &Bought, line: &str) -> String {
    let merchant = json!({"merchant_id": shop.merchants[0]});
    let parcel = shop.fulfill(&order.order_id, "parcel", &merchant).await;
    parcel.expect(201);
    let path = format!("/admin/v1/orders/{}/returns", order.order_id);
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    let body = json!({"reason": "other", "lines": [{"line_id": line, "quantity": 2}]});
    let made = send(request.header("idempotency-key", "return").json(&body)).await;
    text(&made.expect(201), "/id")
}

async fn receive(shop: &Shop<'_>, id: &str, line: &str, came: i64) {
    let body = json!({"lines": [
        {"line_id": line, "received_quantity": came, "restocked_quantity": 0},
    ]});
    let path = format!("/returns/{id}/receive");
    shop.admin(Method::POST, &path, body).await.expect(200);
}

#[tokio::test]
async fn what_came_with_a_return_is_refunded_once() {
    let system = System::start().await;
    let shop = shop(&system, "aurora", "EUR").await;
    let order = bought(&shop).await;
    let other = bought(&shop).await;
    let path = format!("/orders/{}", order.order_id);
    let lines = seen(&shop, &path).await["lines"].clone();
    let mut mugs = lines.as_array().unwrap().iter();
    let mug = text(mugs.find(|it| it["title"] == "mug").unwrap(), "/id");
    let id = returned(&shop, &order, &mug).await;
    let all = json!({"return_id": id});

    refused(&shop, &order, &all, (422, "refund_empty", "")).await;
    refused(&shop, &other, &all, (422, "return_not_found", "/return_id")).await;
    receive(&shop, &id, &mug, 1).await;
    let two = json!({"return_id": id, "lines": [{"line_id": mug, "quantity": 2}]});
    let too_many = (422, "refund_too_large", "/lines/0/quantity");
    refused(&shop, &order, &two, too_many).await;
    // Of four at once one gives the money back.
    let keys: Vec<String> = (0..4).map(|n| format!("first-{n}")).collect();
    let asked = keys
        .iter()
        .map(|key| shop.refund(&order.order_id, key, &all));
    let answers = join_all(asked).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422, 422]);
    refused(&shop, &order, &all, (422, "refund_empty", "")).await;

    receive(&shop, &id, &mug, 2).await;
    let with_amount = json!({
        "return_id": id, "amount": {"amount": 200, "currency": "EUR"}, "reason": "postage",
    });
    refund_does_what_was_previewed(&shop, &order, "second", &with_amount).await;
    refused(&shop, &order, &all, (422, "refund_empty", "")).await;

    let seen = seen(&shop, &path).await;
    assert_eq!(seen["lines"][0]["refunded_quantity"], 2);
    assert_eq!(seen["totals"]["refunded"]["amount"], 2 * 999 + 200);
    for refund in seen["refunds"].as_array().unwrap() {
        assert_eq!(refund["return_id"], id.as_str());
    }
    system.settle().await;
}
