//! Connected accounts and their capabilities.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    call::{self, Call},
    error::{Outcome, Refusal},
    form::{Change, Params},
    ids, money,
    rows::{Account, Meta},
    store::{State, table::Scope},
};

const DUE: &[&str] = &[
    "business_profile.url",
    "external_account",
    "tos_acceptance.date",
    "tos_acceptance.ip",
];
const PROFILE: &[&str] = &[
    "mcc",
    "name",
    "product_description",
    "support_email",
    "support_phone",
    "support_url",
    "url",
];
/// Parameters that are accepted and change nothing that is simulated.
const WITHOUT_EFFECT: &[&str] = &[
    "company",
    "external_account",
    "individual",
    "settings",
    "tos_acceptance",
];

impl Account {
    /// Whether a transfer to it is allowed.
    pub(crate) fn may_receive(&self) -> bool {
        self.capability("transfers") == "active"
    }

    fn capability(&self, name: &str) -> &str {
        match self.capabilities.get(name).map(String::as_str) {
            Some("active") if self.restricted => "inactive",
            Some(status) => status,
            None => "unrequested",
        }
    }
}

/// The object.
pub(crate) fn present(row: &Account) -> Value {
    let capabilities: BTreeMap<_, _> = row
        .capabilities
        .keys()
        .map(|name| (name, row.capability(name)))
        .collect();
    let enabled = row.details_submitted && !row.restricted;
    let profile = |name: &str| row.business_profile.get(name);
    json!({
        "id": row.id,
        "object": "account",
        "business_profile": {
            "annual_revenue": null,
            "estimated_worker_count": null,
            "mcc": profile("mcc"),
            "minority_owned_business_designation": null,
            "name": profile("name"),
            "product_description": profile("product_description"),
            "support_address": null,
            "support_email": profile("support_email"),
            "support_phone": profile("support_phone"),
            "support_url": profile("support_url"),
            "url": profile("url"),
        },
        "business_type": row.business_type,
        "capabilities": capabilities,
        "charges_enabled": enabled && row.capability("card_payments") == "active",
        "controller": controller(row),
        "country": row.country,
        "created": row.created,
        "default_currency": row.default_currency,
        "details_submitted": row.details_submitted,
        "email": row.email,
        "external_accounts": call::list_object(
            &format!("/v1/accounts/{}/external_accounts", row.id), Vec::new(), false),
        "future_requirements": requirements(&[], None),
        "metadata": row.metadata,
        "payouts_enabled": enabled,
        "requirements": if enabled {
            requirements(&[], None)
        } else if row.restricted {
            requirements(DUE, Some("rejected.other"))
        } else {
            requirements(DUE, Some("requirements.past_due"))
        },
        "settings": settings(),
        "tos_acceptance": { "date": row.details_submitted.then_some(row.created) },
        "type": row.kind,
    })
}

pub(crate) fn create(state: &mut State, mut call: Call) -> Outcome<Value> {
    let params = &mut call.params;
    let kind = params.choice("type", &["custom", "express", "standard"])?;
    let country = params.text("country")?.unwrap_or_else(|| "US".to_owned());
    let currency = params.text("default_currency")?;
    let currency = currency.unwrap_or_else(|| currency_of(&country).to_owned());
    let mut row = Account {
        id: ids::new("acct"),
        account: ids::PLATFORM.to_owned(),
        created: state.now,
        kind: String::new(),
        country,
        default_currency: money::currency(&currency, "default_currency")?,
        email: None,
        business_type: None,
        business_profile: BTreeMap::new(),
        capabilities: BTreeMap::new(),
        controller: read_controller(params)?,
        details_submitted: state.config.auto_onboard,
        restricted: false,
        metadata: Meta::new(),
    };
    row.kind = match (kind, row.controller.is_empty()) {
        (Some(_), false) => {
            let message = "You may not provide the `type` parameter and `controller` parameters \
                           simultaneously. They are mutually exclusive.";
            return Err(Refusal::invalid(None, "type", message));
        }
        (Some(kind), true) => kind,
        (None, false) => "none".to_owned(),
        (None, true) => "standard".to_owned(),
    };
    describe(&mut row, params, state.config.auto_onboard)?;
    call.params.finish()?;
    let object = present(&row);
    state.accounts.put(row);
    Ok(object)
}

