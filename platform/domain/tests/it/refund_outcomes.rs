//! What becomes of a refund: carried out, refused, bounced, or interrupted half way.

use domain::orders::{
    OrderError, OrderStatus, PaymentStatus, Refund, RefundStatus, RequestRefund, WantedRefund,
};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, RefundId};
use kernel::ports::{Ids, RefundShare, RefundState};
use kernel::{Event, Fault, Kind, Money};
use testkit::Trouble;
use time::Duration;

use crate::shop::Shop;
use crate::wares::Ware;

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
async fn a_refund_that_failed_gives_its_units_back() {
    let (shop, order_id, [mug, _]) = paid().await;
    shop.payments
        .end_refunds_as(RefundState::Failed("no such account".to_owned()));

    let failed = ask(&shop, order_id, "key 1", units(&[(mug, 2)], true))
        .await
        .unwrap();

    assert_eq!(failed.status, RefundStatus::Failed);
    assert_eq!(failed.failure.as_deref(), Some("no such account"));
    let details = shop.order(order_id).await;
    assert_eq!(details.order.payment_status, PaymentStatus::Paid);
    assert_eq!(details.lines[0].refunded_quantity, 0);
    shop.payments.end_refunds_as(RefundState::Succeeded);
    let full = ask(&shop, order_id, "key 2", WantedRefund::Full)
        .await
        .unwrap();
    assert_eq!(full.amount, details.order.total());
}

#[tokio::test]
async fn what_the_provider_says_later_is_what_counts() {
    let (shop, order_id, [mug, _]) = paid().await;
    shop.payments.end_refunds_as(RefundState::Pending);
    let refund = ask(&shop, order_id, "key", units(&[(mug, 1)], true))
        .await
        .unwrap();
    let refund_id = refund.id;
    assert_eq!(refund.status, RefundStatus::Pending);
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 0);

    let succeeded = Event::RefundSucceeded {
        refund_id,
        order_id,
    };
    shop.hear(succeeded.clone()).await;
    shop.hear(succeeded.clone()).await;
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 333 + 490);

    let failed = Event::RefundFailed {
        refund_id,
        order_id,
        reason: "the account is closed".to_owned(),
    };
    shop.hear(failed.clone()).await;
    shop.hear(failed).await;
    shop.hear(succeeded).await;
    let details = shop.order(order_id).await;
    assert_eq!(details.order.refunded_minor, 0);
    assert_eq!(details.order.payment_status, PaymentStatus::Paid);
    assert_eq!(details.refunds[0].status, RefundStatus::Failed);
    assert_eq!(details.lines[0].refunded_quantity, 0);
}

