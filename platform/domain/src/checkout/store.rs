//! Every statement of checkout.

use db::{DbError, TenantTx};

use crate::orders::CaptureRule;

/// When the money of orders that are placed now is captured.
pub(super) async fn capture_rule(tx: &mut TenantTx) -> Result<CaptureRule, DbError> {
    let rule = sqlx::query_scalar("select capture from payment_settings where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_optional(tx.conn())
        .await?;
    Ok(rule.unwrap_or_default())
}

pub(super) async fn set_capture_rule(tx: &mut TenantTx, rule: CaptureRule) -> Result<(), DbError> {
    sqlx::query(
        "insert into payment_settings (tenant_id, capture) values ($1, $2)
         on conflict (tenant_id) do update set capture = excluded.capture",
    )
    .bind(tx.tenant_id())
    .bind(rule)
    .execute(tx.conn())
    .await?;
    Ok(())
}
