//! The statements that create tenants, as the operators' role.

use db::{DbError, OperatorTx, TenantTx};
use kernel::Currency;
use kernel::host::Host;
use kernel::ids::{MerchantId, OperatorId, ShippingOptionId, StorefrontId, TenantId};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::storefronts::StorefrontRow;
use crate::tenancy::draft::{MerchantDraft, NewHost, NewStorefront};
use crate::tenancy::shipping::{NewShippingOption, ShippingPrice};
use crate::tenancy::{OpenStorefront, Tenant};

/// A tenant that is to be.
pub(in crate::tenancy) struct TenantRow<'a> {
    pub(in crate::tenancy) id: TenantId,
    pub(in crate::tenancy) slug: &'a str,
    pub(in crate::tenancy) name: &'a str,
    pub(in crate::tenancy) created_at: OffsetDateTime,
    pub(in crate::tenancy) created_by: OperatorId,
    pub(in crate::tenancy) creation_key: Option<&'a str>,
    pub(in crate::tenancy) creation_sha256: Vec<u8>,
}

/// Adds the tenant, unless one with its slug or its key is there. Waits for a transaction that is
/// about to add such a one.
pub(in crate::tenancy) async fn insert_tenant(
    tx: &mut OperatorTx,
    tenant: &TenantRow<'_>,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into tenants
                (id, slug, name, created_at, created_by, creation_key, creation_sha256)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing",
    )
    .bind(tenant.id)
    .bind(tenant.slug)
    .bind(tenant.name)
    .bind(tenant.created_at)
    .bind(tenant.created_by)
    .bind(tenant.creation_key)
    .bind(&tenant.creation_sha256)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A tenant that has the slug or the key of another that was to be.
pub(in crate::tenancy) struct Rival {
    pub(in crate::tenancy) id: TenantId,
    pub(in crate::tenancy) creation_sha256: Vec<u8>,
    pub(in crate::tenancy) has_same_key: bool,
}

pub(in crate::tenancy) async fn rivals(
    tx: &mut OperatorTx,
    tenant: &TenantRow<'_>,
) -> Result<Vec<Rival>, DbError> {
    let rows: Vec<(TenantId, Vec<u8>, bool)> = sqlx::query_as(
        "select id, creation_sha256,
                coalesce(created_by = $2 and creation_key = $3, false)
           from tenants
          where slug = $1 or (created_by = $2 and creation_key = $3)",
    )
    .bind(tenant.slug)
    .bind(tenant.created_by)
    .bind(tenant.creation_key)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, creation_sha256, has_same_key)| Rival {
            id,
            creation_sha256,
            has_same_key,
        })
        .collect())
}

