//! Finding documents and words, through the functions that may use the indexes for it.

use std::collections::BTreeMap;

use db::{DbError, TenantTx};
use kernel::ids::ProductId;
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::search::{Found, Hit, Market, Vocabulary, VocabularyKind, Wanted};

#[derive(Deserialize)]
struct FoundJson {
    found: i64,
    total: i64,
    page: Vec<HitJson>,
    codes: BTreeMap<String, i64>,
    available: i64,
    unavailable: i64,
    prices: PricesJson,
    steps: BTreeMap<i32, i64>,
}

#[derive(Deserialize)]
struct HitJson {
    id: Uuid,
    place: i64,
    title: String,
}

#[derive(Deserialize)]
struct PricesJson {
    min: Option<i64>,
    max: Option<i64>,
}

/// Finds documents of the transaction's tenant.
pub(in crate::search) async fn find(tx: &mut TenantTx, wanted: &Wanted) -> Result<Found, DbError> {
    let Json(found): Json<FoundJson> = sqlx::query_scalar(
        "select search_products($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(wanted.market.language.name())
    .bind(wanted.market.currency.code())
    .bind(&wanted.broad)
    .bind(&wanted.strict)
    .bind(&wanted.plain)
    .bind(&wanted.code)
    .bind(Json(&wanted.filters))
    .bind(wanted.prices.0)
    .bind(wanted.prices.1)
    .bind(wanted.availability)
    .bind(&wanted.price_steps)
    .bind(wanted.sort.name())
    .bind(wanted.after.0)
    .bind(&wanted.after.1)
    .bind(wanted.after.2)
    .bind(wanted.size)
    .fetch_one(tx.conn())
    .await?;
    Ok(found.into())
}

impl From<FoundJson> for Found {
    fn from(found: FoundJson) -> Self {
        let hit = |hit: HitJson| Hit {
            product_id: ProductId::from_uuid(hit.id),
            place: hit.place,
            title: hit.title,
        };
        Self {
            found: found.found,
            total: found.total,
            page: found.page.into_iter().map(hit).collect(),
            codes: found.codes,
            available: found.available,
            unavailable: found.unavailable,
            prices: found.prices.min.zip(found.prices.max),
            steps: found.steps,
        }
    }
}

/// Words of the transaction's tenant.
pub(in crate::search) async fn vocabulary(
    tx: &mut TenantTx,
    market: Market,
    words: &[String],
    are_slips: bool,
) -> Result<Vec<Vocabulary>, DbError> {
    let rows: Vec<(String, String, String, i32)> = sqlx::query_as(
        "select word, kind, term, documents from search_vocabulary($1, $2, $3, $4, $5)",
    )
    .bind(market.language.name())
    .bind(market.currency.code())
    .bind(words)
    .bind(market.language.joins_words())
    .bind(are_slips)
    .fetch_all(tx.conn())
    .await?;
    let term = |(word, kind, term, documents): (String, String, String, i32)| Vocabulary {
        word,
        kind: match kind.as_str() {
            "known" => VocabularyKind::Known,
            "begins" => VocabularyKind::Begins,
            "ends" => VocabularyKind::Ends,
            _ => VocabularyKind::Similar,
        },
        term,
        documents,
    };
    Ok(rows.into_iter().map(term).collect())
}
