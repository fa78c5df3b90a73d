//! Orders whose money the bank has set aside: what changes them until it is taken or let go.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, RefundId};
use time::OffsetDateTime;

use crate::orders::PaymentAction;

/// An order's payment is authorized: one that waited, or one that was cancelled and has its stock again. `false` when
/// that was known.
pub(crate) async fn mark_authorized(
    tx: &mut TenantTx,
    id: OrderId,
    (now, capture_before): (OffsetDateTime, OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update orders
            set status = 'authorized', payment_status = 'authorized', authorized_at = $3, capture_before = $4,
                cancelled_at = null, client = null
          where tenant_id = $1 and id = $2 and payment_status = 'unpaid'
            and status in ('pending_payment', 'cancelled')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .bind(capture_before)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The money of an authorized order is taken.
pub(crate) async fn mark_captured(
    tx: &mut TenantTx,
    id: OrderId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update orders
            set status = 'paid', paid_at = $3, payment_action = null,
                payment_status = case when refunded_minor = 0 then 'paid' else 'partially_refunded' end
          where tenant_id = $1 and id = $2 and status = 'authorized'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Nothing will be taken for an authorized order any more: it is cancelled, and so is what a capture was to leave out.
pub(crate) async fn mark_let_go(
    tx: &mut TenantTx,
    id: OrderId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with left_out as (
           update refunds set status = 'failed', failure = 'the payment was cancelled: nothing was taken'
            where tenant_id = $1 and order_id = $2 and status = 'requested' and is_left_out
         )
         update orders
            set status = 'cancelled', payment_status = 'unpaid', cancelled_at = $3, payment_action = null
          where tenant_id = $1 and id = $2 and status = 'authorized'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes what the provider is being asked for; none: nothing any more.
pub(crate) async fn set_payment_action(
    tx: &mut TenantTx,
    id: OrderId,
    action: Option<PaymentAction>,
) -> Result<(), DbError> {
    sqlx::query(
        "update orders set payment_action = $3
          where tenant_id = $1 and id = $2 and status = 'authorized'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(action)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The refunds that the capture of an order is to leave out, the first first.
pub(in crate::orders) async fn left_out(
    tx: &mut TenantTx,
    id: OrderId,
) -> Result<Vec<RefundId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from refunds
          where tenant_id = $1 and order_id = $2 and status = 'requested' and is_left_out
          order by id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// The capture took everything all the same: what it was to leave out is given back like any other refund.
pub(in crate::orders) async fn give_left_out_back(
    tx: &mut TenantTx,
    id: OrderId,
) -> Result<(), DbError> {
    sqlx::query(
        "update refunds set is_left_out = false
          where tenant_id = $1 and order_id = $2 and status = 'requested' and is_left_out",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(())
}
