//! Synonyms, and what shoppers search for.

use domain::search::{self, ListTerms, SearchError};
use gateway::json::Invalid;
use gateway::{ApiResult, Contract, Cursor, Limit, Page, Staff};
use kernel::Permission;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use time::format_description::well_known::Iso8601;

use crate::{App, Tag};

pub(crate) struct SearchApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_search_synonyms").needs(&[Permission::ProductsRead]),
    Contract::of("admin_set_search_synonyms").needs(&[Permission::ProductsWrite]),
    Contract::of("admin_list_search_terms")
        .needs(&[Permission::ProductsRead])
        .fails(&[SearchError::CURSOR_INVALID]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminSearch")]
impl SearchApi {
    /// Show the synonyms
    ///
    /// Groups of terms that mean the same in searches.
    #[oai(
        path = "/search/synonyms",
        method = "get",
        operation_id = "admin_get_search_synonyms"
    )]
    async fn synonyms(&self, staff: Staff) -> ApiResult<Json<SearchSynonyms>> {
        let groups = self.0.search.synonyms(staff.caller()).await?;
        Ok(Json(SearchSynonyms::of(groups)))
    }

    /// Replace the synonyms
    ///
    /// All groups at once; the next search uses them.
    #[oai(
        path = "/search/synonyms",
        method = "put",
        operation_id = "admin_set_search_synonyms"
    )]
    async fn set_synonyms(
        &self,
        staff: Staff,
        body: Json<SearchSynonyms>,
    ) -> ApiResult<Json<SearchSynonyms>> {
        let groups = body.0.groups.into_iter().map(|group| group.terms).collect();
        let groups = self.0.search.set_synonyms(staff.caller(), groups).await?;
        Ok(Json(SearchSynonyms::of(groups)))
    }

    /// List search terms
    ///
    /// What shoppers searched for on a day, and how often nothing matched; most frequent first. Terms are counted
    /// without who searched. Up to 5,000 terms a day are counted and kept for 90 days; e-mail addresses and long numbers
    /// are not counted.
    #[oai(
        path = "/search/terms",
        method = "get",
        operation_id = "admin_list_search_terms"
    )]
    async fn terms(
        &self,
        staff: Staff,
        /// Day in UTC, as `2025-01-31`; today by default.
        day: Query<Option<String>>,
        /// Only terms without results, by how often nothing matched.
        without_results: Query<Option<bool>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same day and filter.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<SearchTerm>>> {
        let query = ListTerms {
            day: day.0.as_deref().map(read_day).transpose()?,
            only_without_results: without_results.0.unwrap_or_default(),
            limit: limit.0.get(),
            cursor: cursor.0.into_text(),
        };
        let page = self.0.search.terms(staff.caller(), query).await?;
        Ok(Json(Page::of(page.data, page.next_cursor)))
    }
}

fn read_day(text: &str) -> Result<Date, Invalid> {
    let wrong = |_| Invalid::field("day", "malformed", "a date such as 2025-01-31");
    let day = Date::parse(text, &Iso8601::DATE).map_err(wrong)?;
    if (2000..=9999).contains(&day.year()) {
        Ok(day)
    } else {
        Err(Invalid::field(
            "day",
            "out_of_range",
            "a date from 2000-01-01 on",
        ))
    }
}

/// Synonyms of the tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SearchSynonyms {
    /// Groups; at most 500.
    #[oai(validator(max_items = 500))]
    groups: Vec<SynonymGroup>,
}

/// Terms that mean the same.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SynonymGroup {
    /// 2 to 20 words or phrases of up to 4 words.
    #[oai(validator(min_items = 2, max_items = 20))]
    terms: Vec<String>,
}

/// A term that shoppers searched for.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SearchTerm {
    /// The term in lower case, without accents and punctuation.
    term: String,
    /// Day in UTC.
    day: String,
    /// Number of searches.
    searches: i32,
    /// Number of these searches whose words no product had.
    without_results: i32,
}

impl SearchSynonyms {
    fn of(groups: Vec<Vec<String>>) -> Self {
        let groups = groups.into_iter().map(|terms| SynonymGroup { terms });
        Self {
            groups: groups.collect(),
        }
    }
}

impl From<search::TermCount> for SearchTerm {
    fn from(counted: search::TermCount) -> Self {
        let search::TermCount {
            day,
            term,
            searches,
            without_results,
        } = counted;
        Self {
            term,
            day: day.to_string(),
            searches,
            without_results,
        }
    }
}
