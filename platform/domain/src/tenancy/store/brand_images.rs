//! Every statement about pictures of brands.

use db::{DbError, TenantTx};
use kernel::ids::{BrandImageId, StorefrontId};

use crate::tenancy::brand_images::BrandImage;

pub(in crate::tenancy) async fn list(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Vec<BrandImage>, DbError> {
    Ok(sqlx::query_as(
        "select id, object_key, content_type, width, height, created_at
           from brand_images
          where tenant_id = $1 and storefront_id = $2
          order by id desc",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_all(tx.conn())
    .await?)
}

pub(in crate::tenancy) async fn count(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select count(*) from brand_images where tenant_id = $1 and storefront_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_one(tx.conn())
    .await?)
}

/// Has whoever else uploads a picture for the storefront wait.
pub(in crate::tenancy) async fn lock(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<(), DbError> {
    sqlx::query("select id from storefronts where tenant_id = $1 and id = $2 for update")
        .bind(tx.tenant_id())
        .bind(storefront_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(in crate::tenancy) async fn with_key(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    object_key: &str,
) -> Result<Option<BrandImage>, DbError> {
    Ok(sqlx::query_as(
        "select id, object_key, content_type, width, height, created_at
           from brand_images
          where tenant_id = $1 and storefront_id = $2 and object_key = $3",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(object_key)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::tenancy) async fn insert(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    image: &BrandImage,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into brand_images
                (tenant_id, id, storefront_id, object_key, content_type, width, height, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tx.tenant_id())
    .bind(image.id)
    .bind(storefront_id)
    .bind(&image.object_key)
    .bind(&image.content_type)
    .bind(image.width)
    .bind(image.height)
    .bind(image.created_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// `false` when there is no such picture.
pub(in crate::tenancy) async fn delete(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    id: BrandImageId,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "delete from brand_images where tenant_id = $1 and storefront_id = $2 and id = $3",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
