//! Between the state and its journal: what is written, read again and left out.

use std::sync::Arc;

use super::{
    Cause, Delivery, Later, State,
    journal::{self, Entry, Fresh, Journal, Line},
};
use crate::{clock, config::Config};

impl State {
    /// The state as its journal tells it, and what was left to do.
    pub(crate) fn open(config: &Arc<Config>, url: String) -> anyhow::Result<Self> {
        let mut state = Self::new(config.clone(), url);
        let Some(path) = config.data.as_deref() else {
            return Ok(state);
        };
        let extent = journal::read(path, |entry| state.replay(entry))?;
        state.begin(Cause::default());
        state.trim();
        state.forget_changes();
        state.journal = if extent.is_mostly_old(state.live_rows()) {
            journal::rewrite(path, |fresh| state.write_all(fresh))?
        } else {
            Journal::resume(path, extent)?
        };
        state.resume();
        Ok(state)
    }

    /// Writes what changed since the last time as one line.
    pub(super) fn write_changes(&mut self) -> anyhow::Result<()> {
        let mut text = std::mem::take(&mut self.line);
        let written = self.journal.is_kept().then(|| {
            let line = self.changes();
            let rows = line.rows();
            text.clear();
            if rows > 0 {
                serde_json::to_writer(&mut text, &line)?;
                text.push(b'\n');
            }
            Ok::<_, serde_json::Error>(rows)
        });
        self.forget_changes();
        let rows = written.transpose()?.unwrap_or(0);
        if rows > 0 {
            self.journal.append(&text, rows)?;
        }
        self.line = text;
        Ok(())
    }

    /// Rewrites the journal once it is big and most of it is out of date.
    pub(super) fn compact_if_worth_it(&mut self) -> anyhow::Result<()> {
        let config = Arc::clone(&self.config);
        let Some(path) = config.data.as_deref() else {
            return Ok(());
        };
        let extent = self.journal.extent();
        let is_big = extent.bytes() > config.compact_above_bytes;
        if is_big && extent.is_mostly_old(self.live_rows()) {
            self.journal = journal::rewrite(path, |fresh| self.write_all(fresh))?;
        }
        Ok(())
    }

    fn changes(&self) -> Line<'_> {
        Line {
            accounts: self.accounts.changed(),
            links: self.links.changed(),
            endpoints: self.endpoints.changed(),
            intents: self.intents.changed(),
            charges: self.charges.changed(),
            refunds: self.refunds.changed(),
            transfers: self.transfers.changed(),
            reversals: self.reversals.changed(),
            disputes: self.disputes.changed(),
            transactions: self.transactions.changed(),
            events: self.events.changed(),
            delivered: self.events.newly_delivered(),
            kept: self.keys.changed(),
            clock_advance: self.clock_changed.then_some(self.clock_advance),
        }
    }

    fn forget_changes(&mut self) {
        self.accounts.forget_changes();
        self.links.forget_changes();
        self.endpoints.forget_changes();
        self.intents.forget_changes();
        self.charges.forget_changes();
        self.refunds.forget_changes();
        self.transfers.forget_changes();
        self.reversals.forget_changes();
        self.disputes.forget_changes();
        self.transactions.forget_changes();
        self.events.forget_changes();
        self.keys.forget_changes();
        self.clock_changed = false;
    }

    fn live_rows(&self) -> usize {
        [
            self.accounts.len(),
            self.links.len(),
            self.endpoints.len(),
            self.intents.len(),
            self.charges.len(),
            self.refunds.len(),
            self.transfers.len(),
            self.reversals.len(),
            self.disputes.len(),
            self.transactions.len(),
            self.events.len(),
            self.keys.len(),
        ]
        .iter()
        .sum()
    }

    /// Everything, a row in a line; the clock first, since it decides what is old.
    fn write_all(&self, fresh: &mut Fresh) -> anyhow::Result<()> {
        macro_rules! each {
            ($($rows:ident),*) => {$(
                for row in self.$rows.iter() {
                    fresh.put(&Line { $rows: vec![row], ..Line::default() })?;
                }
            )*};
        }
        fresh.put(&Line {
            clock_advance: Some(self.clock_advance),
            ..Line::default()
        })?;
        each!(
            accounts, links, endpoints, intents, charges, refunds, transfers, reversals, disputes
        );
        each!(transactions, events);
        for kept in self.keys.iter() {
            fresh.put(&Line {
                kept: vec![kept],
                ..Line::default()
            })?;
        }
        Ok(())
    }

    fn replay(&mut self, entry: Entry) {
        macro_rules! each {
            ($($rows:ident),*) => {$(
                for row in entry.$rows {
                    self.$rows.put(row);
                }
            )*};
        }
        if let Some(advance) = entry.clock_advance {
            self.clock_advance = advance;
            self.now = clock::real_seconds().saturating_add(advance);
        }
        each!(
            accounts, links, endpoints, intents, charges, refunds, transfers, reversals, disputes
        );
        for row in entry.transactions {
            self.balances.post(&row, self.now);
            self.transactions.put(row);
        }
        for event in entry.events {
            self.events.push(event);
        }
        for (event, endpoint) in entry.delivered {
            self.events.delivered(event, endpoint);
        }
        for kept in entry.kept {
            self.keys.recall(kept, self.now);
        }
        self.forget_changes();
    }

    /// Plans again what a stopped process had left to do.
    fn resume(&mut self) {
        let unsettled = self.charges.iter().filter(|charge| charge.is_unsettled());
        let mut later: Vec<_> = unsettled
            .map(|charge| Later::Settle(charge.id.clone()))
            .collect();
        let refunds = self.refunds.iter();
        let undecided = refunds.filter(|refund| refund.becomes.is_some());
        later.extend(undecided.map(|refund| Later::ChangeRefund(refund.id.clone())));
        self.effects.later = later;
        for event in self.events.iter() {
            let endpoints = event.waiting.iter();
            let deliveries = endpoints.map(|endpoint| Delivery::of(event, endpoint));
            self.effects.deliveries.extend(deliveries);
        }
    }
}
