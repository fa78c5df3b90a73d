//! One API call from its bytes to its answer: faults, key, idempotency, operation, journal, log.

use std::sync::Arc;

use serde_json::{
    Value,
    value::{RawValue, to_raw_value},
};

use crate::{
    auth::{self, Key},
    call::Call,
    clock,
    error::{Outcome, Refusal},
    exchange::{Answer, Received},
    expand,
    faults::{Kind, Strike},
    form::{self, Params},
    ids,
    objects::{account, event},
    request_log, routes,
    rows::Kept,
    sim::Sim,
    store::{Cause, State},
};

/// A call on its way.
struct Request {
    received: Received,
    id: String,
    idempotency_key: Option<String>,
    strike: Option<Strike>,
}

/// The answer to a call, before it is written.
struct Reply {
    status: u16,
    body: Box<RawValue>,
    /// Set on a replay: the request that was first.
    original: Option<String>,
    should_retry: bool,
}

/// Answers a call under `/v1/`.
pub(crate) async fn answer(sim: &Arc<Sim>, received: Received) -> Answer {
    let key = received.header("idempotency-key").map(str::to_owned);
    let key = key.filter(|_| received.method == "POST");
    let strike = sim
        .faults()
        .strike(&received.method, &received.path, key.as_deref());
    let request = Request {
        received,
        id: ids::new("req"),
        idempotency_key: key,
        strike,
    };
    if request.strikes(Kind::DropBefore) {
        request.log(sim, None);
        return Answer::Cut;
    }
    let reply = match request.strike {
        Some(Strike {
            kind: Kind::TooManyRequests,
            ..
        }) => request.refuse(&too_many_requests()),
        Some(Strike {
            kind: Kind::Conflict,
            ..
        }) => request.refuse(&key_in_use()),
        Some(Strike {
            kind: Kind::DelayMs,
            ..
        }) => {
            // Its own task: a caller that goes away does not stop what Stripe has begun.
            let (sim, request) = (Arc::clone(sim), request);
            let slow = async move { slowly(&sim, request).await };
            return tokio::spawn(slow).await.unwrap_or(Answer::Cut);
        }
        _ => match claim(sim, &request) {
            Claim::Go(caller) => execute(sim, &request, caller),
            Claim::Answered(reply) => reply,
        },
    };
    finish(sim, &request, reply)
}

/// The call after its idempotency key has been looked up.
enum Claim {
    Go(Caller),
    Answered(Reply),
}

/// Who calls, and with what.
struct Caller {
    call: Call,
    expand: Vec<String>,
    fingerprint: String,
}

async fn slowly(sim: &Arc<Sim>, request: Request) -> Answer {
    let reply = match claim(sim, &request) {
        Claim::Answered(reply) => reply,
        Claim::Go(caller) => {
            let wait = request
                .strike
                .map(|strike| strike.delay)
                .unwrap_or_default();
            if !sim.sleep(wait).await {
                return Answer::Cut;
            }
            execute(sim, &request, caller)
        }
    };
    finish(sim, &request, reply)
}

fn finish(sim: &Arc<Sim>, request: &Request, reply: Reply) -> Answer {
    // What is not in the journal was not done.
    if sim.is_broken() || request.strikes(Kind::DropAfterCommit) {
        request.log(sim, None);
        return Answer::Cut;
    }
    request.log(sim, Some(&reply));
    let headers = request.headers(&reply);
    let mut body = String::from(Box::<str>::from(reply.body));
    if request.strikes(Kind::CorruptJson) {
        let middle = body.len() / 2;
        let end = (0..=middle)
            .rev()
            .find(|at| body.is_char_boundary(*at))
            .unwrap_or(0);
        body.truncate(end);
    }
    Answer::Send {
        status: reply.status,
        headers,
        body,
    }
}

