//! Giving money back: exactly what was paid, never more, and never twice.

use domain::orders::{
    ListOrders, OrderError, OrderStatus, PaymentStatus, Refund, RefundStatus, RequestRefund,
    WantedRefund,
};
use futures_util::future::join_all;
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, VariantId};
use kernel::ports::RefundState;
use kernel::{Fault, Kind};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::shop::{Shop, euro};
use crate::wares::{Ware, nobody};

fn units(lines: &[(OrderLineId, i64)], shipping: bool) -> WantedRefund {
    WantedRefund::Part {
        lines: lines
            .iter()
            .map(|(line, number)| (*line, Quantity::parse(*number).unwrap()))
            .collect(),
        shipping,
        amount: None,
    }
}

async fn ask(
    shop: &Shop,
    order_id: OrderId,
    key: &str,
    wanted: WantedRefund,
) -> Result<Refund, OrderError> {
    let command = RequestRefund {
        order_id,
        key: key.to_owned(),
        wanted,
        return_id: None,
        reason: "it broke".to_owned(),
    };
    let requested = shop.orders.request_refund(&shop.staff, command).await?;
    Ok(requested.refund)
}

/// A shop with a paid order of three mugs at 3.33 and one bowl of the other merchant.
async fn paid() -> (Shop, OrderId, [OrderLineId; 2]) {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(333).stock(9)).await;
    let bowl = shop.sell(Ware::new(2000).of_merchant(1)).await;
    let order_id = shop.paid_order(&[(mug, 3), (bowl, 1)]).await;
    let lines = shop.order(order_id).await.lines;
    (shop, order_id, [lines[0].id, lines[1].id])
}

#[tokio::test]
async fn everything_is_given_back_at_once() {
    let (shop, order_id, _) = paid().await;

    let refund = ask(&shop, order_id, "key", WantedRefund::Full)
        .await
        .unwrap();

    assert_eq!(refund.status, RefundStatus::Succeeded);
    assert_eq!(refund.amount, euro(999 + 2000 + 490));
    assert!(refund.includes_shipping);
    assert_eq!(refund.created_by, shop.staff.actor().to_string());
    let details = shop.order(order_id).await;
    assert_eq!(details.order.status, OrderStatus::Refunded);
    assert_eq!(details.order.payment_status, PaymentStatus::Refunded);
    assert_eq!(details.order.refunded_minor, details.order.total_minor);
    assert_eq!(details.refunds, [refund]);
    let asked = shop.payments.refunds();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].0.shares.len(), 2);
    let net: i64 = asked[0]
        .0
        .shares
        .iter()
        .map(|share| share.goods_net_minor)
        .sum();
    let paid_net: i64 = details
        .shares
        .iter()
        .map(|share| share.goods.net_minor)
        .sum();
    assert_eq!(net, paid_net);
    // The reminder finds nothing to do.
    shop.work().await;
    assert_eq!(shop.payments.refunds().len(), 1);
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 3489);
}

#[tokio::test]
async fn units_and_shipping_are_given_back_one_by_one_to_the_cent() {
    let (shop, order_id, [mug, bowl]) = paid().await;

    let first = ask(&shop, order_id, "key 1", units(&[(mug, 1)], false))
        .await
        .unwrap();
    let details = shop.order(order_id).await;
    assert_eq!(
        details.order.payment_status,
        PaymentStatus::PartiallyRefunded
    );
    assert_eq!(details.order.status, OrderStatus::Paid);
    assert_eq!(details.lines[0].refunded_quantity, 1);
    let second = ask(&shop, order_id, "key 2", units(&[(mug, 1)], true))
        .await
        .unwrap();
    let third = ask(
        &shop,
        order_id,
        "key 3",
        units(&[(mug, 1), (bowl, 1)], false),
    )
    .await
    .unwrap();

    assert_eq!(first.amount, euro(333));
    assert_eq!(second.amount, euro(333 + 490));
    assert_eq!(third.amount, euro(333 + 2000));
    assert_eq!(
        shop.order(order_id).await.order.status,
        OrderStatus::Refunded
    );
}

