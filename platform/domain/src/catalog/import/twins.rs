//! Variants of one product that have the same options: rows that are repeated, and rows that differ.

use std::collections::HashMap;

use super::header::Column;
use crate::catalog::draft::VariantDraft;

/// The row that a variant is from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    pub(super) line: u64,
    /// What the row says of the product otherwise than its first row, by its hash.
    pub(super) otherwise: Option<u64>,
}

/// The variants of a product so far.
#[derive(Default)]
pub(super) struct Known {
    pub(super) origins: Vec<Origin>,
    pub(super) drafts: Vec<VariantDraft>,
    by_values: HashMap<Vec<String>, usize>,
}

/// Why a variant is not added.
pub(super) enum Conflict {
    /// It says nothing new of the variant at the index: some exports repeat one for each of its
    /// pictures.
    Repeated(usize),
    /// It cannot be.
    Fault(Column, &'static str, String),
}

impl Known {
    pub(super) fn conflict(&self, origin: Origin, draft: &VariantDraft) -> Option<Conflict> {
        if draft.option_values.iter().any(String::is_empty) {
            let reason = "a variant needs a value for each option of its product".to_owned();
            let column = Column::OptionValue(1);
            return Some(Conflict::Fault(column, "option_value_missing", reason));
        }
        if let Some(&index) = self.by_values.get(&draft.option_values) {
            let twin = self.drafts.get(index).map(|twin| VariantDraft {
                image: draft.image,
                ..twin.clone()
            });
            let first = self.origins.get(index).copied();
            let is_same = origin.otherwise.is_none()
                || origin.otherwise == first.and_then(|first| first.otherwise);
            if is_same && twin.as_ref() == Some(draft) {
                return Some(Conflict::Repeated(index));
            }
            let first = first.map_or(0, |first| first.line);
            let reason = format!("line {first} has the same options and other details");
            let column = Column::OptionValue(1);
            return Some(Conflict::Fault(column, "duplicate_variant", reason));
        }
        None
    }

    /// Takes the picture of a repeated variant that has none so far.
    pub(super) fn repeat(&mut self, index: usize, draft: &VariantDraft) {
        if let Some(known) = self.drafts.get_mut(index) {
            known.image = known.image.or(draft.image);
        }
    }

    pub(super) fn add(&mut self, origin: Origin, draft: VariantDraft) {
        self.by_values
            .insert(draft.option_values.clone(), self.drafts.len());
        self.origins.push(origin);
        self.drafts.push(draft);
    }
}
