//! The main job, through the front door: shoppers buy on branded stores, merchants get their shares,
//! and every cent is accounted for.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Bought, Shop, System, send};

fn amount(value: &Value, pointer: &str) -> i64 {
    match value
        .pointer(pointer)
        .and_then(|money| money["amount"].as_i64().or(money.as_i64()))
    {
        Some(amount) => amount,
        None => panic!("no amount at {pointer} in {value}"),
    }
}

#[tokio::test]
async fn a_guest_buys_and_the_merchant_gets_its_share() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("aurora-home", 500)]).await;
    shop.stock(&[("mug", 1490, 10), ("bowl", 2990, 5)]).await;

    let shopper = shop.ready_shopper(&[("mug", 2), ("bowl", 1)]).await;
    let cart = shopper.cart().await;
    assert_eq!(amount(&cart, "/totals/items"), 5970);
    assert_eq!(amount(&cart, "/totals/shipping"), 490);
    assert_eq!(amount(&cart, "/totals/total"), 6460);
    // 19 % of the price without tax, for each line and the shipping: 476 + 477 + 78.
    assert_eq!(amount(&cart, "/totals/tax"), 1031);

    let order = shopper.place().await;
    assert_eq!(order.total, 6460);
    assert_eq!(shopper.order(&order).await["status"], "pending_payment");
    shopper.pay(&order).await;
    system.is_quiet().await;

    // Stripe keeps 2.9 % + 30 = 217; commission is the platform's default on goods without tax.
    let money = shop
        .admin(
            Method::GET,
            &format!("/orders/{}/money", order.order_id),
            Value::Null,
        )
        .await
        .expect(200);
    assert_eq!(amount(&money, "/sum"), 0);
    let share = &money["shares"][0];
    let (gross, commission, fee, transfer) = (
        amount(share, "/gross"),
        amount(share, "/commission"),
        amount(share, "/provider_fee"),
        amount(share, "/transferred"),
    );
    assert_eq!((gross, fee), (6460, 217));
    assert_eq!(transfer, gross - commission - fee);
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(state["counts"]["charges"], 1, "{state}");
    assert_eq!(state["counts"]["transfers"], 1, "{state}");
    assert_eq!(state["balance"]["eur"]["total"], commission);

    let stock = "select on_hand::bigint * 1000 + reserved from stock_levels s
                   join variants v on v.tenant_id = s.tenant_id and v.id = s.variant_id where v.sku = 'mug'";
    assert_eq!(system.number(stock).await, 8000);
    system.settle().await;
}