pub(crate) fn retrieve(state: &mut State, call: Call, id: &str) -> Outcome<Value> {
    call.params.finish()?;
    find(state, id).map(present)
}

pub(crate) fn list(state: &mut State, mut call: Call) -> Outcome<Value> {
    let (page, created) = call::dated_page(&mut call.params)?;
    call.params.finish()?;
    let scope = Scope {
        account: ids::PLATFORM,
        key: None,
    };
    let keep = |row: &Account| created.includes(row.created);
    call::list(&state.accounts, scope, &page, "/v1/accounts", keep, present)
}

pub(crate) fn update(state: &mut State, mut call: Call, id: &str) -> Outcome<Value> {
    let before = find(state, id)?.clone();
    let mut row = before.clone();
    describe(&mut row, &mut call.params, before.details_submitted)?;
    call.params.finish()?;
    Ok(change(state, &before, row))
}

/// Everything asked for is granted: what the end of the onboarding page does.
pub(crate) fn onboard(state: &mut State, id: &str) -> Outcome<Value> {
    let before = find(state, id)?.clone();
    let mut row = before.clone();
    row.details_submitted = true;
    row.restricted = false;
    for status in row.capabilities.values_mut() {
        "active".clone_into(status);
    }
    Ok(change(state, &before, row))
}

/// Takes an account's capabilities away, as Stripe's risk team would.
pub(crate) fn restrict(state: &mut State, id: &str) -> Outcome<Value> {
    let before = find(state, id)?.clone();
    let mut row = before.clone();
    row.restricted = true;
    Ok(change(state, &before, row))
}

/// The account of this id, or Stripe's answer to one it does not show.
pub(crate) fn find<'a>(state: &'a State, id: &str) -> Outcome<&'a Account> {
    state.accounts.any(id).ok_or_else(|| {
        let message = format!(
            "The provided key does not have access to account '{id}' (or that account does not \
             exist). Application access may have been revoked."
        );
        Refusal::early(
            403,
            "invalid_request_error",
            Some("account_invalid"),
            message,
        )
    })
}

fn change(state: &mut State, before: &Account, row: Account) -> Value {
    let (old, object) = (present(before), present(&row));
    let id = row.id.clone();
    state.accounts.put(row);
    if old != object {
        let previous = difference(&old, &object);
        state.emit(&id, "account.updated", &object, Some(previous));
    }
    object
}

