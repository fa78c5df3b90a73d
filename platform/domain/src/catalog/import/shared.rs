//! Stock keeping units that several variants of a file have.

use std::collections::HashMap;

use super::products::hash;

/// How many are named, and with how many lines.
const NAMED: usize = 20;
const LINES: usize = 5;

/// The stock keeping units of a file so far.
#[derive(Debug, Default)]
pub(super) struct SharedSkus {
    /// The line of the first variant with it, by its hash; none once it is known to be shared.
    first: HashMap<u64, Option<u64>>,
    named: Vec<(String, Vec<u64>)>,
    shared: usize,
}

impl SharedSkus {
    /// Whether an earlier variant has it.
    pub(super) fn contains(&self, sku: &str) -> bool {
        self.first.contains_key(&hash(sku))
    }

    /// Adds one.
    pub(super) fn add(&mut self, sku: &str, line: u64) {
        let mut is_new = false;
        let first = self.first.entry(hash(sku)).or_insert_with(|| {
            is_new = true;
            Some(line)
        });
        if is_new {
            return;
        }
        if let Some(first) = first.take() {
            self.shared += 1;
            if self.named.len() < NAMED {
                self.named.push((sku.to_owned(), vec![first]));
            }
        }
        let named = self.named.iter_mut().find(|(named, _)| named == sku);
        if let Some((_, lines)) = named.filter(|(_, lines)| lines.len() <= LINES) {
            lines.push(line);
        }
    }

    /// What the report says of them.
    pub(super) fn note(&self) -> Option<String> {
        let named = self.named.iter().map(|(sku, lines)| {
            let shown: Vec<String> = lines.iter().take(LINES).map(u64::to_string).collect();
            let more = if lines.len() > LINES { " \u{2026}" } else { "" };
            format!("{sku} (lines {}{more})", shown.join(", "))
        });
        let named: Vec<String> = named.collect();
        let more = match self.shared - self.named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        (self.shared > 0).then(|| {
            format!(
                "stock keeping units that several variants share: {}{more}",
                named.join(", ")
            )
        })
    }
}
