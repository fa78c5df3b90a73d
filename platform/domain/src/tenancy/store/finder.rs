//! The statements that find a request's storefront, before its tenant is known.

use db::{DbError, DirectoryTx};
use kernel::host::Host;
use kernel::ids::{StorefrontId, TenantId};
use kernel::ports::StorefrontRef;

type StorefrontRefRow = (TenantId, StorefrontId, bool, Vec<String>);

pub(in crate::tenancy) async fn storefront_by_host(
    tx: &mut DirectoryTx,
    host: &Host,
) -> Result<Option<StorefrontRef>, DbError> {
    let row: Option<StorefrontRefRow> = sqlx::query_as(
        "select h.tenant_id, h.storefront_id, t.status = 'active',
                array(select o.host from hosts o
                       where o.tenant_id = h.tenant_id and o.storefront_id = h.storefront_id
                       order by o.is_primary desc, o.host)
           from hosts h
           join tenants t on t.id = h.tenant_id
          where h.host = $1 and t.status <> 'closed'",
    )
    .bind(host.as_str())
    .fetch_optional(tx.conn())
    .await?;
    row.map(storefront).transpose()
}

pub(in crate::tenancy) async fn storefront_by_key(
    tx: &mut DirectoryTx,
    key: &str,
) -> Result<Option<StorefrontRef>, DbError> {
    let row: Option<StorefrontRefRow> = sqlx::query_as(
        "select k.tenant_id, k.storefront_id, t.status = 'active',
                array(select o.host from hosts o
                       where o.tenant_id = k.tenant_id and o.storefront_id = k.storefront_id
                       order by o.is_primary desc, o.host)
           from publishable_keys k
           join tenants t on t.id = k.tenant_id
          where k.key = $1 and k.revoked_at is null and t.status <> 'closed'",
    )
    .bind(key)
    .fetch_optional(tx.conn())
    .await?;
    row.map(storefront).transpose()
}

/// The tenant with this slug or this id, unless it is closed.
pub(in crate::tenancy) async fn tenant_called(
    tx: &mut DirectoryTx,
    slug: &str,
    id: Option<TenantId>,
) -> Result<Option<TenantId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from tenants where (slug = $1 or id = $2) and status <> 'closed'",
    )
    .bind(slug)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Every tenant that is not closed, the oldest first.
pub(in crate::tenancy) async fn every_tenant(
    tx: &mut DirectoryTx,
) -> Result<Vec<TenantId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from tenants where status <> 'closed' order by created_at, id",
    )
    .fetch_all(tx.conn())
    .await?)
}

fn storefront(
    (tenant_id, storefront_id, is_active, hosts): StorefrontRefRow,
) -> Result<StorefrontRef, DbError> {
    let hosts: Result<Vec<Host>, _> = hosts.iter().map(|host| Host::parse(host)).collect();
    Ok(StorefrontRef {
        tenant_id,
        storefront_id,
        is_active,
        hosts: hosts.map_err(DbError::unreadable)?,
    })
}
