//! The tree of categories, as products name their places in it.

use db::{DbError, TenantTx};
use kernel::goods::Slug;
use kernel::ids::CategoryId;
use kernel::ports::Ids;

/// How many slugs are tried for a category before the product is refused.
const SLUGS_TRIED: usize = 100;

/// The categories along a path from the root; those that are missing are made.
pub(in crate::catalog) async fn ensure_path(
    tx: &mut TenantTx,
    path: &[String],
) -> Result<Vec<CategoryId>, DbError> {
    let mut ids: Vec<CategoryId> = Vec::with_capacity(path.len());
    for depth in 1..=path.len() {
        let names = path.get(..depth).unwrap_or_default();
        let id = ensure(tx, names, ids.last().copied()).await?;
        ids.push(id);
    }
    Ok(ids)
}

/// The categories along a path from the root; none unless each of them exists.
pub(in crate::catalog) async fn find_path(
    tx: &mut TenantTx,
    path: &[String],
) -> Result<Option<Vec<CategoryId>>, DbError> {
    let mut ids: Vec<CategoryId> = Vec::with_capacity(path.len());
    for name in path {
        match find(tx, name, ids.last().copied()).await? {
            Some(id) => ids.push(id),
            None => return Ok(None),
        }
    }
    Ok(Some(ids))
}

/// The category below `parent` with the last of `names`.
async fn ensure(
    tx: &mut TenantTx,
    names: &[String],
    parent: Option<CategoryId>,
) -> Result<CategoryId, DbError> {
    let name = names.last().map(String::as_str).unwrap_or_default();
    for slug in slugs(names) {
        if let Some(id) = find(tx, name, parent).await? {
            return Ok(id);
        }
        let id = CategoryId::from_uuid(Ids.uuid());
        let depth = i16::try_from(names.len()).unwrap_or(i16::MAX);
        // Whoever makes the same category at this moment is waited for here, and found then.
        let made = sqlx::query(
            "insert into categories (tenant_id, id, slug, name, parent_id, depth)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (tenant_id, slug) do nothing",
        )
        .bind(tx.tenant_id())
        .bind(id)
        .bind(slug)
        .bind(name)
        .bind(parent)
        .bind(depth)
        .execute(tx.conn())
        .await?;
        if made.rows_affected() == 1 {
            return Ok(id);
        }
    }
    Err(DbError::unreadable(format!(
        "no slug is left for the category {name}"
    )))
}

async fn find(
    tx: &mut TenantTx,
    name: &str,
    parent: Option<CategoryId>,
) -> Result<Option<CategoryId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id
           from categories
          where tenant_id = $1 and name = $2 and parent_id is not distinct from $3",
    )
    .bind(tx.tenant_id())
    .bind(name)
    .bind(parent)
    .fetch_optional(tx.conn())
    .await?)
}

/// The slugs that a category can have: of its name, of its path, and then with a number.
fn slugs(names: &[String]) -> impl Iterator<Item = String> {
    let of = |text: &str| Slug::of(text).map_or_else(|_| "category".to_owned(), |s| s.to_string());
    let short = of(names.last().map(String::as_str).unwrap_or_default());
    let long = of(&names.join(" "));
    let numbered = long.clone();
    [short, long]
        .into_iter()
        .chain((2..SLUGS_TRIED).map(move |number| {
            let stem: String = numbered.chars().take(250).collect();
            format!("{stem}-{number}")
        }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_called_by_its_name_and_by_its_path_when_that_is_taken() {
        let names = ["Kitchen & Bath".to_owned(), "T-Shirts".to_owned()];

        let tried: Vec<String> = slugs(&names).take(3).collect();

        assert_eq!(
            tried,
            [
                "t-shirts",
                "kitchen-bath-t-shirts",
                "kitchen-bath-t-shirts-2"
            ]
        );
    }
}
