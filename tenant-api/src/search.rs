//! Finding products.

use domain::search::{self, SearchError, SearchProducts, SearchSort};
use gateway::json::Money;
use gateway::{ApiResult, Buyer, Contract, Cursor, Limit};
use kernel::Permission;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::blank::OrBlank;
use crate::catalog::{Category, ProductSummary};
use crate::{App, Tag};

pub(crate) struct SearchApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_search_products")
        .cached()
        .for_shoppers_too()
        .needs(&[Permission::StorefrontRead])
        .fails(&[SearchError::CURSOR_INVALID]),
    Contract::of("storefront_suggest_searches")
        .cached()
        .for_shoppers_too()
        .needs(&[Permission::StorefrontRead]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Search")]
impl SearchApi {
    /// Search products
    ///
    /// Finds words in titles, vendors, types, categories, tags, options, SKUs, barcodes and descriptions, whatever
    /// their inflection and accents; the last word may be incomplete. If no product has the words, similar words are
    /// searched for, and `did_you_mean` tells which; then products with some of the words, and `partial` is true.
    /// Without `q` every product on sale is found.
    ///
    /// Repeat `category`, `merchant`, `vendor` or `option` to allow several values. The counts of a facet leave that
    /// facet's own filter out of account. A changed product is found within seconds. With the access token of a
    /// shopper who is in customer groups, products that only those groups see are found too, and cards have the
    /// shopper's prices; filters and sorting go by list prices.
    #[oai(
        path = "/search",
        method = "get",
        operation_id = "storefront_search_products"
    )]
    #[expect(
        clippy::too_many_arguments,
        reason = "each is a parameter of the query"
    )]
    async fn search(
        &self,
        buyer: Buyer,
        /// Words to look for; at most 200 characters, of which the first 8 words count.
        #[oai(validator(max_length = 200))]
        q: Query<OrBlank<String>>,
        /// Slugs of categories; products of their subcategories are included.
        category: Query<Option<Vec<String>>>,
        /// Slugs of merchants.
        merchant: Query<Option<Vec<String>>>,
        /// Vendor names.
        vendor: Query<Option<Vec<String>>>,
        /// Option values as `NAME:VALUE`, such as `Color:Blue`. Values of one name are alternatives.
        option: Query<Option<Vec<String>>>,
        /// Lowest price, in minor units of the storefront's currency.
        price_min: Query<OrBlank<i64>>,
        /// Highest price, in minor units of the storefront's currency.
        price_max: Query<OrBlank<i64>>,
        /// Only products that can be bought now (`true`) or that are sold out (`false`).
        available: Query<OrBlank<bool>>,
        /// Sort order; `relevance` by default.
        #[oai(default = "relevance")]
        sort: Query<OrBlank<SearchSort>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same search.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<SearchResult>> {
        let query = SearchProducts {
            query: q.0.0.unwrap_or_default(),
            categories: category.0.unwrap_or_default(),
            merchants: merchant.0.unwrap_or_default(),
            vendors: vendor.0.unwrap_or_default(),
            options: option.0.unwrap_or_default(),
            price_min: price_min.0.0,
            price_max: price_max.0.0,
            availability: available.0.0,
            sort: sort.0.0.unwrap_or_default(),
            limit: limit.0.get(),
            cursor: cursor.0.into_text(),
        };
        let result = self.0.search.products(buyer.caller(), query).await?;
        Ok(Json(result.into()))
    }

    /// Suggest searches
    ///
    /// Completes what a shopper has typed so far: words of the catalogue, products, and categories; up to 6 of each.
    #[oai(
        path = "/search/suggestions",
        method = "get",
        operation_id = "storefront_suggest_searches"
    )]
    async fn suggest(
        &self,
        buyer: Buyer,
        /// What was typed; at most 200 characters.
        #[oai(validator(max_length = 200))]
        q: Query<OrBlank<String>>,
    ) -> ApiResult<Json<SearchSuggestions>> {
        let typed = q.0.0.unwrap_or_default();
        let found = self.0.search.suggestions(buyer.caller(), &typed).await?;
        Ok(Json(found.into()))
    }
}

const fn relevance() -> OrBlank<SearchSort> {
    OrBlank(Some(SearchSort::Relevance))
}

/// A page of the products that match, and counts of all that do.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SearchResult {
    /// Products of this page.
    data: Vec<ProductSummary>,
    /// Whether more follow.
    has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    next_cursor: Option<String>,
    /// Number of products that match.
    total: i64,
    /// What was searched for instead of `q`; absent if products have the words of `q`.
    did_you_mean: Option<String>,
    /// Whether no product has all words of `q`, and these have some of them.
    partial: bool,
    /// Counts of the products that match.
    facets: SearchFacets,
}

