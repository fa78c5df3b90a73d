//! The statements that read storefronts and merchants, for tenancy and for other services inside
//! their own transactions.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::goods::Slug;
use kernel::host::Host;
use kernel::ids::{MerchantId, StorefrontId};
use sqlx::types::Json;
use uuid::Uuid;

use crate::tenancy::{Brand, Merchant, Storefront, Tax};

#[derive(sqlx::FromRow)]
pub(super) struct StorefrontRow {
    id: Uuid,
    slug: String,
    name: String,
    tagline: Option<String>,
    locale: String,
    country: String,
    currency: String,
    tax_included: bool,
    tax_rate_ppm: i32,
    tax_name: String,
    brand: Json<Brand>,
}

impl TryFrom<StorefrontRow> for Storefront {
    type Error = DbError;

    fn try_from(row: StorefrontRow) -> Result<Self, DbError> {
        Ok(Self {
            id: StorefrontId::from_uuid(row.id),
            slug: row.slug,
            name: row.name,
            tagline: row.tagline,
            locale: row.locale,
            country: row.country,
            currency: row.currency.parse().map_err(DbError::unreadable)?,
            tax: Tax {
                is_included: row.tax_included,
                rate_ppm: row.tax_rate_ppm,
                name: row.tax_name,
            },
            brand: row.brand.0,
        })
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
    .bind(tx.tenant_id().uuid())
    .bind(storefront_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    host.map(|host| Host::parse(&host).map_err(DbError::unreadable))
        .transpose()
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
    .bind(tx.tenant_id().uuid())
    .bind(storefront_id.uuid())
    .fetch_optional(tx.conn())
    .await?;
    row.map(Storefront::try_from).transpose()
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
    .bind(tx.tenant_id().uuid())
    .bind(storefront_id.uuid())
    .bind(logo_url)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

#[derive(sqlx::FromRow)]
struct MerchantRow {
    id: Uuid,
    slug: String,
    name: String,
    commission_bps: i32,
    is_default: bool,
}

impl From<MerchantRow> for Merchant {
    fn from(row: MerchantRow) -> Self {
        Self {
            id: MerchantId::from_uuid(row.id),
            slug: row.slug,
            name: row.name,
            commission_bps: row.commission_bps,
            is_default: row.is_default,
        }
    }
}

/// The currency of the tenant's first storefront, if it has one.
pub async fn first_currency(tx: &mut TenantTx) -> Result<Option<Currency>, DbError> {
    let code: Option<String> = sqlx::query_scalar(
        "select currency
           from storefronts
          where tenant_id = $1
          order by created_at, id
          limit 1",
    )
    .bind(tx.tenant_id().uuid())
    .fetch_optional(tx.conn())
    .await?;
    code.map(|code| code.parse().map_err(DbError::unreadable))
        .transpose()
}

/// The merchants of the transaction's tenant, the default one first.
pub async fn merchants(tx: &mut TenantTx) -> Result<Vec<Merchant>, DbError> {
    let rows: Vec<MerchantRow> = sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1
          order by is_default desc, slug
          limit 1000",
    )
    .bind(tx.tenant_id().uuid())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Merchant::from).collect())
}

/// The merchant that a vendor's name, made a slug, stands for.
pub async fn merchant_by_vendor(
    tx: &mut TenantTx,
    vendor: &Slug,
) -> Result<Option<Merchant>, DbError> {
    let row: Option<MerchantRow> = sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1 and slug = $2",
    )
    .bind(tx.tenant_id().uuid())
    .bind(vendor.as_str())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Merchant::from))
}

/// The merchant whose goods are all that name no other.
pub async fn default_merchant(tx: &mut TenantTx) -> Result<Merchant, DbError> {
    let row: MerchantRow = sqlx::query_as(
        "select id, slug, name, commission_bps, is_default
           from merchants
          where tenant_id = $1 and is_default",
    )
    .bind(tx.tenant_id().uuid())
    .fetch_one(tx.conn())
    .await?;
    Ok(row.into())
}
