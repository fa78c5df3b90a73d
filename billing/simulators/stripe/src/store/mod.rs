//! Everything the simulator knows, in memory behind one short lock, journalled per request.

pub(crate) mod balances;
pub(crate) mod events;
pub(crate) mod journal;
mod kept;
mod persistence;
pub(crate) mod table;

use std::sync::Arc;

use serde_json::{Value, value::to_raw_value};

use self::{balances::Balances, events::Events, journal::Journal, kept::Keys, table::Table};
use crate::{
    clock,
    config::Config,
    ids,
    rows::{
        Account, Charge, Dispute, Endpoint, Event, Intent, Link, Refund, Reversal, Transaction,
        Transfer,
    },
};

/// A webhook to be sent: event, its type, and endpoint.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Delivery {
    pub(crate) event: String,
    pub(crate) kind: String,
    pub(crate) endpoint: String,
}

impl Delivery {
    pub(crate) fn of(event: &Event, endpoint: &str) -> Self {
        Self {
            event: event.id.clone(),
            kind: event.kind.clone(),
            endpoint: endpoint.to_owned(),
        }
    }
}

/// Something that happens by itself a little later.
#[derive(Clone, Debug)]
pub(crate) enum Later {
    /// A captured charge gets its balance transaction.
    Settle(String),
    /// A refund becomes what its card makes of it.
    ChangeRefund(String),
}

/// What a commit asks the runtime to do.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    pub(crate) deliveries: Vec<Delivery>,
    pub(crate) later: Vec<Later>,
}

/// The request that causes events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cause {
    pub(crate) request_id: Option<String>,
    pub(crate) idempotency_key: Option<String>,
}

/// A movement of a balance, before it has an id.
pub(crate) struct Movement<'a> {
    pub(crate) account: &'a str,
    pub(crate) amount: i64,
    pub(crate) fee: i64,
    pub(crate) currency: &'a str,
    pub(crate) available_on: i64,
    pub(crate) kind: &'a str,
    pub(crate) source: Option<&'a str>,
    pub(crate) description: Option<String>,
}

pub(crate) struct State {
    pub(crate) config: Arc<Config>,
    pub(crate) url: String,
    /// The simulated second at which the current request runs.
    pub(crate) now: i64,
    pub(crate) cause: Cause,
    pub(crate) accounts: Table<Account>,
    pub(crate) links: Table<Link>,
    pub(crate) endpoints: Table<Endpoint>,
    pub(crate) intents: Table<Intent>,
    pub(crate) charges: Table<Charge>,
    pub(crate) refunds: Table<Refund>,
    pub(crate) transfers: Table<Transfer>,
    pub(crate) reversals: Table<Reversal>,
    pub(crate) disputes: Table<Dispute>,
    pub(crate) transactions: Table<Transaction>,
    pub(crate) events: Events,
    pub(crate) balances: Balances,
    pub(crate) keys: Keys,
    clock_advance: i64,
    clock_changed: bool,
    effects: Effects,
    journal: Journal,
    /// Where lines of the journal are put together.
    line: Vec<u8>,
}

impl State {
    /// An empty state.
    pub(crate) fn new(config: Arc<Config>, url: String) -> Self {
        Self {
            config,
            url,
            now: clock::real_seconds(),
            cause: Cause::default(),
            accounts: Table::default(),
            links: Table::default(),
            endpoints: Table::default(),
            intents: Table::default(),
            charges: Table::default(),
            refunds: Table::default(),
            transfers: Table::default(),
            reversals: Table::default(),
            disputes: Table::default(),
            transactions: Table::default(),
            events: Events::default(),
            balances: Balances::default(),
            keys: Keys::default(),
            clock_advance: 0,
            clock_changed: false,
            effects: Effects::default(),
            journal: Journal::none(),
            line: Vec::new(),
        }
    }

    /// Sets the time and the cause for what follows.
    pub(crate) fn begin(&mut self, cause: Cause) {
        self.cause = cause;
        self.now = clock::real_seconds().saturating_add(self.clock_advance);
        self.balances.release(self.now);
    }

    /// Moves the simulated clock forward.
    pub(crate) fn advance(&mut self, seconds: i64) {
        self.clock_advance = self.clock_advance.saturating_add(seconds.max(0));
        self.clock_changed = true;
        self.begin(self.cause.clone());
    }

    /// Writes what changed to the journal and says what is to be done.
    pub(crate) fn commit(&mut self) -> anyhow::Result<Effects> {
        self.write_changes()?;
        self.trim();
        self.compact_if_worth_it()?;
        Ok(std::mem::take(&mut self.effects))
    }

    /// Forgets everything but the endpoints and the time.
    pub(crate) fn reset(&mut self) -> anyhow::Result<()> {
        let mut fresh = Self::new(self.config.clone(), self.url.clone());
        fresh.clock_advance = self.clock_advance;
        fresh.clock_changed = true;
        for endpoint in self.endpoints.iter().filter(|endpoint| !endpoint.deleted) {
            fresh.endpoints.put(endpoint.clone());
        }
        self.journal.clear()?;
        fresh.journal = std::mem::replace(&mut self.journal, Journal::none());
        *self = fresh;
        self.begin(Cause::default());
        Ok(())
    }

    /// Records a movement and returns its id.
    pub(crate) fn book(&mut self, movement: Movement<'_>) -> String {
        let row = Transaction {
            id: ids::new("txn"),
            account: movement.account.to_owned(),
            amount: movement.amount,
            fee: movement.fee,
            currency: movement.currency.to_owned(),
            created: self.now,
            available_on: movement.available_on,
            kind: movement.kind.to_owned(),
            source: movement.source.map(str::to_owned),
            description: movement.description,
        };
        let id = row.id.clone();
        self.balances.post(&row, self.now);
        self.transactions.put(row);
        id
    }

    /// Records an event and the webhooks it causes.
    pub(crate) fn emit(
        &mut self,
        account: &str,
        kind: &str,
        object: &Value,
        before: Option<Value>,
    ) {
        let Ok(object) = to_raw_value(object) else {
            return;
        };
        let waiting: Vec<_> = self
            .endpoints
            .iter()
            .filter(|endpoint| endpoint.takes(account, kind))
            .map(|endpoint| endpoint.id.clone())
            .collect();
        let event = Event {
            id: ids::new("evt"),
            account: account.to_owned(),
            created: self.now,
            kind: kind.to_owned(),
            object,
            previous: before.and_then(|before| to_raw_value(&before).ok()),
            request_id: self.cause.request_id.clone(),
            idempotency_key: self.cause.idempotency_key.clone(),
            waiting,
        };
        let deliveries = event.waiting.iter();
        let deliveries = deliveries.map(|endpoint| Delivery::of(&event, endpoint));
        self.effects.deliveries.extend(deliveries);
        self.events.push(event);
    }

    /// Plans something for a little later.
    pub(crate) fn later(&mut self, what: Later) {
        self.effects.later.push(what);
    }

    /// Whether the state outlives the process.
    pub(crate) fn is_kept(&self) -> bool {
        self.journal.is_kept()
    }

    fn trim(&mut self) {
        self.events.trim(self.config.keep_events);
        self.keys.trim(self.now, self.config.keep_keys);
    }
}
