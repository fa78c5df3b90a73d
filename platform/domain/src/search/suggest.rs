//! Completing what a shopper has typed so far.

use kernel::{Caller, Permission};

use super::engine::{Vocabulary, VocabularyKind, Wanted};
use super::error::SearchError;
use super::facets;
use super::found::categories;
use super::model::{CategoryCount, SearchSort, Suggestions};
use super::phrase::Phrase;
use super::service::{Search, check_query, market, start};
use super::words::{fold, words};

/// How many of each kind.
const MOST: usize = 6;

impl Search {
    /// Terms, products and categories for what was typed so far.
    pub async fn suggestions(
        &self,
        caller: &Caller,
        typed: &str,
    ) -> Result<Suggestions, SearchError> {
        caller.require(Permission::StorefrontRead)?;
        check_query(typed)?;
        let storefront = self.tenancy.visited(caller).await?;
        let market = market(&storefront);
        let phrase = Phrase::parse(typed);
        let Some(last) = phrase.folded.last() else {
            return Ok(Suggestions::default());
        };
        let vocabulary = std::slice::from_ref(last);
        let vocabulary = self
            .engine
            .vocabulary(caller, market, vocabulary, false)
            .await?;
        let after = start();
        let wanted = Wanted {
            market,
            broad: None,
            strict: None,
            plain: String::new(),
            code: None,
            filters: Vec::new(),
            prices: (None, None),
            availability: None,
            price_steps: facets::price_steps(market.currency),
            sort: SearchSort::Relevance,
            after: (after.minor, after.title, after.id),
            size: i32::try_from(MOST).unwrap_or(i32::MAX),
        };
        let found = self.find(caller, typed, &phrase, wanted).await?.found;
        let mut tx = self.db.begin(caller).await?;
        let products = self.look_up(&mut tx, &found.page, &storefront).await?;
        let categories = categories(&mut tx, &found).await?;
        drop(tx);
        Ok(Suggestions {
            terms: terms(&phrase, &vocabulary),
            products: self.cards(caller, &found.page, products).await?,
            categories: matching(categories, &phrase),
        })
    }
}

/// What was typed, with its last word completed.
fn terms(phrase: &Phrase, vocabulary: &[Vocabulary]) -> Vec<String> {
    let before = phrase
        .folded
        .split_last()
        .map_or(&[][..], |(_, before)| before);
    let completed = |term: &str| {
        let mut words: Vec<&str> = before.iter().map(String::as_str).collect();
        words.push(term);
        words.join(" ")
    };
    let begins = vocabulary
        .iter()
        .filter(|found| found.kind == VocabularyKind::Begins);
    begins
        .take(MOST)
        .map(|found| completed(&found.term))
        .collect()
}

/// Those in whose names some word begins as the last word does.
fn matching(categories: Vec<CategoryCount>, phrase: &Phrase) -> Vec<CategoryCount> {
    let Some(last) = phrase.folded.last() else {
        return Vec::new();
    };
    let is_meant = |counted: &CategoryCount| {
        let mut words = words(&counted.category.name)
            .into_iter()
            .map(|word| fold(&word));
        words.any(|word| word.starts_with(last))
    };
    categories.into_iter().filter(is_meant).take(MOST).collect()
}
