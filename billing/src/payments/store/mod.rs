//! Every statement on `payments`, and the shares that are written together with them.

mod shares;

pub(crate) use shares::{count_refund, shares};

use db::{DbError, TenantTx};
use kernel::ids::{MerchantId, OrderId, PaymentId};
use kernel::ports::CaptureMethod;
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::model::{NewShare, Payment, Status};

#[derive(sqlx::FromRow)]
struct Row {
    id: PaymentId,
    order_id: OrderId,
    status: Status,
    amount_minor: i64,
    currency: Currency,
    capture_method: CaptureMethod,
    captured_minor: Option<i64>,
    description: String,
    provider_id: Option<String>,
    provider_fee_minor: Option<i64>,
    refunded_minor: i64,
    last_error: Option<String>,
    created_at: OffsetDateTime,
}

impl From<Row> for Payment {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            order_id: row.order_id,
            status: row.status,
            amount: Money::new(row.amount_minor, row.currency),
            capture_method: row.capture_method,
            captured_minor: row.captured_minor,
            description: row.description,
            provider_id: row.provider_id,
            provider_fee_minor: row.provider_fee_minor,
            refunded_minor: row.refunded_minor,
            last_error: row.last_error,
            created_at: row.created_at,
        }
    }
}

fn read(row: Option<Row>) -> Option<Payment> {
    row.map(Payment::from)
}

