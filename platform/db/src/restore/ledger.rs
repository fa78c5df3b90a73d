//! The ledger after a restore.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{RestoreError, number, run};

/// Refuses a ledger that does not add up, and lets the comparison with the provider begin anew: its
/// running totals may count what was removed, and not yet what came back.
pub(super) async fn check(target: &mut PgConnection, tenant_id: Uuid) -> Result<(), RestoreError> {
    let unbalanced = format!(
        "select count(*) from (
           select from public.ledger_postings where tenant_id = '{tenant_id}'
            group by transaction_id, currency having sum(amount) <> 0) wrong"
    );
    if number(target, unbalanced).await? > 0 {
        return Err(RestoreError::Unbalanced);
    }
    run(target, "delete from public.ledger_totals".to_owned()).await?;
    let anew = "update public.ledger_comparison set horizon = '0', horizon_as_of = '-infinity'";
    run(target, anew.to_owned()).await.map(drop)
}
