//! Events: what happened, with the object as it was then.

use serde::Serialize;
use serde_json::{Value, json, value::RawValue};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids,
    rows::{Endpoint, Event},
    store::State,
};

/// The API version that events are written in.
pub(crate) const API_VERSION: &str = "2026-09-30.endive";

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    object: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a str>,
    api_version: &'static str,
    created: i64,
    data: Data<'a>,
    livemode: bool,
    pending_webhooks: usize,
    request: Request<'a>,
    #[serde(rename = "type")]
    kind: &'a str,
}

#[derive(Serialize)]
struct Data<'a> {
    object: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_attributes: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Request<'a> {
    id: Option<&'a str>,
    idempotency_key: Option<&'a str>,
}

impl Endpoint {
    /// Whether an event of `account` and `kind` goes to it.
    pub(crate) fn takes(&self, account: &str, kind: &str) -> bool {
        let whose = if account == ids::PLATFORM {
            self.own
        } else {
            self.connect
        };
        !self.deleted
            && whose
            && self
                .enabled_events
                .iter()
                .any(|name| name == "*" || name == kind)
    }
}

/// The event's JSON, as it is delivered.
pub(crate) fn body(event: &Event) -> String {
    let body = Body {
        id: &event.id,
        object: "event",
        account: (event.account != ids::PLATFORM).then_some(event.account.as_str()),
        api_version: API_VERSION,
        created: event.created,
        data: Data {
            object: &event.object,
            previous_attributes: event.previous.as_deref(),
        },
        livemode: false,
        pending_webhooks: event.waiting.len(),
        request: Request {
            id: event.request_id.as_deref(),
            idempotency_key: event.idempotency_key.as_deref(),
        },
        kind: &event.kind,
    };
    serde_json::to_string(&body).unwrap_or_default()
}

/// The object.
pub(crate) fn present(event: &Event) -> Value {
    serde_json::from_str(&body(event)).unwrap_or_else(|_| json!({}))
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let event = state
        .events
        .get(id)
        .filter(|event| event.account == call.account);
    event
        .map(|event| present(event))
        .ok_or_else(|| Refusal::not_found("event", id, "id"))
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    let kind = call.params.text("type")?;
    let kinds = call.params.list("types")?;
    let delivered = call.params.boolean("delivery_success")?;
    call.params.finish()?;
    if page.ending_before.is_some() {
        return Err(Refusal::not_simulated("ending_before"));
    }
    let cursor = page.starting_after.as_deref();
    let Some(events) = state.events.newest(cursor) else {
        return Err(Refusal::missing(
            "event",
            cursor.unwrap_or_default(),
            "starting_after",
        ));
    };
    let mut matching = events
        .take_while(|event| event.created >= created.from)
        .filter(|event| event.account == call.account && created.includes(event.created))
        .filter(|event| kind.as_ref().is_none_or(|kind| matches(kind, &event.kind)))
        .filter(|event| {
            kinds
                .as_ref()
                .is_none_or(|kinds| kinds.contains(&event.kind))
        })
        .filter(|event| delivered.is_none_or(|wanted| event.waiting.is_empty() == wanted));
    let data: Vec<_> = matching.by_ref().take(page.limit).map(present).collect();
    let more = matching.next().is_some();
    Ok(call::list_object("/v1/events", data, more))
}

/// `charge.*` stands for every kind that begins with `charge.`.
fn matches(pattern: &str, kind: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => kind.starts_with(prefix),
        None => pattern == kind,
    }
}
