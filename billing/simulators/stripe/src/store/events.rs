//! The newest events, with the endpoints each still waits for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::rows::Event;

#[derive(Default)]
pub(crate) struct Events {
    rows: BTreeMap<u64, Event>,
    by_id: HashMap<String, u64>,
    next: u64,
    changed: BTreeSet<u64>,
    /// Deliveries acknowledged since the last commit.
    delivered: Vec<(String, String)>,
    delivered_total: u64,
}

impl Events {
    pub(crate) fn push(&mut self, event: Event) {
        let at = self.next;
        self.next = self.next.saturating_add(1);
        self.by_id.insert(event.id.clone(), at);
        self.rows.insert(at, event);
        self.changed.insert(at);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Event> {
        self.rows.get(self.by_id.get(id)?)
    }

    /// Newest first, from the event after `cursor` on. `None` when the cursor names none.
    pub(crate) fn newest(&self, cursor: Option<&str>) -> Option<impl Iterator<Item = &Event>> {
        let end = match cursor {
            None => self.next,
            Some(id) => *self.by_id.get(id)?,
        };
        Some(self.rows.range(..end).rev().map(|(_, event)| event))
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Event> {
        self.rows.values()
    }

    /// Notes that an endpoint has taken an event.
    pub(crate) fn delivered(&mut self, event: &str, endpoint: &str) {
        let Some(row) = self.by_id.get(event).and_then(|at| self.rows.get_mut(at)) else {
            return;
        };
        let before = row.waiting.len();
        row.waiting.retain(|waiting| waiting != endpoint);
        if row.waiting.len() < before {
            self.delivered_total = self.delivered_total.saturating_add(1);
            self.delivered.push((event.to_owned(), endpoint.to_owned()));
        }
    }

    /// Drops an endpoint that no longer exists from every event that waits for it.
    pub(crate) fn forget_endpoint(&mut self, endpoint: &str) {
        let waiting: Vec<_> = self
            .rows
            .values()
            .filter(|event| event.waiting.iter().any(|waiting| waiting == endpoint))
            .map(|event| event.id.clone())
            .collect();
        for event in waiting {
            self.delivered(&event, endpoint);
        }
    }

    /// Lets the oldest events go until at most `keep` are left. Undelivered ones stay, and those
    /// after them, until there are four times as many.
    pub(crate) fn trim(&mut self, keep: usize) {
        while self.rows.len() > keep {
            let Some(oldest) = self.rows.first_entry() else {
                return;
            };
            if !oldest.get().waiting.is_empty() && self.by_id.len() <= keep.saturating_mul(4) {
                return;
            }
            let event = oldest.remove();
            self.by_id.remove(&event.id);
        }
    }

    pub(crate) fn take_changed(&mut self) -> Vec<Event> {
        let changed = std::mem::take(&mut self.changed);
        changed
            .into_iter()
            .filter_map(|at| self.rows.get(&at).cloned())
            .collect()
    }

    pub(crate) fn take_delivered(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.delivered)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many deliveries have been acknowledged since the start.
    pub(crate) fn delivered_total(&self) -> u64 {
        self.delivered_total
    }
}