/// Authenticates, and answers from the idempotency key if it can.
fn claim(sim: &Arc<Sim>, request: &Request) -> Claim {
    let caller = match authenticate(sim, request) {
        Ok(caller) => caller,
        Err(refusal) => return Claim::Answered(request.refuse(&refusal)),
    };
    let Some(key) = &request.idempotency_key else {
        return Claim::Go(caller);
    };
    let mut state = sim.state();
    if let Some(kept) = state.keys.get(&caller.call.account, key) {
        if kept.fingerprint != caller.fingerprint {
            return Claim::Answered(request.refuse(&other_parameters(key)));
        }
        return Claim::Answered(Reply {
            status: kept.status,
            body: kept.body.clone(),
            original: Some(kept.request_id.clone()),
            should_retry: false,
        });
    }
    if !state.keys.occupy(&caller.call.account, key) {
        return Claim::Answered(request.refuse(&key_in_use()));
    }
    Claim::Go(caller)
}

fn authenticate(sim: &Arc<Sim>, request: &Request) -> Outcome<Caller> {
    let received = &request.received;
    let encoded = match (received.query.is_empty(), received.body.is_empty()) {
        (true, _) => received.body.clone(),
        (_, true) => received.query.clone(),
        (false, false) => format!("{}&{}", received.query, received.body),
    };
    let mut params = Params::parse(&encoded)?;
    let field = params.text("key")?;
    let key = auth::authenticate(
        &sim.config,
        received.header("authorization"),
        field.as_deref(),
    )?;
    let account = match received.header("stripe-account") {
        None => ids::PLATFORM.to_owned(),
        Some(id) if id == ids::PLATFORM => id.to_owned(),
        Some(id) => account::find(&sim.state(), id)?.id.clone(),
    };
    if request
        .idempotency_key
        .as_ref()
        .is_some_and(|key| key.len() > 255)
    {
        let message = "Idempotency keys have up to 255 characters.";
        return Err(Refusal::early(400, "idempotency_error", None, message));
    }
    let expand = params.list("expand")?.unwrap_or_default();
    let key_given = request.idempotency_key.as_ref();
    let fingerprint =
        key_given.map(|_| form::fingerprint(&received.method, &received.path, &encoded));
    let publishable = key == Key::Publishable;
    Ok(Caller {
        call: Call {
            account,
            publishable,
            params,
        },
        expand,
        fingerprint: fingerprint.unwrap_or_default(),
    })
}

/// Runs the operation and keeps its answer, in one journalled step.
fn execute(sim: &Arc<Sim>, request: &Request, caller: Caller) -> Reply {
    let cause = Cause {
        request_id: Some(request.id.clone()),
        idempotency_key: request.idempotency_key.clone(),
    };
    let account = caller.call.account.clone();
    let fingerprint = caller.fingerprint.clone();
    let done = sim.act(cause, |state| {
        let (reply, executed) = if request.strikes(Kind::Error500Before) {
            (request.refuse(&internal()), true)
        } else {
            operate(sim, state, request, caller)
        };
        let struck = request.strikes(Kind::Error500AfterCommit);
        let reply = if struck {
            request.refuse(&internal())
        } else {
            reply
        };
        if let Some(key) = &request.idempotency_key {
            state.keys.vacate(&account, key);
            if executed {
                state.keys.keep(Kept {
                    account: account.clone(),
                    key: key.clone(),
                    fingerprint,
                    at: state.now,
                    status: reply.status,
                    body: reply.body.clone(),
                    request_id: request.id.clone(),
                });
            }
        }
        reply
    });
    // Nobody sees this: the journal cannot be written, and the simulator ends.
    done.unwrap_or_else(|_| request.refuse(&internal()))
}

