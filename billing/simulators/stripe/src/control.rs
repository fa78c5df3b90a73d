//! The control API under `/_sim/`: faults, webhooks, time, and what tests want to know.

use std::sync::Arc;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    error::Outcome,
    exchange::{Answer, Received},
    faults::NewFault,
    ids,
    objects::{account, capture, confirm, dispute},
    pages,
    sim::Sim,
    store::{Cause, Delivery, Movement, State},
    summary, webhooks,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replay {
    event_id: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Authentication {
    #[serde(default)]
    outcome: Option<String>,
}

/// A status and what it says.
type Said = (u16, Value);

/// Answers a call under `/_sim/`.
pub(crate) fn answer(sim: &Arc<Sim>, received: &Received) -> Answer {
    let rest = received
        .path
        .trim_start_matches("/_sim/")
        .trim_end_matches('/');
    let segments: Vec<&str> = rest.split('/').collect();
    if let ("GET", ["payment_intents", id, "authenticate"]) =
        (received.method.as_str(), segments.as_slice())
    {
        return pages::authentication(id);
    }
    let (status, body) = match dispatch(sim, received, &segments) {
        Ok(said) => said,
        Err(message) => (400, json!({ "error": message })),
    };
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("access-control-allow-origin", "*".to_owned()),
    ];
    Answer::Send {
        status,
        headers,
        body: body.to_string(),
    }
}

fn dispatch(sim: &Arc<Sim>, received: &Received, segments: &[&str]) -> Result<Said, String> {
    match (received.method.as_str(), segments) {
        ("POST", ["faults"]) => {
            let fault: NewFault = read(received)?;
            Ok((200, json!({ "id": sim.faults().add(fault) })))
        }
        ("GET", ["faults"]) => Ok((200, json!({ "data": sim.faults().waiting() }))),
        ("DELETE", ["faults"]) => {
            sim.faults().clear();
            Ok((200, json!({})))
        }
        ("POST", ["webhooks"]) => {
            sim.webhooks.set(read(received)?);
            Ok((200, json!(sim.webhooks.current())))
        }
        ("GET", ["webhooks"]) => Ok((200, json!(sim.webhooks.current()))),
        ("POST", ["webhooks", "replay"]) => Ok(replay(sim, &read::<Replay>(received)?.event_id)),
        ("POST", ["clock"]) => {
            let advance: Advance = read(received)?;
            act(sim, |state| {
                state.advance(advance.advance_seconds);
                capture::expire(state);
                (200, json!({ "now": state.now }))
            })
        }
        ("GET", ["clock"]) => act(sim, |state| (200, json!({ "now": state.now }))),
        ("GET", ["log"]) => {
            let entries = summary::log(&sim.log(), &received.query);
            Ok((200, json!({ "data": entries })))
        }
        ("GET", ["state"]) => act(sim, |state| (200, summary::state(state, &received.query))),
        ("GET", ["schema_violations"]) => Ok((200, violations(sim))),
        ("GET", ["health"]) => Ok((200, json!({ "status": "ok" }))),
        ("POST", ["reset"]) => reset(sim),
        ("POST", ["accounts", id, what]) => change_account(sim, id, what),
        ("POST", ["charges" | "payment_intents", id, "dispute"]) => {
            let opening: dispute::Opening = read(received)?;
            act(sim, |state| said(dispute::open(state, id, opening)))
        }
        ("POST", ["disputes", id]) => {
            let turn: dispute::Turn = read(received)?;
            act(sim, |state| said(dispute::turn(state, id, &turn)))
        }
        ("POST", ["payment_intents", id, "complete_3ds"]) => authenticate(sim, received, id),
        _ => Ok((404, json!({ "error": "There is no such control" }))),
    }
}

fn act(sim: &Arc<Sim>, how: impl FnOnce(&mut State) -> Said) -> Result<Said, String> {
    sim.act(Cause::default(), how)
        .map_err(|error| format!("{error:#}"))
}

fn read<T: DeserializeOwned>(received: &Received) -> Result<T, String> {
    let body = if received.body.is_empty() {
        "{}"
    } else {
        received.body.as_str()
    };
    serde_json::from_str(body).map_err(|error| error.to_string())
}

fn said(outcome: Outcome<Value>) -> Said {
    match outcome {
        Ok(object) => (200, object),
        Err(refusal) => (refusal.status, json!({ "error": refusal.message })),
    }
}

fn replay(sim: &Arc<Sim>, event_id: &str) -> Said {
    let deliveries: Option<Vec<Delivery>> = {
        let state = sim.state();
        state.events.get(event_id).map(|event| {
            let endpoints = state.endpoints.iter();
            let takers = endpoints.filter(|row| row.takes(&event.account, &event.kind));
            takers.map(|row| Delivery::of(event, &row.id)).collect()
        })
    };
    let Some(deliveries) = deliveries else {
        return (
            404,
            json!({ "error": format!("There is no event {event_id}") }),
        );
    };
    let count = deliveries.len();
    for delivery in deliveries {
        sim.webhooks.send(&delivery);
    }
    (200, json!({ "endpoints": count }))
}

fn violations(sim: &Sim) -> Value {
    match &sim.schema {
        None => json!({ "enabled": false, "count": 0 }),
        Some(schema) => {
            let report = schema.report();
            let found = [
                report.request_violations,
                report.response_violations,
                report.event_violations,
            ];
            let count: u64 = found.iter().sum();
            json!({ "enabled": true, "count": count, "report": report })
        }
    }
}

fn reset(sim: &Arc<Sim>) -> Result<Said, String> {
    sim.faults().clear();
    sim.webhooks.set(webhooks::Order::default());
    sim.log().clear();
    let done = sim.act(Cause::default(), State::reset);
    done.and_then(|done| done)
        .map_err(|error| format!("{error:#}"))?;
    Ok((200, json!({})))
}

fn change_account(sim: &Arc<Sim>, id: &str, what: &str) -> Result<Said, String> {
    act(sim, |state| {
        let changed = match what {
            "restrict" => account::restrict(state, id),
            "activate" => account::onboard(state, id),
            "drain" => return drain(state, id),
            _ => {
                return (
                    404,
                    json!({ "error": "An account can restrict, activate or drain" }),
                );
            }
        };
        said(changed)
    })
}

/// Pays everything out that the account has.
fn drain(state: &mut State, id: &str) -> Said {
    let id = if id == "platform" { ids::PLATFORM } else { id };
    let purses = state.balances.of(id).cloned().unwrap_or_default();
    for (currency, purse) in &purses {
        if purse.total() <= 0 {
            continue;
        }
        let now = state.now;
        state.book(Movement {
            account: id,
            amount: purse.total().saturating_neg(),
            fee: 0,
            currency,
            available_on: now,
            kind: "payout",
            source: None,
            description: Some("STRIPE PAYOUT".to_owned()),
        });
    }
    (200, json!({ "balance": summary::purses(state, id) }))
}

fn authenticate(sim: &Arc<Sim>, received: &Received, id: &str) -> Result<Said, String> {
    let outcome = match received.body.strip_prefix("outcome=") {
        Some(outcome) => Some(outcome.to_owned()),
        None => read::<Authentication>(received)?.outcome,
    };
    let succeeds = match outcome.as_deref() {
        None | Some("succeed") => true,
        Some("fail") => false,
        Some(other) => return Err(format!("outcome is succeed or fail, not {other}")),
    };
    act(sim, |state| {
        said(confirm::complete_authentication(state, id, succeeds))
    })
}
