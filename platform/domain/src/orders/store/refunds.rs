//! Refunds and what they take from an order.

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId, OrderLineId, RefundId, ReturnId};
use kernel::ports::RefundShare;
use kernel::{Currency, Money};
use time::OffsetDateTime;

use crate::orders::refund::{Plan, Refundable, RefundableShipping};
use crate::orders::{Order, OrderStatus, PaymentStatus, Refund, RefundLine, RefundStatus};
use crate::pricing::Taxed;

#[derive(sqlx::FromRow)]
struct RefundableRow {
    id: OrderLineId,
    merchant_id: MerchantId,
    quantity: i32,
    refunded_quantity: i32,
    net_minor: i64,
    tax_minor: i64,
    given_net_minor: i64,
    given_tax_minor: i64,
}

/// What of an order's lines can be given back, and what refunds that have not failed gave back.
pub(in crate::orders) async fn refundable(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Refundable>, DbError> {
    let rows: Vec<RefundableRow> = sqlx::query_as(
        "select l.id, l.merchant_id, l.quantity, l.refunded_quantity, l.net_minor, l.tax_minor,
                coalesce(g.net_minor, 0) as given_net_minor,
                coalesce(g.tax_minor, 0) as given_tax_minor
           from order_lines l
           left join (
                select rl.line_id, sum(rl.net_minor)::bigint as net_minor,
                       sum(rl.tax_minor)::bigint as tax_minor
                  from refunds r
                  join refund_lines rl on rl.tenant_id = $1 and rl.refund_id = r.id
                 where r.tenant_id = $1 and r.order_id = $2 and r.status <> 'failed'
                 group by rl.line_id) g on g.line_id = l.id
          where l.tenant_id = $1 and l.order_id = $2
          order by l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Refundable {
            line_id: row.id,
            merchant_id: row.merchant_id,
            quantity: row.quantity,
            refunded_quantity: row.refunded_quantity,
            taxed: Taxed {
                net_minor: row.net_minor,
                tax_minor: row.tax_minor,
            },
            given: Taxed {
                net_minor: row.given_net_minor,
                tax_minor: row.given_tax_minor,
            },
        })
        .collect())
}

/// What of an order's shipping can be given back.
pub(in crate::orders) async fn refundable_shipping(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<RefundableShipping, DbError> {
    let (gross_minor, is_refunded): (i64, bool) = sqlx::query_as(
        "select coalesce(sum(shipping_net_minor + shipping_tax_minor), 0)::bigint,
                coalesce(bool_or(is_shipping_refunded), false)
           from order_shares
          where tenant_id = $1 and order_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_one(tx.conn())
    .await?;
    Ok(RefundableShipping {
        gross_minor,
        is_refunded,
    })
}

/// A refund that is about to be recorded.
pub(in crate::orders) struct NewRefund<'a> {
    pub(in crate::orders) id: RefundId,
    pub(in crate::orders) order_id: OrderId,
    pub(in crate::orders) reason: &'a str,
    pub(in crate::orders) plan: &'a Plan,
    pub(in crate::orders) return_id: Option<ReturnId>,
    /// Whether the capture leaves it out.
    pub(in crate::orders) is_left_out: bool,
    /// Each merchant's part.
    pub(in crate::orders) shares: &'a [RefundShare],
    pub(in crate::orders) created_at: OffsetDateTime,
    pub(in crate::orders) created_by: String,
}

/// Records a refund and takes its units from the order's lines, so that no other can.
pub(in crate::orders) async fn insert_refund(
    tx: &mut TenantTx,
    refund: &NewRefund<'_>,
) -> Result<(), DbError> {
    let lines = &refund.plan.lines;
    let ids: Vec<_> = lines.iter().map(|line| line.line_id).collect();
    let quantities: Vec<i32> = lines.iter().map(|line| line.quantity).collect();
    let nets: Vec<i64> = lines.iter().map(|line| line.taxed.net_minor).collect();
    let taxes: Vec<i64> = lines.iter().map(|line| line.taxed.tax_minor).collect();
    let shares = refund.shares;
    let merchants: Vec<_> = shares.iter().map(|it| it.merchant_id).collect();
    let share_nets: Vec<i64> = shares.iter().map(|it| it.goods_net_minor).collect();
    let share_grosses: Vec<i64> = shares.iter().map(|it| it.gross_minor).collect();
    sqlx::query(
        "with refund as (
           insert into refunds
                  (tenant_id, id, order_id, status, reason, amount_minor, includes_shipping,
                   created_at, created_by, return_id, is_left_out)
           values ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $16, $17)
         ), given as (
           insert into refund_lines (tenant_id, refund_id, line_id, quantity, net_minor, tax_minor)
           select $1, $2, g.line_id, g.quantity, g.net_minor, g.tax_minor
             from unnest($9::uuid[], $10::integer[], $11::bigint[], $12::bigint[])
                  as g (line_id, quantity, net_minor, tax_minor)
           returning line_id, quantity
         ), parts as (
           insert into refund_shares (tenant_id, refund_id, merchant_id, goods_net_minor, gross_minor)
           select $1, $2, part.*
             from unnest($13::uuid[], $14::bigint[], $15::bigint[]) as part
         ), taken as (
           update order_lines l
              set refunded_quantity = l.refunded_quantity + g.quantity
             from given g
            where l.tenant_id = $1 and l.id = g.line_id
         )
         update order_shares
            set is_shipping_refunded = true
          where tenant_id = $1 and order_id = $3 and $6",
    )
    .bind(tx.tenant_id())
    .bind(refund.id)
    .bind(refund.order_id)
    .bind(refund.reason)
    .bind(refund.plan.amount_minor)
    .bind(refund.plan.includes_shipping)
    .bind(refund.created_at)
    .bind(&refund.created_by)
    .bind(ids)
    .bind(quantities)
    .bind(nets)
    .bind(taxes)
    .bind(merchants)
    .bind(share_nets)
    .bind(share_grosses)
    .bind(refund.return_id)
    .bind(refund.is_left_out)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts the units of a refund that failed back, so that they can be given back by another.
