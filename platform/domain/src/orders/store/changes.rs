//! Placing orders and moving their status.

use db::{DbError, Stored, TenantTx};
use kernel::Event;
use kernel::contact::Email;
use kernel::ids::{OrderId, UserId};
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::orders::{NewOrder, terms};

/// What the first order's number comes after: a number of four digits reads like one.
const BEFORE_FIRST: i64 = 1000;

const PLACE: &str = "with placed as (
     insert into orders
            (tenant_id, id, number, storefront_id, cart_id, quote_hash, token_hash, status,
             payment_status, email, shipping_address, shipping_name, currency, tax_included,
             tax_rate_ppm, tax_name, items_minor, shipping_minor, tax_minor, total_minor,
             placed_at, expires_at, user_id, client, billing_address, capture)
     values ($1, $2, $3, $4, $5, $6, $7, 'pending_payment', 'unpaid', $8, $9, $10, $11, $12,
             $13, $14, $15, $16, $17, $18, $19, $20, $27, $28, $29, $31)
   ), lines as (
     insert into order_lines
            (tenant_id, id, order_id, position, product_id, variant_id, merchant_id, sku,
             title, variant_title, image_key, quantity, unit_price_minor, net_minor,
             tax_minor, is_final_sale)
     select $1, l.id, $2, l.position, l.product_id, l.variant_id, l.merchant_id, l.sku,
            l.title, l.variant_title, l.image_key, l.quantity, l.unit_price_minor,
            l.net_minor, l.tax_minor, l.is_final_sale
       from jsonb_to_recordset($21)
            as l (id uuid, position integer, product_id uuid, variant_id uuid,
                  merchant_id uuid, sku text, title text, variant_title text, image_key text,
                  quantity integer, unit_price_minor bigint, net_minor bigint,
                  tax_minor bigint, is_final_sale boolean)
   ), terms as (
     insert into order_terms (tenant_id, order_id, term) select $1, $2, unnest($30::text[])
   )
   insert into order_shares
          (tenant_id, order_id, merchant_id, goods_net_minor, goods_tax_minor,
           shipping_net_minor, shipping_tax_minor)
   select $1, $2, s.merchant_id, s.goods_net, s.goods_tax, s.shipping_net, s.shipping_tax
     from unnest($22::uuid[], $23::bigint[], $24::bigint[], $25::bigint[], $26::bigint[])
          as s (merchant_id, goods_net, goods_tax, shipping_net, shipping_tax)";

/// Places an order and tells its number. Takes the tenant's next number, which other orders then
/// wait for until the commit; so do this last.
pub(crate) async fn insert(tx: &mut TenantTx, order: &NewOrder) -> Result<i64, DbError> {
    let number = BEFORE_FIRST + tx.next_number("orders").await?;
    let mut shares: [Vec<i64>; 4] = Default::default();
    for share in &order.shares {
        let parts = [
            share.goods.net_minor,
            share.goods.tax_minor,
            share.shipping.net_minor,
            share.shipping.tax_minor,
        ];
        for (column, part) in shares.iter_mut().zip(parts) {
            column.push(part);
        }
    }
    let [goods_net, goods_tax, shipping_net, shipping_tax] = shares;
    let merchants: Vec<_> = order.shares.iter().map(|share| share.merchant_id).collect();
    sqlx::query(PLACE)
        .bind(tx.tenant_id())
        .bind(order.id)
        .bind(number)
        .bind(order.storefront_id)
        .bind(order.cart_id)
        .bind(&order.quote_hash)
        .bind(&order.token_hash)
        .bind(order.email.as_str())
        .bind(order.shipping_address.as_ref().map(Json))
        .bind(order.shipping_name.as_deref())
        .bind(order.currency)
        .bind(order.tax.is_included)
        .bind(order.tax.rate_ppm)
        .bind(&order.tax_name)
        .bind(order.items_minor)
        .bind(order.shipping_minor)
        .bind(order.tax_minor)
        .bind(order.total_minor)
        .bind(order.placed_at)
        .bind(order.expires_at)
        .bind(Json(&order.lines))
        .bind(merchants)
        .bind(goods_net)
        .bind(goods_tax)
        .bind(shipping_net)
        .bind(shipping_tax)
        .bind(order.user_id)
        .bind(order.client.as_deref())
        .bind(order.billing_address.as_ref().map(Json))
        .bind(terms::of_order(order))
        .bind(order.capture)
        .execute(tx.conn())
        .await?;
    Ok(number)
}

