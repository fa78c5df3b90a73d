//! What shoppers search for, and what they do not find.

use kernel::{Caller, Permission};
use uuid::Uuid;

use super::error::SearchError;
use super::model::{ListTerms, TermCount};
use super::service::Search;
use super::store;
use super::words::plain;
use crate::catalog::{PAGE_MAX, Page, Position};

/// The longest term that is counted, in characters.
const TERM_MAX: usize = 100;
/// More digits than this could be a telephone number or a card.
const DIGITS_MAX: usize = 6;

impl Search {
    /// The terms of a day, those that were searched for most first.
    pub async fn terms(
        &self,
        caller: &Caller,
        query: ListTerms,
    ) -> Result<Page<TermCount>, SearchError> {
        caller.require(Permission::ProductsRead)?;
        if !(1..=PAGE_MAX).contains(&query.limit) {
            let rule = format!("1 to {PAGE_MAX}");
            return Err(SearchError::field("limit", "out_of_range", rule));
        }
        let day = query.day.unwrap_or_else(|| self.clock.now().date());
        let is_narrowed = query.only_without_results;
        let list = format!("{}/terms/{day}/{is_narrowed}", caller.tenant_id());
        let after = match &query.cursor {
            Some(text) => Position::decode(text, &list).map_err(|_| SearchError::CursorInvalid)?,
            None => position(i64::MAX, String::new()),
        };
        let mut tx = self.db.begin(caller).await?;
        let after = (after.minor, after.title.as_str());
        let limit = i64::from(query.limit) + 1;
        let rows = store::terms::of_day(&mut tx, day, is_narrowed, after, limit).await?;
        let term = |(term, searches, without_results)| TermCount {
            day,
            term,
            searches,
            without_results,
        };
        let mut data: Vec<TermCount> = rows.into_iter().map(term).collect();
        let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
        let has_more = data.len() > limit;
        data.truncate(limit);
        let end = |last: &TermCount| {
            let times = if is_narrowed {
                last.without_results
            } else {
                last.searches
            };
            position(i64::from(times), last.term.clone()).encode(&list)
        };
        Ok(Page {
            next_cursor: data.last().filter(|_| has_more).map(end),
            data,
        })
    }
}

const fn position(minor: i64, title: String) -> Position {
    Position {
        id: Uuid::nil(),
        minor,
        title,
    }
}

/// The term as it is counted; none for what could name a person rather than a product: addresses and
/// long numbers.
pub(super) fn countable(query: &str) -> Option<String> {
    let plain = plain(query);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let is_countable = (1..=TERM_MAX).contains(&plain.chars().count())
        && digits <= DIGITS_MAX
        && !query.contains('@');
    is_countable.then_some(plain)
}
