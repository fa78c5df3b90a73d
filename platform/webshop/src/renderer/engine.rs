//! One JavaScript engine with the web shop's script in it. It has no clock, no network and no files:
//! what goes in is text, and what comes out is text.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use rquickjs::{Context, Ctx, Function, Runtime};

use super::Limits;

/// Why a call came to nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EngineError {
    /// It took longer than it may.
    #[error("the script ran longer than {0:?}")]
    TooSlow(Duration),
    /// The script threw, or needed more memory than it may.
    #[error("the script failed: {0}")]
    Failed(String),
}

/// An engine of one thread.
pub(super) struct Engine {
    context: Context,
    runtime: Runtime,
    deadline: Rc<Cell<Option<Instant>>>,
}

impl Engine {
    /// An engine that has run `script` once.
    pub(super) fn new(script: &str, limits: &Limits) -> Result<Self, EngineError> {
        let deadline = Rc::new(Cell::new(None::<Instant>));
        let runtime = Runtime::new().map_err(|error| failed(&error))?;
        runtime.set_memory_limit(limits.memory);
        runtime.set_max_stack_size(limits.stack);
        let until = Rc::clone(&deadline);
        let is_over = move || until.get().is_some_and(|until| Instant::now() > until);
        runtime.set_interrupt_handler(Some(Box::new(is_over)));
        let context = Context::full(&runtime).map_err(|error| failed(&error))?;
        let engine = Self {
            context,
            runtime,
            deadline,
        };
        engine.within(limits.load_time, |ctx| {
            ctx.eval::<(), _>(script)
                .map_err(|error| cause(ctx, &error))
        })?;
        Ok(engine)
    }

    /// Calls the global function `name` with one text, and returns its text.
    pub(super) fn call(
        &self,
        name: &str,
        input: &str,
        time: Duration,
    ) -> Result<String, EngineError> {
        self.within(time, |ctx| {
            let function: Function<'_> = ctx
                .globals()
                .get(name)
                .map_err(|error| cause(ctx, &error))?;
            function.call((input,)).map_err(|error| cause(ctx, &error))
        })
    }

    /// Bytes that the engine has in use.
    pub(super) fn memory(&self) -> u64 {
        u64::try_from(self.runtime.memory_usage().malloc_size).unwrap_or(0)
    }

    fn within<T>(
        &self,
        time: Duration,
        work: impl FnOnce(&Ctx<'_>) -> Result<T, String>,
    ) -> Result<T, EngineError> {
        let until = Instant::now() + time;
        self.deadline.set(Some(until));
        let outcome = self.context.with(|ctx| work(&ctx));
        self.deadline.set(None);
        // An interrupted script fails like any other; the clock tells them apart.
        outcome.map_err(|why| {
            if Instant::now() > until {
                EngineError::TooSlow(time)
            } else {
                EngineError::Failed(why)
            }
        })
    }
}

fn failed(error: &rquickjs::Error) -> EngineError {
    EngineError::Failed(error.to_string())
}

/// What was thrown, in its own words, and where.
fn cause(ctx: &Ctx<'_>, error: &rquickjs::Error) -> String {
    if !error.is_exception() {
        return error.to_string();
    }
    let thrown = ctx.catch();
    let Some(exception) = thrown.as_exception() else {
        return "it threw something that is no error".to_owned();
    };
    let message = exception.message().unwrap_or_default();
    let place = exception.stack().unwrap_or_default();
    let place = place.lines().next().unwrap_or_default().trim();
    format!("{message} ({place})")
}
