//! The pictures of categories.

use db::{DbError, TenantTx};
use kernel::ids::CategoryId;
use sqlx::types::Json;
use uuid::Uuid;

use super::json::ImageJson;
use super::lists::CategoryRow;
use crate::catalog::draft::Picture;
use crate::catalog::model::Category;
use crate::catalog::pictures::{Image, Made, Said};

/// Categories that were made after this one, the oldest first.
pub(in crate::catalog) async fn categories_after(
    tx: &mut TenantTx,
    after: Uuid,
    limit: i64,
) -> Result<Vec<Category>, DbError> {
    let rows: Vec<CategoryRow> = sqlx::query_as(
        "select c.id, c.slug, c.name, above.slug as parent,
                (select json_build_object('key', i.object_key, 'alt', i.alt, 'width', i.width,
                                          'height', i.height, 'widths', i.widths,
                                          'alts', i.alts, 'focal_x', i.focal_x,
                                          'focal_y', i.focal_y, 'blurhash', i.preview)
                   from category_images i
                  where i.tenant_id = $1 and i.category_id = c.id) as image
           from categories c
           left join categories above on above.tenant_id = $1 and above.id = c.parent_id
          where c.tenant_id = $1 and c.id > $2
          order by c.id
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Category::from).collect())
}

/// Whether there is such a category.
pub(in crate::catalog) async fn is_category(
    tx: &mut TenantTx,
    category_id: CategoryId,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from categories where tenant_id = $1 and id = $2)",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .fetch_one(tx.conn())
    .await?)
}

/// The picture of a category.
pub(in crate::catalog) async fn find(
    tx: &mut TenantTx,
    category_id: CategoryId,
) -> Result<Option<Image>, DbError> {
    let found: Option<Json<ImageJson>> = sqlx::query_scalar(
        "select json_build_object('key', object_key, 'alt', alt, 'width', width,
                                  'height', height, 'widths', widths, 'alts', alts,
                                  'focal_x', focal_x, 'focal_y', focal_y, 'blurhash', preview)
           from category_images
          where tenant_id = $1 and category_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|Json(image)| image.into()))
}

/// Gives a category a picture; `false` when it is the one that it has.
pub(in crate::catalog) async fn put(
    tx: &mut TenantTx,
    category_id: CategoryId,
    picture: &Picture,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into category_images as i
                (tenant_id, category_id, object_key, content_type, width, height)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, category_id) do update
            set object_key = excluded.object_key, content_type = excluded.content_type,
                width = excluded.width, height = excluded.height, alt = '', alts = '{}',
                focal_x = null, focal_y = null, widths = null, preview = null
          where i.object_key <> excluded.object_key",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .bind(&picture.key)
    .bind(picture.content_type)
    .bind(picture.width)
    .bind(picture.height)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes what is said of a category's picture; none without one.
pub(in crate::catalog) async fn change(
    tx: &mut TenantTx,
    category_id: CategoryId,
    said: &Said,
) -> Result<Option<Image>, DbError> {
    let changed: Option<Json<ImageJson>> = sqlx::query_scalar(
        "update category_images
            set alt = coalesce($3, alt), alts = coalesce($4, alts),
                focal_x = case when $5 then $6 else focal_x end,
                focal_y = case when $5 then $7 else focal_y end
          where tenant_id = $1 and category_id = $2
          returning json_build_object('key', object_key, 'alt', alt, 'width', width,
                                      'height', height, 'widths', widths, 'alts', alts,
                                  'focal_x', focal_x, 'focal_y', focal_y, 'blurhash', preview)",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .bind(&said.alt)
    .bind(said.alts.as_ref().map(Json))
    .bind(!said.focal_point.is_keep())
    .bind(said.focal_x())
    .bind(said.focal_y())
    .fetch_optional(tx.conn())
    .await?;
    Ok(changed.map(|Json(image)| image.into()))
}

/// Takes the picture of a category away; `false` without one.
pub(in crate::catalog) async fn remove(
    tx: &mut TenantTx,
    category_id: CategoryId,
) -> Result<bool, DbError> {
    let done = sqlx::query("delete from category_images where tenant_id = $1 and category_id = $2")
        .bind(tx.tenant_id())
        .bind(category_id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Where the picture of a category is kept, if it was not made in other widths yet, or before there were blurhashes.
pub(in crate::catalog) async fn unsized_key(
    tx: &mut TenantTx,
    category_id: CategoryId,
) -> Result<Option<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select object_key
           from category_images
          where tenant_id = $1 and category_id = $2
            and (widths is null or (preview is null and cardinality(widths) > 0))",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Notes the widths that a picture was made in, unless the category shows another one by now.
pub(in crate::catalog) async fn set_widths(
    tx: &mut TenantTx,
    (category_id, key): (CategoryId, &str),
    made: &Made,
) -> Result<(), DbError> {
    sqlx::query(
        "update category_images
            set widths = $4, preview = $5
          where tenant_id = $1 and category_id = $2 and object_key = $3",
    )
    .bind(tx.tenant_id())
    .bind(category_id)
    .bind(key)
    .bind(&made.widths)
    .bind(&made.blurhash)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Categories that have such pictures, behind this one.
pub(in crate::catalog) async fn unmade_categories(
    tx: &mut TenantTx,
    after: Uuid,
    limit: i64,
) -> Result<Vec<CategoryId>, DbError> {
    Ok(sqlx::query_scalar(
        "select category_id
           from category_images
          where tenant_id = $1 and category_id > $2
            and (widths is null or (preview is null and cardinality(widths) > 0))
          order by category_id
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}
