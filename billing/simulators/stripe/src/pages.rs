//! Pages that stand for Stripe's and a bank's: onboarding, and 3-D Secure authentication; and the script
//! that shops load in place of Stripe's.

use std::sync::Arc;

use crate::{
    exchange::{Answer, Received},
    objects::account_link,
    sim::Sim,
    store::Cause,
};

/// `/setup/e/{account}/{link}`: GET shows the page, POST completes the onboarding.
pub(crate) fn onboarding(sim: &Arc<Sim>, received: &Received) -> Answer {
    let mut segments = received.path.trim_start_matches("/setup/e/").split('/');
    let (account, link) = (
        segments.next().unwrap_or_default(),
        segments.next().unwrap_or_default(),
    );
    if received.method == "POST" {
        let done = sim.act(Cause::default(), |state| {
            account_link::complete(state, account, link)
        });
        return match done {
            Ok(Ok(return_url)) => see_other(return_url),
            Ok(Err(refusal)) => html(refusal.status, &refusal.message),
            Err(error) => html(500, &error.to_string()),
        };
    }
    let opened = account_link::open(&sim.state(), account, link);
    match opened {
        Ok(_) => html(
            200,
            "<h1>Onboarding (simulated)</h1><form method=\"post\"><button>complete</button></form>",
        ),
        Err(Some(refresh_url)) => see_other(refresh_url),
        Err(None) => html(404, "There is no such onboarding"),
    }
}

/// The page behind `next_action`.
pub(crate) fn authentication(intent: &str) -> Answer {
    let button = |outcome: &str| {
        format!(
            "<form method=\"post\" action=\"/_sim/payment_intents/{intent}/complete_3ds\">\
             <input type=\"hidden\" name=\"outcome\" value=\"{outcome}\">\
             <button>{outcome}</button></form>"
        )
    };
    let buttons = format!("{}{}", button("succeed"), button("fail"));
    html(200, &format!("<h1>3-D Secure (simulated)</h1>{buttons}"))
}

/// `/v3/`: what browsers load in place of Stripe's script.
pub(crate) fn script() -> Answer {
    Answer::Send {
        status: 200,
        headers: vec![
            ("content-type", "text/javascript; charset=utf-8".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ],
        body: include_str!("../assets/stripe.js").to_owned(),
    }
}

fn html(status: u16, body: &str) -> Answer {
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    let body = format!("<!doctype html><meta charset=\"utf-8\">{body}");
    Answer::Send {
        status,
        headers,
        body,
    }
}

fn see_other(location: String) -> Answer {
    Answer::Send {
        status: 303,
        headers: vec![("location", location)],
        body: String::new(),
    }
}
