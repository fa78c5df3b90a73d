//! Every statement of search.

pub(super) mod find;
pub(super) mod index;
pub(super) mod synonyms;
pub(super) mod terms;
