//! Every statement about shoppers' accounts.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::UserId;
use time::OffsetDateTime;

use crate::identity::PasswordHash;
use crate::identity::shopper::model::{Profile, ProfileChange, User};
use crate::identity::shopper::store::signups::Pending;

/// The constraint that an address of a tenant has one account.
const ONE_ACCOUNT_AN_ADDRESS: &str = "users_tenant_id_email_key";

/// Makes an account; `false` when the address has one.
pub(in crate::identity::shopper) async fn put_user(
    tx: &mut TenantTx,
    id: UserId,
    signup: &Pending,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash,
                            email_verified_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
         on conflict (tenant_id, email) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(signup.email.as_str())
    .bind(&signup.profile.first_name)
    .bind(&signup.profile.last_name)
    .bind(signup.hash.as_str())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes an account whose owner has chosen no password; `false` when the address has one. Of one that staff make
/// nobody has shown yet that the address is theirs.
pub(in crate::identity) async fn put_without_password(
    tx: &mut TenantTx,
    id: UserId,
    (email, profile): (&Email, &Profile),
    nobodys: &PasswordHash,
    (now, verified_at): (OffsetDateTime, Option<OffsetDateTime>),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash,
                            has_password, email_verified_at, created_at)
         values ($1, $2, $3, $4, $5, $6, false, $8, $7)
         on conflict (tenant_id, email) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(email.as_str())
    .bind(&profile.first_name)
    .bind(&profile.last_name)
    .bind(nobodys.as_str())
    .bind(now)
    .bind(verified_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether staff made the account, and nobody has shown yet that the address is theirs.
pub(in crate::identity::shopper) async fn is_invited(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from users
                         where tenant_id = $1 and id = $2 and email_verified_at is null)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// Somebody has what was sent to the address of the account.
pub(in crate::identity::shopper) async fn verify(
    tx: &mut TenantTx,
    id: UserId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update users set email_verified_at = $3
          where tenant_id = $1 and id = $2 and email_verified_at is null",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct UserRow {
    id: UserId,
    email: Email,
    first_name: String,
    last_name: String,
    email_verified_at: OffsetDateTime,
    created_at: OffsetDateTime,
}

impl UserRow {
    fn user(self) -> User {
        User {
            id: self.id,
            email: self.email,
            profile: Profile {
                first_name: self.first_name,
                last_name: self.last_name,
            },
            email_verified_at: self.email_verified_at,
            created_at: self.created_at,
        }
    }
}

pub(in crate::identity::shopper) async fn user(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<Option<User>, DbError> {
    let row: Option<UserRow> = sqlx::query_as(
        "select id, email, first_name, last_name,
                coalesce(email_verified_at, created_at) as email_verified_at, created_at
           from users where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(UserRow::user))
}

/// Whose account an address has.
pub(crate) async fn account_of(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<UserId>, DbError> {
    Ok(user_of(tx, email).await?.map(|(id, _)| id))
}

/// The address of an account, unless it has it by a change that can still be taken back.
pub(crate) async fn settled_email_of(
    tx: &mut TenantTx,
    id: UserId,
    now: OffsetDateTime,
) -> Result<Option<Email>, DbError> {
    Ok(sqlx::query_scalar(
        "select email from users u
          where tenant_id = $1 and id = $2
            and not exists (select from email_changes c
                             where c.tenant_id = $1 and c.user_id = u.id
                               and c.confirmed_at is not null and c.expires_at > $3)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// Whose account an address has, and what the person is called.
pub(in crate::identity::shopper) async fn user_of(
    tx: &mut TenantTx,
    email: &Email,
) -> Result<Option<(UserId, String)>, DbError> {
    let row: Option<(UserId, String)> =
        sqlx::query_as("select id, first_name from users where tenant_id = $1 and email = $2")
            .bind(tx.tenant_id())
            .bind(email.as_str())
            .fetch_optional(tx.conn())
            .await?;
    Ok(row)
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
        "select id, email, first_name, last_name,
                coalesce(email_verified_at, created_at) as email_verified_at, created_at, password_hash
           from users where tenant_id = $1 and email = $2",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.user.user(), PasswordHash::from_row(row.password_hash))))
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
    .bind(tx.tenant_id())
    .bind(id)
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
    set_hash(tx, id, hash, true).await
}

/// Gives an account a password that nobody knows.
pub(in crate::identity::shopper) async fn take_password(
    tx: &mut TenantTx,
    id: UserId,
    nobodys: &PasswordHash,
) -> Result<(), DbError> {
    set_hash(tx, id, nobodys, false).await
}

async fn set_hash(
    tx: &mut TenantTx,
    id: UserId,
    hash: &PasswordHash,
    is_chosen: bool,
) -> Result<(), DbError> {
    sqlx::query(
        "update users set password_hash = $3, has_password = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(hash.as_str())
    .bind(is_chosen)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether the account's owner has chosen its password.
pub(in crate::identity::shopper) async fn has_chosen_password(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<bool, DbError> {
    let found: Option<bool> =
        sqlx::query_scalar("select has_password from users where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.unwrap_or_default())
}

/// Gives an account another address, which is confirmed; `false` when another account has it: the transaction
/// is of no use then.
pub(in crate::identity::shopper) async fn set_email(
    tx: &mut TenantTx,
    id: UserId,
    email: &Email,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update users set email = $3, email_verified_at = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(email.as_str())
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(DbError::from);
    match done {
        Ok(done) => Ok(done.rows_affected() == 1),
        Err(error) if error.constraint() == Some(ONE_ACCOUNT_AN_ADDRESS) => Ok(false),
        Err(error) => Err(error),
    }
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
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&change.first_name)
    .bind(&change.last_name)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(UserRow::user))
}

/// Whether there is such an account; it is not deleted before the transaction ends.
pub(crate) async fn hold(tx: &mut TenantTx, id: UserId) -> Result<bool, DbError> {
    let found: Option<i32> =
        sqlx::query_scalar("select 1 from users where tenant_id = $1 and id = $2 for key share")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.is_some())
}

/// Locks an account: its password is not changed before the transaction ends.
pub(in crate::identity::shopper) async fn lock(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<(), DbError> {
    sqlx::query("select from users where tenant_id = $1 and id = $2 for update")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What is kept of an account's password.
pub(in crate::identity::shopper) async fn password(
    tx: &mut TenantTx,
    id: UserId,
) -> Result<Option<PasswordHash>, DbError> {
    let hash: Option<String> =
        sqlx::query_scalar("select password_hash from users where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(hash.map(PasswordHash::from_row))
}

/// Deletes an account, with its sessions and whatever a mail was about, also what others have asked for with
/// its address.
pub(in crate::identity) async fn delete_user(tx: &mut TenantTx, id: UserId) -> Result<(), DbError> {
    if let Some(user) = user(tx, id).await? {
        super::signups::drop_all(tx, &user.email).await?;
        super::email_changes::drop_wanted(tx, &user.email).await?;
        super::newsletter::forget(tx, &user.email).await?;
    }
    sqlx::query("delete from users where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