pub(in crate::orders) async fn give_units_back(
    tx: &mut TenantTx,
    refund_id: RefundId,
) -> Result<(), DbError> {
    sqlx::query(
        "with returned as (
           update order_lines l
              set refunded_quantity = l.refunded_quantity - g.quantity
             from refund_lines g
            where g.tenant_id = $1 and g.refund_id = $2
              and l.tenant_id = $1 and l.id = g.line_id
         )
         update order_shares s
            set is_shipping_refunded = false
           from refunds r
          where r.tenant_id = $1 and r.id = $2 and r.includes_shipping
            and s.tenant_id = $1 and s.order_id = r.order_id",
    )
    .bind(tx.tenant_id())
    .bind(refund_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct RefundRow {
    id: RefundId,
    order_id: OrderId,
    status: RefundStatus,
    reason: String,
    amount_minor: i64,
    currency: Currency,
    includes_shipping: bool,
    failure: Option<String>,
    return_id: Option<ReturnId>,
    is_left_out: bool,
    created_at: OffsetDateTime,
    created_by: String,
}

#[derive(sqlx::FromRow)]
struct RefundLineRow {
    refund_id: RefundId,
    line_id: OrderLineId,
    quantity: i32,
    amount_minor: i64,
}

/// Everything that was given back for an order, or is about to be; the first first.
pub(crate) async fn refunds(tx: &mut TenantTx, order_id: OrderId) -> Result<Vec<Refund>, DbError> {
    let rows: Vec<RefundRow> = sqlx::query_as(
        "select r.id, r.order_id, r.status, r.reason, r.amount_minor, o.currency,
                r.includes_shipping, r.failure, r.return_id, r.is_left_out, r.created_at, r.created_by
           from refunds r
           join orders o on o.tenant_id = $1 and o.id = r.order_id
          where r.tenant_id = $1 and r.order_id = $2
          order by r.id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<RefundLineRow> = sqlx::query_as(
        "select g.refund_id, g.line_id, g.quantity, g.net_minor + g.tax_minor as amount_minor
           from refunds r
           join refund_lines g on g.tenant_id = $1 and g.refund_id = r.id
           join order_lines l on l.tenant_id = $1 and l.id = g.line_id
          where r.tenant_id = $1 and r.order_id = $2
          order by g.refund_id, l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = row.id;
            let mine = lines.iter().filter(|line| line.refund_id == id);
            row_with(row, mine)
        })
        .collect())
}

fn row_with<'a>(row: RefundRow, lines: impl Iterator<Item = &'a RefundLineRow>) -> Refund {
    Refund {
        id: row.id,
        order_id: row.order_id,
        status: row.status,
        reason: row.reason,
        amount: Money::new(row.amount_minor, row.currency),
        includes_shipping: row.includes_shipping,
        failure: row.failure,
        return_id: row.return_id,
        is_left_out: row.is_left_out,
        lines: lines
            .map(|line| RefundLine {
                line_id: line.line_id,
                quantity: line.quantity,
                amount: Money::new(line.amount_minor, row.currency),
            })
            .collect(),
        created_at: row.created_at,
        created_by: row.created_by,
    }
}

/// What a refund takes of a line, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct RefundedLine {
    pub(crate) refund_id: RefundId,
    pub(crate) line_id: OrderLineId,
    pub(crate) quantity: i32,
    #[sqlx(flatten)]
    pub(crate) taxed: Taxed,
}

/// What the refunds of an order take of its lines, taken apart; in the order of the lines.
pub(crate) async fn refunded_lines(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<RefundedLine>, DbError> {
    Ok(sqlx::query_as(
        "select g.refund_id, g.line_id, g.quantity, g.net_minor, g.tax_minor
           from refunds r
           join refund_lines g on g.tenant_id = $1 and g.refund_id = r.id
           join order_lines l on l.tenant_id = $1 and l.id = g.line_id
          where r.tenant_id = $1 and r.order_id = $2
          order by g.refund_id, l.position",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}

/// One refund.
pub(in crate::orders) async fn find_refund(
    tx: &mut TenantTx,
    id: RefundId,
) -> Result<Option<Refund>, DbError> {
    let order_id: Option<OrderId> =
        sqlx::query_scalar("select order_id from refunds where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    match order_id {
        Some(order_id) => {
            let all = refunds(tx, order_id).await?;
            Ok(all.into_iter().find(|refund| refund.id == id))
        }
        None => Ok(None),
    }
}

/// Says how far a refund is; the caller has locked its order.
pub(in crate::orders) async fn move_refund(
    tx: &mut TenantTx,
    id: RefundId,
    status: RefundStatus,
    failure: Option<&str>,
) -> Result<(), DbError> {
    sqlx::query("update refunds set status = $3, failure = $4 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(status)
        .bind(failure)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Says what of an order has been given back; the caller has locked it.
pub(in crate::orders) async fn set_refunded(
    tx: &mut TenantTx,
    order: &Order,
    refunded_minor: i64,
    payment_status: PaymentStatus,
    status: OrderStatus,
) -> Result<(), DbError> {
    sqlx::query(
        "update orders
            set refunded_minor = $3, payment_status = $4, status = $5
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(order.id)
    .bind(refunded_minor)
    .bind(payment_status)
    .bind(status)
    .execute(tx.conn())
    .await?;
    Ok(())
}
