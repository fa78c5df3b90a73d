//! Billing: shoppers' payments, merchants' shares, and the books about both.
//!
//! An order becomes a payment ([`Payments::open`](kernel::ports::Payments::open)), the payment
//! becomes shares, the shares become transfers to the merchants' accounts, and a refund walks back
//! the same way. Billing knows an order by its id; it copies what it needs and tells what happened
//! through the outbox.
//!
//! Three rules hold everywhere:
//! - **recorded before called**: every call that changes something at the provider is a committed
//!   row with its key and exact body first, so that a crash at any line converges to one effect;
//! - **facts, not messages**: a webhook only says where to look; the object is fetched, and applied
//!   with conditional updates in one transaction, however often and in whatever order it is told;
//! - **state and ledger together**: what moves money moves the books in the same transaction.
//!
//! Where to add: a provider call goes to `providers`, what happens with its answer to the folder of
//! the thing it changes, its statements to that folder's `store.rs`.

mod accounts;
mod comparison;
mod config;
mod disputes;
mod error;
mod handlers;
pub mod ledger;
mod operations;
mod payments;
mod port;
mod providers;
mod refunds;
pub mod split;
mod sweeps;
mod trace;
mod transfers;
mod webhooks;

use std::fmt;
use std::sync::Arc;

use db::{Db, RelayDb};
use kernel::ports::{Clock, Ids};
use tokio::sync::Notify;

pub use accounts::{AccountStatus, ConnectedAccount, OnboardingLink, OnboardingUrls, ReturnUrl};
pub use comparison::Position;
pub use config::{Policy, StripeSettings};
pub use error::{BillingError, WebhookError};
pub use trace::{
    DisputeTrace, Earnings, MoneyTrace, RefundTrace, ShareTrace, TraceEntry, TraceTransaction,
    TransferTrace,
};
pub use transfers::TransferStatus;
pub use webhooks::{
    Quarantine, QuarantineFilter, QuarantinedWebhook, WEBHOOK_EVENTS, WebhookBacklog, signature,
};

use providers::stripe::Stripe;
pub use providers::stripe::{ProbeError, ProviderProbe, probe};

/// Billing, and everything it needs. Cheap to clone.
#[derive(Clone)]
pub struct Billing {
    db: Db,
    relay: RelayDb,
    clock: Arc<dyn Clock>,
    ids: Ids,
    stripe: Stripe,
    settings: Arc<StripeSettings>,
    policy: Policy,
    webhook_arrived: Arc<Notify>,
}

impl Billing {
    /// Billing over this database and this Stripe account. The settings must have been checked.
    pub fn new(
        db: Db,
        relay: RelayDb,
        clock: Arc<dyn Clock>,
        settings: StripeSettings,
        policy: Policy,
    ) -> Self {
        Self {
            db,
            relay,
            clock,
            ids: Ids,
            stripe: Stripe::new(&settings, policy.call_timeout),
            settings: Arc::new(settings),
            policy,
            webhook_arrived: Arc::new(Notify::new()),
        }
    }

    /// Is notified when this process has stored a webhook that waits to be applied.
    pub fn webhook_arrived(&self) -> &Notify {
        &self.webhook_arrived
    }
}

impl fmt::Debug for Billing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Billing")
            .field("settings", &self.settings)
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}
