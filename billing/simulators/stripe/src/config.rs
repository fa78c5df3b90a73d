//! What the simulator is told at start.

use std::{
    collections::HashMap,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use crate::fees::FeeRule;

/// Settings of one simulator; `Config::default()` listens on a free port and keeps nothing.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The platform's secret key.
    pub secret_key: String,
    /// The platform's publishable key.
    pub publishable_key: String,
    /// The journal; `None` keeps everything in memory only.
    pub data: Option<PathBuf>,
    /// An endpoint to register at start, with its signing secret.
    pub webhook: Option<(String, String)>,
    /// The types of events that this endpoint takes; `*` is all.
    pub webhook_events: Vec<String>,
    /// New accounts may receive transfers at once, without onboarding.
    pub auto_onboard: bool,
    /// Stripe's published `OpenAPI` document; every request and answer is checked against it.
    pub schema: Option<PathBuf>,
    /// How long a captured charge is without its balance transaction.
    pub settle: Duration,
    /// How long a refund that changes its mind (`pm_card_pendingRefund`) waits before it does.
    pub refund_change: Duration,
    /// Days until a charge's money moves from pending to available.
    pub available_after_days: i64,
    /// The fee where no other rule applies.
    pub fee: FeeRule,
    /// The fee in currencies without minor units.
    pub zero_decimal_fee: FeeRule,
    /// The fee in single currencies.
    pub fees: HashMap<String, FeeRule>,
    /// Wait before the first retry of a webhook; doubled each time.
    pub webhook_retry_first: Duration,
    /// The longest wait between two tries.
    pub webhook_retry_cap: Duration,
    /// After this long a webhook is given up.
    pub webhook_give_up: Duration,
    /// How many webhooks are under way at once.
    pub webhook_parallel: usize,
    /// How many events are kept; older ones go once they are delivered.
    pub keep_events: usize,
    /// How many idempotency keys are kept.
    pub keep_keys: usize,
    /// How many requests the log keeps.
    pub keep_requests: usize,
    /// A journal beyond this is rewritten once most of it is out of date; a smaller one is not worth
    /// it while requests wait.
    pub compact_above_bytes: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            secret_key: "sk_test_stoa".to_owned(),
            publishable_key: "pk_test_stoa".to_owned(),
            data: None,
            webhook: None,
            webhook_events: vec!["*".to_owned()],
            auto_onboard: false,
            schema: None,
            settle: Duration::from_millis(100),
            refund_change: Duration::from_millis(300),
            available_after_days: 2,
            fee: FeeRule {
                basis_points: 290,
                fixed: 30,
            },
            zero_decimal_fee: FeeRule {
                basis_points: 360,
                fixed: 0,
            },
            fees: HashMap::new(),
            webhook_retry_first: Duration::from_millis(200),
            webhook_retry_cap: Duration::from_secs(30),
            webhook_give_up: Duration::from_hours(72),
            webhook_parallel: 32,
            keep_events: 50_000,
            keep_keys: 100_000,
            keep_requests: 10_000,
            compact_above_bytes: 16 * 1024 * 1024,
        }
    }
}
