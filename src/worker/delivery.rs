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
        error!(error = %why, "a message is set aside after {} attempts", message.attempts);
        relay.set_aside(message, &why).await
    } else {
        warn!(error = %why, attempts = message.attempts, "a message will be tried again");
        relay.retry(message, rest(message.attempts), &why).await
    };
    if let Err(error) = outcome {
        // Its lease runs out by itself, and it comes back.
        warn!(error = %chain(&error), "a message could not be given back");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_grow_to_five_minutes() {
        assert_eq!(rest(1), Duration::from_millis(500));
        assert_eq!(rest(4), Duration::from_secs(4));
        assert_eq!(rest(20), Duration::from_mins(5));
    }
}
