//! Webhook endpoints: where events are sent, and the secret they are signed with.

use serde_json::{Value, json};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    ids,
    rows::{Endpoint, Meta},
    store::{State, table::Scope},
};

/// The object; the secret is shown only when the endpoint is created.
pub(crate) fn present(row: &Endpoint) -> Value {
    json!({
        "id": row.id,
        "object": "webhook_endpoint",
        "api_version": null,
        "application": null,
        "created": row.created,
        "description": row.description,
        "enabled_events": row.enabled_events,
        "livemode": false,
        "metadata": row.metadata,
        "status": "enabled",
        "url": row.url,
    })
}

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let url = params.required_text("url")?;
    if !url::Url::parse(&url).is_ok_and(|url| url.has_host()) {
        let message = format!("Invalid URL: {url}");
        return Err(Refusal::invalid(Some("url_invalid"), "url", message));
    }
    let Some(enabled_events) = params
        .list("enabled_events")?
        .filter(|list| !list.is_empty())
    else {
        let message = "Missing required param: enabled_events.";
        return Err(Refusal::invalid(
            Some("parameter_missing"),
            "enabled_events",
            message,
        ));
    };
    let connect = params.boolean("connect")?.unwrap_or(false);
    let description = params.unsettable("description")?.value();
    let _known_and_without_effect = params.text("api_version")?;
    let mut metadata = Meta::new();
    if let Some(change) = params.metadata()? {
        change.apply(&mut metadata);
    }
    call.params.finish()?;
    let row = Endpoint {
        id: ids::new("we"),
        account: call.account,
        created: state.now,
        url,
        secret: format!("whsec_{}", ids::random(32)),
        enabled_events,
        connect,
        own: !connect,
        description,
        metadata,
        deleted: false,
    };
    let mut object = present(&row);
    if let Value::Object(members) = &mut object {
        members.insert("secret".to_owned(), json!(row.secret));
    }
    state.endpoints.put(row);
    Ok(object)
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state
        .endpoints
        .get(&call.account, id)
        .filter(|row| !row.deleted);
    row.map(present)
        .ok_or_else(|| Refusal::not_found("webhook endpoint", id, "id"))
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let page = call::page(&mut call.params)?;
    call.params.finish()?;
    let scope = Scope {
        account: &call.account,
        key: None,
    };
    let keep = |row: &Endpoint| !row.deleted;
    call::list(
        &state.endpoints,
        scope,
        &page,
        "/v1/webhook_endpoints",
        keep,
        present,
    )
}

pub(crate) fn delete(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    let row = state
        .endpoints
        .get(&call.account, id)
        .filter(|row| !row.deleted);
    row.ok_or_else(|| Refusal::not_found("webhook endpoint", id, "id"))?;
    state.endpoints.change(id, |row| row.deleted = true);
    state.events.forget_endpoint(id);
    Ok(json!({ "id": id, "object": "webhook_endpoint", "deleted": true }))
}

/// Makes the endpoint that was named at start exist, with this URL and secret, for these events.
pub(crate) fn ensure(state: &mut State, url: &str, secret: &str, events: &[String]) {
    const DESCRIPTION: &str = "registered at start";
    let all = Scope {
        account: ids::PLATFORM,
        key: None,
    };
    let existing = state
        .endpoints
        .within(all)
        .find(|row| !row.deleted && row.description.as_deref() == Some(DESCRIPTION));
    if let Some(existing) = existing {
        if existing.url != url || existing.secret != secret || existing.enabled_events != events {
            let id = existing.id.clone();
            state.endpoints.change(&id, |row| {
                url.clone_into(&mut row.url);
                secret.clone_into(&mut row.secret);
                events.clone_into(&mut row.enabled_events);
            });
        }
        return;
    }
    state.endpoints.put(Endpoint {
        id: ids::new("we"),
        account: ids::PLATFORM.to_owned(),
        created: state.now,
        url: url.to_owned(),
        secret: secret.to_owned(),
        enabled_events: events.to_owned(),
        connect: true,
        own: true,
        description: Some(DESCRIPTION.to_owned()),
        metadata: Meta::new(),
        deleted: false,
    });
}
