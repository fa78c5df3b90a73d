//! When what an import writes is safe.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;

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