#[tokio::test]
async fn a_full_refund_that_bounces_makes_the_order_paid_again() {
    let (shop, order_id, _) = paid().await;
    let refund = ask(&shop, order_id, "key", WantedRefund::Full)
        .await
        .unwrap();

    shop.hear(Event::RefundFailed {
        refund_id: refund.id,
        order_id,
        reason: "the account is closed".to_owned(),
    })
    .await;

    let order = shop.order(order_id).await.order;
    assert_eq!(
        (order.status, order.payment_status),
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
}

#[tokio::test]
async fn a_refund_the_provider_could_not_be_asked_for_is_carried_out_later() {
    let (shop, order_id, [mug, _]) = paid().await;
    shop.payments.set_trouble(Some(Trouble::Down));

    let refund = ask(&shop, order_id, "key", units(&[(mug, 1)], false))
        .await
        .unwrap();
    assert_eq!(refund.status, RefundStatus::Requested);
    assert!(shop.payments.refunds().is_empty());

    shop.payments.set_trouble(None);
    let refund_id = refund.id;
    shop.hear(Event::RefundRequested {
        refund_id,
        order_id,
    })
    .await;
    shop.hear(Event::RefundRequested {
        refund_id,
        order_id,
    })
    .await;
    let details = shop.order(order_id).await;
    assert_eq!(details.refunds[0].status, RefundStatus::Succeeded);
    assert_eq!(details.order.refunded_minor, 333);
    assert_eq!(shop.payments.refunds().len(), 1);
    // The first answer stays the answer to its key.
    assert_eq!(
        ask(&shop, order_id, "key", units(&[(mug, 1)], false))
            .await
            .unwrap(),
        refund
    );
}

#[tokio::test]
async fn a_refund_that_died_half_way_goes_on_with_its_key() {
    let (shop, order_id, [mug, _]) = paid().await;
    shop.payments.hold();
    let dying = ask(&shop, order_id, "key", units(&[(mug, 1)], false));
    let died = tokio::time::timeout(std::time::Duration::from_millis(500), dying).await;
    assert!(died.is_err());
    shop.payments.let_go();

    let early = ask(&shop, order_id, "key", units(&[(mug, 1)], false))
        .await
        .unwrap_err();
    assert_eq!(
        (early.kind(), early.code()),
        (Kind::Conflict, "request_in_progress")
    );
    shop.clock.forward(Duration::seconds(61));
    let refund = ask(&shop, order_id, "key", units(&[(mug, 1)], false))
        .await
        .unwrap();

    assert_eq!(refund.status, RefundStatus::Succeeded);
    let details = shop.order(order_id).await;
    assert_eq!(details.refunds.len(), 1);
    assert_eq!(details.order.refunded_minor, 333);
}

#[tokio::test]
async fn what_went_back_elsewhere_is_not_given_back_again() {
    let (shop, order_id, [mug, _]) = paid().await;
    let before = shop.order(order_id).await;
    let total = before.order.total().minor;
    let gone = RefundShare {
        merchant_id: before.lines[0].merchant_id,
        goods_net_minor: 300,
        gross_minor: 300,
    };
    shop.payments.give_back_elsewhere(order_id, vec![gone]);

    let refused = ask(&shop, order_id, "key 1", units(&[(mug, 3)], false)).await;
    assert_eq!(refused.unwrap_err().code(), "refund_too_large");
    assert_eq!(shop.order(order_id).await.refunds, []);
    assert_eq!(shop.order(order_id).await.lines[0].refunded_quantity, 0);
    let one = ask(&shop, order_id, "key 2", units(&[(mug, 1)], false)).await;
    assert_eq!(one.unwrap().amount.minor, 333);
    let rest = ask(&shop, order_id, "key 3", WantedRefund::Full).await;
    let rest = rest.unwrap();
    assert_eq!(rest.amount.minor, total - 333 - 300);
    assert_eq!(rest.status, RefundStatus::Succeeded);

    let asked = shop.payments.refunds();
    let (request, _) = asked
        .iter()
        .find(|(request, _)| request.refund_id == rest.id)
        .unwrap();
    let of_mugs = request
        .shares
        .iter()
        .find(|it| it.merchant_id == gone.merchant_id);
    let lines = shop.order(order_id).await.lines;
    // Of 8.39 without tax one mug, 2.80, and 3.00 are gone.
    assert_eq!(lines[0].taxed.net_minor, 839);
    assert_eq!(of_mugs.unwrap().goods_net_minor, 839 - 280 - 300);
    assert!(
        lines
            .iter()
            .all(|line| line.refunded_quantity == line.quantity)
    );
    let more = ask(&shop, order_id, "key 4", WantedRefund::Full).await;
    assert_eq!(more.unwrap_err().code(), "refund_too_large");
}

/// Told of twice, and carried out once: nobody here asked for it.
#[tokio::test]
async fn a_refund_made_at_the_provider_is_the_order_s() {
    let (shop, order_id, _) = paid().await;
    let refund_id = RefundId::from_uuid(Ids.uuid());
    let amount = Money::new(500, shop.order(order_id).await.order.currency);
    let found = Event::RefundFound {
        refund_id,
        order_id,
        amount,
        reason: "requested_by_customer".to_owned(),
    };
    shop.hear(found.clone()).await;
    assert_eq!(shop.order(order_id).await.order.refunded_minor, 0);
    shop.hear(Event::RefundSucceeded {
        refund_id,
        order_id,
    })
    .await;
    shop.hear(found).await;

    let details = shop.order(order_id).await;
    assert_eq!(details.order.refunded_minor, 500);
    assert_eq!(
        details.order.payment_status,
        PaymentStatus::PartiallyRefunded
    );
    assert_eq!(details.refunds.len(), 1);
    assert_eq!(details.refunds[0].status, RefundStatus::Succeeded);
    assert_eq!(details.refunds[0].created_by, "provider");
    assert_eq!(details.refunds[0].amount, amount);
    assert!(shop.payments.refunds().is_empty());
}
