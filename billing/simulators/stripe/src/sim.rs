//! The running simulator: its state behind one lock, and what happens by itself.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio_util::sync::CancellationToken;

use crate::{
    config::Config,
    faults::Faults,
    objects::{charge, refund},
    request_log::RequestLog,
    schema::Schema,
    store::{Cause, Effects, Later, State},
    webhooks::{self, Webhooks},
};

pub(crate) struct Sim {
    pub(crate) config: Arc<Config>,
    pub(crate) webhooks: Webhooks,
    pub(crate) schema: Option<Schema>,
    pub(crate) stop: CancellationToken,
    state: Mutex<State>,
    faults: Mutex<Faults>,
    log: Mutex<RequestLog>,
}

impl Sim {
    pub(crate) fn new(
        state: State,
        schema: Option<Schema>,
        stop: CancellationToken,
    ) -> anyhow::Result<Self> {
        let config = state.config.clone();
        Ok(Self {
            webhooks: Webhooks::new(&config)?,
            schema,
            stop,
            log: Mutex::new(RequestLog::new(config.keep_requests)),
            config,
            state: Mutex::new(state),
            faults: Mutex::default(),
        })
    }

    /// Does something to the state, journals it and sets off what follows from it.
    pub(crate) fn act<T>(
        self: &Arc<Self>,
        cause: Cause,
        how: impl FnOnce(&mut State) -> T,
    ) -> anyhow::Result<T> {
        let (result, effects) = {
            let mut state = self.state();
            state.begin(cause);
            let result = how(&mut state);
            (result, state.commit()?)
        };
        self.follow(effects);
        Ok(result)
    }

    /// Sends the webhooks and starts the clocks that a commit asks for.
    pub(crate) fn follow(self: &Arc<Self>, effects: Effects) {
        for delivery in effects.deliveries {
            webhooks::send(self, &delivery);
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
        let done = self.act(Cause::default(), |state| match later {
            Later::Settle(charge) => charge::settle(state, charge),
            Later::ChangeRefund(id) => refund::change(state, id),
        });
        if let Err(error) = done {
            tracing::error!("the journal could not be written: {error:#}");
        }
    }
}