/// The commission that each of `merchants` pays, in basis points.
pub(super) async fn commissions(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
) -> Result<Vec<(MerchantId, i32)>, DbError> {
    Ok(sqlx::query_as(
        "select id, commission_bps
           from merchants
          where tenant_id = $1 and id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(merchants)
    .fetch_all(tx.conn())
    .await?)
}

/// The order's payment that is neither cancelled nor failed, locked.
pub(super) async fn lock_live(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Option<Payment>, DbError> {
    Ok(read(
        sqlx::query_as(
            "select id, order_id, status, amount_minor, currency, capture_method, captured_minor, description,
                    provider_id, provider_fee_minor, refunded_minor, last_error, created_at
               from payments
              where tenant_id = $1 and order_id = $2 and status not in ('cancelled', 'failed')
                for update",
        )
        .bind(tx.tenant_id())
        .bind(order_id)
        .fetch_optional(tx.conn())
        .await?,
    ))
}

/// The order's payment that succeeded, locked.
pub(crate) async fn lock_paid(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Option<Payment>, DbError> {
    let live = lock_live(tx, order_id).await?;
    Ok(live.filter(|payment| payment.status == Status::Succeeded))
}

/// A payment, locked.
pub(crate) async fn lock(tx: &mut TenantTx, id: PaymentId) -> Result<Option<Payment>, DbError> {
    Ok(read(
        sqlx::query_as(
            "select id, order_id, status, amount_minor, currency, capture_method, captured_minor, description,
                    provider_id, provider_fee_minor, refunded_minor, last_error, created_at
               from payments
              where tenant_id = $1 and id = $2
                for update",
        )
        .bind(tx.tenant_id())
        .bind(id)
        .fetch_optional(tx.conn())
        .await?,
    ))
}

/// The payment that the provider calls `provider_id`.
pub(crate) async fn find_by_provider_id(
    tx: &mut TenantTx,
    provider_id: &str,
) -> Result<Option<Payment>, DbError> {
    Ok(read(
        sqlx::query_as(
            "select id, order_id, status, amount_minor, currency, capture_method, captured_minor, description,
                    provider_id, provider_fee_minor, refunded_minor, last_error, created_at
               from payments
              where tenant_id = $1 and provider = 'stripe' and provider_id = $2",
        )
        .bind(tx.tenant_id())
        .bind(provider_id)
        .fetch_optional(tx.conn())
        .await?,
    ))
}

/// The payment that the provider calls `provider_id`, locked.
pub(crate) async fn lock_by_provider_id(
    tx: &mut TenantTx,
    provider_id: &str,
) -> Result<Option<Payment>, DbError> {
    match find_by_provider_id(tx, provider_id).await? {
        Some(payment) => lock(tx, payment.id).await,
        None => Ok(None),
    }
}

/// What the shopper reads about a payment: the store and the order's number.
pub(crate) async fn description(
    tx: &mut TenantTx,
    id: PaymentId,
) -> Result<Option<String>, DbError> {
    Ok(
        sqlx::query_scalar("select description from payments where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?,
    )
}

/// Writes a new payment and its shares down. `payments_one_live_per_order` refuses a second one.
pub(super) async fn insert(
    tx: &mut TenantTx,
    payment: &Payment,
    shares: &[NewShare],
) -> Result<(), DbError> {
    let merchants: Vec<_> = shares.iter().map(|share| share.merchant_id).collect();
    let nets: Vec<i64> = shares.iter().map(|share| share.goods_net_minor).collect();
    let grosses: Vec<i64> = shares.iter().map(|share| share.gross_minor).collect();
    let commissions: Vec<i64> = shares.iter().map(|share| share.commission_minor).collect();
    sqlx::query(
        "with payment as (
           insert into payments
             (tenant_id, id, order_id, provider, status, amount_minor, currency, description,
              created_at, capture_method)
           values ($1, $2, $3, 'stripe', $4, $5, $6, $7, $8, $13)
         )
         insert into payment_shares
           (tenant_id, payment_id, merchant_id, goods_net_minor, gross_minor, commission_minor)
         select $1, $2, share.*
           from unnest($9::uuid[], $10::bigint[], $11::bigint[], $12::bigint[]) as share",
    )
    .bind(tx.tenant_id())
    .bind(payment.id)
    .bind(payment.order_id)
    .bind(payment.status)
    .bind(payment.amount.minor)
    .bind(payment.currency().code())
    .bind(&payment.description)
    .bind(payment.created_at)
    .bind(merchants)
    .bind(nets)
    .bind(grosses)
    .bind(commissions)
    .bind(payment.capture_method)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes what the provider calls the payment. A payment that has moved on meanwhile stays there.
pub(super) async fn opened(
    tx: &mut TenantTx,
    id: PaymentId,
    provider_id: &str,
    status: Status,
) -> Result<Option<Payment>, DbError> {
    Ok(read(
        sqlx::query_as(
            "update payments
                set provider_id = $3,
                    status = case when status = 'created' then $4 else status end
              where tenant_id = $1 and id = $2 and (provider_id is null or provider_id = $3)
             returning id, order_id, status, amount_minor, currency, capture_method, captured_minor, description,
                       provider_id, provider_fee_minor, refunded_minor, last_error, created_at",
        )
        .bind(tx.tenant_id())
        .bind(id)
        .bind(provider_id)
        .bind(status)
        .fetch_optional(tx.conn())
        .await?,
    ))
}

/// Moves a payment that has not succeeded; `false` when it has, or is there already.
pub(super) async fn move_to(
    tx: &mut TenantTx,
    id: PaymentId,
    status: Status,
    last_error: Option<&str>,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update payments
            set status = $3, last_error = coalesce($4, last_error)
          where tenant_id = $1 and id = $2
            and status in ('created', 'open', 'action_required', 'processing')
            and (status <> $3 or last_error is distinct from coalesce($4, last_error))",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(status)
    .bind(last_error)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The shopper's bank has set the money aside. `false` when that was known, or is over.
pub(super) async fn authorized(
    tx: &mut TenantTx,
    id: PaymentId,
    charge_id: &str,
    capture_before: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update payments
            set status = 'authorized', charge_id = $3, capture_before = $4, last_error = null
          where tenant_id = $1 and id = $2
            and status in ('created', 'open', 'action_required', 'processing')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(charge_id)
    .bind(capture_before)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes what is to be captured of a payment. The caller holds its lock.
pub(super) async fn capturing(
    tx: &mut TenantTx,
    id: PaymentId,
    captured_minor: i64,
) -> Result<(), DbError> {
    sqlx::query("update payments set captured_minor = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(captured_minor)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A payment that nobody has been charged for is over. `false` when it was, or has succeeded.
pub(super) async fn cancelled(tx: &mut TenantTx, id: PaymentId) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update payments
            set status = 'cancelled'
          where tenant_id = $1 and id = $2
            and status in ('created', 'open', 'action_required', 'processing', 'authorized')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The provider's charge took the money.
pub(super) async fn succeeded(
    tx: &mut TenantTx,
    id: PaymentId,
    charge_id: &str,
    captured_at: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update payments
            set status = 'succeeded', charge_id = $3, captured_at = $4, last_error = null
          where tenant_id = $1 and id = $2
            and status in ('created', 'open', 'action_required', 'processing', 'authorized')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(charge_id)
    .bind(captured_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What people should know about a payment that moved in a way nobody expected.
pub(super) async fn note_error(
    tx: &mut TenantTx,
    id: PaymentId,
    error: &str,
) -> Result<(), DbError> {
    sqlx::query("update payments set last_error = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .bind(error)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The provider's fee, and each merchant's part of it.
pub(super) async fn settled(
    tx: &mut TenantTx,
    id: PaymentId,
    (balance_transaction_id, fee_minor): (&str, i64),
    fees: &[(MerchantId, i64)],
) -> Result<(), DbError> {
    let merchants: Vec<_> = fees.iter().map(|&(merchant, _)| merchant).collect();
    let parts: Vec<i64> = fees.iter().map(|&(_, fee)| fee).collect();
    sqlx::query(
        "with payment as (
           update payments set balance_transaction_id = $3, provider_fee_minor = $4
            where tenant_id = $1 and id = $2
         )
         update payment_shares s set provider_fee_minor = fee.minor
           from unnest($5::uuid[], $6::bigint[]) as fee (merchant_id, minor)
          where s.tenant_id = $1 and s.payment_id = $2 and s.merchant_id = fee.merchant_id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(balance_transaction_id)
    .bind(fee_minor)
    .bind(merchants)
    .bind(parts)
    .execute(tx.conn())
    .await?;
    Ok(())
}
