//! One message: to every consumer, and what becomes of it when one fails.

use std::time::Duration;

use db::{Message, RelayDb};
use kernel::{AnyFault, Fault, Kind, chain};
use tracing::{Instrument, error, info_span, warn};

use super::Consumer;

/// A message that fails this often is set aside for people to look at.
const MOST_ATTEMPTS: i32 = 20;

/// Hands `message` to every consumer; `true` when all are done with it.
pub(super) async fn deliver(relay: &RelayDb, consumers: &[Consumer], message: Message) -> bool {
    let span = info_span!(
        "worker.deliver",
        tenant.id = %message.tenant_id,
        message.id = %message.id,
        topic = message.event.topic(),
    );
    async {
        for consumer in consumers {
            if let Err(fault) = consumer.handle(message.clone()).await {
                give_back(relay, &message, consumer.name, &fault).await;
                return false;
            }
        }
        true
    }
    .instrument(span)
    .await
}

/// How long a message rests after its `attempts`-th failure: half a second, doubled each time, up to
/// five minutes.
fn rest(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    (Duration::from_millis(500) * 2_u32.pow(doublings)).min(Duration::from_mins(5))
}

async fn give_back(relay: &RelayDb, message: &Message, consumer: &str, fault: &AnyFault) {
    let why = format!("{consumer}: {}", chain(fault));
    // An outage is not the message's fault: it waits for the end of the outage, however long.
    let is_outage = fault.kind() == Kind::Unavailable;
    let outcome = if message.attempts >= MOST_ATTEMPTS && !is_outage {
        error!(
            tenant.id = %message.tenant_id,
            message.id = %message.id,
            topic = message.event.topic(),
            attempts = message.attempts,
            error = %why,
            "a message is set aside after {} attempts",
            message.attempts
        );
        relay.set_aside(message, &why).await
    } else {
        warn!(
            tenant.id = %message.tenant_id,
            message.id = %message.id,
            topic = message.event.topic(),
            attempts = message.attempts,
            error = %why,
            "a message will be tried again"
        );
        relay.retry(message, rest(message.attempts), &why).await
    };
    if let Err(error) = outcome {
        // Its lease runs out by itself, and it comes back.
        warn!(
            tenant.id = %message.tenant_id,
            message.id = %message.id,
            error = %chain(&error),
            "a message could not be given back"
        );
    }
}

#[cfg(test)]
mod tests {

    use db::PoolOptions;
    use gateway::telemetry::{TelemetrySettings, log_to};
    use kernel::Event;
    use kernel::config::Env;
    use kernel::ids::{MerchantId, MessageId, TenantId};
    use serde_json::Value;
    use uuid::Uuid;

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the provider says no")]
    struct Refused;

    impl Fault for Refused {
        fn kind(&self) -> Kind {
            Kind::Internal
        }

        fn code(&self) -> &'static str {
            "internal"
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
        };

        assert!(!deliver(&relay.unwrap(), &[consumer], message.clone()).await);

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
