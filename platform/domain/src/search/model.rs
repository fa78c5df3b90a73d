//! What is asked of search, and what it answers.

use time::Date;

use super::facets::Facets;
use crate::catalog::{Category, ProductCard};

/// The longest query, in characters.
pub const QUERY_MAX: usize = 200;

kernel::words! {
    /// Sort order of found products.
    #[derive(Default)]
    pub enum SearchSort {
        /// Best match first; without a query, newest first.
        #[default]
        Relevance = "relevance",
        /// Cheapest first.
        PriceAscending = "price_asc",
        /// Most expensive first.
        PriceDescending = "price_desc",
        /// Newest first.
        Newest = "newest",
        /// By title, as readers of the storefront's language sort.
        Title = "title",
    }
}

/// A search of a storefront.
#[derive(Debug, Clone, Default)]
pub struct SearchProducts {
    /// Words; everything is found without.
    pub query: String,
    /// Slugs of categories: products are in one of them.
    pub categories: Vec<String>,
    /// Slugs of merchants: products are of one of them.
    pub merchants: Vec<String>,
    /// Names of vendors: products are of one of them.
    pub vendors: Vec<String>,
    /// Option values as `NAME:VALUE`: of each name, products have one of the values.
    pub options: Vec<String>,
    /// The least price in minor units.
    pub price_min: Option<i64>,
    /// The highest price in minor units.
    pub price_max: Option<i64>,
    /// Only what can be bought now, or only what cannot.
    pub availability: Option<bool>,
    /// In which order.
    pub sort: SearchSort,
    /// How many, 1 to 100.
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// A page of the products.
    pub products: Vec<ProductCard>,
    /// Where it ends, if more follow.
    pub next_cursor: Option<String>,
    /// How many products match.
    pub total: i64,
    /// What was searched for instead, because nothing has the words that were asked for.
    pub did_you_mean: Option<String>,
    /// Whether no product has all of the words: these have some.
    pub is_partial: bool,
    /// Counts of all that match.
    pub facets: Facets,
}

/// What could complete a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggestions {
    /// Whole queries, those with most products first.
    pub terms: Vec<String>,
    /// Products.
    pub products: Vec<ProductCard>,
    /// Categories whose names match.
    pub categories: Vec<CategoryCount>,
}

/// A category and how many products are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryCount {
    /// The category.
    pub category: Category,
    /// How many products.
    pub count: i64,
}

/// A merchant and how many products are its.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MerchantCount {
    /// What imports call it.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// How many products.
    pub count: i64,
}

/// Which page of the terms that were searched for on a day.
#[derive(Debug, Clone)]
pub struct ListTerms {
    /// The day (UTC).
    pub day: Option<Date>,
    /// Only terms that found nothing, those that most searches were for first.
    pub only_without_results: bool,
    /// How many, 1 to 100.
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A term and how often it was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermCount {
    /// The day (UTC).
    pub day: Date,
    /// In lower case, without accents and punctuation.
    pub term: String,
    /// How often.
    pub searches: i32,
    /// How many of these searches found nothing.
    pub without_results: i32,
}