/// The id of an order's line, by the title of what was bought.
async fn line_id(shop: &Shop<'_>, path: &str, title: &str) -> Value {
    let order = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    let lines = order["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["title"] == title);
    line.unwrap()["id"].clone()
}

/// What staff is told of an order's money, whose sum must be zero.
async fn money(shop: &Shop<'_>, path: &str) -> Value {
    let path = format!("{path}/money");
    let money = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(amount(&money, "/sum"), 0);
    money
}

/// The order itself tells of the transfers as the trace of its money does.
async fn transfers_are_shown(shop: &Shop<'_>, path: &str, money: &Value, count: usize) {
    let order = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    assert_eq!(order["transfers"].as_array().unwrap().len(), count);
    assert_eq!(order["transfers"], money["transfers"]);
}

#[tokio::test]
async fn a_cart_with_two_merchants_splits_and_refunds_to_the_cent() {
    let system = System::start().await;
    let shop = system
        .shop("meridian", &[("ridgeline", 800), ("harbor", 1000)])
        .await;
    shop.stock(&[("ridgeline/tent", 19_999, 10), ("harbor/coffee", 1333, 10)])
        .await;
    let shopper = shop.ready_shopper(&[("tent", 1), ("coffee", 3)]).await;
    let order = shopper.buy().await;
    system.is_quiet().await;

    let path = format!("/orders/{}", order.order_id);
    let seen = money(&shop, &path).await;
    transfers_are_shown(&shop, &path, &seen, 2).await;
    let shares = seen["shares"].as_array().unwrap();
    assert_eq!(shares.len(), 2);
    assert_eq!(
        shares
            .iter()
            .map(|share| amount(share, "/gross"))
            .sum::<i64>(),
        order.total
    );

    // One of three coffees, then everything that is left.
    let coffee = line_id(&shop, &path, "coffee").await;
    let one = json!({"lines": [{"line_id": coffee, "quantity": 1}], "reason": "broken"});
    let first = shop
        .refund(&order.order_id, "refund-one", &one)
        .await
        .expect(201);
    assert_eq!(amount(&first, "/amount"), 1333);
    let again = shop.refund(&order.order_id, "refund-one", &one).await;
    assert_eq!(
        (again.status, &again.body["id"]),
        (201, &first["id"]),
        "the same key is the same refund"
    );
    system.is_quiet().await;
    assert_eq!(
        shopper.order(&order).await["payment_status"],
        "partially_refunded"
    );

    let all = json!({"full": true, "reason": "sent back"});
    let rest = shop
        .refund(&order.order_id, "refund-all", &all)
        .await
        .expect(201);
    assert_eq!(amount(&rest, "/amount"), order.total - 1333);
    system.is_quiet().await;
    assert_eq!(shopper.order(&order).await["status"], "refunded");
    let more = shop.refund(&order.order_id, "refund-more", &all).await;
    assert_eq!(more.status / 100, 4, "{more:?}");

    let state = system.sim(Method::GET, "state", Value::Null).await;
    let sums = &state["sums"];
    assert_eq!(amount(sums, "/charges/eur"), order.total);
    assert_eq!(amount(sums, "/refunds/eur"), order.total);
    let (sent, taken_back) = (
        amount(sums, "/transfers/eur"),
        amount(sums, "/reversals/eur"),
    );
    assert_eq!(taken_back, sent, "{state}");
    // What the provider kept of the payment.
    let fee = amount(sums, "/fees/eur");
    assert_eq!(amount(&state, "/balance/eur/total"), -fee);
    money(&shop, &path).await;
    let revenue = "select coalesce(sum(balance), 0)::bigint from ledger_balances where code = 'platform_fee_revenue'";
    assert_eq!(
        system.number(revenue).await,
        0,
        "commission went back with the money"
    );
    system.settle().await;
}

#[tokio::test]
async fn of_fifty_shoppers_for_the_last_piece_one_gets_it() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("last", 1000, 1)]).await;
    let mut shoppers = Vec::new();
    for _ in 0..50 {
        shoppers.push(shop.ready_shopper(&[("last", 1)]).await);
    }

    let tries = shoppers
        .iter()
        .enumerate()
        .map(|(number, shopper)| async move {
            let key = format!("last-piece-{number}");
            // A shop that is too busy says so, and an app asks again.
            loop {
                let answer = shopper.checkout(&key, 1490).await;
                if answer.code() != "database_unavailable" {
                    break answer;
                }
            }
        });
    let answers = futures_util::future::join_all(tries).await;

    let strange: Vec<_> = answers
        .iter()
        .filter(|answer| answer.status != 201 && answer.code() != "insufficient_stock")
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    let placed = answers.iter().filter(|answer| answer.status == 201).count();
    let refused = answers
        .iter()
        .filter(|answer| answer.code() == "insufficient_stock")
        .count();
    assert_eq!((placed, refused), (1, 49));
    assert_eq!(system.number("select count(*) from orders").await, 1);
    assert_eq!(
        system
            .number("select sum(on_hand * 100 + reserved)::bigint from stock_levels")
            .await,
        101
    );
    system.settle().await;
}

#[tokio::test]
async fn a_declined_card_leaves_the_cart_open_and_another_one_pays() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 3)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let order = shopper.place().await;

    let declined = shopper.confirm(&order, "pm_card_visa_chargeDeclined").await;
    assert_eq!(declined.status, 402);
    system.is_quiet().await;
    assert_eq!(shopper.cart().await["status"], "open");
    assert_eq!(shopper.order(&order).await["status"], "pending_payment");
    assert_eq!(
        system
            .number("select sum(reserved)::bigint from stock_levels")
            .await,
        1
    );

    let again = shopper.checkout("another-key", order.total).await;
    assert_eq!(
        (again.status, Bought::of(&again.body).order_id),
        (200, order.order_id.clone())
    );
    shopper.pay(&order).await;
    assert_eq!(shopper.cart().await["status"], "completed");
    assert_eq!(system.number("select count(*) from orders").await, 1);
    system.settle().await;
}

