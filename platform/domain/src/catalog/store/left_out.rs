//! What a file leaves out, when all of it has been read.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use time::OffsetDateTime;

/// Which of these products still have the version that is named, locked until the transaction ends.
pub(in crate::catalog) async fn lock(
    tx: &mut TenantTx,
    products: &[ProductId],
    versions: &[i32],
) -> Result<Vec<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select p.id
           from products p
           join unnest($2::uuid[], $3::int[]) as asked (id, version)
             on asked.id = p.id and asked.version = p.version
          where p.tenant_id = $1
          order by p.id
            for update of p",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(versions)
    .fetch_all(tx.conn())
    .await?)
}

/// Notes that products are what the rows with these digests say.
pub(in crate::catalog) async fn note_imported(
    tx: &mut TenantTx,
    products: &[ProductId],
    digests: &[&[u8]],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update products p
            set import_digest = asked.digest, version = p.version + 1, updated_at = $4
           from unnest($2::uuid[], $3::bytea[]) as asked (id, digest)
          where p.tenant_id = $1 and p.id = asked.id",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .bind(digests)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
