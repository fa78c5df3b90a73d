//! Every statement about address books.

use db::{DbError, TenantTx};
use kernel::contact::PostalAddress;
use kernel::ids::{AddressId, UserId};
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::identity::shopper::addresses::SavedAddress;

#[derive(sqlx::FromRow)]
struct Row {
    id: AddressId,
    address: Json<PostalAddress>,
    is_default_shipping: bool,
    is_default_billing: bool,
    created_at: OffsetDateTime,
    updated_at: OffsetDateTime,
}

impl From<Row> for SavedAddress {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            address: row.address.0,
            is_default_shipping: row.is_default_shipping,
            is_default_billing: row.is_default_billing,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// The addresses of an account, the oldest first.
pub(in crate::identity) async fn of_user(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<Vec<SavedAddress>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select id, address, is_default_shipping, is_default_billing, created_at, updated_at
           from addresses
          where tenant_id = $1 and user_id = $2
          order by id
          limit 50",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(SavedAddress::from).collect())
}

/// An address, if it is the account's.
pub(in crate::identity::shopper) async fn find(
    tx: &mut TenantTx,
    user_id: UserId,
    id: AddressId,
) -> Result<Option<SavedAddress>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, address, is_default_shipping, is_default_billing, created_at, updated_at
           from addresses
          where tenant_id = $1 and id = $2 and user_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(user_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(SavedAddress::from))
}

/// What an address of the account says.
pub(crate) async fn saved_address(
    tx: &mut TenantTx,
    user_id: UserId,
    id: AddressId,
) -> Result<Option<PostalAddress>, DbError> {
    Ok(find(tx, user_id, id).await?.map(|saved| saved.address))
}

/// Takes from the account's other addresses what `saved` is the default for.
pub(in crate::identity::shopper) async fn clear_defaults(
    tx: &mut TenantTx,
    user_id: UserId,
    saved: &SavedAddress,
) -> Result<(), DbError> {
    sqlx::query(
        "update addresses
            set is_default_shipping = is_default_shipping and not $4,
                is_default_billing = is_default_billing and not $5
          where tenant_id = $1 and user_id = $2 and id <> $3
            and (is_default_shipping and $4 or is_default_billing and $5)",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(saved.id)
    .bind(saved.is_default_shipping)
    .bind(saved.is_default_billing)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds an address; returns it as it is kept, with times as exact as the database has them.
pub(in crate::identity::shopper) async fn put(
    tx: &mut TenantTx,
    user_id: UserId,
    saved: &SavedAddress,
) -> Result<SavedAddress, DbError> {
    let row: Row = sqlx::query_as(
        "insert into addresses (tenant_id, id, user_id, address, is_default_shipping,
                                is_default_billing, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         returning id, address, is_default_shipping, is_default_billing, created_at, updated_at",
    )
    .bind(tx.tenant_id())
    .bind(saved.id)
    .bind(user_id)
    .bind(Json(&saved.address))
    .bind(saved.is_default_shipping)
    .bind(saved.is_default_billing)
    .bind(saved.created_at)
    .bind(saved.updated_at)
    .fetch_one(tx.conn())
    .await?;
    Ok(row.into())
}

/// Changes an address; returns it as it is kept, if it is the account's.
pub(in crate::identity::shopper) async fn set(
    tx: &mut TenantTx,
    user_id: UserId,
    saved: &SavedAddress,
) -> Result<Option<SavedAddress>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "update addresses
            set address = $4, is_default_shipping = $5, is_default_billing = $6, updated_at = $7
          where tenant_id = $1 and user_id = $2 and id = $3
         returning id, address, is_default_shipping, is_default_billing, created_at, updated_at",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(saved.id)
    .bind(Json(&saved.address))
    .bind(saved.is_default_shipping)
    .bind(saved.is_default_billing)
    .bind(saved.updated_at)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(SavedAddress::from))
}

/// Removes an address if it is the account's; tells whether it was.
pub(in crate::identity::shopper) async fn delete(
    tx: &mut TenantTx,
    user_id: UserId,
    id: AddressId,
) -> Result<bool, DbError> {
    let done =
        sqlx::query("delete from addresses where tenant_id = $1 and user_id = $2 and id = $3")
            .bind(tx.tenant_id())
            .bind(user_id)
            .bind(id)
            .execute(tx.conn())
            .await?;
    Ok(done.rows_affected() == 1)
}
