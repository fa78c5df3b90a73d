//! Calling orders off while something else happens to them: a bank is at work, or a shopper.

use std::sync::Arc;

use db::Db;
use domain::cart::CartStatus;
use domain::checkout::{CancelOrder, Checkout, CheckoutPolicy};
use domain::orders::{OrderStatus, PaymentStatus};
use kernel::ids::{OrderId, VariantId};
use kernel::ports::Ids;
use kernel::{Event, Fault, Kind};
use testkit::{FakePayments, Trouble};
use time::Duration;

use crate::shop::{Basket, Shop};
use crate::wares::Ware;

/// A shop where somebody has placed an order for the last mug.
async fn placed() -> (Shop, VariantId, Basket, OrderId) {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let order_id = shop.place(&basket, "key").await.unwrap().order.id;
    (shop, mug, basket, order_id)
}

impl Shop {
    async fn status(&self, order_id: OrderId) -> (OrderStatus, PaymentStatus) {
        let order = self.order(order_id).await.order;
        (order.status, order.payment_status)
    }

    /// Calls an order off as somebody does who asked for its payment a moment too early: there was
    /// none yet.
    async fn cancel_too_early(&self, order_id: OrderId) {
        let db = Db::connect(&self.test.app_url(), testkit::patient_pool()).unwrap();
        let payments = Arc::new(FakePayments::default());
        let policy = CheckoutPolicy::default();
        let checkout = Checkout::new(db, self.clock.clone(), Ids, payments, policy);
        let command = CancelOrder { order_id };
        checkout.cancel(&self.staff, command).await.unwrap();
    }

    async fn value<T>(&self, query: &'static str) -> T
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        let mut conn = self.superuser.lock().await;
        sqlx::query_scalar(query)
            .fetch_one(&mut *conn)
            .await
            .unwrap()
    }

    /// How many expiries are due in more than 80 minutes.
    async fn later_expiries(&self) -> i64 {
        self.value(
            "select count(*) from outbox
              where topic = 'order.expiry_due'
                and available_at > now() + interval '80 minutes'",
        )
        .await
    }
}

const CANCELLED: (OrderStatus, PaymentStatus) = (OrderStatus::Cancelled, PaymentStatus::Unpaid);
const WAITING: (OrderStatus, PaymentStatus) = (OrderStatus::PendingPayment, PaymentStatus::Unpaid);

#[tokio::test]
async fn an_order_whose_payment_a_bank_is_at_expires_when_the_bank_declines() {
    let (shop, mug, basket, order_id) = placed().await;
    shop.clock.forward(Duration::minutes(30));
    shop.payments.set_trouble(Some(Trouble::Refuses));

    shop.hear(Event::OrderExpiryDue { order_id }).await;
    assert_eq!(shop.status(order_id).await, WAITING);
    assert_eq!(shop.stock(mug).await, (1, 1));
    assert_eq!(shop.later_expiries().await, 1);

    shop.payments.set_trouble(None);
    shop.hear(shop.payments.decline(order_id)).await;
    assert_eq!(shop.status(order_id).await, CANCELLED);
    assert_eq!(shop.stock(mug).await, (1, 0));
    assert!(!shop.payments.is_live(order_id));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
}

#[tokio::test]
async fn an_order_whose_payment_a_bank_is_at_is_looked_at_every_hour() {
    let (shop, mug, _, order_id) = placed().await;
    shop.clock.forward(Duration::minutes(30));
    shop.payments.set_trouble(Some(Trouble::Refuses));
    shop.hear(Event::OrderExpiryDue { order_id }).await;

    // The bank's answer was told to nobody.
    shop.payments.set_trouble(None);
    shop.hear(Event::OrderExpiryDue { order_id }).await;

    assert_eq!(shop.status(order_id).await, CANCELLED);
    assert_eq!(shop.stock(mug).await, (1, 0));
    assert_eq!(shop.later_expiries().await, 1);
}

#[tokio::test]
async fn an_order_that_is_called_off_while_its_payment_is_opened_is_not_placed() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(1)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    shop.payments.hold();

    let placing = shop.place(&basket, "key");
    let cancelling = async {
        while shop.order_counts().await == (0, 0) {
            tokio::task::yield_now().await;
        }
        let order_id: uuid::Uuid = shop.value("select id from orders").await;
        let order_id = OrderId::from_uuid(order_id);
        shop.cancel_too_early(order_id).await;
        shop.payments.let_go();
        order_id
    };
    let (refused, order_id) = tokio::join!(placing, cancelling);

    let refused = refused.unwrap_err();
    assert_eq!(
        (refused.kind(), refused.code()),
        (Kind::Conflict, "order_wrong_status")
    );
    assert_eq!(shop.status(order_id).await, CANCELLED);
    assert_eq!(shop.payments.opened_for(order_id), 1);
    assert!(!shop.payments.is_live(order_id));
    assert_eq!(shop.stock(mug).await, (1, 0));
    let again = shop.place(&basket, "key").await.unwrap();
    assert_ne!(again.order.id, order_id);
    assert!(shop.payments.is_live(again.order.id));
    assert_eq!(shop.stock(mug).await, (1, 1));
}

#[tokio::test]
async fn a_payment_that_was_opened_while_its_order_was_called_off_is_called_off_too() {
    let (shop, mug, basket, order_id) = placed().await;

    shop.cancel_too_early(order_id).await;
    assert!(shop.payments.is_live(order_id));
    shop.work().await;

    assert!(!shop.payments.is_live(order_id));
    assert_eq!(shop.status(order_id).await, CANCELLED);
    assert_eq!(shop.stock(mug).await, (1, 0));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
}

#[tokio::test]
async fn a_payment_that_was_made_while_its_order_was_called_off_counts() {
    let (shop, mug, basket, order_id) = placed().await;

    shop.cancel_too_early(order_id).await;
    // The message that tells of it comes later, or never.
    shop.payments.succeed(order_id);
    shop.work().await;

    assert_eq!(
        shop.status(order_id).await,
        (OrderStatus::Paid, PaymentStatus::Paid)
    );
    assert_eq!(shop.stock(mug).await, (0, 0));
    assert_eq!(shop.cart_status(basket.id).await, "completed");
}
