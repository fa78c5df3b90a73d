//! What storefronts ask of search.

use std::sync::Arc;

use db::{Db, TenantTx};
use kernel::goods::Slug;
use kernel::ids::CategoryId;
use kernel::money::MAX_MINOR;
use kernel::ports::Clock;
use kernel::{Caller, Permission, chain};
use sha2::{Digest, Sha256};
use tracing::warn;
use uuid::Uuid;

use super::engine::{Filter, Found, Market, SearchEngine, Wanted};
use super::error::SearchError;
use super::model::{QUERY_MAX, SearchProducts, SearchResult, SearchSort};
use super::phrase::Phrase;
use super::words::{code, plain};
use super::{Language, facets, store};
use crate::catalog::{self, Documents, PAGE_MAX, Position};
use crate::tenancy::{self, Storefront, Tenancy};

/// The most values of one kind that a search is narrowed by.
const VALUES_MAX: usize = 50;
/// The longest of them, in characters.
const VALUE_MAX: usize = 300;

/// What was found, and how.
pub(super) struct Finding {
    pub(super) found: Found,
    /// What was searched for instead.
    pub(super) did_you_mean: Option<String>,
    /// Whether products have some of the words only.
    pub(super) is_partial: bool,
}

impl Finding {
    const fn of(found: Found) -> Self {
        Self {
            found,
            did_you_mean: None,
            is_partial: false,
        }
    }

    /// Whether products have the words that were asked for.
    const fn is_exact(&self) -> bool {
        self.found.found > 0 && self.did_you_mean.is_none() && !self.is_partial
    }
}

/// Finding products.
#[derive(Clone)]
pub struct Search {
    pub(super) db: Db,
    pub(super) tenancy: Tenancy,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) engine: Arc<dyn SearchEngine>,
    pub(super) documents: Option<Documents>,
}

impl Search {
    /// Search over the documents of `engine`.
    pub fn new(
        db: Db,
        tenancy: Tenancy,
        clock: Arc<dyn Clock>,
        engine: Arc<dyn SearchEngine>,
    ) -> Self {
        Self {
            db,
            tenancy,
            clock,
            engine,
            documents: None,
        }
    }

    /// The same, where what is shown of products is read from their documents.
    #[must_use]
    pub fn with_documents(self, documents: Option<Documents>) -> Self {
        Self { documents, ..self }
    }

    /// A page of the products that match, with counts of all that do. When nothing has the words that were asked
    /// for, words that are probably meant are searched for instead.
    pub async fn products(
        &self,
        caller: &Caller,
        query: SearchProducts,
    ) -> Result<SearchResult, SearchError> {
        caller.require(Permission::StorefrontRead)?;
        check(&query)?;
        let storefront = self.tenancy.visited(caller).await?;
        let market = market(&storefront);
        let phrase = Phrase::parse(&query.query);
        let is_asked = !query.query.trim().is_empty();
        if is_asked && phrase.is_empty() {
            // Nothing but signs: there is nothing that could match them.
            return Ok(SearchResult::nothing(facets::Facets::default()));
        }
        let list = list_of(caller, &storefront, &query);
        let after = match &query.cursor {
            Some(text) => Position::decode(text, &list).map_err(|_| SearchError::CursorInvalid)?,
            None => start(),
        };
        let filters = self.filters(caller, &query).await?;
        let wanted = Wanted {
            market,
            broad: None,
            strict: None,
            plain: String::new(),
            code: None,
            filters,
            prices: (query.price_min, query.price_max),
            availability: query.availability,
            price_steps: facets::price_steps(market.currency),
            sort: query.sort,
            after: (after.minor, after.title, after.id),
            size: i32::try_from(query.limit)
                .unwrap_or(i32::MAX)
                .saturating_add(1),
        };
        let answer = self.find(caller, &query.query, &phrase, wanted).await?;
        if is_asked && query.cursor.is_none() {
            self.count(caller, &query.query, !answer.is_exact()).await;
        }
        self.answer(caller, &storefront, &query, &list, answer)
            .await
    }

