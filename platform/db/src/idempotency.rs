//! Idempotency keys: the database row decides what a repeated request gets.
//!
//! Follows draft-ietf-httpapi-idempotency-key-header. The row is written in the transaction of the
//! effect, so there is no moment when one exists without the other.

use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};

use crate::{DbError, TenantTx};

/// How long an answer is kept.
const KEPT: Duration = Duration::hours(24);
/// How long one attempt may take before another may go on with its work: longer than a request is
/// given.
const LEASE: Duration = Duration::seconds(35);

/// Who sends which key for what.
#[derive(Debug, Clone)]
pub struct ClaimKey<'a> {
    /// The id of whoever sends it, never a token.
    pub principal: &'a str,
    /// The key.
    pub key: &'a str,
    /// The operation's name.
    pub operation: &'a str,
    /// The request, in a canonical form.
    pub request: &'a [u8],
    /// This moment.
    pub now: OffsetDateTime,
}

/// An answer that was given before.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: serde_json::Value,
}

/// What a key gets.
#[derive(Debug, Clone, PartialEq)]
pub enum Claim {
    /// It is new: do the work.
    Run,
    /// An earlier attempt stopped here: go on from this recovery point.
    Resume(String),
    /// The work is done: give this answer.
    Replay(Stored),
    /// Another attempt is at it.
    InFlight,
    /// The key was used for something else.
    Mismatch,
}

#[derive(sqlx::FromRow)]
struct KeyRow {
    operation: String,
    fingerprint: Vec<u8>,
    recovery_point: String,
    locked_until: OffsetDateTime,
    expires_at: OffsetDateTime,
    status: Option<i32>,
    body: Option<serde_json::Value>,
}

impl TenantTx {
    /// Claims a key within this transaction. Of two requests with one key the second waits here
    /// until the first one's transaction ends.
    pub async fn claim_key(&mut self, claim: &ClaimKey<'_>) -> Result<Claim, DbError> {
        let fingerprint = Sha256::digest(claim.request).to_vec();
        if self.insert_key(claim, &fingerprint).await? {
            return Ok(Claim::Run);
        }
        let row: Option<KeyRow> = sqlx::query_as(
            "select operation, fingerprint, recovery_point, locked_until, expires_at, status, body
               from idempotency_keys
              where tenant_id = $1 and principal = $2 and key = $3
                for update",
        )
        .bind(self.tenant_id)
        .bind(claim.principal)
        .bind(claim.key)
        .fetch_optional(self.conn())
        .await?;
        // A key whose time is over may be forgotten by others at any moment, also this one.
        let Some(row) = row.filter(|row| row.expires_at > claim.now) else {
            self.forget_key(claim.principal, claim.key).await?;
            let is_ours = self.insert_key(claim, &fingerprint).await?;
            return Ok(if is_ours { Claim::Run } else { Claim::InFlight });
        };
        if row.operation != claim.operation || row.fingerprint != fingerprint {
            return Ok(Claim::Mismatch);
        }
        if let (Some(status), Some(body)) = (row.status, row.body) {
            let status = u16::try_from(status).map_err(DbError::unreadable)?;
            return Ok(Claim::Replay(Stored { status, body }));
        }
        if row.locked_until > claim.now {
            return Ok(Claim::InFlight);
        }
        sqlx::query(
            "update idempotency_keys set locked_until = $4, attempt = attempt + 1
              where tenant_id = $1 and principal = $2 and key = $3",
        )
        .bind(self.tenant_id)
        .bind(claim.principal)
        .bind(claim.key)
        .bind(claim.now + LEASE)
        .execute(self.conn())
        .await?;
        Ok(Claim::Resume(row.recovery_point))
    }

    async fn insert_key(
        &mut self,
        claim: &ClaimKey<'_>,
        fingerprint: &[u8],
    ) -> Result<bool, DbError> {
        let done = sqlx::query(
            "insert into idempotency_keys
                    (tenant_id, principal, key, operation, fingerprint, locked_until,
                     created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict do nothing",
        )
        .bind(self.tenant_id)
        .bind(claim.principal)
        .bind(claim.key)
        .bind(claim.operation)
        .bind(fingerprint)
        .bind(claim.now + LEASE)
        .bind(claim.now)
        .bind(claim.now + KEPT)
        .execute(self.conn())
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Remembers how far the work is, and lets another attempt go on at once when `release` is set.
    pub async fn advance_key(
        &mut self,
        principal: &str,
        key: &str,
        recovery_point: &str,
        locked_until: OffsetDateTime,
    ) -> Result<(), DbError> {
        sqlx::query(
            "update idempotency_keys set recovery_point = $4, locked_until = $5
              where tenant_id = $1 and principal = $2 and key = $3 and status is null",
        )
        .bind(self.tenant_id)
        .bind(principal)
        .bind(key)
        .bind(recovery_point)
        .bind(locked_until)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Keeps the answer, for every later request with this key.
    pub async fn finish_key(
        &mut self,
        principal: &str,
        key: &str,
        answer: &Stored,
    ) -> Result<(), DbError> {
        sqlx::query(
            "update idempotency_keys set status = $4, body = $5, recovery_point = 'finished'
              where tenant_id = $1 and principal = $2 and key = $3",
        )
        .bind(self.tenant_id)
        .bind(principal)
        .bind(key)
        .bind(i32::from(answer.status))
        .bind(&answer.body)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Forgets a key whose request changed nothing, so that it may be used again.
    pub async fn forget_key(&mut self, principal: &str, key: &str) -> Result<(), DbError> {
        sqlx::query(
            "delete from idempotency_keys where tenant_id = $1 and principal = $2 and key = $3",
        )
        .bind(self.tenant_id)
        .bind(principal)
        .bind(key)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
