//! Search: finding products by words, narrowing them by facets, and telling what nobody found.
//!
//! Owns `search_documents`, `search_terms`, `search_synonyms` and `search_term_days`. Invariants:
//! - an active product has a document in each language and currency that a storefront of its tenant sells in and
//!   the product has a price in; no other product has one;
//! - `search_terms` counts in how many documents each word is;
//! - the index is written by one message at a time for each tenant, and a document is replaced in one step, so that
//!   a product that is indexed again can be found all the while;
//! - what the index says narrows and sorts; prices and availability that shoppers see are the catalogue's;
//! - of searches only counts are kept, and of at most 5,000 terms a day.
//!
//! May import `catalog` and `tenancy`.

mod document;
mod engine;
mod error;
mod facets;
mod found;
mod handlers;
mod language;
mod model;
mod phrase;
mod postgres;
mod service;
mod slips;
mod store;
mod suggest;
mod synonyms;
mod terms;
mod words;

pub use engine::{
    Document, Filter, Found, Hit, Market, SearchEngine, Vocabulary, VocabularyKind, Wanted,
};
pub use error::SearchError;
pub use facets::{Facets, OptionFacet, PriceFacet, PriceRange, ValueCount};
pub use language::Language;
pub use model::{
    CategoryCount, ListTerms, MerchantCount, QUERY_MAX, SearchProducts, SearchResult, SearchSort,
    Suggestions, TermCount,
};
pub use postgres::PostgresSearch;
pub use service::Search;