/// The operation's reply, and whether it had begun.
fn operate(sim: &Sim, state: &mut State, request: &Request, caller: Caller) -> (Reply, bool) {
    let (method, path) = (&request.received.method, &request.received.path);
    let publishable = caller.call.publishable;
    let schema = sim.schema.as_ref();
    // What Stripe.js sends is not all described.
    let described = schema.filter(|_| !publishable);
    let params = described.map(|_| caller.call.params.to_json());
    let outcome = expand::check(&caller.expand)
        .and_then(|()| routes::dispatch(state, method, path, caller.call));
    let (status, answer, executed) = match outcome {
        Ok(mut answer) => {
            expand::apply(state, &mut answer, &caller.expand);
            (200, answer, true)
        }
        Err(mut refusal) => {
            if publishable {
                refusal.cut_for_browsers();
            }
            (refusal.status, refusal.json(&request.id), refusal.executed)
        }
    };
    if let (Some(schema), Some(params), true) = (described, &params, executed) {
        schema.check_request(method, path, params);
    }
    if let Some(schema) = schema {
        let problems = schema.check_response(method, path, status, &answer);
        if !problems.is_empty() {
            let message = format!("stripe-sim: the answer breaks Stripe's schema: {problems:?}");
            return (
                request.refuse(&Refusal::early(500, "api_error", None, message)),
                executed,
            );
        }
    }
    let reply = Reply {
        status,
        body: raw(&answer),
        original: None,
        should_retry: false,
    };
    (reply, executed)
}

impl Request {
    fn strikes(&self, kind: Kind) -> bool {
        self.strike.is_some_and(|strike| strike.kind == kind)
    }

    fn refuse(&self, refusal: &Refusal) -> Reply {
        Reply {
            status: refusal.status,
            body: raw(&refusal.json(&self.id)),
            original: None,
            should_retry: matches!(refusal.status, 409 | 429),
        }
    }

    fn headers(&self, reply: &Reply) -> Vec<(&'static str, String)> {
        let version = self
            .received
            .header("stripe-version")
            .unwrap_or(event::API_VERSION);
        let mut headers = vec![
            ("content-type", "application/json".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
            (
                "access-control-expose-headers",
                "Request-Id, Stripe-Version".to_owned(),
            ),
            ("request-id", self.id.clone()),
            ("stripe-version", version.to_owned()),
        ];
        if let Some(key) = &self.idempotency_key {
            headers.push(("idempotency-key", key.clone()));
            let original = reply.original.as_ref().unwrap_or(&self.id);
            headers.push(("original-request", original.clone()));
        }
        if reply.original.is_some() {
            headers.push(("idempotent-replayed", "true".to_owned()));
        }
        if reply.should_retry {
            headers.push(("stripe-should-retry", "true".to_owned()));
        }
        headers
    }

    fn log(&self, sim: &Sim, reply: Option<&Reply>) {
        let received = &self.received;
        let request = if received.body.is_empty() {
            &received.query
        } else {
            &received.body
        };
        let response = reply.map_or("", |reply| reply.body.get());
        let entry = request_log::Entry {
            request_id: self.id.clone(),
            at_ms: clock::real_milliseconds(),
            method: received.method.clone(),
            path: received.path.clone(),
            account: received.header("stripe-account").map(str::to_owned),
            idempotency_key: self.idempotency_key.clone(),
            request: request_log::shortened(request),
            status: reply.map_or(0, |reply| reply.status),
            response: request_log::shortened(response),
            replayed: reply.is_some_and(|reply| reply.original.is_some()),
            fault: self.strike.map(|strike| strike.kind),
        };
        sim.log().push(entry);
    }
}

fn raw(answer: &Value) -> Box<RawValue> {
    to_raw_value(answer).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

fn internal() -> Refusal {
    let message = "Sorry! There was an error while talking to one of our backends. Support has been \
                   notified.";
    Refusal::early(500, "api_error", None, message)
}

fn too_many_requests() -> Refusal {
    let message = "Request rate limit exceeded. Learn more about rate limits here \
                   https://stripe.com/docs/rate-limits.";
    Refusal::early(429, "invalid_request_error", Some("rate_limit"), message)
}

fn key_in_use() -> Refusal {
    let message = "There is currently another in-progress request using this Idempotent Key (that \
                   probably means you submitted twice, and the other request is still going \
                   through).";
    Refusal::early(
        409,
        "invalid_request_error",
        Some("idempotency_key_in_use"),
        message,
    )
}

fn other_parameters(key: &str) -> Refusal {
    let message = format!(
        "Keys for idempotent requests can only be used with the same parameters they were first \
         used with. Try using a key other than '{key}' if you meant to execute a different request."
    );
    Refusal::early(400, "idempotency_error", None, message)
}
