//! When what an import writes is safe, and known to the planner.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;

/// Writes a row as it is: the commit of this transaction waits until it, and with it everything
/// that was committed before, is on the disk.
pub(in crate::catalog) async fn settle(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<(), DbError> {
    sqlx::query("update products set version = version where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(product_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Has what was filled for the first time analysed. Waiting for the server to do it by itself would
/// mean a minute of slow reads.
pub(in crate::catalog) async fn gather_first_statistics(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("select gather_first_statistics()")
        .execute(tx.conn())
        .await?;
    Ok(())
}
