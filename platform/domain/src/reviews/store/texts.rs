//! What shoppers write: each version is inserted, and none is changed.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{MerchantId, OrderId, OrderLineId, ProductId, ReviewId, UserId};
use time::OffsetDateTime;

use crate::reviews::{ReviewDraft, ReviewHold, ReviewStatus, ReviewSubject};

/// A line of an order, and whose it is.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::reviews) struct BoughtLine {
    id: OrderLineId,
    pub(in crate::reviews) order_id: OrderId,
    product_id: ProductId,
    merchant_id: MerchantId,
    pub(in crate::reviews) email: Email,
    pub(in crate::reviews) user_id: Option<UserId>,
    /// Whether the order is paid, or was.
    pub(in crate::reviews) is_bought: bool,
}

/// What a review becomes when its author has written it.
pub(in crate::reviews) struct Revision<'a> {
    pub(in crate::reviews) id: ReviewId,
    pub(in crate::reviews) version: i32,
    pub(in crate::reviews) status: ReviewStatus,
    pub(in crate::reviews) draft: &'a ReviewDraft,
    pub(in crate::reviews) holds: Vec<ReviewHold>,
    pub(in crate::reviews) at: OffsetDateTime,
}

/// The line of an order.
pub(in crate::reviews) async fn line(
    tx: &mut TenantTx,
    id: OrderLineId,
) -> Result<Option<BoughtLine>, DbError> {
    Ok(sqlx::query_as(
        "select l.id, l.order_id, l.product_id, l.merchant_id, o.email, o.user_id, o.is_bought
           from order_lines l
           join orders o on o.tenant_id = $1 and o.id = l.order_id
          where l.tenant_id = $1 and l.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The address that an order was placed with.
pub(in crate::reviews) async fn buyer(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Email, DbError> {
    Ok(
        sqlx::query_scalar("select email from orders where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(order_id)
            .fetch_one(tx.conn())
            .await?,
    )
}

/// Whether another review has this text: one by the same shopper, or by anybody.
pub(in crate::reviews) async fn has_twin(
    tx: &mut TenantTx,
    id: ReviewId,
    fingerprint: &[u8],
    by: Option<&Email>,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from review_texts t
                          join reviews r on r.tenant_id = $1 and r.id = t.review_id
                          join orders o on o.tenant_id = $1 and o.id = r.order_id
                         where t.tenant_id = $1 and t.fingerprint = $2 and t.review_id <> $3
                           and ($4::text is null or o.email = $4))",
    )
    .bind(tx.tenant_id())
    .bind(fingerprint)
    .bind(id)
    .bind(by.map(Email::as_str))
    .fetch_one(tx.conn())
    .await?)
}

/// Writes a review down, of a line's product or of its merchant. `reviews_tenant_id_order_line_id_key` refuses a
/// second one of a line, `reviews_one_of_merchant` a second one of a merchant in an order, and
/// `reviews_of_bought_orders` one of an order that is not paid.
pub(in crate::reviews) async fn insert(
    tx: &mut TenantTx,
    (subject, line): (ReviewSubject, &BoughtLine),
    new: &Revision<'_>,
    editable_until: OffsetDateTime,
) -> Result<(), DbError> {
    let goods = (subject == ReviewSubject::Product).then_some(line);
    sqlx::query(
        "with written as (
           insert into review_texts
                  (tenant_id, review_id, version, rating, title, body, fingerprint, written_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
         )
         insert into reviews
                (tenant_id, id, version, rating, created_at, status, holds, author_name, order_id,
                 order_line_id, product_id, merchant_id, editable_until)
         values ($1, $2, $3, $4, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.version)
    .bind(new.draft.rating)
    .bind(new.draft.title.as_deref())
    .bind(new.draft.body.as_deref())
    .bind(new.draft.fingerprint())
    .bind(new.at)
    .bind(new.status)
    .bind(&new.holds)
    .bind(new.draft.author_name.as_deref())
    .bind(line.order_id)
    .bind(goods.map(|line| line.id))
    .bind(goods.map(|line| line.product_id))
    .bind(line.merchant_id)
    .bind(editable_until)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives a review another version; the caller has locked it.
pub(in crate::reviews) async fn revise(
    tx: &mut TenantTx,
    new: &Revision<'_>,
) -> Result<(), DbError> {
    sqlx::query(
        "with written as (
           insert into review_texts
                  (tenant_id, review_id, version, rating, title, body, fingerprint, written_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
         )
         update reviews
            set version = $3, rating = $4, edited_at = $8, status = $9, holds = $10,
                author_name = $11, rejection_reason = null, rejection_note = null
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.version)
    .bind(new.draft.rating)
    .bind(new.draft.title.as_deref())
    .bind(new.draft.body.as_deref())
    .bind(new.draft.fingerprint())
    .bind(new.at)
    .bind(new.status)
    .bind(&new.holds)
    .bind(new.draft.author_name.as_deref())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes a review back: of what was written only the last rating stays. The caller has locked it.
pub(in crate::reviews) async fn withdraw(
    tx: &mut TenantTx,
    (id, version): (ReviewId, i32),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with emptied as (
           insert into review_texts (tenant_id, review_id, version, rating, written_at)
           select $1, $2, $3 + 1, rating, $4
             from review_texts
            where tenant_id = $1 and review_id = $2 and version = $3
         )
         update reviews
            set version = $3 + 1, status = 'withdrawn', author_name = null, holds = '{}',
                rejection_reason = null, rejection_note = null, appeal = null, answer = null,
                answered_by = null, answered_at = null, answer_edited_at = null, edited_at = $4,
                open_reports = 0
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(version)
    .bind(now)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "delete from review_texts where tenant_id = $1 and review_id = $2 and version <= $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(version)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Makes a rejected review pending again, with what its author says.
pub(in crate::reviews) async fn appeal(
    tx: &mut TenantTx,
    id: ReviewId,
    text: &str,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update reviews
            set status = 'pending', rejection_reason = null, rejection_note = null, appeal = $3,
                appealed_at = $4
          where tenant_id = $1 and id = $2 and status = 'rejected' and appealed_at is null",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(text)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes the names off the reviews of orders that were an account's, or its address's.
pub(in crate::reviews) async fn forget_names(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query(
        "update reviews r set author_name = null
          where r.tenant_id = $1 and r.author_name is not null
            and r.order_id in (select id from orders where tenant_id = $1 and user_id = $2
                               union all
                               select id from orders
                                where tenant_id = $1 and email collate \"C\" = $3)",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(email.as_str())
    .execute(tx.conn())
    .await?;
    Ok(())
}
