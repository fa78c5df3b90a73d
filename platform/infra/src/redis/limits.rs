//! Counting requests for all processes: the generic cell rate algorithm, as one script on the server.

use std::time::Duration;

use async_trait::async_trait;
use kernel::ports::{Bucket, Counted, SharedLimits};
use redis::aio::MultiplexedConnection;
use redis::{ErrorKind, RedisError, ScriptInvocation};

use super::{BUDGET, Redis, within};

/// For each bucket: how long until one more request is allowed (microseconds), and how many may come at once. A
/// key holds the moment at which its bucket is empty again, by the server's clock, and goes at that moment.
const SCRIPT: &str = r"
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local remaining = 0
for i, key in ipairs(KEYS) do
  local interval, burst = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local empty = tonumber(redis.call('GET', key) or now) or now
  -- A clock that was set back holds nobody up for longer than a full bucket does.
  if empty < now or empty > now + interval * burst then empty = now end
  local wait = empty - interval * (burst - 1) - now
  if wait > 0 then return {0, i, 0, wait} end
  empty = empty + interval
  redis.call('SET', key, string.format('%.0f', empty), 'PX', math.ceil((empty - now) / 1000))
  if i == 1 then remaining = math.floor((now + interval * burst - empty) / interval) end
end
return {1, 0, remaining, 0}
";

/// A bucket for trying Redis.
const REHEARSAL: &str = "stoa:limit:rehearsal";

/// Whether there was room, which bucket had none, how much the first one has left, and how long to wait.
type Answer = (i64, i64, i64, i64);

pub(super) struct Script(redis::Script);

impl Script {
    pub(super) fn new() -> Self {
        Self(redis::Script::new(SCRIPT))
    }

    /// Brings the script to the server.
    pub(super) async fn prepare(
        &self,
        connection: &mut MultiplexedConnection,
    ) -> Result<(), RedisError> {
        self.0.load_async(connection).await.map(drop)
    }

    /// Counts as for a request.
    pub(super) async fn rehearse(
        &self,
        connection: &mut MultiplexedConnection,
    ) -> Result<(), RedisError> {
        let mut call = self.0.prepare_invoke();
        call.key(REHEARSAL).arg(1).arg(1_000_000);
        ask(&call, 1, connection).await.map(drop)
    }

    async fn count(
        &self,
        buckets: &[Bucket],
        connection: &mut MultiplexedConnection,
    ) -> Result<Counted, RedisError> {
        let mut call = self.0.prepare_invoke();
        for bucket in buckets {
            let (tenant, client) = bucket.key;
            let interval = u64::try_from(bucket.interval.as_micros()).unwrap_or(u64::MAX);
            call.key(format!("stoa:limit:{}:{tenant:x}:{client:x}", bucket.limit))
                .arg(interval.max(1))
                .arg(bucket.burst.get());
        }
        ask(&call, buckets.len(), connection).await
    }
}

async fn ask(
    call: &ScriptInvocation<'_>,
    buckets: usize,
    connection: &mut MultiplexedConnection,
) -> Result<Counted, RedisError> {
    let answer: Answer = call.invoke_async(connection).await?;
    let strange = || {
        (
            ErrorKind::UnexpectedReturnType,
            "not an answer of the script",
        )
            .into()
    };
    understood(answer, buckets).ok_or_else(strange)
}

/// What an answer means; none when the script does not give it.
fn understood(answer: Answer, buckets: usize) -> Option<Counted> {
    match answer {
        (1, 0, remaining, 0) => Some(Counted::Allowed {
            remaining: u32::try_from(remaining).ok()?,
        }),
        (0, number, 0, wait) => {
            let bucket = usize::try_from(number).ok()?.checked_sub(1)?;
            let wait = Duration::from_micros(u64::try_from(wait).ok()?);
            (bucket < buckets && !wait.is_zero()).then_some(Counted::Refused { bucket, wait })
        }
        _ => None,
    }
}

#[async_trait]
impl SharedLimits for Redis {
    async fn count(&self, buckets: &[Bucket]) -> Option<Counted> {
        let mut connection = self.0.link.get()?;
        let counted = within(BUDGET, self.0.limits.count(buckets, &mut connection)).await;
        counted.inspect_err(|_| self.0.link.lose()).ok()
    }
}
