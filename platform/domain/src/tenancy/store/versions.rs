//! The statements about versions of brand kits.

use std::collections::BTreeMap;

use db::{DbError, TenantTx};
use kernel::ids::StorefrontId;
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::tenancy::Brand;
use crate::tenancy::kit::{BrandKit, KitStatus, KitVersion, LegalPage};

#[derive(sqlx::FromRow)]
struct KitRow {
    #[sqlx(flatten)]
    version: KitVersion,
    brand: Json<Brand>,
    texts: Json<BTreeMap<String, String>>,
    pages: Json<Vec<LegalPage>>,
}

impl KitRow {
    fn read(self) -> (KitVersion, BrandKit) {
        let kit = BrandKit {
            brand: self.brand.0,
            texts: self.texts.0,
            pages: self.pages.0,
        };
        (self.version, kit)
    }
}

/// Keeps everybody else from changing the versions of a storefront's kit until the transaction ends;
/// returns the storefront's name.
pub(in crate::tenancy) async fn lock_storefront(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Option<String>, DbError> {
    Ok(sqlx::query_scalar(
        "select name from storefronts where tenant_id = $1 and id = $2 for no key update",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::tenancy) async fn created_at(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<OffsetDateTime, DbError> {
    Ok(
        sqlx::query_scalar("select created_at from storefronts where tenant_id = $1 and id = $2")
            .bind(tx.tenant_id())
            .bind(storefront_id)
            .fetch_one(tx.conn())
            .await?,
    )
}

/// The kit with this status, of which there is at most one unless it is `replaced`.
pub(in crate::tenancy) async fn kit(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    status: KitStatus,
) -> Result<Option<(KitVersion, BrandKit)>, DbError> {
    let row: Option<KitRow> = sqlx::query_as(
        "select version, status, saved_at, published_at, brand, texts, pages
           from brand_versions
          where tenant_id = $1 and storefront_id = $2 and status = $3
          limit 1",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(status)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(KitRow::read))
}

/// The draft that a preview shows.
pub(in crate::tenancy) async fn kit_previewed(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    token_sha256: &[u8],
    now: OffsetDateTime,
) -> Result<Option<(KitVersion, BrandKit)>, DbError> {
    let row: Option<KitRow> = sqlx::query_as(
        "select version, status, saved_at, published_at, brand, texts, pages
           from brand_versions
          where tenant_id = $1 and storefront_id = $2 and status = 'draft'
            and preview_sha256 = $3 and preview_expires_at > $4",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(token_sha256)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(KitRow::read))
}

/// The versions, the latest first.
pub(in crate::tenancy) async fn kit_versions(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Vec<KitVersion>, DbError> {
    Ok(sqlx::query_as(
        "select version, status, saved_at, published_at
           from brand_versions
          where tenant_id = $1 and storefront_id = $2
          order by version desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Saves the draft, and returns its version. Under the storefront's lock.
pub(in crate::tenancy) async fn save_draft(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    kit: &BrandKit,
    now: OffsetDateTime,
) -> Result<i32, DbError> {
    Ok(sqlx::query_scalar(
        "insert into brand_versions as kit
                (tenant_id, storefront_id, version, status, brand, texts, pages, saved_at)
         values ($1, $2,
                 (select coalesce(max(b.version), 0) + 1
                    from brand_versions b where b.tenant_id = $1 and b.storefront_id = $2),
                 'draft', $3, $4, $5, $6)
         on conflict (tenant_id, storefront_id) where status = 'draft' do update
            set brand = excluded.brand, texts = excluded.texts, pages = excluded.pages,
                saved_at = excluded.saved_at
         returning kit.version",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(Json(&kit.brand))
    .bind(Json(&kit.texts))
    .bind(Json(&kit.pages))
    .bind(now)
    .fetch_one(tx.conn())
    .await?)
}

pub(in crate::tenancy) async fn delete_draft(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from brand_versions where tenant_id = $1 and storefront_id = $2 and status = 'draft'",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives the draft's preview another token; `false` when there is no draft.
pub(in crate::tenancy) async fn set_preview(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    token_sha256: &[u8],
    expires_at: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update brand_versions set preview_sha256 = $3, preview_expires_at = $4
          where tenant_id = $1 and storefront_id = $2 and status = 'draft'",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(token_sha256)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Makes a version the published one; `false` when there is none of this number. Under the
/// storefront's lock.
pub(in crate::tenancy) async fn publish(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    version: i32,
    now: OffsetDateTime,
) -> Result<bool, DbError> {
    let tenant_id = tx.tenant_id();
    let shown = sqlx::query(
        "update storefronts s set brand = b.brand
           from brand_versions b
          where s.tenant_id = $1 and s.id = $2
            and b.tenant_id = $1 and b.storefront_id = $2 and b.version = $3",
    )
    .bind(tenant_id)
    .bind(storefront_id)
    .bind(version)
    .execute(tx.conn())
    .await?;
    if shown.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "update brand_versions set status = 'replaced'
          where tenant_id = $1 and storefront_id = $2 and status = 'published' and version <> $3",
    )
    .bind(tenant_id)
    .bind(storefront_id)
    .bind(version)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update brand_versions
            set status = 'published', published_at = $4, preview_sha256 = null, preview_expires_at = null
          where tenant_id = $1 and storefront_id = $2 and version = $3",
    )
    .bind(tenant_id)
    .bind(storefront_id)
    .bind(version)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(true)
}
