//! Stripe: whether it answers, takes the key, and agrees about the time.

use billing::{ProbeError, StripeSettings, probe};
use kernel::ports::{Clock, SystemClock};
use time::Duration;

use super::Patient;
use super::finding::{Finding, clocks};

const KEY: &str = "STRIPE_SECRET_KEY";

pub(super) async fn look(patient: &Patient) -> Vec<Finding> {
    if !patient.has(&[KEY, "STRIPE_API_URL"]) {
        return Vec::new();
    }
    let settings = &patient.settings.stripe;
    let answer = match probe(settings).await {
        Ok(answer) => answer,
        Err(error) => return vec![trouble(settings, &error)],
    };
    let mode = |is_live| if is_live { "live" } else { "test" };
    let mut findings = vec![if answer.is_live == settings.is_live() {
        let says = format!("accepted, in {} mode", mode(answer.is_live));
        Finding::ok(KEY, says)
    } else {
        let says = format!("Stripe answers in {} mode", mode(answer.is_live));
        Finding::fail(KEY, says).advise("take key and address from the same account and mode")
    }];
    findings.push(match answer.time {
        // The header has whole seconds.
        Some(theirs) => clocks(
            "Stripe's clock",
            theirs,
            SystemClock.now(),
            Duration::seconds(1),
        ),
        None => Finding::warn("Stripe's clock", "the answer has no Date"),
    });
    findings
}

fn trouble(settings: &StripeSettings, error: &ProbeError) -> Finding {
    // A restricted key need not be able to do what only this check asks for.
    let finding = if matches!(error, ProbeError::Refused(403)) {
        Finding::warn(
            KEY,
            "Stripe knows the key, and does not let it read balances",
        )
    } else {
        Finding::fail(KEY, format!("Stripe: {error}"))
    };
    match error {
        ProbeError::Refused(401) => {
            finding.advise("make a new key in Stripe's dashboard and restart every process with it")
        }
        ProbeError::Refused(_) => finding.advise(
            "give the restricted key what docs/runbooks/rotate-secrets.md lists, and this check too",
        ),
        ProbeError::Silent(_) => {
            let todo = format!("see that this machine reaches {}", settings.api_url);
            finding.advise(todo)
        }
        ProbeError::Unwell(_) => finding.advise("look at https://status.stripe.com"),
        ProbeError::Stranger => finding.advise("correct STRIPE_API_URL"),
    }
}