#[tokio::test]
async fn more_than_is_left_is_refused_and_the_line_is_named() {
    let (shop, order_id, [mug, bowl]) = paid().await;
    ask(&shop, order_id, "key 1", units(&[(mug, 2)], true))
        .await
        .unwrap();

    let refused = ask(
        &shop,
        order_id,
        "key 2",
        units(&[(bowl, 1), (mug, 2)], false),
    )
    .await
    .unwrap_err();
    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Rejected, "refund_too_large")
    );
    assert_eq!(refused.fields()[0].pointer, "/lines/1/quantity");
    assert!(refused.fields()[0].detail.contains(&mug.to_string()));
    let refused = ask(&shop, order_id, "key 3", units(&[], true))
        .await
        .unwrap_err();
    assert_eq!(refused.fields()[0].pointer, "/shipping");
    let refused = ask(&shop, order_id, "key 4", units(&[], false))
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "refund_empty");
    let twice = units(&[(mug, 1), (mug, 1)], false);
    let refused = ask(&shop, order_id, "key 5", twice).await.unwrap_err();
    assert_eq!(
        (refused.kind(), refused.fields()[0].pointer.as_str()),
        (Kind::Invalid, "/lines/1/line_id")
    );
    let foreign = units(&[(OrderLineId::from_uuid(nobody()), 1)], false);
    let refused = ask(&shop, order_id, "key 6", foreign).await.unwrap_err();
    assert_eq!(
        (refused.kind(), refused.fields()[0].pointer.as_str()),
        (Kind::Rejected, "/lines/0/line_id")
    );

    assert_eq!(shop.order(order_id).await.refunds.len(), 1);
    // A key whose request was refused is free again.
    assert!(
        ask(&shop, order_id, "key 2", WantedRefund::Full)
            .await
            .is_ok()
    );
    let refused = ask(&shop, order_id, "key 7", WantedRefund::Full)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "refund_too_large");
}

#[tokio::test]
async fn only_what_was_paid_is_given_back_and_only_by_who_may() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(333)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let order_id = shop.place(&basket, "key").await.unwrap().order.id;

    let refused = ask(&shop, order_id, "key", WantedRefund::Full)
        .await
        .unwrap_err();
    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "order_wrong_status")
    );
    let absent = OrderId::from_uuid(nobody());
    let refused = ask(&shop, absent, "key", WantedRefund::Full)
        .await
        .unwrap_err();
    assert_eq!(refused.kind(), Kind::NotFound);
    let command = RequestRefund {
        order_id,
        key: "key".to_owned(),
        wanted: WantedRefund::Full,
        return_id: None,
        reason: String::new(),
    };
    let denied = shop
        .orders
        .request_refund(&shop.visitor, command)
        .await
        .unwrap_err();
    assert_eq!(denied.kind(), Kind::Forbidden);
    assert!(shop.payments.refunds().is_empty());
}

#[tokio::test]
async fn the_same_key_is_the_same_refund() {
    let (shop, order_id, [mug, _]) = paid().await;
    let first = ask(&shop, order_id, "key", units(&[(mug, 1)], false))
        .await
        .unwrap();

    let again = ask(&shop, order_id, "key", units(&[(mug, 1)], false))
        .await
        .unwrap();
    let reused = ask(&shop, order_id, "key", units(&[(mug, 2)], false))
        .await
        .unwrap_err();

    assert_eq!(first, again);
    assert_eq!(
        (reused.kind(), reused.code()),
        (Kind::Rejected, "idempotency_key_reused")
    );
    assert_eq!(shop.payments.refunds().len(), 1);
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 333);
}

#[tokio::test(flavor = "multi_thread")]
async fn refunds_at_the_same_moment_never_exceed_what_was_paid() {
    let (shop, order_id, [mug, _]) = paid().await;

    let attempts = (0..10).map(|number| {
        let (shop, wanted) = (&shop, units(&[(mug, 1)], true));
        async move { ask(shop, order_id, &format!("key {number}"), wanted).await }
    });
    let outcomes = join_all(attempts).await;

    let given: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| outcome.as_ref().ok())
        .collect();
    assert_eq!(given.len(), 1, "shipping is given back once");
    let attempts = (0..10).map(|number| {
        let (shop, wanted) = (&shop, units(&[(mug, 1)], false));
        async move { ask(shop, order_id, &format!("other key {number}"), wanted).await }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 2);
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(refused.code(), "refund_too_large", "{refused}");
    }
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 999 + 490);
}

