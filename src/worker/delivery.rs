//! One message: to every consumer, and what becomes of it when one fails.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use db::{MOST_ATTEMPTS, Message, RelayDb};
use futures_util::FutureExt;
use gateway::telemetry::traces;
use kernel::trace::TARGET;
use kernel::{Fault, Kind, chain};
use tracing::field::Empty;
use tracing::{Instrument, Span, error, info_span, warn};

use super::Consumer;

/// What becomes of a message that a consumer is not done with.
struct Failure {
    consumer: &'static str,
    why: String,
    /// Not the message's fault: it waits for the end of the outage, however long.
    is_outage: bool,
    /// Trying again would end the same way.
    is_permanent: bool,
}

/// Hands `message` to every consumer, each for as long as `deadline`; `true` when all are done with it.
/// A consumer that panics has failed, and harms no other message.
pub(super) async fn deliver(
    relay: &RelayDb,
    consumers: &[Consumer],
    message: Message,
    deadline: Duration,
) -> bool {
    let span = info_span!(
        "worker.deliver",
        tenant.id = %message.tenant_id,
        message.id = %message.id,
        topic = message.event.topic(),
    );
    let started = Instant::now();
    let trace = traces::resume(message.traceparent.as_deref(), || {
        info_span!(
            target: TARGET,
            "worker.message",
            otel.kind = "consumer",
            otel.name = message.event.topic(),
            otel.status_code = Empty,
            messaging.destination.name = "outbox",
            messaging.outcome = Empty,
            message.id = %message.id,
            tenant.id = %message.tenant_id,
        )
    });
    async {
        for consumer in consumers {
            if let Err(failure) = handle(consumer, &message, deadline).await {
                let outcome = give_back(relay, &message, &failure).await;
                Span::current().record("messaging.outcome", outcome);
                count(&message, outcome, started);
                return false;
            }
        }
        count(&message, "done", started);
        true
    }
    .instrument(trace)
    .instrument(span)
    .await
}

async fn handle(consumer: &Consumer, message: &Message, deadline: Duration) -> Result<(), Failure> {
    let failure = |why, is_outage| Failure {
        consumer: consumer.name,
        why,
        is_outage,
        is_permanent: false,
    };
    let work = AssertUnwindSafe(consumer.handle(message.clone())).catch_unwind();
    match tokio::time::timeout(deadline, work).await {
        Ok(Ok(Ok(()))) => Ok(()),
        Ok(Ok(Err(fault))) => Err(Failure {
            is_permanent: fault.is_permanent(),
            ..failure(chain(&fault), fault.kind() == Kind::Unavailable)
        }),
        Ok(Err(panic)) => Err(failure(
            format!("panicked: {}", said(panic.as_ref())),
            false,
        )),
        Err(_) => Err(failure(
            format!("did not finish within {} s", deadline.as_secs()),
            true,
        )),
    }
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("something that is not text")
}

/// How long a message rests after its `attempts`-th failure: half a second, doubled each time, up to
/// five minutes.
fn rest(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    (Duration::from_millis(500) * 2_u32.pow(doublings)).min(Duration::from_mins(5))
}

/// Counts what became of a message, by where it was handled and what it says: never by whose it is.
fn count(message: &Message, outcome: &'static str, started: Instant) {
    let queue = message.event.lane().name();
    metrics::histogram!("job_duration_seconds", "queue" => queue)
        .record(started.elapsed().as_secs_f64());
    metrics::counter!(
        "jobs_processed_total",
        "queue" => queue,
        "topic" => message.event.topic(),
        "outcome" => outcome,
    )
    .increment(1);
}

