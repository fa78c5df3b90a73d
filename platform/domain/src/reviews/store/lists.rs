//! Reading reviews.

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, ReviewId};

use crate::reviews::{ListPublished, ListReviews, PublishedReview, Review, ReviewSort};

/// Reviews by filter, one more than a page.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(in crate::reviews) async fn list(
    tx: &mut TenantTx,
    query: &ListReviews,
) -> Result<Vec<Review>, DbError> {
    Ok(sqlx::query_as(
        "select r.id, r.order_id, r.order_line_id, r.product_id, r.merchant_id,
                l.title as product_title, l.variant_title, r.version, r.rating, t.title, t.body,
                r.author_name, r.status, r.holds, r.rejection_reason, r.rejection_note,
                r.was_rejected, r.appeal, r.appealed_at, r.answer, r.answered_by, r.answered_at,
                r.answer_edited_at, r.open_reports, r.created_at, r.edited_at, r.editable_until
           from reviews r
           join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
           join order_lines l on l.tenant_id = $1 and l.id = r.order_line_id
           join orders o on o.tenant_id = $1 and o.id = r.order_id
          where r.tenant_id = $1 and ($2::uuid is null or r.id = $2)
            and ($3::uuid is null or r.order_id = $3) and ($4::uuid is null or o.user_id = $4)
            and (($3::uuid is null and $4::uuid is null) or r.status <> 'withdrawn')
            and ($5::text is null or r.status = $5) and ($6::uuid is null or r.product_id = $6)
            and ($7::smallint is null or r.rating = $7)
            and ($8::boolean is null or (r.open_reports > 0) = $8)
            and ($9::uuid is null or r.id < $9)
          order by r.id desc
          limit $10",
    )
    .persistent(false)
    .bind(tx.tenant_id())
    .bind(query.id)
    .bind(query.order_id)
    .bind(query.user_id)
    .bind(query.status)
    .bind(query.product_id)
    .bind(query.rating)
    .bind(query.is_reported)
    .bind(query.after)
    .bind(i64::from(query.limit) + 1)
    .fetch_all(tx.planning_anew().await?)
    .await?)
}

/// The review.
pub(in crate::reviews) async fn find(
    tx: &mut TenantTx,
    id: ReviewId,
) -> Result<Option<Review>, DbError> {
    let query = ListReviews {
        id: Some(id),
        limit: 1,
        ..ListReviews::default()
    };
    Ok(list(tx, &query).await?.into_iter().next())
}

/// Keeps others from changing a review until the transaction ends, if it is there.
pub(in crate::reviews) async fn lock(tx: &mut TenantTx, id: ReviewId) -> Result<(), DbError> {
    sqlx::query("select id from reviews where tenant_id = $1 and id = $2 for update")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

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

const NEWEST: &str = "
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

const HIGHEST: &str = "
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

const LOWEST: &str = "
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

/// Published reviews of a product in the wanted order, `limit` of them.
pub(in crate::reviews) async fn published(
    tx: &mut TenantTx,
    product_id: ProductId,
    query: &ListPublished,
    limit: i64,
) -> Result<Vec<PublishedReview>, DbError> {
    let statement = match query.sort {
        ReviewSort::Newest => NEWEST,
        ReviewSort::Highest => HIGHEST,
        ReviewSort::Lowest => LOWEST,
    };
    Ok(sqlx::query_as(statement)
        .persistent(false)
        .bind(tx.tenant_id())
        .bind(product_id)
        .bind(query.rating)
        .bind(query.after.map(|after| after.id))
        .bind(query.after.map(|after| after.rating))
        .bind(limit)
        .fetch_all(tx.planning_anew().await?)
        .await?)
}