/// Gives the orders that were placed with an address, and are nobody's yet, to its account.
pub(in crate::orders) async fn claim(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<(), DbError> {
    let paid: Vec<OrderId> = sqlx::query_scalar(
        "with claimed as (
           update orders set user_id = $2
            where tenant_id = $1 and email = $3 and user_id is null
           returning id, paid_at
         )
         select id from claimed where paid_at is not null order by id",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(email.as_str())
    .fetch_all(tx.conn())
    .await?;
    tell_of_customer(tx, &paid).await
}

/// Makes the orders of an account that is gone nobody's.
pub(in crate::orders) async fn release(tx: &mut TenantTx, user_id: UserId) -> Result<(), DbError> {
    let paid: Vec<OrderId> = sqlx::query_scalar(
        "with released as (
           update orders set user_id = null
            where tenant_id = $1 and user_id = $2
           returning id, paid_at
         )
         select id from released where paid_at is not null order by id",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
    .await?;
    tell_of_customer(tx, &paid).await
}

/// Has the reports count orders again that are another customer's now.
async fn tell_of_customer(tx: &mut TenantTx, paid: &[OrderId]) -> Result<(), DbError> {
    let events: Vec<Event> = paid
        .iter()
        .map(|&order_id| Event::OrderBooked { order_id })
        .collect();
    let events: Vec<_> = events.iter().map(|event| (event, None)).collect();
    tx.publish_all(&events).await
}

/// An order is paid: one that waited, or one that was cancelled and has its stock again.
/// `false` when it had been paid before.
pub(crate) async fn mark_paid(
    tx: &mut TenantTx,
    id: OrderId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update orders
            set status = 'paid', payment_status = 'paid', paid_at = $3, cancelled_at = null,
                client = null
          where tenant_id = $1 and id = $2 and payment_status = 'unpaid'
            and status in ('pending_payment', 'cancelled')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A cancelled order was paid after all and stays cancelled. `false` when that was known.
pub(crate) async fn mark_paid_after_all(
    tx: &mut TenantTx,
    id: OrderId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update orders
            set payment_status = 'paid', paid_at = $3
          where tenant_id = $1 and id = $2 and payment_status = 'unpaid' and status = 'cancelled'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps the answer to a request for an order under `(principal, key)`, unless the order has been
/// cancelled; `false` then. In one statement: a cancellation that comes later finds the payment
/// that the answer tells of.
pub(crate) async fn finish_key(
    tx: &mut TenantTx,
    id: OrderId,
    (principal, key): (&str, &str),
    answer: &Stored,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update idempotency_keys set status = $4, body = $5, recovery_point = 'finished'
          where tenant_id = $1 and principal = $2 and key = $3
            and exists (select from orders
                         where tenant_id = $1 and id = $6 and status <> 'cancelled')",
    )
    .bind(tx.tenant_id())
    .bind(principal)
    .bind(key)
    .bind(i32::from(answer.status))
    .bind(&answer.body)
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An order that waits for its payment waits no more. `false` when it did not wait.
pub(crate) async fn cancel(
    tx: &mut TenantTx,
    id: OrderId,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update orders
            set status = 'cancelled', cancelled_at = $3, client = null
          where tenant_id = $1 and id = $2 and status = 'pending_payment'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