#[tokio::test]
async fn any_sequence_of_refunds_returns_what_each_merchant_was_paid() {
    let seed: u64 = rand::rng().random();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let shop = Shop::new().await;
    for round in 0..4 {
        let mut goods: Vec<(VariantId, i64)> = Vec::new();
        for number in 0..random.random_range(2..=4) {
            let ware = Ware::new(random.random_range(1..5000)).of_merchant(number % 2);
            goods.push((shop.sell(ware).await, random.random_range(1..=7)));
        }
        let order_id = shop.paid_order(&goods).await;
        let paid = shop.order(order_id).await;
        let mut key = 0;
        loop {
            let details = shop.order(order_id).await;
            let left: Vec<_> = details
                .lines
                .iter()
                .filter(|line| line.refunded_quantity < line.quantity)
                .collect();
            if left.is_empty() {
                break;
            }
            let line = left[random.random_range(0..left.len())];
            let most = i64::from(line.quantity - line.refunded_quantity);
            let wanted = units(&[(line.id, random.random_range(1..=most))], false);
            let fails = random.random_bool(0.25);
            shop.payments.end_refunds_as(if fails {
                RefundState::Failed("this time not".to_owned())
            } else {
                RefundState::Succeeded
            });
            key += 1;
            ask(&shop, order_id, &format!("{round}/{key}"), wanted)
                .await
                .unwrap();
        }
        shop.payments.end_refunds_as(RefundState::Succeeded);
        ask(
            &shop,
            order_id,
            &format!("{round}/shipping"),
            units(&[], true),
        )
        .await
        .unwrap();

        let order = shop.order(order_id).await.order;
        assert_eq!(order.refunded_minor, order.total_minor);
        assert_eq!(order.status, OrderStatus::Refunded);
        for share in paid.shares {
            let (mut net, mut gross) = (0, 0);
            for (request, outcome) in shop.payments.refunds() {
                let is_ours = request.order_id == order_id && outcome == RefundState::Succeeded;
                for part in request
                    .shares
                    .iter()
                    .filter(|part| is_ours && part.merchant_id == share.merchant_id)
                {
                    net += part.goods_net_minor;
                    gross += part.gross_minor;
                }
            }
            assert_eq!(net, share.goods.net_minor);
            assert_eq!(gross, share.gross_minor().unwrap());
        }
    }
}

#[tokio::test]
async fn orders_are_listed_newest_first_in_pages() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(333)).await;
    let mut placed = Vec::new();
    for _ in 0..5 {
        let basket = shop.full_cart(&[(mug, 1)]).await;
        placed.push(shop.place(&basket, "key").await.unwrap().order.id);
    }
    placed.push(shop.paid_order(&[(mug, 1)]).await);
    placed.reverse();

    let mut seen = Vec::new();
    let mut query = ListOrders {
        limit: 4,
        ..ListOrders::default()
    };
    let first = shop.orders.list(&shop.staff, query.clone()).await.unwrap();
    seen.extend(first.orders.iter().map(|order| order.id));
    assert_eq!(seen.len(), 4);
    query.after = first.next;
    let second = shop.orders.list(&shop.staff, query.clone()).await.unwrap();
    seen.extend(second.orders.iter().map(|order| order.id));
    assert_eq!((seen, second.next), (placed.clone(), None));

    let paid = ListOrders {
        status: Some(OrderStatus::Paid),
        limit: 1000,
        ..ListOrders::default()
    };
    let paid = shop.orders.list(&shop.staff, paid).await.unwrap();
    assert_eq!(paid.orders.len(), 1);
    assert_eq!(paid.orders[0].id, placed[0]);
    assert!(shop.orders.list(&shop.visitor, query).await.is_err());
}
