//! Every statement about secrets that are encrypted anew.

use db::{DbError, TenantTx};
use kernel::ids::{IdentityProviderId, StaffId};

use super::Kept;

/// What the tenant and its staff keep secret.
pub(super) async fn kept(tx: &mut TenantTx) -> Result<Vec<Kept>, DbError> {
    let seeds: Vec<(StaffId, Vec<u8>)> = sqlx::query_as(
        "select f.staff_id, f.totp_sealed
           from staff_security f
           join memberships m on m.tenant_id = $1 and m.staff_id = f.staff_id
          where f.totp_sealed is not null",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    let secrets: Vec<(IdentityProviderId, Vec<u8>)> =
        sqlx::query_as("select id, secret_sealed from identity_providers where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_all(tx.conn())
            .await?;
    let seeds = seeds.into_iter().map(|(id, it)| Kept::Seed(id, it));
    let secrets = secrets.into_iter();
    Ok(seeds
        .chain(secrets.map(|(id, it)| Kept::ClientSecret(id, it)))
        .collect())
}

/// Keeps a secret as it is encrypted now, unless it has changed; whether it was still there.
pub(super) async fn replace(
    tx: &mut TenantTx,
    secret: &Kept,
    again: &[u8],
) -> Result<bool, DbError> {
    let done = match secret {
        Kept::Seed(staff_id, sealed) => sqlx::query(
            "update staff_security set totp_sealed = $3 where staff_id = $1 and totp_sealed = $2",
        )
        .bind(staff_id)
        .bind(sealed)
        .bind(again)
        .execute(tx.conn())
        .await?,
        Kept::ClientSecret(id, sealed) => {
            sqlx::query(
                "update identity_providers set secret_sealed = $4
                  where tenant_id = $1 and id = $2 and secret_sealed = $3",
            )
            .bind(tx.tenant_id())
            .bind(id)
            .bind(sealed)
            .bind(again)
            .execute(tx.conn())
            .await?
        }
    };
    Ok(done.rows_affected() == 1)
}
