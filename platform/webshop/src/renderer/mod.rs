//! Renders pages in a few JavaScript engines, each on a thread of its own.
//!
//! An engine is made when it is first needed and made anew after a failure or after so many calls: what a
//! script keeps in memory ends with its engine. A caller waits for an engine only so long; then the page
//! is rendered by the browser.

mod engine;

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use engine::Engine;
pub(crate) use engine::EngineError;

/// What one call may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Engines, and so calls at the same time.
    pub engines: NonZeroUsize,
    /// Bytes of memory of one engine.
    pub memory: usize,
    /// Bytes of its stack.
    pub stack: usize,
    /// How long the script may take to load.
    pub load_time: Duration,
    /// How long one call may take.
    pub call_time: Duration,
    /// How long a call waits for an engine.
    pub wait: Duration,
    /// Calls after which an engine is made anew.
    pub calls: u32,
}

/// The script's stack lies on the thread's, beside what Rust needs.
const SPARE_STACK: usize = 512 * 1024;

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenderError {
    /// No engine was free in time.
    #[error("no engine was free within {0:?}")]
    Busy(Duration),
    /// The script failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A thread ended.
    #[error("an engine's thread ended")]
    Gone,
}

struct Job {
    function: &'static str,
    input: String,
    answer: oneshot::Sender<Result<String, EngineError>>,
    /// Given back when the engine is free again.
    permit: OwnedSemaphorePermit,
}

/// The engines; cheap to clone.
#[derive(Clone)]
pub(crate) struct Renderer(Arc<Shared>);

struct Shared {
    script: Arc<str>,
    limits: Limits,
    free: Arc<Semaphore>,
    idle: Mutex<Vec<mpsc::Sender<Job>>>,
}

impl Renderer {
    /// A renderer of `script`; no engine is made yet.
    pub(crate) fn new(script: Arc<str>, limits: Limits) -> Self {
        Self(Arc::new(Shared {
            script,
            free: Arc::new(Semaphore::new(limits.engines.get())),
            idle: Mutex::new(Vec::new()),
            limits,
        }))
    }

    /// Calls one of the script's functions.
    pub(crate) async fn call(
        &self,
        function: &'static str,
        input: String,
    ) -> Result<String, RenderError> {
        let shared = &self.0;
        let free = Arc::clone(&shared.free).acquire_owned();
        let permit = tokio::time::timeout(shared.limits.wait, free)
            .await
            .map_err(|_| RenderError::Busy(shared.limits.wait))?
            .map_err(|_| RenderError::Gone)?;
        let (answer, answered) = oneshot::channel();
        let job = Job {
            function,
            input,
            answer,
            permit,
        };
        let thread = match shared.take_idle() {
            Some(thread) => thread,
            None => shared.start()?,
        };
        thread.send(job).map_err(|_| RenderError::Gone)?;
        Ok(answered.await.map_err(|_| RenderError::Gone)??)
    }
}

impl Shared {
    fn take_idle(&self) -> Option<mpsc::Sender<Job>> {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
    }

    fn give_back(&self, thread: mpsc::Sender<Job>) {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(thread);
    }

    /// Starts a thread. There are never more than permits.
    fn start(self: &Arc<Self>) -> Result<mpsc::Sender<Job>, RenderError> {
        let (sender, jobs) = mpsc::channel();
        let shared = Arc::downgrade(self);
        let own = sender.clone();
        let limits = self.limits.clone();
        let script = Arc::clone(&self.script);
        std::thread::Builder::new()
            .name("render".to_owned())
            .stack_size(limits.stack + SPARE_STACK)
            .spawn(move || {
                let mut worker = Worker {
                    engine: None,
                    script,
                    limits,
                };
                for job in &jobs {
                    let permit = worker.work(job);
                    // The renderer was dropped: nobody sends another job.
                    let Some(shared) = shared.upgrade() else {
                        return;
                    };
                    shared.give_back(own.clone());
                    drop(permit);
                }
            })
            .map_err(|_| RenderError::Gone)?;
        Ok(sender)
    }
}

struct Worker {
    engine: Option<(Engine, u32)>,
    script: Arc<str>,
    limits: Limits,
}

impl Worker {
    fn work(&mut self, job: Job) -> OwnedSemaphorePermit {
        // Whoever waited may have gone.
        if !job.answer.is_closed() {
            let outcome = self.call(job.function, &job.input);
            let _ = job.answer.send(outcome);
        }
        job.permit
    }

    fn call(&mut self, function: &str, input: &str) -> Result<String, EngineError> {
        let (engine, calls) = match self.engine.take() {
            Some(engine) => engine,
            None => (Engine::new(&self.script, &self.limits)?, 0),
        };
        let output = engine.call(function, input, self.limits.call_time)?;
        metrics::gauge!("render_engine_bytes").set(float(engine.memory()));
        if calls + 1 < self.limits.calls {
            self.engine = Some((engine, calls + 1));
        }
        Ok(output)
    }
}

/// Exact up to 4 GiB, which no engine reaches.
fn float(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests;
