//! Everything in a file is in the store or in the report, and nothing else is.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::catalog::ProductRecord;
use domain::catalog::import::ImportReport;
use kernel::Currency;

use super::columns::Field;
use super::goods;
use super::paper::{Line, Paper, plain};
use super::told::{REMARKS, Told};

/// What is looked at, and what is wrong with it.
pub(super) struct Check<'c> {
    pub(super) paper: &'c Paper,
    pub(super) told: Told<'c>,
    pub(super) currency: Currency,
    pub(super) wrong: Vec<String>,
}

/// The rows that a product has in a file: those that count, and those that it only shares a handle
/// with.
pub(super) struct Rows<'c> {
    pub(super) name: String,
    pub(super) all: Vec<&'c Line>,
    /// Those that neither were told to come too late nor are garbled.
    pub(super) counted: Vec<&'c Line>,
}

impl<'c> Check<'c> {
    /// What is wrong with an import.
    pub(super) fn run(
        paper: &'c Paper,
        report: &'c ImportReport,
        store: &[ProductRecord],
        currency: Currency,
    ) -> Vec<String> {
        let mut check = Self {
            paper,
            told: Told(report),
            currency,
            wrong: Vec::new(),
        };
        let products = check.products();
        let mut unclaimed: HashMap<&str, &ProductRecord> = store
            .iter()
            .map(|record| (record.slug.as_str(), record))
            .collect();
        let moved = report.addresses.iter();
        let moved: HashMap<&str, &str> = moved
            .map(|moved| (moved.handle.as_str(), moved.slug.as_str()))
            .collect();
        for (handle, rows) in products.iter().filter(|(_, rows)| rows.has_handle()) {
            let is_free = !rows.counted.is_empty() && !moved.values().any(|slug| slug == handle);
            let own = is_free.then_some(handle.as_str());
            let slug = moved.get(handle.as_str()).copied().or(own);
            let record = slug.and_then(|slug| unclaimed.remove(slug));
            check.product(rows, record);
        }
        for rows in products.values().filter(|rows| !rows.has_handle()) {
            let title = plain(rows.all[0].get(Field::Title));
            let found = unclaimed
                .values()
                .find(|record| plain(&record.text.title) == title);
            let record = found
                .copied()
                .and_then(|record| unclaimed.remove(record.slug.as_str()));
            check.product(rows, record);
        }
        for record in unclaimed.values() {
            check.wrong.push(format!(
                "{} is in the store and not in the file",
                record.slug
            ));
        }
        check.count(report, store);
        check.wrong
    }

    pub(super) fn expect(&mut self, is_right: bool, line: &Line, what: impl std::fmt::Display) {
        if !is_right {
            self.wrong.push(format!("line {}: {what}", line.number));
        }
    }

    /// The file's rows by the handles of their products.
    fn products(&mut self) -> BTreeMap<String, Rows<'c>> {
        let mut products: BTreeMap<String, Rows<'c>> = BTreeMap::new();
        let mut first: HashMap<String, Vec<&Line>> = HashMap::new();
        for (key, block) in self.blocks() {
            let is_late = self.told.is(block[0].number, "duplicate_handle");
            let is_repeated = match first.get(&key) {
                Some(first) => {
                    first.len() == block.len()
                        && first.iter().zip(&block).all(|(a, b)| a.says_as(b))
                }
                None => false,
            };
            let rows = products
                .entry(key.clone())
                .or_insert_with(|| Rows::new(&key));
            rows.all.extend(&block);
            for line in &block {
                let is_told = is_late || is_repeated || self.told.fault(line.number);
                if line.is_garbled {
                    self.expect(is_told, line, "it is no text, and nobody says so");
                } else if !is_late && !is_repeated {
                    rows.counted.push(line);
                }
            }
            first.entry(key).or_insert(block);
        }
        products
    }

    /// Rows of one product that follow each other.
    fn blocks(&mut self) -> Vec<(String, Vec<&'c Line>)> {
        let mut blocks: Vec<(String, Vec<&'c Line>)> = Vec::new();
        for line in self.paper.filled() {
            if line.is_remark && !line.is_garbled {
                let is_told = self.told.noted(REMARKS, line.number);
                self.expect(
                    is_told,
                    line,
                    "only its first cell is filled, and nobody says so",
                );
                continue;
            }
            let key = match (line.handle(), plain(line.get(Field::Title))) {
                (handle, _) if !handle.is_empty() => handle,
                (_, title) if !title.is_empty() && !line.is_garbled => format!("\0{title}"),
                _ => {
                    let is_told = self.told.fault(line.number);
                    self.expect(is_told, line, "it has no handle, and nobody says so");
                    continue;
                }
            };
            match blocks.last_mut() {
                Some((last, block)) if *last == key => block.push(line),
                _ => blocks.push((key, vec![line])),
            }
        }
        blocks
    }

    fn product(&mut self, rows: &Rows<'c>, record: Option<&ProductRecord>) {
        let Some(record) = record else {
            let is_told = rows.all.iter().any(|line| self.told.fault(line.number));
            self.expect(
                is_told,
                rows.all[0],
                format!("{} is lost without a word", rows.name),
            );
            return;
        };
        goods::texts(self, rows, record);
        goods::variants(self, rows, record);
        goods::pictures(self, rows, record);
        goods::inventions(self, rows, record);
    }

    fn count(&mut self, report: &ImportReport, store: &[ProductRecord]) {
        let number = |count: usize| u64::try_from(count).unwrap();
        let variants = store.iter().map(|record| record.variants.len()).sum();
        for (what, told, found) in [
            ("rows", report.rows, number(self.paper.records)),
            ("products", report.created, number(store.len())),
            ("variants", report.variants, number(variants)),
        ] {
            if told != found {
                self.wrong
                    .push(format!("{told} {what} in the report, {found} in truth"));
            }
        }
        for column in &self.paper.missed {
            if !self.told.unread(column) {
                self.wrong
                    .push(format!("the column {column:?} is lost without a word"));
            }
        }
        let slugs: HashSet<&str> = store.iter().map(|record| record.slug.as_str()).collect();
        if slugs.len() != store.len() {
            self.wrong.push("two products have one address".to_owned());
        }
    }
}

impl Rows<'_> {
    fn new(key: &str) -> Self {
        Self {
            name: key.to_owned(),
            all: Vec::new(),
            counted: Vec::new(),
        }
    }

    fn has_handle(&self) -> bool {
        !self.name.starts_with('\0')
    }

    /// Everything that any row says in a field.
    pub(super) fn said(&self, field: Field) -> Vec<String> {
        let said = self.all.iter().map(|line| plain(line.get(field)));
        said.filter(|text| !text.is_empty()).collect()
    }
}
