//! How soon what an import writes is safe.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;

/// Lets this transaction's commit return before it is on the disk. Whatever is safe then was
/// committed in order: after a loss of power the catalogue is one of an earlier moment, and the
/// import can be repeated.
pub(in crate::catalog) async fn relax(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("select set_config('synchronous_commit', 'off', true)")
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Writes a row as it is: the commit of this transaction waits until it, and with it everything
/// that was committed before, is on the disk.
pub(in crate::catalog) async fn settle(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<(), DbError> {
    sqlx::query("update products set version = version where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id().uuid())
        .bind(product_id.uuid())
        .execute(tx.conn())
        .await?;
    Ok(())
}
