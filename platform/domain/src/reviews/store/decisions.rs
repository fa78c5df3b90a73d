//! What the staff decides, what it is told, and what came of it.

use db::{DbError, TenantTx};
use kernel::ids::ReviewId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::reviews::{Decision, NewReport, Report, ReviewReason, ReviewStatus, Statistics};

/// A decision about a review.
pub(in crate::reviews) struct Verdict<'a> {
    pub(in crate::reviews) id: Uuid,
    pub(in crate::reviews) review_id: ReviewId,
    pub(in crate::reviews) version: i32,
    pub(in crate::reviews) status: ReviewStatus,
    pub(in crate::reviews) reason: Option<ReviewReason>,
    pub(in crate::reviews) note: Option<&'a str>,
    pub(in crate::reviews) by: &'a str,
    pub(in crate::reviews) at: OffsetDateTime,
}

/// Publishes or rejects a review, and settles the reports of it. The caller has locked it.
pub(in crate::reviews) async fn decide(
    tx: &mut TenantTx,
    verdict: &Verdict<'_>,
) -> Result<(), DbError> {
    sqlx::query(
        "with decided as (
           insert into review_decisions
                  (tenant_id, id, review_id, version, status, reason, note, decided_by, decided_at)
           values ($1, $3, $2, $4, $5, $6, $7, $8, $9)
         ), settled as (
           update review_reports set client = null
            where tenant_id = $1 and review_id = $2 and client is not null
         )
         update reviews
            set status = $5, rejection_reason = $6, rejection_note = $7,
                was_rejected = $6::text is not null, open_reports = 0, holds = '{}'
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(verdict.review_id)
    .bind(verdict.id)
    .bind(verdict.version)
    .bind(verdict.status)
    .bind(verdict.reason)
    .bind(verdict.note)
    .bind(verdict.by)
    .bind(verdict.at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Answers a review, or changes the answer. The caller has locked it.
pub(in crate::reviews) async fn answer(
    tx: &mut TenantTx,
    id: ReviewId,
    (text, by): (&str, &str),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update reviews
            set answer = $3, answered_by = $4,
                answer_edited_at = case when answered_at is not null then $5::timestamptz end,
                answered_at = coalesce(answered_at, $5)
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(text)
    .bind(by)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What was decided about a review, the latest first.
pub(in crate::reviews) async fn decisions(
    tx: &mut TenantTx,
    id: ReviewId,
) -> Result<Vec<Decision>, DbError> {
    Ok(sqlx::query_as(
        "select version, status, reason, note, decided_by, decided_at
           from review_decisions
          where tenant_id = $1 and review_id = $2
          order by id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// The reports of a review, the latest first.
pub(in crate::reviews) async fn reports(
    tx: &mut TenantTx,
    id: ReviewId,
) -> Result<Vec<Report>, DbError> {
    Ok(sqlx::query_as(
        "select reason, details, created_at
           from review_reports
          where tenant_id = $1 and review_id = $2
          order by id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// Whether everybody can see a review. It stays so until the transaction ends.
pub(in crate::reviews) async fn is_published(
    tx: &mut TenantTx,
    id: ReviewId,
) -> Result<bool, DbError> {
    let found: Option<ReviewStatus> = sqlx::query_scalar(
        "select status from reviews where tenant_id = $1 and id = $2 for update",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found == Some(ReviewStatus::Published))
}

/// Notes a report, unless the client has one that nobody has decided about.
pub(in crate::reviews) async fn report(
    tx: &mut TenantTx,
    (id, report): (Uuid, &NewReport),
    client: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with noted as (
           insert into review_reports
                  (tenant_id, id, review_id, reason, details, client, created_at)
           values ($1, $3, $2, $4, $5, $6, $7)
           on conflict (tenant_id, review_id, client) where client is not null do nothing
           returning id
         )
         update reviews set open_reports = open_reports + 1
          where tenant_id = $1 and id = $2 and exists (select from noted)",
    )
    .bind(tx.tenant_id())
    .bind(report.review_id)
    .bind(id)
    .bind(report.reason)
    .bind(report.details.as_deref())
    .bind(client)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What became of the tenant's reviews.
pub(in crate::reviews) async fn statistics(tx: &mut TenantTx) -> Result<Statistics, DbError> {
    let rows: Vec<(ReviewStatus, Option<ReviewReason>, i64, i64)> = sqlx::query_as(
        "select status, rejection_reason, count(*), count(appealed_at)
           from reviews
          where tenant_id = $1
          group by status, rejection_reason
          order by status, rejection_reason",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    let reports = sqlx::query_scalar("select count(*) from review_reports where tenant_id = $1")
        .bind(tx.tenant_id())
        .fetch_one(tx.conn())
        .await?;
    let mut found = Statistics {
        reports,
        ..Statistics::default()
    };
    for (status, reason, count, appealed) in rows {
        found.appeals += appealed;
        match (status, reason) {
            (ReviewStatus::Rejected, Some(reason)) => found.rejected.push((reason, count)),
            (ReviewStatus::Published, _) => {
                found.published += count;
                found.appeals_granted += appealed;
            }
            (ReviewStatus::Withdrawn, _) => found.withdrawn += count,
            (ReviewStatus::Pending | ReviewStatus::Rejected, _) => found.pending += count,
        }
    }
    Ok(found)
}