/// The members of `old` that `new` has changed.
fn difference(old: &Value, new: &Value) -> Value {
    let Value::Object(old) = old else {
        return Value::Null;
    };
    let changed = old
        .iter()
        .filter(|(name, value)| new.get(name.as_str()) != Some(value));
    Value::Object(
        changed
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

fn describe(row: &mut Account, params: &mut Params, onboarded: bool) -> Outcome<()> {
    params.unsettable("email")?.apply(&mut row.email);
    let types = &["company", "government_entity", "individual", "non_profit"];
    if let Some(kind) = params.choice("business_type", types)? {
        row.business_type = Some(kind);
    }
    if let Some(mut profile) = params.branch("business_profile")? {
        for name in PROFILE {
            match profile.unsettable(name)? {
                Change::Set(value) => row.business_profile.insert((*name).to_owned(), value),
                Change::Unset => row.business_profile.remove(*name),
                Change::Keep => None,
            };
        }
        profile.finish()?;
    }
    if let Some(mut capabilities) = params.branch("capabilities")? {
        for name in capabilities.names() {
            let Some(mut capability) = capabilities.branch(&name)? else {
                continue;
            };
            let requested = capability.boolean("requested")?;
            capability.finish()?;
            match requested {
                Some(true) => {
                    let status = if onboarded { "active" } else { "inactive" };
                    row.capabilities
                        .entry(name)
                        .or_insert_with(|| status.to_owned());
                }
                Some(false) => drop(row.capabilities.remove(&name)),
                None => {}
            }
        }
    }
    for name in WITHOUT_EFFECT {
        let _known_and_without_effect = params.anything(name);
    }
    if let Some(change) = params.metadata()? {
        change.apply(&mut row.metadata);
    }
    Ok(())
}

fn read_controller(params: &mut Params) -> Outcome<BTreeMap<String, String>> {
    let mut read = BTreeMap::new();
    let Some(mut controller) = params.branch("controller")? else {
        return Ok(read);
    };
    let nested: &[(&str, &str, &[&str])] = &[
        ("fees", "payer", &["account", "application"]),
        ("losses", "payments", &["application", "stripe"]),
        ("stripe_dashboard", "type", &["express", "full", "none"]),
    ];
    for (group, field, words) in nested {
        let Some(mut branch) = controller.branch(group)? else {
            continue;
        };
        if let Some(value) = branch.choice(field, words)? {
            read.insert((*group).to_owned(), value);
        }
        branch.finish()?;
    }
    let name = "requirement_collection";
    if let Some(value) = controller.choice(name, &["application", "stripe"])? {
        read.insert(name.to_owned(), value);
    }
    controller.finish()?;
    Ok(read)
}

fn controller(row: &Account) -> Value {
    let defaults = match row.kind.as_str() {
        "express" => ("application", "application", "express", "stripe"),
        "custom" => ("application", "application", "none", "application"),
        _ => ("account", "stripe", "full", "stripe"),
    };
    let of = |name: &str, default: &str| {
        row.controller
            .get(name)
            .cloned()
            .unwrap_or_else(|| default.to_owned())
    };
    json!({
        "fees": { "payer": of("fees", defaults.0) },
        "is_controller": true,
        "losses": { "payments": of("losses", defaults.1) },
        "requirement_collection": of("requirement_collection", defaults.3),
        "stripe_dashboard": { "type": of("stripe_dashboard", defaults.2) },
        "type": "application",
    })
}

fn requirements(due: &[&str], disabled: Option<&str>) -> Value {
    json!({
        "alternatives": [],
        "current_deadline": null,
        "currently_due": due,
        "disabled_reason": disabled,
        "errors": [],
        "eventually_due": due,
        "past_due": due,
        "pending_verification": [],
    })
}

fn settings() -> Value {
    json!({
        "bacs_debit_payments": {},
        "branding": { "icon": null, "logo": null, "primary_color": null, "secondary_color": null },
        "card_issuing": { "tos_acceptance": { "date": null, "ip": null } },
        "card_payments": {
            "decline_on": { "avs_failure": false, "cvc_failure": false },
            "statement_descriptor_prefix": null,
            "statement_descriptor_prefix_kana": null,
            "statement_descriptor_prefix_kanji": null,
        },
        "dashboard": { "display_name": null, "timezone": "Etc/UTC" },
        "invoices": { "default_account_tax_ids": null, "hosted_payment_method_save": null },
        "payments": {
            "statement_descriptor": null,
            "statement_descriptor_kana": null,
            "statement_descriptor_kanji": null,
        },
        "payouts": {
            "debit_negative_balances": true,
            "schedule": { "delay_days": 2, "interval": "daily" },
            "statement_descriptor": null,
        },
        "sepa_debit_payments": {},
    })
}

fn currency_of(country: &str) -> &'static str {
    match country {
        "GB" => "gbp",
        "JP" => "jpy",
        "CA" => "cad",
        "AU" => "aud",
        "CH" => "chf",
        "SE" => "sek",
        "NO" => "nok",
        "DK" => "dkk",
        "PL" => "pln",
        "AT" | "BE" | "DE" | "ES" | "FI" | "FR" | "GR" | "IE" | "IT" | "LU" | "NL" | "PT" => "eur",
        _ => "usd",
    }
}
