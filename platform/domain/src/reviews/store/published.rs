//! Published reviews, as everybody sees them.

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use uuid::Uuid;

use super::pictures::of_reviews;
use crate::reviews::list::Merchant;
use crate::reviews::model::Reviewed;
use crate::reviews::{ListPublished, PublishedReview, ReviewSort};

/// The product with this slug, if shoppers can see it.
pub(in crate::reviews) async fn product(
    tx: &mut TenantTx,
    slug: &str,
) -> Result<Option<ProductId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from products where tenant_id = $1 and slug = $2 and status = 'active'
            and (not is_restricted or shown_to_shopper($1, id))",
    )
    .bind(tx.tenant_id())
    .bind(slug)
    .fetch_optional(tx.conn())
    .await?)
}

/// The merchant with this slug.
pub(in crate::reviews) async fn merchant(
    tx: &mut TenantTx,
    slug: &str,
) -> Result<Option<Merchant>, DbError> {
    Ok(
        sqlx::query_as("select id, slug, name from merchants where tenant_id = $1 and slug = $2")
            .bind(tx.tenant_id())
            .bind(slug)
            .fetch_optional(tx.conn())
            .await?,
    )
}

const PRODUCT_NEWEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, l.variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
      join order_lines l on l.tenant_id = $1 and l.id = r.order_line_id
     where r.tenant_id = $1 and r.product_id = $2 and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or (r.id < $4 and $5::smallint is not null))
     order by r.id desc
     limit $6";

const PRODUCT_HIGHEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, l.variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
      join order_lines l on l.tenant_id = $1 and l.id = r.order_line_id
     where r.tenant_id = $1 and r.product_id = $2 and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or (r.rating, r.id) < ($5::smallint, $4))
     order by r.rating desc, r.id desc
     limit $6";

const PRODUCT_LOWEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, l.variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
      join order_lines l on l.tenant_id = $1 and l.id = r.order_line_id
     where r.tenant_id = $1 and r.product_id = $2 and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or r.rating > $5::smallint or (r.rating = $5 and r.id < $4))
     order by r.rating, r.id desc
     limit $6";

const MERCHANT_NEWEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, null::text as variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
     where r.tenant_id = $1 and r.merchant_id = $2 and r.order_line_id is null
       and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or (r.id < $4 and $5::smallint is not null))
     order by r.id desc
     limit $6";

const MERCHANT_HIGHEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, null::text as variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
     where r.tenant_id = $1 and r.merchant_id = $2 and r.order_line_id is null
       and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or (r.rating, r.id) < ($5::smallint, $4))
     order by r.rating desc, r.id desc
     limit $6";

const MERCHANT_LOWEST: &str = "
    select r.id, r.rating, t.title, t.body, r.author_name, null::text as variant_title, r.answer,
           r.answered_at, r.answer_edited_at, r.created_at, r.edited_at
      from reviews r
      join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
     where r.tenant_id = $1 and r.merchant_id = $2 and r.order_line_id is null
       and r.status = 'published'
       and ($3::smallint is null or r.rating = $3)
       and ($4::uuid is null or r.rating > $5::smallint or (r.rating = $5 and r.id < $4))
     order by r.rating, r.id desc
     limit $6";

/// Published reviews of a product or of a merchant in the wanted order, `limit` of them.
pub(in crate::reviews) async fn published(
    tx: &mut TenantTx,
    reviewed: Reviewed,
    query: &ListPublished,
    limit: i64,
) -> Result<Vec<PublishedReview>, DbError> {
    let (id, newest, highest, lowest): (Uuid, _, _, _) = match reviewed {
        Reviewed::Product(id) => (id.uuid(), PRODUCT_NEWEST, PRODUCT_HIGHEST, PRODUCT_LOWEST),
        Reviewed::Merchant(id) => (
            id.uuid(),
            MERCHANT_NEWEST,
            MERCHANT_HIGHEST,
            MERCHANT_LOWEST,
        ),
    };
    let statement = match query.sort {
        ReviewSort::Newest => newest,
        ReviewSort::Highest => highest,
        ReviewSort::Lowest => lowest,
    };
    let mut found: Vec<PublishedReview> = sqlx::query_as(statement)
        .persistent(false)
        .bind(tx.tenant_id())
        .bind(id)
        .bind(query.rating)
        .bind(query.after.map(|after| after.id))
        .bind(query.after.map(|after| after.rating))
        .bind(limit)
        .fetch_all(tx.planning_anew().await?)
        .await?;
    let ids: Vec<Uuid> = found.iter().map(|review| review.id.uuid()).collect();
    let mut pictures = of_reviews(tx, &ids).await?;
    for review in &mut found {
        review.pictures = pictures.remove(&review.id.uuid()).unwrap_or_default();
    }
    Ok(found)
}
