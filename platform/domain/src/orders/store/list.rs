//! Lists of orders.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{OrderId, UserId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use crate::orders::list::Search;
use crate::orders::{
    ListOrders, OrderFulfillment, OrderSort, OrderStatus, OrderSummary, PaymentStatus,
};

const NEWEST: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders
      where tenant_id = $1 and ($2::uuid is null or id < $2)
        and ($4::text is null or status = $4) and ($5::text is null or payment_status = $5)
        and ($6::text is null or fulfillment_status = $6)
        and ($7::timestamptz is null or placed_at >= $7)
        and ($8::timestamptz is null or placed_at < $8)
        and ($9::uuid is null or id >= $9) and ($10::uuid is null or id < $10)
        and ($11::bigint is null or number = $11)
        and ($12::text is null or (email collate \"C\" >= $12 and email collate \"C\" < $13))
        and (archived_at is not null) = $15
        and ($14::text is null or id in (select order_id from order_tags
                                          where tenant_id = $1 and tag = $14))
      order by id desc
      limit $3";

const OLDEST: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders
      where tenant_id = $1 and ($2::uuid is null or id > $2)
        and ($4::text is null or status = $4) and ($5::text is null or payment_status = $5)
        and ($6::text is null or fulfillment_status = $6)
        and ($7::timestamptz is null or placed_at >= $7)
        and ($8::timestamptz is null or placed_at < $8)
        and ($9::uuid is null or id >= $9) and ($10::uuid is null or id < $10)
        and ($11::bigint is null or number = $11)
        and ($12::text is null or (email collate \"C\" >= $12 and email collate \"C\" < $13))
        and (archived_at is not null) = $15
        and ($14::text is null or id in (select order_id from order_tags
                                          where tenant_id = $1 and tag = $14))
      order by id
      limit $3";

const BY_PAYMENT_STATUS: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders
      where tenant_id = $1 and ($2::uuid is null
             or (payment_status >= $16 and (payment_status > $16 or id < $2)))
        and ($4::text is null or status = $4) and ($5::text is null or payment_status = $5)
        and ($6::text is null or fulfillment_status = $6)
        and ($7::timestamptz is null or placed_at >= $7)
        and ($8::timestamptz is null or placed_at < $8)
        and ($9::uuid is null or id >= $9) and ($10::uuid is null or id < $10)
        and ($11::bigint is null or number = $11)
        and ($12::text is null or (email collate \"C\" >= $12 and email collate \"C\" < $13))
        and (archived_at is not null) = $15
        and ($14::text is null or id in (select order_id from order_tags
                                          where tenant_id = $1 and tag = $14))
      order by payment_status, id desc
      limit $3";

const BY_FULFILLMENT_STATUS: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders
      where tenant_id = $1 and ($2::uuid is null
             or (fulfillment_status >= $16 and (fulfillment_status > $16 or id < $2)))
        and ($4::text is null or status = $4) and ($5::text is null or payment_status = $5)
        and ($6::text is null or fulfillment_status = $6)
        and ($7::timestamptz is null or placed_at >= $7)
        and ($8::timestamptz is null or placed_at < $8)
        and ($9::uuid is null or id >= $9) and ($10::uuid is null or id < $10)
        and ($11::bigint is null or number = $11)
        and ($12::text is null or (email collate \"C\" >= $12 and email collate \"C\" < $13))
        and (archived_at is not null) = $15
        and ($14::text is null or id in (select order_id from order_tags
                                          where tenant_id = $1 and tag = $14))
      order by fulfillment_status, id desc
      limit $3";

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: OrderId,
    number: i64,
    status: OrderStatus,
    payment_status: PaymentStatus,
    fulfillment_status: OrderFulfillment,
    email: Email,
    currency: Currency,
    total_minor: i64,
    refunded_minor: i64,
    placed_at: OffsetDateTime,
}

impl From<SummaryRow> for OrderSummary {
    fn from(row: SummaryRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            status: row.status,
            payment_status: row.payment_status,
            fulfillment_status: row.fulfillment_status,
            email: row.email,
            total: Money::new(row.total_minor, row.currency),
            refunded: Money::new(row.refunded_minor, row.currency),
            placed_at: row.placed_at,
        }
    }
}

/// Orders in the wanted order, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(in crate::orders) async fn list(
    tx: &mut TenantTx,
    query: &ListOrders,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let (statement, is_by_status) = match query.sort {
        OrderSort::Newest => (NEWEST, false),
        OrderSort::Oldest => (OLDEST, false),
        OrderSort::PaymentStatus => (BY_PAYMENT_STATUS, true),
        OrderSort::FulfillmentStatus => (BY_FULFILLMENT_STATUS, true),
    };
    let (first, last) = query.id_bounds();
    let search = Search::of(query.search.as_deref());
    let (email_from, email_to) = search.email.unzip();
    let mut rows = sqlx::query_as(statement)
        .persistent(false)
        .bind(tx.tenant_id())
        .bind(query.after.as_ref().map(|after| after.id))
        .bind(limit)
        .bind(query.status)
        .bind(query.payment_status)
        .bind(query.fulfillment_status)
        .bind(query.placed_from)
        .bind(query.placed_before)
        .bind(first)
        .bind(last)
        .bind(search.number)
        .bind(email_from)
        .bind(email_to)
        .bind(query.tag.as_deref())
        .bind(query.is_archived);
    if is_by_status {
        let after = query.after.as_ref().map(|after| after.status.as_str());
        rows = rows.bind(after.unwrap_or_default());
    }
    let rows: Vec<SummaryRow> = rows.fetch_all(tx.planning_anew().await?).await?;
    Ok(rows.into_iter().map(OrderSummary::from).collect())
}

/// The newest orders of an account first, `limit` of them.
pub(in crate::orders) async fn list_of(
    tx: &mut TenantTx,
    user_id: UserId,
    after: Option<OrderId>,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let rows: Vec<SummaryRow> = sqlx::query_as(
        "select id, number, status, payment_status, fulfillment_status, email, currency,
                total_minor, refunded_minor, placed_at
           from orders
          where tenant_id = $1 and user_id = $2 and ($3::uuid is null or id < $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(OrderSummary::from).collect())
}
