//! Every statement on `provider_operations`.

use db::{DbError, TenantTx};
use kernel::ids::OperationId;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Operation, Purpose};
use crate::providers::stripe::requests::Call;

#[derive(sqlx::FromRow)]
struct Row {
    id: OperationId,
    kind: Purpose,
    subject_id: Uuid,
    idempotency_key: String,
    path: String,
    body: String,
    status: String,
    attempts: i32,
    created_at: OffsetDateTime,
    sent_at: OffsetDateTime,
}

impl Row {
    fn read(self) -> (Operation, String) {
        let operation = Operation {
            id: self.id,
            purpose: self.kind,
            subject_id: self.subject_id,
            key: self.idempotency_key,
            call: Call {
                path: self.path,
                body: self.body,
            },
            attempts: self.attempts,
            created_at: self.created_at,
            sent_at: self.sent_at,
        };
        (operation, self.status)
    }
}

pub(super) async fn insert(tx: &mut TenantTx, operation: &Operation) -> Result<(), DbError> {
    sqlx::query(
        "insert into provider_operations
           (tenant_id, id, provider, kind, subject_id, idempotency_key, path, body, status,
            attempts, created_at, sent_at)
         values ($1, $2, 'stripe', $3, $4, $5, $6, $7, 'sent', $8, $9, $10)",
    )
    .bind(tx.tenant_id())
    .bind(operation.id)
    .bind(operation.purpose)
    .bind(operation.subject_id)
    .bind(&operation.key)
    .bind(&operation.call.path)
    .bind(&operation.call.body)
    .bind(operation.attempts)
    .bind(operation.created_at)
    .bind(operation.sent_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The unfinished operation for a subject, and whether its last call may still be under way.
pub(super) async fn find_unfinished(
    tx: &mut TenantTx,
    purpose: Purpose,
    subject_id: Uuid,
) -> Result<Option<(Operation, bool)>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, kind, subject_id, idempotency_key, path, body, status, attempts, created_at,
                sent_at
           from provider_operations
          where tenant_id = $1 and subject_id = $2 and kind = $3
            and status in ('recorded', 'sent', 'unknown')
          order by id desc
          limit 1
            for update",
    )
    .bind(tx.tenant_id())
    .bind(subject_id)
    .bind(purpose)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let (operation, status) = row.read();
    Ok(Some((operation, status == "sent")))
}

/// An operation, and whether it is finished.
pub(crate) async fn find(
    tx: &mut TenantTx,
    id: OperationId,
) -> Result<Option<(Operation, bool)>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, kind, subject_id, idempotency_key, path, body, status, attempts, created_at,
                sent_at
           from provider_operations
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let (operation, status) = row.read();
    let is_finished = matches!(status.as_str(), "succeeded" | "failed");
    Ok(Some((operation, is_finished)))
}

/// Whether `id` is an operation of that kind for that subject: how an object that the provider made
/// for us is told from one it did not.
pub(crate) async fn belongs_to(
    tx: &mut TenantTx,
    id: OperationId,
    (purpose, subject_id): (Purpose, Uuid),
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from provider_operations
                         where tenant_id = $1 and id = $2 and kind = $3 and subject_id = $4)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(purpose)
    .bind(subject_id)
    .fetch_one(tx.conn())
    .await?)
}

/// How often the provider has refused to do this for the subject.
pub(crate) async fn refusals(
    tx: &mut TenantTx,
    (purpose, subject_id): (Purpose, Uuid),
) -> Result<i64, DbError> {
    Ok(sqlx::query_scalar(
        "select count(*)
           from provider_operations
          where tenant_id = $1 and subject_id = $2 and kind = $3
            and status = 'failed' and error_code <> 'lost'",
    )
    .bind(tx.tenant_id())
    .bind(subject_id)
    .bind(purpose)
    .fetch_one(tx.conn())
    .await?)
}

pub(super) async fn sent_again(tx: &mut TenantTx, operation: &Operation) -> Result<(), DbError> {
    sqlx::query(
        "update provider_operations
            set status = 'sent', attempts = $3, sent_at = $4
          where tenant_id = $1 and id = $2 and status in ('recorded', 'sent', 'unknown')",
    )
    .bind(tx.tenant_id())
    .bind(operation.id)
    .bind(operation.attempts)
    .bind(operation.sent_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How a call ended.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome<'a> {
    /// The provider did it, and the object is called so.
    Succeeded { object_id: &'a str },
    /// The provider did not do it, and why.
    Failed { code: &'a str, message: &'a str },
    /// Nobody knows.
    Unknown { why: &'a str },
}

/// Notes how a call ended. What has succeeded or failed stays so.
pub(crate) async fn finish(
    tx: &mut TenantTx,
    id: OperationId,
    outcome: Outcome<'_>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let (status, object_id, code, message) = match outcome {
        Outcome::Succeeded { object_id } => ("succeeded", Some(object_id), None, None),
        Outcome::Failed { code, message } => ("failed", None, Some(code), Some(message)),
        Outcome::Unknown { why } => ("unknown", None, None, Some(why)),
    };
    sqlx::query(
        "update provider_operations
            set status = $3, object_id = $4, error_code = $5, error_message = $6,
                finished_at = case when $3 = 'unknown' then null else $7::timestamptz end
          where tenant_id = $1 and id = $2 and status in ('recorded', 'sent', 'unknown')",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(status)
    .bind(object_id)
    .bind(code)
    .bind(message)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
