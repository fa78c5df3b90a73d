//! Pictures of reviews.

use std::collections::HashMap;

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{ReviewId, ReviewPictureId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::reviews::pictures::NewPicture;
use crate::reviews::{ReviewPicture, ReviewStatus};

/// The pictures of these reviews, in their order.
pub(super) async fn of_reviews(
    tx: &mut TenantTx,
    reviews: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ReviewPicture>>, DbError> {
    let mut found = HashMap::<Uuid, Vec<ReviewPicture>>::new();
    if reviews.is_empty() {
        return Ok(found);
    }
    let rows: Vec<(Uuid, ReviewPictureId, String, i32, i32)> = sqlx::query_as(
        "select review_id, id, object_key, width, height
           from review_pictures
          where tenant_id = $1 and review_id = any($2)
          order by review_id, position",
    )
    .bind(tx.tenant_id())
    .bind(reviews)
    .fetch_all(tx.conn())
    .await?;
    for (review, id, key, width, height) in rows {
        found.entry(review).or_default().push(ReviewPicture {
            id,
            url: format!("/media/{key}"),
            width,
            height,
        });
    }
    Ok(found)
}

/// Notes a picture in the first free place of four. The caller has locked the review.
pub(in crate::reviews) async fn add_picture(
    tx: &mut TenantTx,
    new: &NewPicture,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into review_pictures
                (tenant_id, id, review_id, position, object_key, width, height, added_at)
         select $1, $2, $3, coalesce(min(place), 5), $4, $5, $6, $7
           from generate_series(1, 4) as place
          where not exists (select from review_pictures
                             where tenant_id = $1 and review_id = $3 and position = place)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.review_id)
    .bind(&new.key)
    .bind(new.size.0)
    .bind(new.size.1)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives a review this status because its pictures are others now; the caller has locked it.
pub(in crate::reviews) async fn look_again(
    tx: &mut TenantTx,
    id: ReviewId,
    status: ReviewStatus,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update reviews
            set status = $3, edited_at = $4, rejection_reason = null, rejection_note = null
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(status)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes a picture away from a review; the key of its object.
pub(in crate::reviews) async fn remove_picture(
    tx: &mut TenantTx,
    id: ReviewId,
    picture_id: ReviewPictureId,
) -> Result<Option<String>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from review_pictures
          where tenant_id = $1 and review_id = $2 and id = $3
         returning object_key",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(picture_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Takes all pictures away from a review; the keys of their objects.
pub(in crate::reviews) async fn remove_pictures(
    tx: &mut TenantTx,
    id: ReviewId,
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from review_pictures where tenant_id = $1 and review_id = $2 returning object_key",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// Takes the pictures off the reviews of orders that were an account's, or its address's; the keys of their objects.
pub(in crate::reviews) async fn forget_pictures(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "delete from review_pictures p
          using reviews r
          where p.tenant_id = $1 and r.tenant_id = $1 and r.id = p.review_id
            and r.order_id in (select id from orders where tenant_id = $1 and user_id = $2
                               union all
                               select id from orders
                                where tenant_id = $1 and email collate \"C\" = $3)
         returning p.object_key",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(email.as_str())
    .fetch_all(tx.conn())
    .await?)
}

/// Which of these objects are of a picture.
pub(in crate::reviews) async fn known_keys(
    tx: &mut TenantTx,
    keys: &[String],
) -> Result<Vec<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select object_key from review_pictures where tenant_id = $1 and object_key = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(keys)
    .fetch_all(tx.conn())
    .await?)
}
