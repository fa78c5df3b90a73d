//! The running simulator: its state behind one lock, and what happens by itself.

use std::{
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use tokio_util::sync::CancellationToken;

use crate::{
    config::Config,
    faults::Faults,
    objects::{charge, refund},
    request_log::RequestLog,
    schema::Schema,
    store::{Cause, Delivery, Effects, Later, State},
    webhooks::{Queue, Webhooks},
};

pub(crate) struct Sim {
    pub(crate) config: Arc<Config>,
    pub(crate) webhooks: Webhooks,
    pub(crate) schema: Option<Schema>,
    pub(crate) stop: CancellationToken,
    state: Mutex<State>,
    faults: Mutex<Faults>,
    log: Mutex<RequestLog>,
    /// Why the journal cannot be written any more.
    broken: OnceLock<String>,
}

impl Sim {
    /// The simulator, and the webhooks that it wants sent.
    pub(crate) fn new(
        state: State,
        schema: Option<Schema>,
        stop: CancellationToken,
    ) -> (Self, Queue) {
        let config = state.config.clone();
        let (webhooks, queue) = Webhooks::new();
        let sim = Self {
            webhooks,
            schema,
            stop,
            log: Mutex::new(RequestLog::new(config.keep_requests)),
            config,
            state: Mutex::new(state),
            faults: Mutex::default(),
            broken: OnceLock::new(),
        };
        (sim, queue)
    }

    /// Does something to the state, journals it and sets off what follows from it. An error ends the
    /// simulator: memory and journal are no longer the same.
    pub(crate) fn act<T>(
        self: &Arc<Self>,
        cause: Cause,
        how: impl FnOnce(&mut State) -> T,
    ) -> anyhow::Result<T> {
        let (result, effects) = {
            let taken = self.webhooks.take_taken();
            let mut state = self.state();
            if let Some(why) = self.broken.get() {
                anyhow::bail!("{why}");
            }
            state.begin(cause);
            for Delivery {
                event, endpoint, ..
            } in taken
            {
                state.events.delivered(event, endpoint);
            }
            let result = how(&mut state);
            let effects = state.commit().inspect_err(|error| {
                self.broken.get_or_init(|| format!("{error:#}"));
                self.stop.cancel();
            })?;
            (result, effects)
        };
        self.follow(effects);
        Ok(result)
    }

    /// Sends the webhooks and starts the clocks that a commit asks for.
    pub(crate) fn follow(self: &Arc<Self>, effects: Effects) {
        for delivery in effects.deliveries {
            self.webhooks.send(&delivery);
        }
        for later in effects.later {
            let wait = match later {
                Later::Settle(_) => self.config.settle,
                Later::ChangeRefund(_) => self.config.refund_change,
            };
            let sim = Arc::clone(self);
            tokio::spawn(async move {
                if sim.sleep(wait).await {
                    sim.happen(&later);
                }
            });
        }
    }

    /// Writes down which webhooks were taken.
    pub(crate) fn record_taken(self: &Arc<Self>) {
        // An error ends the simulator, which says why.
        let _ = self.act(Cause::default(), |_| {});
    }

    /// Why the journal cannot be written any more.
    pub(crate) fn why_broken(&self) -> Option<&str> {
        self.broken.get().map(String::as_str)
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.broken.get().is_some()
    }

    /// Waits; `false` when the simulator stops meanwhile.
    pub(crate) async fn sleep(&self, wait: Duration) -> bool {
        tokio::select! {
            () = tokio::time::sleep(wait) => true,
            () = self.stop.cancelled() => false,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn happen(self: &Arc<Self>, later: &Later) {
        // An error ends the simulator, which says why.
        let _ = self.act(Cause::default(), |state| match later {
            Later::Settle(charge) => charge::settle(state, charge),
            Later::ChangeRefund(id) => refund::change(state, id),
        });
    }
}
