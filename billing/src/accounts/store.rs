//! Every statement on `connected_accounts`.

use db::{DbError, TenantTx};
use kernel::ids::MerchantId;
use time::OffsetDateTime;

use super::ConnectedAccount;

/// Makes sure that the merchant has a row.
pub(super) async fn ensure(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into connected_accounts (tenant_id, merchant_id, provider, status, updated_at)
         values ($1, $2, 'stripe', 'requested', $3)
         on conflict do nothing",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The merchant's account, locked.
pub(super) async fn lock(
    tx: &mut TenantTx,
    merchant_id: MerchantId,
) -> Result<Option<ConnectedAccount>, DbError> {
    Ok(sqlx::query_as(
        "select merchant_id, account_id, status
           from connected_accounts
          where tenant_id = $1 and merchant_id = $2 and provider = 'stripe'
            for update",
    )
    .bind(tx.tenant_id())
    .bind(merchant_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Every merchant's account.
pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<ConnectedAccount>, DbError> {
    Ok(sqlx::query_as(
        "select merchant_id, account_id, status
           from connected_accounts
          where tenant_id = $1 and provider = 'stripe'
          order by merchant_id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// Notes what the provider says about the account.
pub(super) async fn update(
    tx: &mut TenantTx,
    account: &ConnectedAccount,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update connected_accounts set account_id = $3, status = $4, updated_at = $5
          where tenant_id = $1 and merchant_id = $2 and provider = 'stripe'",
    )
    .bind(tx.tenant_id())
    .bind(account.merchant_id)
    .bind(&account.account_id)
    .bind(account.status)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