    /// What was found for a phrase; else for one with words that are probably meant; else for some of its words.
    pub(super) async fn find(
        &self,
        caller: &Caller,
        query: &str,
        phrase: &Phrase,
        mut wanted: Wanted,
    ) -> Result<Finding, SearchError> {
        if phrase.is_empty() {
            return Ok(Finding::of(self.engine.find(caller, &wanted).await?));
        }
        wanted.code = code(query).filter(|code| code.chars().any(|c| c.is_ascii_digit()));
        self.ask(caller, phrase, &mut wanted, false).await?;
        let found = self.engine.find(caller, &wanted).await?;
        if found.found > 0 {
            return Ok(Finding::of(found));
        }
        let words = &phrase.folded;
        let similar = self.engine.vocabulary(caller, wanted.market, words, true);
        let corrected = phrase.corrected(&similar.await?);
        let meant = corrected.as_ref().unwrap_or(phrase);
        let did_you_mean = corrected.as_ref().map(Phrase::plain);
        if corrected.is_some() {
            self.ask(caller, meant, &mut wanted, false).await?;
            let found = self.engine.find(caller, &wanted).await?;
            if found.found > 0 {
                let is_partial = false;
                return Ok(Finding {
                    found,
                    did_you_mean,
                    is_partial,
                });
            }
        }
        if phrase.words.len() < 2 {
            return Ok(Finding::of(found));
        }
        self.ask(caller, meant, &mut wanted, true).await?;
        let found = self.engine.find(caller, &wanted).await?;
        let is_partial = found.found > 0;
        Ok(Finding {
            found,
            did_you_mean: did_you_mean.filter(|_| is_partial),
            is_partial,
        })
    }

    /// Puts a phrase into what is looked for.
    async fn ask(
        &self,
        caller: &Caller,
        phrase: &Phrase,
        wanted: &mut Wanted,
        any: bool,
    ) -> Result<(), SearchError> {
        let words = &phrase.folded;
        let vocabulary = self
            .engine
            .vocabulary(caller, wanted.market, words, false)
            .await?;
        let synonyms = self.synonyms_of(caller, phrase).await?;
        wanted.broad = Some(phrase.broad(&vocabulary, &synonyms, any));
        wanted.strict = Some(phrase.strict());
        wanted.plain = phrase.plain();
        Ok(())
    }

    /// The filters as the index has them. What nothing has filters everything out.
    async fn filters(
        &self,
        caller: &Caller,
        query: &SearchProducts,
    ) -> Result<Vec<Filter>, SearchError> {
        let mut filters = Vec::new();
        let mut add = |dim: String, codes: Vec<String>| filters.push(Filter { dim, codes });
        if !query.categories.is_empty() || !query.merchants.is_empty() {
            let mut tx = self.db.begin(caller).await?;
            if !query.categories.is_empty() {
                add(
                    "c".to_owned(),
                    categories(&mut tx, &query.categories).await?,
                );
            }
            if !query.merchants.is_empty() {
                add("m".to_owned(), merchants(&mut tx, &query.merchants).await?);
            }
        }
        if !query.vendors.is_empty() {
            let vendors = query.vendors.iter().map(|name| facets::vendor(name));
            add("v".to_owned(), vendors.collect());
        }
        let mut options: Vec<Filter> = Vec::new();
        for option in &query.options {
            let Some((name, value)) = option.split_once(':') else {
                let rule = "the name of an option and a value, as in Color:Blue";
                return Err(SearchError::field("option", "malformed", rule));
            };
            let dim = facets::option_dim(name);
            let code = facets::option(name, value);
            match options.iter_mut().find(|filter| filter.dim == dim) {
                Some(filter) => filter.codes.push(code),
                None => options.push(Filter {
                    dim,
                    codes: vec![code],
                }),
            }
        }
        filters.extend(options);
        Ok(filters)
    }

