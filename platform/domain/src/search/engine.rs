//! The port behind which documents are kept and found. Postgres is the engine of every installation today; an
//! engine of its own would be another adapter, fed by the same messages.

use std::collections::BTreeMap;

use async_trait::async_trait;
use db::DbError;
use kernel::ids::ProductId;
use kernel::{Caller, Currency};
use serde::Serialize;
use uuid::Uuid;

use super::{Language, SearchSort};

/// What a storefront sells in: documents are made for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Market {
    /// The language that words are stemmed in.
    pub language: Language,
    /// The currency of prices.
    pub currency: Currency,
}

/// A product as it is found in one market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The market.
    pub market: Market,
    /// The product.
    pub product_id: ProductId,
    /// Its title as it is sorted by.
    pub title: String,
    /// Its title in lower case, without accents and punctuation.
    pub plain_title: String,
    /// The words of its title, which count most.
    pub title_words: String,
    /// The words of its vendor, type, categories and tags.
    pub kind_words: String,
    /// The words of its options, and of its variants' codes.
    pub variant_words: String,
    /// The words of its description.
    pub description_words: String,
    /// Its variants' stock keeping units and barcodes, each in one word.
    pub codes: Vec<String>,
    /// Words that completions and corrections are made of.
    pub vocabulary: Vec<String>,
    /// What it costs at least.
    pub min_minor: i64,
    /// Whether any of its variants can be sold.
    pub is_available: bool,
    /// Whether only members of customer groups find it.
    pub is_restricted: bool,
    /// What it is counted and filtered by.
    pub facets: Vec<String>,
}

/// A filter: documents have at least one of the codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// What the codes are values of; its counts leave the filter out of account.
    pub dim: String,
    /// The codes.
    pub codes: Vec<String>,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Where.
    pub market: Market,
    /// What must match, as `to_tsquery` reads it; everything does without.
    pub broad: Option<String>,
    /// What was asked for literally: it ranks higher.
    pub strict: Option<String>,
    /// What was asked for in lower case, without accents and punctuation.
    pub plain: String,
    /// The query if it could be a stock keeping unit or barcode.
    pub code: Option<String>,
    /// All of which must hold.
    pub filters: Vec<Filter>,
    /// The least and the highest price.
    pub prices: (Option<i64>, Option<i64>),
    /// Only what can be sold, or only what cannot.
    pub availability: Option<bool>,
    /// The prices at which the ranges of the price facet begin, ascending.
    pub price_steps: Vec<i64>,
    /// In which order.
    pub sort: SearchSort,
    /// The key, the title and the product that the page before ended with.
    pub after: (i64, String, Uuid),
    /// How many.
    pub size: i32,
}

/// A product that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The product.
    pub product_id: ProductId,
    /// Its key in the order.
    pub place: i64,
    /// Its title, when that is what is sorted by.
    pub title: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// How many documents match the words, whatever the filters.
    pub found: i64,
    /// How many match all.
    pub total: i64,
    /// Those of the page.
    pub page: Vec<Hit>,
    /// In how many documents each code is; at most 50 of each dimension.
    pub codes: BTreeMap<String, i64>,
    /// How many can be sold.
    pub available: i64,
    /// How many cannot.
    pub unavailable: i64,
    /// The least and the highest price.
    pub prices: Option<(i64, i64)>,
    /// How many are in each price range: 0 below the first step.
    pub steps: BTreeMap<i32, i64>,
}

/// How a word of the index is like a word of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VocabularyKind {
    /// Documents have the word itself.
    Known,
    /// It begins with it, or is it.
    Begins,
    /// It ends with it.
    Ends,
    /// It may be meant.
    Similar,
}

/// A word of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// The word of the query.
    pub word: String,
    /// How they are alike.
    pub kind: VocabularyKind,
    /// The word of the index.
    pub term: String,
    /// In how many documents it is.
    pub documents: i32,
}

/// Keeps documents and finds them, each tenant's apart.
#[async_trait]
pub trait SearchEngine: Send + Sync {
    /// Replaces all documents of `products` by `documents`, in one step.
    async fn put(
        &self,
        caller: &Caller,
        products: &[ProductId],
        documents: &[Document],
    ) -> Result<(), DbError>;

    /// Finds documents.
    async fn find(&self, caller: &Caller, wanted: &Wanted) -> Result<Found, DbError>;

    /// Words of the index that are like `words`; with `are_slips` also those that may be meant.
    async fn vocabulary(
        &self,
        caller: &Caller,
        market: Market,
        words: &[String],
        are_slips: bool,
    ) -> Result<Vec<Vocabulary>, DbError>;
}
