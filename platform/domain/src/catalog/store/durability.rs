//! When what an import writes is safe, and known to the planner.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;

/// Locks a row, which is written to the log: the commit of this transaction waits until it, and with it
/// everything that was committed before, is on the disk. The row stays as it is: a change would give the
/// product's document a version that no event tells of.
pub(in crate::catalog) async fn settle(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<(), DbError> {
    sqlx::query("select 1 from products where tenant_id = $1 and id = $2 for no key update")
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