    /// Counts a search. A count that is lost makes no search fail.
    async fn count(&self, caller: &Caller, query: &str, is_without_results: bool) {
        let Some(term) = super::terms::countable(query) else {
            return;
        };
        let day = self.clock.now().date();
        let counted = async {
            let mut tx = self.db.begin_async_commit(caller).await?;
            store::terms::count(&mut tx, day, &term, is_without_results).await?;
            tx.commit().await
        };
        if let Err(error) = counted.await {
            warn!(error = %chain(&error), "a search could not be counted");
        }
    }
}

/// The ids of categories with these slugs, as the index has them.
async fn categories(tx: &mut TenantTx, slugs: &[String]) -> Result<Vec<String>, SearchError> {
    let slugs: Vec<String> = slugs
        .iter()
        .filter_map(|slug| Slug::parse(slug).ok())
        .map(|slug| slug.as_str().to_owned())
        .collect();
    let none: &[CategoryId] = &[];
    let found = catalog::categories_with(tx, none, &slugs).await?;
    Ok(found
        .iter()
        .map(|category| facets::category(category.id))
        .collect())
}

/// The same of merchants.
async fn merchants(tx: &mut TenantTx, slugs: &[String]) -> Result<Vec<String>, SearchError> {
    let all = tenancy::merchants(tx).await?;
    let chosen = all.iter().filter(|merchant| slugs.contains(&merchant.slug));
    Ok(chosen
        .map(|merchant| facets::merchant(merchant.id))
        .collect())
}

/// What a storefront sells in.
pub(super) fn market(storefront: &Storefront) -> Market {
    Market {
        language: Language::of_locale(&storefront.locale),
        currency: storefront.currency,
    }
}

/// Before everything.
pub(super) const fn start() -> Position {
    Position {
        id: Uuid::max(),
        minor: i64::MIN,
        title: String::new(),
    }
}

/// The search that a cursor belongs to: whose, where, for what and in which order.
fn list_of(caller: &Caller, storefront: &Storefront, query: &SearchProducts) -> String {
    let asked = serde_json::json!([
        plain(&query.query),
        query.categories,
        query.merchants,
        query.vendors,
        query.options,
        query.price_min,
        query.price_max,
        query.availability,
        query.sort.name(),
    ]);
    let digest = hex::encode(Sha256::digest(asked.to_string()));
    format!("{}/search/{}/{digest}", caller.tenant_id(), storefront.id)
}

fn check(query: &SearchProducts) -> Result<(), SearchError> {
    if !(1..=PAGE_MAX).contains(&query.limit) {
        return Err(SearchError::field(
            "limit",
            "out_of_range",
            format!("1 to {PAGE_MAX}"),
        ));
    }
    check_query(&query.query)?;
    for (name, values) in [
        ("category", &query.categories),
        ("merchant", &query.merchants),
        ("vendor", &query.vendors),
        ("option", &query.options),
    ] {
        let is_value = |value: &String| value.chars().count() <= VALUE_MAX && !value.contains('\0');
        if values.len() > VALUES_MAX || !values.iter().all(is_value) {
            let rule = format!(
                "at most {VALUES_MAX} values of at most {VALUE_MAX} characters, none of them NUL"
            );
            return Err(SearchError::field(name, "malformed", rule));
        }
    }
    for (name, price) in [
        ("price_min", query.price_min),
        ("price_max", query.price_max),
    ] {
        if price.is_some_and(|minor| !(0..=MAX_MINOR).contains(&minor)) {
            let rule = "an amount in minor units, 0 or more";
            return Err(SearchError::field(name, "out_of_range", rule));
        }
    }
    Ok(())
}

/// Whether text can be searched for.
pub(super) fn check_query(query: &str) -> Result<(), SearchError> {
    if query.chars().count() > QUERY_MAX || query.contains('\0') {
        let rule = format!("at most {QUERY_MAX} characters, none of them NUL");
        return Err(SearchError::field("q", "malformed", rule));
    }
    Ok(())
}

impl SearchSort {
    /// Whether a title is part of the order.
    pub(super) const fn needs_title(self) -> bool {
        matches!(self, Self::Title)
    }
}
