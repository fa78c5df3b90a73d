//! Reading reviews.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, ReviewId, UserId};
use uuid::Uuid;

use super::pictures::of_reviews;
use crate::reviews::{ListReviews, Review};

/// Reviews by filter, one more than a page.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(in crate::reviews) async fn list(
    tx: &mut TenantTx,
    query: &ListReviews,
) -> Result<Vec<Review>, DbError> {
    let orders = match query.user_id {
        Some(user_id) => Some(orders_reviewed_by(tx, user_id).await?),
        None => None,
    };
    let mut found: Vec<Review> = sqlx::query_as(
        "select r.id, r.order_id, r.order_line_id, r.product_id, r.merchant_id,
                m.slug as merchant_slug, m.name as merchant_name, l.title as product_title, l.variant_title, r.version, r.rating, t.title, t.body,
                r.author_name, r.status, r.holds, r.rejection_reason, r.rejection_note,
                r.was_rejected, r.appeal, r.appealed_at, r.answer, r.answered_by, r.answered_at,
                r.answer_edited_at, r.open_reports, r.created_at, r.edited_at, r.editable_until
           from reviews r
           join review_texts t on t.tenant_id = $1 and t.review_id = r.id and t.version = r.version
           join merchants m on m.tenant_id = $1 and m.id = r.merchant_id
           left join order_lines l on l.tenant_id = $1 and l.id = r.order_line_id
          where r.tenant_id = $1 and ($2::uuid is null or r.id = $2)
            and ($3::uuid is null or r.order_id = $3) and ($4::uuid[] is null or r.order_id = any($4))
            and (($3::uuid is null and $4::uuid[] is null) or r.status <> 'withdrawn')
            and ($5::text is null or r.status = $5) and ($6::uuid is null or r.product_id = $6)
            and ($7::smallint is null or r.rating = $7)
            and ($8::boolean is null or (r.open_reports > 0) = $8)
            and ($9::uuid is null or r.id < $9)
            and ($10::text is null or ($10 = 'merchant') = (r.order_line_id is null))
            and ($11::uuid is null or r.merchant_id = $11)
          order by r.id desc
          limit $12",
    )
    .persistent(false)
    .bind(tx.tenant_id())
    .bind(query.id)
    .bind(query.order_id)
    .bind(orders)
    .bind(query.status)
    .bind(query.product_id)
    .bind(query.rating)
    .bind(query.is_reported)
    .bind(query.after)
    .bind(query.subject)
    .bind(query.merchant_id)
    .bind(i64::from(query.limit) + 1)
    .fetch_all(tx.planning_anew().await?)
    .await?;
    let ids: Vec<Uuid> = found.iter().map(|review| review.id.uuid()).collect();
    let mut pictures = of_reviews(tx, &ids).await?;
    for review in &mut found {
        review.pictures = pictures.remove(&review.id.uuid()).unwrap_or_default();
    }
    Ok(found)
}

/// The orders of an account that were reviewed. Staff of a merchant, who list reviews too, are not told whose an
/// order is.
async fn orders_reviewed_by(tx: &mut TenantTx, user_id: UserId) -> Result<Vec<OrderId>, DbError> {
    Ok(sqlx::query_scalar(
        "select o.id from orders o
          where o.tenant_id = $1 and o.user_id = $2
            and exists (select from reviews r where r.tenant_id = $1 and r.order_id = o.id)",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
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
