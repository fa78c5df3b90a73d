//! What a tenant says means the same.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Caller, FieldFault, Permission};

use super::error::SearchError;
use super::phrase::{Phrase, Synonyms, key};
use super::service::Search;
use super::store;
use super::words::plain;

/// The most groups of a tenant.
const GROUPS_MAX: usize = 500;
/// The most terms of a group.
const TERMS_MAX: usize = 20;
/// The longest term, in characters.
const TERM_MAX: usize = 100;
/// The most words of a term.
const TERM_WORDS_MAX: usize = 4;

impl Search {
    /// The tenant's groups of terms that mean the same.
    pub async fn synonyms(&self, caller: &Caller) -> Result<Vec<Vec<String>>, SearchError> {
        caller.require(Permission::ProductsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(groups(store::synonyms::all(&mut tx).await?))
    }

    /// Replaces all of them; searches use them at once.
    pub async fn set_synonyms(
        &self,
        caller: &Caller,
        synonyms: Vec<Vec<String>>,
    ) -> Result<Vec<Vec<String>>, SearchError> {
        caller.require(Permission::ProductsWrite)?;
        let rows = rows(&synonyms)?;
        let mut tx = self.db.begin(caller).await?;
        store::synonyms::replace(&mut tx, &rows).await?;
        let kept = groups(store::synonyms::all(&mut tx).await?);
        tx.commit().await?;
        Ok(kept)
    }

    /// The groups that have words of the phrase.
    pub(super) async fn synonyms_of(
        &self,
        caller: &Caller,
        phrase: &Phrase,
    ) -> Result<Synonyms, SearchError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(groups(store::synonyms::of(&mut tx, &phrase.spans()).await?))
    }
}

fn groups(rows: Vec<store::synonyms::SynonymRow>) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<i16, Vec<String>> = BTreeMap::new();
    for (position, _, written) in rows {
        groups.entry(position).or_default().push(written);
    }
    groups.into_values().collect()
}

/// The rows of the groups: position, place in the group, term, and the term as it was written.
fn rows(synonyms: &[Vec<String>]) -> Result<Vec<(i16, i16, String, String)>, SearchError> {
    let mut faults = Vec::new();
    let mut rows = Vec::new();
    if synonyms.len() > GROUPS_MAX {
        let rule = format!("at most {GROUPS_MAX} groups");
        faults.push(FieldFault::new("/groups", "too_long", rule));
    }
    for ((group, terms), position) in synonyms.iter().take(GROUPS_MAX).enumerate().zip(1_i16..) {
        if !(2..=TERMS_MAX).contains(&terms.len()) {
            let rule = format!("2 to {TERMS_MAX} terms");
            let pointer = format!("/groups/{group}/terms");
            faults.push(FieldFault::new(pointer, "out_of_range", rule));
            continue;
        }
        let mut seen = BTreeSet::new();
        for ((index, written), place) in terms.iter().enumerate().zip(1_i16..) {
            let term = key(&plain(written));
            let words = term.split(' ').filter(|word| !word.is_empty()).count();
            let is_term = (1..=TERM_WORDS_MAX).contains(&words)
                && written.chars().count() <= TERM_MAX
                && term.chars().count() <= TERM_MAX
                && !written.chars().any(char::is_control);
            let pointer = format!("/groups/{group}/terms/{index}");
            if !is_term {
                let rule = format!("1 to {TERM_WORDS_MAX} words, at most {TERM_MAX} characters");
                faults.push(FieldFault::new(pointer, "malformed", rule));
            } else if !seen.insert(term.clone()) {
                let rule = "a term that is not in the group already";
                faults.push(FieldFault::new(pointer, "duplicate", rule));
            } else {
                rows.push((position, place, term, written.trim().to_owned()));
            }
        }
    }
    if faults.is_empty() {
        Ok(rows)
    } else {
        faults.truncate(100);
        Err(SearchError::Invalid(faults))
    }
}
