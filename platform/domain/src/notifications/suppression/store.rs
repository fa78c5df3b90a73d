//! Every statement about addresses that are not written to.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::MailSuppressionId;

use super::{ListSuppressions, MailSuppression};

pub(super) async fn list(
    tx: &mut TenantTx,
    query: &ListSuppressions,
    limit: u32,
) -> Result<Vec<MailSuppression>, DbError> {
    Ok(sqlx::query_as(
        "select id, email, reason, detail, created_at
           from mail_suppressions
          where tenant_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or email = $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(query.after)
    .bind(query.email.as_ref().map(Email::as_str))
    .bind(i64::from(limit))
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn of(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<MailSuppression>, DbError> {
    Ok(sqlx::query_as(
        "select id, email, reason, detail, created_at
           from mail_suppressions
          where tenant_id = $1 and email = $2",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?)
}

/// Adds an address; whether it is new.
pub(super) async fn add(tx: &mut TenantTx, new: &MailSuppression) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into mail_suppressions (tenant_id, id, email, reason, detail, created_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, email) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.email.as_str())
    .bind(new.reason)
    .bind(&new.detail)
    .bind(new.created_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes an address off the list; whether it was there.
pub(super) async fn remove(tx: &mut TenantTx, id: MailSuppressionId) -> Result<bool, DbError> {
    let done = sqlx::query("delete from mail_suppressions where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn forget(tx: &mut TenantTx, email: &Email) -> Result<(), DbError> {
    sqlx::query("delete from mail_suppressions where tenant_id = $1 and email = $2")
        .bind(tx.tenant_id())
        .bind(email.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}
