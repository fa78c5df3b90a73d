//! Sends events to endpoints: signed, in parallel, again and again until one answers 2xx.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::{sync::Semaphore, time::Instant};

use crate::{auth, clock, config::Config, objects::event, sim::Sim, store::Delivery};

const ANSWER_WITHIN: Duration = Duration::from_secs(10);
const OLD_SECONDS: i64 = 600;
const ANOTHER_SECRET: &str = "whsec_another";
/// How long a taken delivery may go unrecorded.
const RECORD_WITHIN: Duration = Duration::from_millis(100);

/// How webhooks misbehave.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mode {
    #[default]
    Normal,
    /// Never sent; they stay undelivered until they are replayed or the simulator restarts.
    Drop,
    /// Sent `ms` later.
    DelayMs,
    /// Sent twice.
    Duplicate,
    /// Of each `window` events in a row, the last is sent first: each waits `ms` per place.
    Reorder,
    /// Signed with another secret.
    BadSignature,
    /// Signed for a moment ten minutes ago.
    OldTimestamp,
    /// Two signatures, of which the second is right, as while a secret is being rolled.
    TwoSignatures,
}

fn usual_wait() -> u64 {
    100
}

fn usual_window() -> u64 {
    4
}

/// An order for misbehaviour, as `POST /_sim/webhooks` takes it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    #[serde(default)]
    pub(crate) mode: Mode,
    #[serde(default = "usual_wait", alias = "delay_ms")]
    ms: u64,
    #[serde(default = "usual_window")]
    window: u64,
    /// For how many deliveries; 0 is without end.
    #[serde(default)]
    times: u64,
    /// Only for events of these types; none is all.
    #[serde(default)]
    types: Vec<String>,
    #[serde(skip)]
    used: u64,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            mode: Mode::Normal,
            ms: usual_wait(),
            window: usual_window(),
            times: 0,
            types: Vec::new(),
            used: 0,
        }
    }
}

/// What is to be done with one delivery.
#[derive(Clone, Copy)]
struct Treatment {
    mode: Mode,
    wait: Duration,
}

pub(crate) struct Webhooks {
    client: reqwest::Client,
    permits: Semaphore,
    order: Mutex<Order>,
    taken: Mutex<Taken>,
}

/// Deliveries that were taken and are not in the journal yet.
#[derive(Default)]
struct Taken {
    deliveries: Vec<Delivery>,
    /// Something will record them, even if nobody asks for anything.
    is_planned: bool,
}

impl Webhooks {
    pub(crate) fn new(config: &Config) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .timeout(ANSWER_WITHIN)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .user_agent("Stripe/1.0 (+https://stripe.com/docs/webhooks)")
            .build()?;
        Ok(Self {
            client,
            permits: Semaphore::new(config.webhook_parallel.max(1)),
            order: Mutex::default(),
            taken: Mutex::default(),
        })
    }

    /// What was taken since the last call.
    pub(crate) fn take_taken(&self) -> Vec<Delivery> {
        std::mem::take(&mut self.taken().deliveries)
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets how webhooks misbehave from now on.
    pub(crate) fn set(&self, order: Order) {
        *self.order() = order;
    }

    /// How they misbehave now.
    pub(crate) fn current(&self) -> Order {
        self.order().clone()
    }

    fn order(&self) -> MutexGuard<'_, Order> {
        self.order.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn treatment(&self, kind: &str) -> Treatment {
        let mut order = self.order();
        let applies = order.types.is_empty() || order.types.iter().any(|name| name == kind);
        if !applies || order.mode == Mode::Normal {
            return Treatment {
                mode: Mode::Normal,
                wait: Duration::ZERO,
            };
        }
        let mode = order.mode;
        let place = order.used.checked_rem(order.window).unwrap_or(0);
        let places = match mode {
            Mode::DelayMs => 1,
            Mode::Reorder => order.window.saturating_sub(place.saturating_add(1)),
            _ => 0,
        };
        let wait = Duration::from_millis(order.ms.saturating_mul(places));
        order.used = order.used.saturating_add(1);
        if order.times > 0 && order.used >= order.times {
            *order = Order::default();
        }
        Treatment { mode, wait }
    }
}

