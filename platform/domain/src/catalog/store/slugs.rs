//! Slugs that are free.

use std::collections::HashSet;

use db::{DbError, TenantTx};
use kernel::goods::Slug;
use kernel::ids::ProductId;
use kernel::ports::Ids;
use time::OffsetDateTime;

/// How many numbers are tried behind a slug before something longer is put there.
const TRIED: u32 = 99;

/// A slug like `stem` that no product has and that is not in `other`: `stem` itself, or one with a
/// number behind it. `products_tenant_id_slug_key` decides when two find the same one.
pub(in crate::catalog) async fn free(
    tx: &mut TenantTx,
    stem: &Slug,
    other: impl Fn(&str) -> bool,
) -> Result<Slug, DbError> {
    let numbered = (2..=TRIED).map(|number| stem.with_suffix(number));
    let candidates: Vec<Slug> = std::iter::once(stem.clone()).chain(numbered).collect();
    let texts: Vec<&str> = candidates.iter().map(Slug::as_str).collect();
    let taken: Vec<String> =
        sqlx::query_scalar("select slug from products where tenant_id = $1 and slug = any($2)")
            .bind(tx.tenant_id())
            .bind(texts)
            .fetch_all(tx.conn())
            .await?;
    let taken: HashSet<String> = taken.into_iter().collect();
    let is_free = |slug: &Slug| !taken.contains(slug.as_str()) && !other(slug.as_str());
    let found = candidates.into_iter().find(is_free);
    Ok(found.unwrap_or_else(|| stem.with_suffix(short_id())))
}

/// Eight digits that nothing else has.
pub(in crate::catalog) fn short_id() -> String {
    let id = Ids.uuid().simple().to_string();
    id.chars().skip(24).collect()
}

/// Gives a product another slug.
pub(in crate::catalog) async fn change(
    tx: &mut TenantTx,
    product_id: ProductId,
    slug: &Slug,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query("update products set slug = $3, updated_at = $4 where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(product_id)
        .bind(slug.as_str())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
