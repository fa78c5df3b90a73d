//! Sends events to endpoints: signed, in parallel, again and again until one answers 2xx.

use std::{sync::Arc, time::Duration};

use tokio::{sync::Semaphore, time::Instant};

use crate::{
    auth, clock,
    objects::event,
    sim::Sim,
    store::Delivery,
    webhooks::{Mode, Queue, Treatment},
};

const ANSWER_WITHIN: Duration = Duration::from_secs(10);
const OLD_SECONDS: i64 = 600;
const ANOTHER_SECRET: &str = "whsec_another";
/// How long a taken delivery may go unrecorded.
const RECORD_WITHIN: Duration = Duration::from_millis(100);

/// What deliveries leave by.
struct Post {
    client: reqwest::Client,
    permits: Semaphore,
}

/// Sends what is in the queue until the simulator stops.
pub(crate) fn start(sim: &Arc<Sim>, mut queue: Queue) -> anyhow::Result<()> {
    let client = reqwest::Client::builder()
        .timeout(ANSWER_WITHIN)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .user_agent("Stripe/1.0 (+https://stripe.com/docs/webhooks)")
        .build()?;
    let permits = Semaphore::new(sim.config.webhook_parallel.max(1));
    let post = Arc::new(Post { client, permits });
    let sim = Arc::clone(sim);
    tokio::spawn(async move {
        while let Some(Some((delivery, treatment))) =
            sim.stop.run_until_cancelled(queue.recv()).await
        {
            let (sim, post) = (Arc::clone(&sim), Arc::clone(&post));
            tokio::spawn(async move {
                deliver(&sim, &post, delivery, treatment).await;
            });
        }
    });
    Ok(())
}

async fn deliver(sim: &Arc<Sim>, post: &Post, delivery: Delivery, mut treatment: Treatment) {
    let started = Instant::now();
    let mut pause = sim.config.webhook_retry_first;
    loop {
        if !treatment.wait.is_zero() && !sim.sleep(treatment.wait).await {
            return;
        }
        let Ok(permit) = post.permits.acquire().await else {
            return;
        };
        let taken = attempt(sim, &post.client, &delivery, treatment.mode).await;
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
    if !sim.webhooks.note_taken(delivery) {
        return;
    }
    let sim = Arc::clone(sim);
    tokio::spawn(async move {
        sim.sleep(RECORD_WITHIN).await;
        sim.webhooks.plan_ended();
        sim.record_taken();
    });
}

/// One try: whether it was taken, or `None` when event or endpoint are gone.
async fn attempt(
    sim: &Sim,
    client: &reqwest::Client,
    delivery: &Delivery,
    mode: Mode,
) -> Option<bool> {
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
    let request = client
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
