//! The newest events, with the endpoints each still waits for.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::rows::Event;

#[derive(Default)]
pub(crate) struct Events {
    /// Shared with the deliveries under way.
    rows: BTreeMap<u64, Arc<Event>>,
    by_id: HashMap<String, u64>,
    next: u64,
    changed: Vec<u64>,
    /// Deliveries acknowledged since the last commit.
    delivered: Vec<(String, String)>,
    delivered_total: u64,
}

impl Events {
    pub(crate) fn push(&mut self, event: Event) {
        let at = self.next;
        self.next = self.next.saturating_add(1);
        self.by_id.insert(event.id.clone(), at);
        self.rows.insert(at, Arc::new(event));
        self.changed.push(at);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Arc<Event>> {
        self.rows.get(self.by_id.get(id)?)
    }

    /// Newest first, from the event after `cursor` on. `None` when the cursor names none.
    pub(crate) fn newest(&self, cursor: Option<&str>) -> Option<impl Iterator<Item = &Event>> {
        let end = match cursor {
            None => self.next,
            Some(id) => *self.by_id.get(id)?,
        };
        Some(self.rows.range(..end).rev().map(|(_, event)| &**event))
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Event> {
        self.rows.values().map(|event| &**event)
    }

    /// Notes that an endpoint has taken an event.
    pub(crate) fn delivered(&mut self, event: String, endpoint: String) {
        let row = self.by_id.get(&event).and_then(|at| self.rows.get_mut(at));
        let Some(row) = row.filter(|row| row.waiting.contains(&endpoint)) else {
            return;
        };
        let waiting = &mut Arc::make_mut(row).waiting;
        waiting.retain(|waiting| *waiting != endpoint);
        self.delivered_total = self.delivered_total.saturating_add(1);
        self.delivered.push((event, endpoint));
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
            self.delivered(event, endpoint.to_owned());
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

    /// The events that are new since `forget_changes`.
    pub(crate) fn changed(&self) -> Vec<&Event> {
        let rows = self.changed.iter().filter_map(|at| self.rows.get(at));
        rows.map(|event| &**event).collect()
    }

    /// What was delivered since `forget_changes`: event and endpoint.
    pub(crate) fn newly_delivered(&self) -> &[(String, String)] {
        &self.delivered
    }

    pub(crate) fn forget_changes(&mut self) {
        self.changed.clear();
        self.delivered.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many deliveries have been acknowledged since the start.
    pub(crate) fn delivered_total(&self) -> u64 {
        self.delivered_total
    }
}