/// Gives a message back, and says what that means for it.
async fn give_back(relay: &RelayDb, message: &Message, failure: &Failure) -> &'static str {
    let why = format!("{}: {}", failure.consumer, failure.why);
    let (outcome, given_back) = if failure.is_outage {
        tell_of_retry(message, &why);
        let delay = rest(message.postponed.saturating_add(1));
        ("postponed", relay.postpone(message, delay, &why).await)
    } else if message.attempts >= MOST_ATTEMPTS || failure.is_permanent {
        error!(
            tenant.id = %message.tenant_id,
            message.id = %message.id,
            topic = message.event.topic(),
            attempts = message.attempts,
            error = %why,
            "a message is set aside after {} attempts",
            message.attempts
        );
        ("set_aside", relay.set_aside(message, &why).await)
    } else {
        tell_of_retry(message, &why);
        let delay = rest(message.attempts);
        ("retried", relay.retry(message, delay, &why).await)
    };
    if let Err(error) = given_back {
        // Its lease runs out by itself, and it comes back.
        warn!(
            tenant.id = %message.tenant_id,
            message.id = %message.id,
            error = %chain(&error),
            "a message could not be given back"
        );
    }
    outcome
}

fn tell_of_retry(message: &Message, why: &str) {
    warn!(
        tenant.id = %message.tenant_id,
        message.id = %message.id,
        topic = message.event.topic(),
        attempts = message.attempts,
        postponed = message.postponed,
        error = %why,
        "a message will be tried again"
    );
}

#[cfg(test)]
mod tests {

    use db::PoolOptions;
    use gateway::telemetry::{TelemetrySettings, log_to};
    use kernel::Case;
    use kernel::Event;
    use kernel::config::Env;
    use kernel::ids::{MerchantId, MessageId, TenantId};
    use serde_json::Value;
    use uuid::Uuid;

    use super::*;

    const DEADLINE: Duration = Duration::from_secs(20);

    #[derive(Debug, thiserror::Error)]
    #[error("the provider says no")]
    struct Refused;

    impl Fault for Refused {
        fn case(&self) -> Case {
            Case::INTERNAL
        }
    }

    #[tokio::test]
    async fn the_log_names_the_tenant_the_message_and_its_topic() {
        let lines = tempfile::NamedTempFile::new().unwrap();
        let settings = TelemetrySettings::from_env(&mut Env::of([]));
        let log = log_to(&settings, lines.reopen().unwrap());
        let _log = tracing::dispatcher::set_default(&log);
        // Nobody listens on port 1.
        let relay = RelayDb::connect("postgres://nobody@127.0.0.1:1/none", PoolOptions::default());
        let consumer = Consumer::new("billing", |_| async {
            warn!("deep inside");
            Err::<(), _>(Refused)
        });
        let message = Message {
            id: MessageId::from_uuid(Uuid::from_u128(1)),
            tenant_id: TenantId::from_uuid(Uuid::from_u128(2)),
            event: Event::MerchantCreated {
                merchant_id: MerchantId::from_uuid(Uuid::from_u128(3)),
            },
            attempts: 4,
            postponed: 0,
            traceparent: None,
        };

        assert!(!deliver(&relay.unwrap(), &[consumer], message.clone(), DEADLINE).await);

        let text = std::fs::read_to_string(lines.path()).unwrap();
        let told: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(told.len(), 3, "{text}");
        assert_eq!(told[0]["message"], "deep inside");
        for names in [&told[0]["span"], &told[1]] {
            assert_eq!(names["tenant.id"], message.tenant_id.to_string());
            assert_eq!(names["message.id"], message.id.to_string());
            assert_eq!(names["topic"], message.event.topic());
        }
        assert_eq!(told[1]["message"], "a message will be tried again");
        assert_eq!(told[1]["error"], "billing: the provider says no");
        assert_eq!(told[1]["attempts"], 4);
        assert_eq!(told[2]["message"], "a message could not be given back");
        assert_eq!(told[2]["message.id"], message.id.to_string());
    }

    #[test]
    fn rests_grow_to_five_minutes() {
        assert_eq!(rest(1), Duration::from_millis(500));
        assert_eq!(rest(4), Duration::from_secs(4));
        assert_eq!(rest(20), Duration::from_mins(5));
    }
}
