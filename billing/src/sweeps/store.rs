//! Whose books there are.

use db::{DbError, DirectoryTx};
use kernel::ids::TenantId;
use uuid::Uuid;

/// Every tenant, closed ones included: their books stay.
pub(super) async fn tenants(tx: &mut DirectoryTx) -> Result<Vec<TenantId>, DbError> {
    let ids: Vec<Uuid> = sqlx::query_scalar("select id from tenants order by id")
        .fetch_all(tx.conn())
        .await?;
    Ok(ids.into_iter().map(TenantId::from_uuid).collect())
}
