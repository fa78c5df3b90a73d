//! Pictures one by one: what merchants upload, and the widths that pictures are made in.

use db::{DbError, TenantTx};
use kernel::ids::{ImageId, ProductId};
use sqlx::types::Json;
use uuid::Uuid;

use crate::catalog::draft::Picture;
use crate::catalog::pictures::{Made, Said};

/// Locks a product until the transaction ends, if it is there.
pub(in crate::catalog) async fn lock_product(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<bool, DbError> {
    let found: Option<i32> = sqlx::query_scalar(
        "select version from products where tenant_id = $1 and id = $2 for update",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

/// The pictures of a product in their order.
pub(in crate::catalog) async fn of_product(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<Vec<ImageId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from images where tenant_id = $1 and product_id = $2 order by position, id",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .fetch_all(tx.conn())
    .await?)
}

/// The product's picture that is kept under `key`.
pub(in crate::catalog) async fn with_key(
    tx: &mut TenantTx,
    product_id: ProductId,
    key: &str,
) -> Result<Option<ImageId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id
           from images
          where tenant_id = $1 and product_id = $2 and object_key = $3
          order by position, id
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(key)
    .fetch_optional(tx.conn())
    .await?)
}

/// Adds a picture behind the product's others.
pub(in crate::catalog) async fn add(
    tx: &mut TenantTx,
    product_id: ProductId,
    image_id: ImageId,
    picture: &Picture,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into images (tenant_id, product_id, id, position, source, object_key, content_type,
                             width, height)
         select $1, $2, $3, coalesce(max(position), 0) + 1, '', $4, $5, $6, $7
           from images
          where tenant_id = $1 and product_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(image_id)
    .bind(&picture.key)
    .bind(picture.content_type)
    .bind(picture.width)
    .bind(picture.height)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Changes what is said of a picture.
pub(in crate::catalog) async fn say(
    tx: &mut TenantTx,
    image_id: ImageId,
    said: &Said,
) -> Result<(), DbError> {
    sqlx::query(
        "update images
            set alt = coalesce($3, alt), alts = coalesce($4, alts),
                focal_x = case when $5 then $6 else focal_x end,
                focal_y = case when $5 then $7 else focal_y end
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(image_id)
    .bind(&said.alt)
    .bind(said.alts.as_ref().map(Json))
    .bind(!said.focal_point.is_keep())
    .bind(said.focal_x())
    .bind(said.focal_y())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts pictures in this order.
pub(in crate::catalog) async fn arrange(
    tx: &mut TenantTx,
    images: &[ImageId],
) -> Result<(), DbError> {
    sqlx::query(
        "update images i
            set position = asked.place
           from unnest($2::uuid[]) with ordinality as asked (id, place)
          where i.tenant_id = $1 and i.id = asked.id and i.position <> asked.place",
    )
    .bind(tx.tenant_id())
    .bind(images)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes a picture away, from variants as well.
pub(in crate::catalog) async fn remove(
    tx: &mut TenantTx,
    product_id: ProductId,
    image_id: ImageId,
) -> Result<(), DbError> {
    sqlx::query(
        "update variants set image_id = null
          where tenant_id = $1 and product_id = $2 and image_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .bind(image_id)
    .execute(tx.conn())
    .await?;
    super::images::remove(tx, &[image_id]).await
}

/// A picture of the product that was not made in other widths yet, or before there were blurhashes, and its place in the
/// object store.
pub(in crate::catalog) async fn next_unsized(
    tx: &mut TenantTx,
    product_id: ProductId,
) -> Result<Option<(ImageId, String)>, DbError> {
    Ok(sqlx::query_as(
        "select id, object_key
           from images
          where tenant_id = $1 and product_id = $2
            and (widths is null or (preview is null and cardinality(widths) > 0))
            and content_type in ('image/jpeg', 'image/png', 'image/webp')
          order by position, id
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(product_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Notes the widths that a picture was made in, and its size as it is shown, unless it shows something
/// else by now.
pub(in crate::catalog) async fn set_widths(
    tx: &mut TenantTx,
    (image_id, key): (ImageId, &str),
    made: &Made,
) -> Result<(), DbError> {
    sqlx::query(
        "update images
            set widths = $4, width = coalesce($5, width), height = coalesce($6, height), preview = $7
          where tenant_id = $1 and id = $2 and object_key = $3",
    )
    .bind(tx.tenant_id())
    .bind(image_id)
    .bind(key)
    .bind(&made.widths)
    .bind(made.size.map(|(width, _)| width))
    .bind(made.size.map(|(_, height)| height))
    .bind(&made.blurhash)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Those of `products` that have such pictures.
pub(in crate::catalog) async fn unsized_products(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<Vec<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select distinct product_id
           from images
          where tenant_id = $1 and product_id = any($2)
            and (widths is null or (preview is null and cardinality(widths) > 0))
            and content_type in ('image/jpeg', 'image/png', 'image/webp')",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .fetch_all(tx.conn())
    .await?)
}

/// Products that have such pictures, behind this one.
pub(in crate::catalog) async fn unmade_products(
    tx: &mut TenantTx,
    after: Uuid,
    limit: i64,
) -> Result<Vec<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select p.id
           from products p
          where p.tenant_id = $1 and p.id > $2
            and exists (select
                          from images i
                         where i.tenant_id = $1 and i.product_id = p.id
                           and (i.widths is null or (i.preview is null and cardinality(i.widths) > 0))
                           and i.content_type in ('image/jpeg', 'image/png', 'image/webp'))
          order by p.id
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}
