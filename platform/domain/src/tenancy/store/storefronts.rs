//! The statements that read storefronts and merchants, for tenancy and for other services inside
//! their own transactions.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::goods::Slug;
use kernel::host::Host;
use kernel::ids::StorefrontId;
use sqlx::types::Json;

use crate::tenancy::{Brand, Merchant, Sibling, Storefront, Tax};

#[derive(sqlx::FromRow)]
pub(super) struct StorefrontRow {
    id: StorefrontId,
    slug: String,
    name: String,
    tagline: Option<String>,
    locale: String,
    country: String,
    currency: Currency,
    tax_included: bool,
    tax_rate_ppm: i32,
    tax_name: String,
    brand: Json<Brand>,
}

impl From<StorefrontRow> for Storefront {
    fn from(row: StorefrontRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            tagline: row.tagline,
            locale: row.locale,
            country: row.country,
            currency: row.currency,
            tax: Tax {
                is_included: row.tax_included,
                rate_ppm: row.tax_rate_ppm,
                name: row.tax_name,
            },
            brand: row.brand.0,
        }
    }
}

/// The host that a storefront of the transaction's tenant is known by.
pub(in crate::tenancy) async fn primary_host(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Option<Host>, DbError> {
    let host: Option<String> = sqlx::query_scalar(
        "select host from hosts
          where tenant_id = $1 and storefront_id = $2
          order by is_primary desc, host
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?;
    host.map(|host| Host::parse(&host).map_err(DbError::unreadable))
        .transpose()
}

/// The storefronts of the transaction's tenant, each with the host it is known by.
pub(in crate::tenancy) async fn siblings(tx: &mut TenantTx) -> Result<Vec<Sibling>, DbError> {
    let rows: Vec<(StorefrontId, String, String)> = sqlx::query_as(
        "select s.id, s.locale, h.host
           from storefronts s
          cross join lateral (select h.host
                                from hosts h
                               where h.tenant_id = s.tenant_id and h.storefront_id = s.id
                               order by h.is_primary desc, h.host
                               limit 1) h
          where s.tenant_id = $1
          order by s.created_at, s.id
          limit 100",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(id, locale, host)| {
            Ok(Sibling {
                id,
                locale,
                host: Host::parse(&host).map_err(DbError::unreadable)?,
            })
        })
        .collect()
}

/// The storefront, if the transaction's tenant has it.
pub async fn storefront(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Option<Storefront>, DbError> {
    let row: Option<StorefrontRow> = sqlx::query_as(
        "select id, slug, name, tagline, locale, country, currency, tax_included, tax_rate_ppm,
                tax_name, brand
           from storefronts
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Storefront::from))
}

/// Changes the picture of a storefront's brand; `false` when the tenant has no such storefront.
pub(in crate::tenancy) async fn set_logo(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    logo_url: &str,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update storefronts set brand = jsonb_set(brand, '{logo_url}', to_jsonb($3::text))
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(logo_url)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The currency of the tenant's first storefront, if it has one.
pub async fn first_currency(tx: &mut TenantTx) -> Result<Option<Currency>, DbError> {
    Ok(sqlx::query_scalar(
        "select currency
           from storefronts
          where tenant_id = $1
          order by created_at, id
          limit 1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?)
}

/// The languages and currencies that the tenant's storefronts sell in.
pub async fn markets(tx: &mut TenantTx) -> Result<Vec<(String, Currency)>, DbError> {
    Ok(sqlx::query_as(
        "select distinct locale, currency from storefronts where tenant_id = $1 order by 1, 2",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The merchants of the transaction's tenant, the default one first.
pub async fn merchants(tx: &mut TenantTx) -> Result<Vec<Merchant>, DbError> {
    Ok(sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1
          order by is_default desc, slug
          limit 1000",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The merchant that a vendor's name, made a slug, stands for.
pub async fn merchant_by_vendor(
    tx: &mut TenantTx,
    vendor: &Slug,
) -> Result<Option<Merchant>, DbError> {
    Ok(sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1 and slug = $2",
    )
    .bind(tx.tenant_id())
    .bind(vendor.as_str())
    .fetch_optional(tx.conn())
    .await?)
}

/// The merchant whose goods are all that name no other.
pub async fn default_merchant(tx: &mut TenantTx) -> Result<Merchant, DbError> {
    Ok(sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1 and is_default",
    )
    .bind(tx.tenant_id())
    .fetch_one(tx.conn())
    .await?)
}