/// Adds the storefront, unless the tenant has one with its slug.
pub(in crate::tenancy) async fn insert_storefront(
    tx: &mut TenantTx,
    id: StorefrontId,
    storefront: &NewStorefront,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into storefronts
                (tenant_id, id, slug, name, tagline, locale, country, currency, tax_included,
                 tax_rate_ppm, tax_name, brand, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (tenant_id, slug) do nothing",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&storefront.slug)
    .bind(&storefront.name)
    .bind(&storefront.tagline)
    .bind(&storefront.locale)
    .bind(&storefront.country)
    .bind(storefront.currency)
    .bind(storefront.tax.included)
    .bind(storefront.tax.rate_ppm)
    .bind(&storefront.tax.name)
    .bind(Json(&storefront.brand))
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a host lead to the storefront; `false` when it leads elsewhere.
pub(in crate::tenancy) async fn put_host(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    host: &NewHost,
    is_primary: bool,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let kind = if host.is_subdomain {
        "subdomain"
    } else {
        "custom"
    };
    sqlx::query(
        "insert into hosts (host, tenant_id, storefront_id, kind, is_primary, created_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (host) do nothing",
    )
    .bind(&host.host)
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(kind)
    .bind(is_primary)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(sqlx::query_scalar(
        "select exists (select from hosts
                         where host = $1 and tenant_id = $2 and storefront_id = $3)",
    )
    .bind(&host.host)
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_one(tx.conn())
    .await?)
}

pub(in crate::tenancy) async fn make_primary(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    host: &str,
) -> Result<(), DbError> {
    sqlx::query(
        "update hosts set is_primary = (host = $3) where tenant_id = $1 and storefront_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(host)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::tenancy) async fn insert_publishable_key(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    key: &str,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into publishable_keys (key, tenant_id, storefront_id, created_at)
         values ($1, $2, $3, $4)",
    )
    .bind(key)
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::tenancy) async fn insert_merchant(
    tx: &mut TenantTx,
    id: MerchantId,
    merchant: &MerchantDraft,
    is_default: bool,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(&merchant.slug)
    .bind(&merchant.name)
    .bind(merchant.commission_bps)
    .bind(is_default)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::tenancy) async fn insert_shipping_option(
    tx: &mut TenantTx,
    id: ShippingOptionId,
    storefront_id: StorefrontId,
    currency: Currency,
    position: i32,
    option: &NewShippingOption,
) -> Result<(), DbError> {
    let (kind, price_minor, tiers) = match &option.price {
        ShippingPrice::Flat(price_minor) => ("flat", Some(*price_minor), None),
        ShippingPrice::ByWeight(tiers) => ("by_weight", None, Some(Json(tiers))),
    };
    sqlx::query(
        "insert into shipping_options
                (tenant_id, id, storefront_id, name, position, kind, currency, price_minor, tiers,
                 countries)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(storefront_id)
    .bind(&option.name)
    .bind(position)
    .bind(kind)
    .bind(currency)
    .bind(price_minor)
    .bind(tiers)
    .bind(&option.countries)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The first order gets the number 1001.
pub(in crate::tenancy) async fn start_counters(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("insert into counters (tenant_id, name, value) values ($1, 'orders', 0)")
        .bind(tx.tenant_id())
        .execute(tx.conn())
        .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct FoundTenant {
    #[sqlx(flatten)]
    tenant: Tenant,
    primary_host: Option<String>,
}

impl FoundTenant {
    fn read(self) -> Result<(Tenant, Option<Host>), DbError> {
        let host = self.primary_host.map(|host| Host::parse(&host)).transpose();
        Ok((self.tenant, host.map_err(DbError::unreadable)?))
    }
}

/// The transaction's tenant.
pub(in crate::tenancy) async fn tenant(tx: &mut TenantTx) -> Result<Option<Tenant>, DbError> {
    let row: Option<FoundTenant> = sqlx::query_as(
        "select id, slug, name, status, created_at, null::text as primary_host
           from tenants where id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(FoundTenant::read).transpose()?.map(|found| found.0))
}

/// The tenant with this slug, unless it is closed.
pub(in crate::tenancy) async fn tenant_by_slug(
    tx: &mut OperatorTx,
    slug: &str,
) -> Result<Option<TenantId>, DbError> {
    Ok(
        sqlx::query_scalar("select id from tenants where slug = $1 and status <> 'closed'")
            .bind(slug)
            .fetch_optional(tx.conn())
            .await?,
    )
}

/// Tenants after `after`, by id and so by age.
pub(in crate::tenancy) async fn list_tenants(
    tx: &mut OperatorTx,
    after: Option<TenantId>,
    limit: i64,
) -> Result<Vec<(Tenant, Option<Host>)>, DbError> {
    let rows: Vec<FoundTenant> = sqlx::query_as(
        "select t.id, t.slug, t.name, t.status, t.created_at,
                (select h.host from hosts h
                  where h.tenant_id = t.id and h.is_primary
                  order by h.created_at, h.host limit 1) as primary_host
           from tenants t
          where t.id > $1
          order by t.id
          limit $2",
    )
    .bind(after.unwrap_or(TenantId::from_uuid(Uuid::nil())))
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(FoundTenant::read).collect()
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    #[sqlx(flatten)]
    storefront: StorefrontRow,
    hosts: Vec<String>,
    publishable_key: String,
}

/// The storefronts of the transaction's tenant, the first one first.
pub(in crate::tenancy) async fn open_storefronts(
    tx: &mut TenantTx,
) -> Result<Vec<OpenStorefront>, DbError> {
    let rows: Vec<OpenRow> = sqlx::query_as(
        "select s.id, s.slug, s.name, s.tagline, s.locale, s.country, s.currency, s.tax_included,
                s.tax_rate_ppm, s.tax_name, s.brand,
                array(select h.host from hosts h
                       where h.tenant_id = s.tenant_id and h.storefront_id = s.id
                       order by h.is_primary desc, h.host) as hosts,
                coalesce((select k.key from publishable_keys k
                  where k.tenant_id = s.tenant_id and k.storefront_id = s.id
                    and k.revoked_at is null
                  order by k.created_at limit 1), '') as publishable_key
           from storefronts s
          where s.tenant_id = $1
          order by s.created_at, s.id
          limit 1000",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let hosts: Result<Vec<Host>, _> =
                row.hosts.iter().map(|host| Host::parse(host)).collect();
            Ok(OpenStorefront {
                storefront: row.storefront.into(),
                hosts: hosts.map_err(DbError::unreadable)?,
                publishable_key: row.publishable_key,
            })
        })
        .collect()
}
