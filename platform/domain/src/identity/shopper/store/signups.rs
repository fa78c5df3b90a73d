//! Every statement about sign-ups that are not confirmed yet.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::SignupId;
use time::OffsetDateTime;

use crate::identity::PasswordHash;
use crate::identity::shopper::consents::GivenConsents;
use crate::identity::shopper::model::Profile;

/// A request for an account, not confirmed yet.
#[derive(Debug)]
pub(in crate::identity::shopper) struct Pending {
    pub(in crate::identity::shopper) id: SignupId,
    pub(in crate::identity::shopper) email: Email,
    pub(in crate::identity::shopper) profile: Profile,
    pub(in crate::identity::shopper) hash: PasswordHash,
    pub(in crate::identity::shopper) consents: GivenConsents,
    pub(in crate::identity::shopper) created_at: OffsetDateTime,
}

/// What a link in an e-mail confirms: an address, and one sign-up of it or any.
#[derive(Debug)]
pub(in crate::identity::shopper) struct Link {
    pub(in crate::identity::shopper) email: Email,
    pub(in crate::identity::shopper) signup_id: Option<SignupId>,
}

#[derive(sqlx::FromRow)]
struct PendingRow {
    id: SignupId,
    email: Email,
    first_name: String,
    last_name: String,
    password_hash: String,
    terms_version: Option<String>,
    wants_email: bool,
    wants_sms: bool,
    created_at: OffsetDateTime,
}

impl From<PendingRow> for Pending {
    fn from(row: PendingRow) -> Self {
        Self {
            id: row.id,
            email: row.email,
            profile: Profile {
                first_name: row.first_name,
                last_name: row.last_name,
            },
            hash: PasswordHash::from_row(row.password_hash),
            consents: GivenConsents {
                terms_version: row.terms_version,
                wants_email: row.wants_email,
                wants_sms: row.wants_sms,
            },
            created_at: row.created_at,
        }
    }
}

pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    pending: &Pending,
    is_mailed: bool,
    expires_at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into signup_requests (tenant_id, id, email, first_name, last_name, password_hash,
                                      is_mailed, created_at, expires_at, terms_version,
                                      wants_email, wants_sms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(tx.tenant_id())
    .bind(pending.id)
    .bind(pending.email.as_str())
    .bind(&pending.profile.first_name)
    .bind(&pending.profile.last_name)
    .bind(pending.hash.as_str())
    .bind(is_mailed)
    .bind(pending.created_at)
    .bind(expires_at)
    .bind(&pending.consents.terms_version)
    .bind(pending.consents.wants_email)
    .bind(pending.consents.wants_sms)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Drops the oldest sign-ups of an address that no e-mail was sent for, all but `most`.
pub(in crate::identity::shopper) async fn drop_surplus(
    tx: &mut TenantTx,
    email: &Email,
    most: i64,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from signup_requests
          where tenant_id = $1
            and id in (select id from signup_requests
                        where tenant_id = $1 and email = $2 and not is_mailed
                        order by id desc
                       offset $3)",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .bind(most)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The pending sign-ups of an address, the newest first.
pub(in crate::identity::shopper) async fn of_email(
    tx: &mut TenantTx,
    email: &Email,
    now: OffsetDateTime,
) -> Result<Vec<Pending>, DbError> {
    let rows: Vec<PendingRow> = sqlx::query_as(
        "select id, email, first_name, last_name, password_hash, terms_version, wants_email,
                wants_sms, created_at
           from signup_requests
          where tenant_id = $1 and email = $2 and expires_at > $3
          order by id desc
          limit 2000",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Pending::from).collect())
}

pub(in crate::identity::shopper) async fn put_link(
    tx: &mut TenantTx,
    link: &Link,
    token_hash: &[u8],
    (now, expires_at): (OffsetDateTime, OffsetDateTime),
) -> Result<(), DbError> {
    sqlx::query(
        "insert into signup_links (tenant_id, token_hash, email, signup_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(link.email.as_str())
    .bind(link.signup_id)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a token stands for, if it is good.
pub(in crate::identity::shopper) async fn link(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<Link>, DbError> {
    let row: Option<(Email, Option<SignupId>)> = sqlx::query_as(
        "select email, signup_id from signup_links
          where tenant_id = $1 and token_hash = $2 and expires_at > $3",
    )
    .bind(tx.tenant_id())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|(email, signup_id)| Link { email, signup_id }))
}

/// Takes one sign-up of an address, and ends its others and every link: the address is confirmed.
pub(in crate::identity::shopper) async fn take(
    tx: &mut TenantTx,
    email: &Email,
    id: SignupId,
    now: OffsetDateTime,
) -> Result<Option<Pending>, DbError> {
    // In the order of their ids, so that two who follow links of one address do not wait for each
    // other.
    let rows: Vec<PendingRow> = sqlx::query_as(
        "select id, email, first_name, last_name, password_hash, terms_version, wants_email,
                wants_sms, created_at
           from signup_requests
          where tenant_id = $1 and email = $2 and expires_at > $3
          order by id
            for update",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    let Some(row) = rows.into_iter().find(|row| row.id == id) else {
        return Ok(None);
    };
    drop_all(tx, email).await?;
    Ok(Some(row.into()))
}

/// Ends every sign-up of an address, and their links.
pub(in crate::identity::shopper) async fn drop_all(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    for statement in [
        "delete from signup_requests where tenant_id = $1 and email = $2",
        "delete from signup_links where tenant_id = $1 and email = $2",
    ] {
        sqlx::query(statement)
            .bind(tx.tenant_id())
            .bind(email.as_str())
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}
