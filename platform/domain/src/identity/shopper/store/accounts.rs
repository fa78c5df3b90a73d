//! Every statement about shoppers' accounts.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::UserId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::identity::PasswordHash;
use crate::identity::shopper::model::{Profile, ProfileChange, User};

/// A request for an account that its address has answered.
pub(in crate::identity::shopper) struct SignupRow {
    pub(in crate::identity::shopper) email: String,
    first_name: String,
    last_name: String,
    password_hash: String,
}

/// Keeps a request for an account in the place of an earlier one.
pub(in crate::identity::shopper) async fn put_signup(
    tx: &mut TenantTx,
    email: &Email,
    profile: &Profile,
    hash: &PasswordHash,
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into signups (tenant_id, email, first_name, last_name, password_hash, created_at,
                              expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (tenant_id, email) do update
            set first_name = excluded.first_name, last_name = excluded.last_name,
                password_hash = excluded.password_hash, token_hash = null,
                created_at = excluded.created_at, expires_at = excluded.expires_at",
    )
    .bind(tx.tenant_id().uuid())
    .bind(email.as_str())
    .bind(&profile.first_name)
    .bind(&profile.last_name)
    .bind(hash.as_str())
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes which token the newest mail to an address holds; tells what the person is called.
pub(in crate::identity::shopper) async fn note_signup_token(
    tx: &mut TenantTx,
    email: &Email,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<String>, DbError> {
    let name = sqlx::query_scalar(
        "update signups set token_hash = $3
          where tenant_id = $1 and email = $2 and expires_at > $4
         returning first_name",
    )
    .bind(tx.tenant_id().uuid())
    .bind(email.as_str())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(name)
}

/// Takes a request for an account away, if the token is the one of its newest mail.
pub(in crate::identity::shopper) async fn take_signup(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<SignupRow>, DbError> {
    let row: Option<(String, String, String, String)> = sqlx::query_as(
        "delete from signups where tenant_id = $1 and token_hash = $2 and expires_at > $3
         returning email, first_name, last_name, password_hash",
    )
    .bind(tx.tenant_id().uuid())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(
        row.map(|(email, first_name, last_name, password_hash)| SignupRow {
            email,
            first_name,
            last_name,
            password_hash,
        }),
    )
}

pub(in crate::identity::shopper) async fn drop_signup(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query("delete from signups where tenant_id = $1 and email = $2")
        .bind(tx.tenant_id().uuid())
        .bind(email.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Makes an account; `false` when the address has one.
pub(in crate::identity::shopper) async fn put_user(
    tx: &mut TenantTx,
    id: UserId,
    signup: &SignupRow,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash,
                            email_verified_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
         on conflict (tenant_id, email) do nothing",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(&signup.email)
    .bind(&signup.first_name)
    .bind(&signup.last_name)
    .bind(&signup.password_hash)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

#[derive(sqlx::FromRow)]
struct UserRow {
    id: Uuid,
    email: String,
    first_name: String,
    last_name: String,
    email_verified_at: OffsetDateTime,
    created_at: OffsetDateTime,
}

impl UserRow {
    fn user(self) -> Result<User, DbError> {
        Ok(User {
            id: UserId::from_uuid(self.id),
            email: Email::parse(&self.email).map_err(|why| DbError::unreadable(why.rule))?,
            profile: Profile {
                first_name: self.first_name,
                last_name: self.last_name,
            },
            email_verified_at: self.email_verified_at,
            created_at: self.created_at,
        })
    }
}

pub(in crate::identity::shopper) async fn user(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<Option<User>, DbError> {
    let row: Option<UserRow> = sqlx::query_as(
        "select id, email, first_name, last_name, email_verified_at, created_at
           from users where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    row.map(UserRow::user).transpose()
}

/// Whose account an address has.
pub(crate) async fn account_of(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<UserId>, DbError> {
    Ok(user_of(tx, email).await?.map(|(id, _)| id))
}

/// Whose account an address has, and what the person is called.
pub(in crate::identity::shopper) async fn user_of(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<(UserId, String)>, DbError> {
    let row: Option<(Uuid, String)> =
        sqlx::query_as("select id, first_name from users where tenant_id = $1 and email = $2")
            .bind(tx.tenant_id().uuid())
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(id, name)| (UserId::from_uuid(id), name)))
}

/// The account of an address, and what is kept of its password.
pub(in crate::identity::shopper) async fn credentials(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<(User, PasswordHash)>, DbError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        user: UserRow,
        password_hash: String,
    }
    let row: Option<Row> = sqlx::query_as(
        "select id, email, first_name, last_name, email_verified_at, created_at, password_hash
           from users where tenant_id = $1 and email = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| Ok((row.user.user()?, PasswordHash::from_row(row.password_hash))))
        .transpose()
}

/// Whether what is kept of a password is still this; nobody changes it before the transaction ends.
pub(in crate::identity::shopper) async fn has_password(
    tx: &mut TenantTx,
    id: UserId,
    hash: &PasswordHash,
) -> Result<bool, DbError> {
    let found: Option<i32> = sqlx::query_scalar(
        "select 1 from users where tenant_id = $1 and id = $2 and password_hash = $3 for update",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(hash.as_str())
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

pub(in crate::identity::shopper) async fn set_password(
    tx: &mut TenantTx,
    id: UserId,
    hash: &PasswordHash,
) -> Result<(), DbError> {
    sqlx::query("update users set password_hash = $3 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id().uuid())
        .bind(id.uuid())
        .bind(hash.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(in crate::identity::shopper) async fn change_user(
    tx: &mut TenantTx,
    id: UserId,
    change: &ProfileChange,
) -> Result<Option<User>, DbError> {
    let row: Option<UserRow> = sqlx::query_as(
        "update users
            set first_name = coalesce($3, first_name), last_name = coalesce($4, last_name)
          where tenant_id = $1 and id = $2
         returning id, email, first_name, last_name, email_verified_at, created_at",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(&change.first_name)
    .bind(&change.last_name)
    .fetch_optional(tx.conn())
    .await?;
    row.map(UserRow::user).transpose()
}

/// Keeps the token of the newest mail about a forgotten password.
pub(in crate::identity::shopper) async fn put_reset(
    tx: &mut TenantTx,
    id: UserId,
    token_hash: &[u8],
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into password_resets (tenant_id, user_id, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, user_id) do update
            set token_hash = excluded.token_hash, created_at = excluded.created_at,
                expires_at = excluded.expires_at",
    )
    .bind(tx.tenant_id().uuid())
    .bind(id.uuid())
    .bind(token_hash)
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether a mail with this token could be answered.
pub(in crate::identity::shopper) async fn is_reset(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let is_reset = sqlx::query_scalar(
        "select exists (select from password_resets
                         where tenant_id = $1 and token_hash = $2 and expires_at > $3)",
    )
    .bind(tx.tenant_id().uuid())
    .bind(token_hash)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(is_reset)
}

/// Uses the token up; tells whose it was.
pub(in crate::identity::shopper) async fn take_reset(
    tx: &mut TenantTx,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<UserId>, DbError> {
    let id: Option<Uuid> = sqlx::query_scalar(
        "delete from password_resets where tenant_id = $1 and token_hash = $2 and expires_at > $3
         returning user_id",
    )
    .bind(tx.tenant_id().uuid())
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(UserId::from_uuid))
}

/// What is kept of an account's password.
pub(in crate::identity::shopper) async fn password(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<Option<PasswordHash>, DbError> {
    let hash: Option<String> =
        sqlx::query_scalar("select password_hash from users where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id().uuid())
            .bind(id.uuid())
            .fetch_optional(tx.conn())
            .await?;
    Ok(hash.map(PasswordHash::from_row))
}

/// Deletes an account, with its sessions and whatever a mail was about.
pub(in crate::identity::shopper) async fn delete_user(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<(), DbError> {
    sqlx::query("delete from users where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id().uuid())
        .bind(id.uuid())
        .execute(tx.conn())
        .await?;
    Ok(())
}
