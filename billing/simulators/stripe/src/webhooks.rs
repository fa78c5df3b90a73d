//! Which webhooks are to be sent, how they misbehave, and which were taken.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::store::Delivery;

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
pub(crate) struct Treatment {
    pub(crate) mode: Mode,
    pub(crate) wait: Duration,
}

/// The deliveries that are to be sent, each with its treatment.
pub(crate) type Queue = UnboundedReceiver<(Delivery, Treatment)>;

pub(crate) struct Webhooks {
    queue: UnboundedSender<(Delivery, Treatment)>,
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
    /// Webhooks, and where those to be sent come out.
    pub(crate) fn new() -> (Self, Queue) {
        let (queue, deliveries) = unbounded_channel();
        let webhooks = Self {
            queue,
            order: Mutex::default(),
            taken: Mutex::default(),
        };
        (webhooks, deliveries)
    }

    /// Has a delivery sent, which goes on by itself until it is taken.
    pub(crate) fn send(&self, delivery: &Delivery) {
        let treatment = self.treatment(&delivery.kind);
        let times = match treatment.mode {
            Mode::Drop => 0,
            Mode::Duplicate => 2,
            _ => 1,
        };
        for _ in 0..times {
            // Nobody takes it only when the simulator has stopped.
            let _ = self.queue.send((delivery.clone(), treatment));
        }
    }

    /// Remembers that a delivery was taken; `true` when somebody must see that it is recorded.
    pub(crate) fn note_taken(&self, delivery: Delivery) -> bool {
        let mut taken = self.taken();
        taken.deliveries.push(delivery);
        !std::mem::replace(&mut taken.is_planned, true)
    }

    /// Those who take deliveries from now on must see again that they are recorded.
    pub(crate) fn plan_ended(&self) {
        self.taken().is_planned = false;
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

    /// What is to be done with a delivery of this kind of event, as the order stands.
    pub(crate) fn treatment(&self, kind: &str) -> Treatment {
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
