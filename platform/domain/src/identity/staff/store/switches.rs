//! Every statement about going from one tenant to another.

use db::{DbError, TenantTx};
use kernel::ids::StaffId;
use time::OffsetDateTime;

use crate::identity::staff::switch::OwnTenant;

/// The tenants that a member of this one works for, by name.
pub(in crate::identity::staff) async fn tenants_of(
    tx: &mut TenantTx,
    staff_id: StaffId,
) -> Result<Vec<OwnTenant>, DbError> {
    Ok(
        sqlx::query_as("select tenant_id, slug, name, host from tenants_of_staff($1)")
            .bind(staff_id)
            .fetch_all(tx.conn())
            .await?,
    )
}

/// Uses a code up; `false` when it was used.
pub(in crate::identity::staff) async fn use_up(
    tx: &mut TenantTx,
    hash: &[u8],
    expires_at: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into staff_switches (tenant_id, token_hash, expires_at) values ($1, $2, $3)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(hash)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