/// Starts a delivery, which goes on by itself until it is taken.
pub(crate) fn send(sim: &Arc<Sim>, delivery: Delivery) {
    let treatment = sim.webhooks.treatment(&delivery.kind);
    match treatment.mode {
        Mode::Drop => return,
        Mode::Duplicate => start(sim, delivery.clone(), treatment),
        _ => {}
    }
    start(sim, delivery, treatment);
}

fn start(sim: &Arc<Sim>, delivery: Delivery, treatment: Treatment) {
    let sim = Arc::clone(sim);
    tokio::spawn(async move {
        deliver(&sim, delivery, treatment).await;
    });
}

async fn deliver(sim: &Arc<Sim>, delivery: Delivery, mut treatment: Treatment) {
    let started = Instant::now();
    let mut pause = sim.config.webhook_retry_first;
    loop {
        if !treatment.wait.is_zero() && !sim.sleep(treatment.wait).await {
            return;
        }
        let Ok(permit) = sim.webhooks.permits.acquire().await else {
            return;
        };
        let taken = attempt(sim, &delivery, treatment.mode).await;
        drop(permit);
        match taken {
            None => return,
            Some(true) => {
                note_taken(sim, delivery);
                return;
            }
            Some(false) => {}
        }
        let given_up = started.elapsed() > sim.config.webhook_give_up;
        if given_up || !sim.sleep(pause).await {
            return;
        }
        pause = pause.saturating_mul(2).min(sim.config.webhook_retry_cap);
        // A delivery that misbehaved is tried again as the order stands then.
        treatment = sim.webhooks.treatment(&delivery.kind);
        if treatment.mode == Mode::Drop {
            return;
        }
    }
}

/// Remembers that a delivery was taken. It is recorded with whatever is done next, and soon in any
/// case: a killed simulator sends it once more, which is what "at least once" means.
fn note_taken(sim: &Arc<Sim>, delivery: Delivery) {
    let mut taken = sim.webhooks.taken();
    taken.deliveries.push(delivery);
    if std::mem::replace(&mut taken.is_planned, true) {
        return;
    }
    drop(taken);
    let sim = Arc::clone(sim);
    tokio::spawn(async move {
        sim.sleep(RECORD_WITHIN).await;
        sim.webhooks.taken().is_planned = false;
        sim.record_taken();
    });
}

/// One try: whether it was taken, or `None` when event or endpoint are gone.
async fn attempt(sim: &Arc<Sim>, delivery: &Delivery, mode: Mode) -> Option<bool> {
    let (url, secret, event) = {
        let state = sim.state();
        let endpoint = state
            .endpoints
            .any(&delivery.endpoint)
            .filter(|row| !row.deleted)?;
        let event = state.events.get(&delivery.event)?;
        let (url, secret) = (endpoint.url.clone(), endpoint.secret.clone());
        (url, secret, Arc::clone(event))
    };
    let body = event::body(&event);
    drop(event);
    if let Some(schema) = &sim.schema {
        schema.check_event(&delivery.kind, &body);
    }
    let signature = signature(&secret, &body, mode);
    let request = sim
        .webhooks
        .client
        .post(url)
        .header("content-type", "application/json; charset=utf-8")
        .header("stripe-signature", signature)
        .body(body);
    // Read to its end, or the connection could not be used again.
    let answered = async {
        let answer = request.send().await?;
        let is_success = answer.status().is_success();
        let _unread = answer.bytes().await;
        Ok::<_, reqwest::Error>(is_success)
    };
    let taken = answered.await.unwrap_or_else(|error| {
        tracing::debug!("webhook {} was not taken: {error}", delivery.event);
        false
    });
    Some(taken)
}

fn signature(secret: &str, body: &str, mode: Mode) -> String {
    let now = clock::real_seconds();
    let time = if mode == Mode::OldTimestamp {
        now.saturating_sub(OLD_SECONDS)
    } else {
        now
    };
    let signed = |secret| auth::sign(secret, time, body);
    match mode {
        Mode::BadSignature => format!("t={time},v1={}", signed(ANOTHER_SECRET)),
        Mode::TwoSignatures => {
            let (wrong, right) = (signed(ANOTHER_SECRET), signed(secret));
            format!("t={time},v1={wrong},v1={right}")
        }
        _ => format!("t={time},v1={}", signed(secret)),
    }
}
