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

    /// Keeps an answer that the journal tells of, unless it is too old.
    pub(crate) fn recall(&mut self, kept: Kept, now: i64) {
        if !is_old(&kept, now) {
            self.keep(kept);
        }
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
            let old = self.kept.get(name).is_none_or(|kept| is_old(kept, now));
            if !old && self.order.len() <= most {
                return;
            }
            self.kept.remove(name);
            self.order.pop_front();
        }
    }

    /// What was kept since `forget_changes`.
    pub(crate) fn changed(&self) -> Vec<&Kept> {
        let names = self.changed.iter();
        names.filter_map(|name| self.kept.get(name)).collect()
    }

    pub(crate) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    /// Every answer, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.order.iter().filter_map(|name| self.kept.get(name))
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }
}

fn is_old(kept: &Kept, now: i64) -> bool {
    now - kept.at > KEEP_SECONDS
}