/// Counts of found products. Each facet leaves its own filter out of account, and has at most 50 values.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SearchFacets {
    /// Categories, by number of products.
    categories: Vec<CategoryCount>,
    /// Merchants, by number of products.
    merchants: Vec<MerchantCount>,
    /// Vendors, by number of products.
    vendors: Vec<ValueCount>,
    /// Options of the products, such as `Color`.
    options: Vec<OptionFacet>,
    /// Prices; absent if nothing matches.
    price: Option<PriceFacet>,
    /// Number of products that can be bought now.
    available: i64,
    /// Number of products that are sold out.
    sold_out: i64,
}

/// A category with its number of products.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CategoryCount {
    /// The category.
    category: Category,
    /// Number of products.
    count: i64,
}

/// A merchant with its number of products.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct MerchantCount {
    /// Slug: the value of the `merchant` filter.
    slug: String,
    /// Merchant name.
    name: String,
    /// Number of products.
    count: i64,
}

/// A value with its number of products.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ValueCount {
    /// The value.
    value: String,
    /// Number of products.
    count: i64,
}

/// An option with the values that found products have.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OptionFacet {
    /// Option name.
    name: String,
    /// Values, by number of products.
    values: Vec<ValueCount>,
}

/// Prices of found products.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PriceFacet {
    /// Lowest price.
    min: Money,
    /// Highest price.
    max: Money,
    /// Price ranges with products, ascending.
    ranges: Vec<PriceRange>,
}

/// A range of prices with its number of products.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct PriceRange {
    /// Lowest price of the range.
    from: Money,
    /// Price at which the next range begins; absent in the last range.
    below: Option<Money>,
    /// Number of products.
    count: i64,
}

/// Completions of what was typed.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SearchSuggestions {
    /// Searches that begin with what was typed, by number of products.
    terms: Vec<String>,
    /// Products.
    products: Vec<ProductSummary>,
    /// Categories.
    categories: Vec<Category>,
}

impl From<search::SearchResult> for SearchResult {
    fn from(result: search::SearchResult) -> Self {
        let search::SearchResult {
            products,
            next_cursor,
            total,
            did_you_mean,
            is_partial,
            facets,
        } = result;
        Self {
            data: products.into_iter().map(ProductSummary::from).collect(),
            has_more: next_cursor.is_some(),
            next_cursor,
            total,
            did_you_mean,
            partial: is_partial,
            facets: facets.into(),
        }
    }
}

impl From<search::Facets> for SearchFacets {
    fn from(facets: search::Facets) -> Self {
        let search::Facets {
            categories,
            merchants,
            vendors,
            options,
            price,
            available,
            unavailable,
        } = facets;
        let category = |counted: search::CategoryCount| CategoryCount {
            category: counted.category.into(),
            count: counted.count,
        };
        let merchant =
            |search::MerchantCount { slug, name, count }| MerchantCount { slug, name, count };
        let option = |search::OptionFacet { name, values }| OptionFacet {
            name,
            values: values.into_iter().map(ValueCount::from).collect(),
        };
        Self {
            categories: categories.into_iter().map(category).collect(),
            merchants: merchants.into_iter().map(merchant).collect(),
            vendors: vendors.into_iter().map(ValueCount::from).collect(),
            options: options.into_iter().map(option).collect(),
            price: price.map(PriceFacet::from),
            available,
            sold_out: unavailable,
        }
    }
}

impl From<search::ValueCount> for ValueCount {
    fn from(search::ValueCount { value, count }: search::ValueCount) -> Self {
        Self { value, count }
    }
}

impl From<search::PriceFacet> for PriceFacet {
    fn from(search::PriceFacet { min, max, ranges }: search::PriceFacet) -> Self {
        let range = |search::PriceRange { from, below, count }| PriceRange {
            from: from.into(),
            below: below.map(Money::from),
            count,
        };
        Self {
            min: min.into(),
            max: max.into(),
            ranges: ranges.into_iter().map(range).collect(),
        }
    }
}

impl From<search::Suggestions> for SearchSuggestions {
    fn from(found: search::Suggestions) -> Self {
        let search::Suggestions {
            terms,
            products,
            categories,
        } = found;
        let categories = categories
            .into_iter()
            .map(|counted| counted.category.into());
        Self {
            terms,
            products: products.into_iter().map(ProductSummary::from).collect(),
            categories: categories.collect(),
        }
    }
}
