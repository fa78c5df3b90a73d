//! Account links: a page of the simulator that stands for Stripe's onboarding, good for once.

use serde_json::{Value, json};

use super::account;
use crate::{
    call::Call,
    error::{Outcome, Refusal},
    ids,
    rows::Link,
    store::State,
};

const LIFE_SECONDS: i64 = 300;

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let id = params.required_text("account")?;
    let kinds = &["account_onboarding", "account_update"];
    params
        .choice("type", kinds)?
        .map_or_else(|| params.required_text("type"), Ok)?;
    let refresh_url = params.required_text("refresh_url")?;
    let return_url = params.required_text("return_url")?;
    params.choice("collect", &["currently_due", "eventually_due"])?;
    let _known_and_without_effect = params.anything("collection_options");
    call.params.finish()?;
    let account = account::find(state, &id)?.id.clone();
    let link = Link {
        id: ids::random(16),
        account,
        expires_at: state.now.saturating_add(LIFE_SECONDS),
        return_url,
        refresh_url,
        used: false,
    };
    let object = json!({
        "object": "account_link",
        "created": state.now,
        "expires_at": link.expires_at,
        "url": format!("{}/setup/e/{}/{}", state.url, link.account, link.id),
    });
    state.links.put(link);
    Ok(object)
}

/// Opens the page: the link when it is good, and what to go back to when it is not.
pub(crate) fn open(state: &State, account: &str, id: &str) -> Result<Link, Option<String>> {
    let Some(link) = state.links.get(account, id) else {
        return Err(None);
    };
    if link.used || link.expires_at < state.now {
        return Err(Some(link.refresh_url.clone()));
    }
    Ok(link.clone())
}

/// Completes the onboarding and gives the URL to return to.
pub(crate) fn complete(state: &mut State, account: &str, id: &str) -> Outcome<String> {
    let Ok(link) = open(state, account, id) else {
        return Err(Refusal::not_found("account link", id, "link"));
    };
    state.links.change(id, |link| link.used = true);
    account::onboard(state, &link.account)?;
    Ok(link.return_url)
}
