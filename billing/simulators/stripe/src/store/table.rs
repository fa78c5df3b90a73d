//! Rows of one kind, in the order they came, found by id and by a few keys without a scan.

use std::collections::HashMap;

/// What a table needs to know of a row. Id, account and keys never change.
pub(crate) trait Row {
    fn id(&self) -> &str;
    fn account(&self) -> &str;
    fn created(&self) -> i64;
    fn keys(&self) -> Vec<(&'static str, String)>;
}

/// Which rows a list shows: an account's, or those of one key value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) account: &'a str,
    pub(crate) key: Option<(&'static str, &'a str)>,
}

/// A part of a list, newest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) limit: usize,
    /// Rows that were made before this second are not looked at.
    pub(crate) oldest: i64,
    pub(crate) starting_after: Option<String>,
    pub(crate) ending_before: Option<String>,
}

pub(crate) struct Table<R> {
    rows: Vec<R>,
    by_id: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    /// Rows that changed since the last commit, some of them more than once.
    changed: Vec<usize>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            by_id: HashMap::new(),
            by_key: HashMap::new(),
            changed: Vec::new(),
        }
    }
}

impl<R: Row> Table<R> {
    /// Adds a row, or replaces the one with its id.
    pub(crate) fn put(&mut self, row: R) {
        if let Some(&at) = self.by_id.get(row.id()) {
            if let Some(slot) = self.rows.get_mut(at) {
                *slot = row;
            }
            self.changed.push(at);
            return;
        }
        let at = self.rows.len();
        self.by_id.insert(row.id().to_owned(), at);
        self.by_key
            .entry(key_of(row.account(), None))
            .or_default()
            .push(at);
        for (name, value) in row.keys() {
            let key = key_of(row.account(), Some((name, &value)));
            self.by_key.entry(key).or_default().push(at);
        }
        self.rows.push(row);
        self.changed.push(at);
    }

    /// The row with this id, whoever's it is.
    pub(crate) fn any(&self, id: &str) -> Option<&R> {
        self.rows.get(*self.by_id.get(id)?)
    }

    /// The account's row with this id.
    pub(crate) fn get(&self, account: &str, id: &str) -> Option<&R> {
        self.any(id).filter(|row| row.account() == account)
    }

    /// Changes a row and notes that it changed.
    pub(crate) fn change(&mut self, id: &str, how: impl FnOnce(&mut R)) {
        if let Some(&at) = self.by_id.get(id)
            && let Some(row) = self.rows.get_mut(at)
        {
            how(row);
            self.changed.push(at);
        }
    }

    /// Every row, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &R> {
        self.rows.iter()
    }

    /// The rows of a scope, oldest first.
    pub(crate) fn within(&self, scope: Scope<'_>) -> impl DoubleEndedIterator<Item = &R> {
        let found = self.by_key.get(&key_of(scope.account, scope.key));
        found
            .into_iter()
            .flatten()
            .filter_map(|at| self.rows.get(*at))
    }

    /// A page of those rows of a scope that `keep` keeps, newest first, and whether there are more.
    /// `None` when the cursor names no row.
    pub(crate) fn page(
        &self,
        scope: Scope<'_>,
        page: &Page,
        keep: impl Fn(&R) -> bool,
    ) -> Option<(Vec<&R>, bool)> {
        let all = self.by_key.get(&key_of(scope.account, scope.key));
        let all = all.map_or(&[][..], Vec::as_slice);
        if let Some(id) = &page.ending_before {
            let cursor = *self.by_id.get(id)?;
            let newer = all.partition_point(|at| *at <= cursor);
            let rows = all
                .iter()
                .skip(newer)
                .filter_map(|at| self.rows.get(*at))
                .filter(|r| keep(r));
            let (mut rows, more) = cut(rows, page.limit);
            rows.reverse();
            return Some((rows, more));
        }
        let older = match &page.starting_after {
            None => all.len(),
            Some(id) => {
                let cursor = *self.by_id.get(id)?;
                all.partition_point(|at| *at < cursor)
            }
        };
        let rows = all
            .iter()
            .take(older)
            .rev()
            .filter_map(|at| self.rows.get(*at))
            .take_while(|row| row.created() >= page.oldest);
        Some(cut(rows.filter(|row| keep(row)), page.limit))
    }

    /// The rows that changed since `forget_changes`.
    pub(crate) fn changed(&self) -> Vec<&R> {
        let mut changed = self.changed.clone();
        changed.sort_unstable();
        changed.dedup();
        let rows = changed.into_iter();
        rows.filter_map(|at| self.rows.get(at)).collect()
    }

    pub(crate) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

fn cut<'a, R>(mut rows: impl Iterator<Item = &'a R>, limit: usize) -> (Vec<&'a R>, bool) {
    let page: Vec<_> = rows.by_ref().take(limit).collect();
    let more = rows.next().is_some();
    (page, more)
}

fn key_of(account: &str, key: Option<(&str, &str)>) -> String {
    match key {
        None => account.to_owned(),
        Some((name, value)) => format!("{account}\0{name}\0{value}"),
    }
}
