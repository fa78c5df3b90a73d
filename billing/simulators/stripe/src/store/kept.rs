//! Answers kept under idempotency keys, as Stripe v1 does: per account and key, for a day at least.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::rows::Kept;

const KEEP_SECONDS: i64 = 24 * 3600;

type Name = (String, String);

#[derive(Default)]
pub(crate) struct Keys {
    kept: HashMap<Name, Kept>,
    order: VecDeque<Name>,
    busy: HashSet<Name>,
    changed: Vec<Name>,
}

impl Keys {
    pub(crate) fn get(&self, account: &str, key: &str) -> Option<&Kept> {
        self.kept.get(&(account.to_owned(), key.to_owned()))
    }

    /// Keeps an answer; the first one under a key stays.
    pub(crate) fn keep(&mut self, kept: Kept) {
        let name = (kept.account.clone(), kept.key.clone());
        if self.kept.contains_key(&name) {
            return;
        }
        self.changed.push(name.clone());
        self.order.push_back(name.clone());
        self.kept.insert(name, kept);
    }

    /// Marks a key as being worked on; `false` when it already is.
    pub(crate) fn occupy(&mut self, account: &str, key: &str) -> bool {
        self.busy.insert((account.to_owned(), key.to_owned()))
    }

    /// Ends what `occupy` began.
    pub(crate) fn vacate(&mut self, account: &str, key: &str) {
        self.busy.remove(&(account.to_owned(), key.to_owned()));
    }

    /// Lets go of what is a day old, and of the oldest beyond `most`.
    pub(crate) fn trim(&mut self, now: i64, most: usize) {
        while let Some(name) = self.order.front() {
            let old = self
                .kept
                .get(name)
                .is_none_or(|kept| now - kept.at > KEEP_SECONDS);
            if !old && self.order.len() <= most {
                return;
            }
            self.kept.remove(name);
            self.order.pop_front();
        }
    }

    pub(crate) fn take_changed(&mut self) -> Vec<Kept> {
        let changed = std::mem::take(&mut self.changed);
        changed
            .into_iter()
            .filter_map(|name| self.kept.get(&name).cloned())
            .collect()
    }
}
