//! Every statement on `disputes`, but those of the money's trace.

use db::{DbError, TenantTx};
use kernel::ids::{DisputeId, PaymentId, RefundId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::Dispute;

#[derive(sqlx::FromRow)]
struct Row {
    id: DisputeId,
    provider_id: String,
    status: String,
    reason: String,
    amount_minor: i64,
    fee_minor: i64,
    currency: Currency,
    evidence_due_by: Option<OffsetDateTime>,
    taking_id: Option<RefundId>,
    is_lost: bool,
    created_at: OffsetDateTime,
}

/// The dispute that the provider calls `provider_id`. The caller holds its payment's lock, which every
/// change of it goes through.
pub(super) async fn find(
    tx: &mut TenantTx,
    payment_id: PaymentId,
    provider_id: &str,
) -> Result<Option<Dispute>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, provider_id, status, reason, amount_minor, fee_minor, currency, evidence_due_by,
                taking_id, is_lost, created_at
           from disputes
          where tenant_id = $1 and provider_id = $2 and payment_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(provider_id)
    .bind(payment_id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Dispute {
        id: row.id,
        provider_id: row.provider_id,
        status: row.status,
        reason: row.reason,
        amount: Money::new(row.amount_minor, row.currency),
        fee_minor: row.fee_minor,
        evidence_due_by: row.evidence_due_by,
        taking: row.taking_id,
        is_lost: row.is_lost,
        created_at: row.created_at,
    }))
}

/// Writes down how far a dispute is now.
pub(super) async fn save(
    tx: &mut TenantTx,
    payment_id: PaymentId,
    dispute: &Dispute,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into disputes
           (tenant_id, id, payment_id, provider_id, status, reason, amount_minor, fee_minor, currency,
            evidence_due_by, taking_id, is_lost, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (tenant_id, provider_id) do update
            set status = excluded.status, reason = excluded.reason, amount_minor = excluded.amount_minor,
                fee_minor = excluded.fee_minor, evidence_due_by = excluded.evidence_due_by,
                taking_id = excluded.taking_id, is_lost = excluded.is_lost,
                updated_at = excluded.updated_at",
    )
    .bind(tx.tenant_id())
    .bind(dispute.id)
    .bind(payment_id)
    .bind(&dispute.provider_id)
    .bind(&dispute.status)
    .bind(&dispute.reason)
    .bind(dispute.amount.minor)
    .bind(dispute.fee_minor)
    .bind(dispute.amount.currency)
    .bind(dispute.evidence_due_by)
    .bind(dispute.taking)
    .bind(dispute.is_lost)
    .bind(dispute.created_at)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