#[tokio::test]
async fn while_stripe_is_out_the_cart_stays_and_the_same_request_succeeds_later() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 3)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;
    let fault = json!({"kind": "drop_before", "path_contains": "/v1/payment_intents", "times": 0});
    system.sim(Method::POST, "faults", fault).await;

    let refused = shopper.checkout("patient-key", 1980).await;
    assert_eq!(
        (refused.status, refused.code()),
        (503, "payment_provider_unavailable")
    );
    assert!(refused.headers.contains_key("retry-after"));
    let cart = shopper.cart().await;
    assert_eq!(
        (
            cart["status"].as_str(),
            cart["lines"].as_array().map(Vec::len)
        ),
        (Some("open"), Some(1))
    );

    system.sim(Method::DELETE, "faults", Value::Null).await;
    // The breaker lets a call through again after a moment.
    let mut placed = shopper.checkout("patient-key", 1980).await;
    for _ in 0..100 {
        if placed.status < 400 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        placed = shopper.checkout("patient-key", 1980).await;
    }
    let order = Bought::of(&placed.expect(201));
    shopper.pay(&order).await;
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(state["counts"]["charges"], 1);
    assert_eq!(system.number("select count(*) from orders").await, 1);
    system.settle().await;
}

#[tokio::test]
async fn the_same_key_gets_the_same_bytes_and_another_body_is_refused() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 3)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;

    let differs = shopper.checkout("first-try", 1).await;
    assert_eq!((differs.status, differs.code()), (409, "cart_changed"));
    assert_eq!(
        differs.body["current_total"],
        json!({"amount": 1980, "currency": "EUR"})
    );
    assert_eq!(system.number("select count(*) from orders").await, 0);

    let first = shopper.checkout("one-key-for-all", 1980).await;
    let second = shopper.checkout("one-key-for-all", 1980).await;
    assert_eq!((first.status, second.status), (201, 201));
    assert_eq!(first.body, second.body);
    assert_eq!(second.headers["idempotent-replayed"], "true");
    let other = shopper.checkout("one-key-for-all", 1981).await;
    assert_eq!(
        (other.status, other.code()),
        (422, "idempotency_key_reused")
    );

    let body = json!({"expected_total": {"amount": 1980, "currency": "EUR"}, "payment_provider": "stripe"});
    let keyless = send(shopper.request(Method::POST, "/checkout").json(&body)).await;
    assert_eq!(
        (keyless.status, keyless.code()),
        (400, "idempotency_key_missing")
    );
    let line = shop.variant("mug").await;
    let locked = shopper.add(&line, 1).await;
    assert_eq!((locked.status, locked.code()), (409, "cart_locked"));
    system.settle().await;
}

#[tokio::test]
async fn webhooks_twice_and_out_of_order_have_one_effect() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 30)]).await;
    for mode in ["duplicate", "reorder"] {
        system
            .sim(Method::POST, "webhooks", json!({"mode": mode}))
            .await;
        for _ in 0..3 {
            shop.ready_shopper(&[("mug", 2)]).await.buy().await;
        }
    }
    system
        .sim(Method::POST, "webhooks", json!({"mode": "normal"}))
        .await;
    system.is_quiet().await;

    assert_eq!(
        system
            .number("select count(*) from orders where status = 'paid'")
            .await,
        6
    );
    let state = system.sim(Method::GET, "state", Value::Null).await;
    assert_eq!(
        (&state["counts"]["charges"], &state["counts"]["transfers"]),
        (&json!(6), &json!(6))
    );
    assert_eq!(
        system
            .number("select sum(on_hand)::bigint from stock_levels")
            .await,
        18
    );
    system.settle().await;
}
