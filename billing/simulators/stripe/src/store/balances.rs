//! What each account has, pending and available, per currency; kept up with every movement.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use crate::rows::Transaction;

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Purse {
    pub(crate) pending: i64,
    pub(crate) available: i64,
}

impl Purse {
    pub(crate) fn total(self) -> i64 {
        self.pending.saturating_add(self.available)
    }
}

#[derive(Default)]
pub(crate) struct Balances {
    purses: BTreeMap<String, BTreeMap<String, Purse>>,
    /// Pending movements by the second they become available.
    due: BinaryHeap<Reverse<(i64, String, String, i64)>>,
}

impl Balances {
    /// Counts a movement.
    pub(crate) fn post(&mut self, row: &Transaction, now: i64) {
        let net = row.amount.saturating_sub(row.fee);
        let purse = self.purse_mut(&row.account, &row.currency);
        if row.available_on <= now {
            purse.available = purse.available.saturating_add(net);
            return;
        }
        purse.pending = purse.pending.saturating_add(net);
        let due = (
            row.available_on,
            row.account.clone(),
            row.currency.clone(),
            net,
        );
        self.due.push(Reverse(due));
    }

    /// Moves what has become available.
    pub(crate) fn release(&mut self, now: i64) {
        while let Some(Reverse((at, ..))) = self.due.peek() {
            if *at > now {
                return;
            }
            if let Some(Reverse((_, account, currency, net))) = self.due.pop() {
                let purse = self.purse_mut(&account, &currency);
                purse.pending = purse.pending.saturating_sub(net);
                purse.available = purse.available.saturating_add(net);
            }
        }
    }

    /// One account's purse in one currency.
    pub(crate) fn purse(&self, account: &str, currency: &str) -> Purse {
        self.of(account)
            .and_then(|purses| purses.get(currency))
            .copied()
            .unwrap_or_default()
    }

    /// One account's purses.
    pub(crate) fn of(&self, account: &str) -> Option<&BTreeMap<String, Purse>> {
        self.purses.get(account)
    }

    /// Everybody's purses.
    pub(crate) fn all(&self) -> &BTreeMap<String, BTreeMap<String, Purse>> {
        &self.purses
    }

    fn purse_mut(&mut self, account: &str, currency: &str) -> &mut Purse {
        let purses = self.purses.entry(account.to_owned()).or_default();
        purses.entry(currency.to_owned()).or_default()
    }
}
