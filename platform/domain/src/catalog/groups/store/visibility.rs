//! Which groups see a product.

use db::{DbError, TenantTx};
use kernel::ids::{CustomerGroupId, ProductId};
use time::OffsetDateTime;

pub(in crate::catalog::groups) async fn product_exists(
    tx: &mut TenantTx,
    id: ProductId,
) -> Result<bool, DbError> {
    let found =
        sqlx::query_scalar("select exists (select from products where tenant_id = $1 and id = $2)")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_one(tx.conn())
            .await?;
    Ok(found)
}

pub(in crate::catalog::groups) async fn groups_of_product(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<Vec<CustomerGroupId>, DbError> {
    Ok(sqlx::query_scalar(
        "select group_id from product_groups
          where tenant_id = $1 and product_id = $2
          order by group_id",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Which of these groups there are. They are not deleted until the transaction ends.
pub(in crate::catalog::groups) async fn known_groups(
    tx: &mut TenantTx,
    groups: &[CustomerGroupId],
) -> Result<Vec<CustomerGroupId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from customer_groups
          where tenant_id = $1 and id = any($2)
          order by id for key share",
    )
    .bind(tx.tenant_id())
    .bind(groups)
    .fetch_all(tx.conn())
    .await?)
}

/// Says whether only members of groups see a product, and locks it; whether there is one.
pub(in crate::catalog::groups) async fn restrict(
    tx: &mut TenantTx,
    product_id: ProductId,
    is_restricted: bool,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update products set is_restricted = $3, version = version + 1, updated_at = $4
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(is_restricted)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in crate::catalog::groups) async fn put_groups_of_product(
    tx: &mut TenantTx,
    product_id: ProductId,
    groups: &[CustomerGroupId],
) -> Result<(), DbError> {
    sqlx::query(
        "with gone as (
           delete from product_groups
            where tenant_id = $1 and product_id = $2 and group_id <> all($3::uuid[])
         )
         insert into product_groups (tenant_id, product_id, group_id)
         select $1, $2, made.group_id from unnest($3::uuid[]) as made (group_id)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(groups)
    .execute(tx.conn())
    .await?;
    Ok(())
}
