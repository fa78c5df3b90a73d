//! One harmless call that tells whether Stripe can be reached and takes the key.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Limited};
use hyper::header::DATE;
use hyper::{Method, Response};
use serde::Deserialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use super::client::{CallError, LONGEST_ANSWER, Stripe, with_cause};
use crate::config::StripeSettings;

/// How long Stripe may take to show that it is there.
const PATIENCE: Duration = Duration::from_secs(10);

/// What Stripe answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProviderProbe {
    /// Whether the account's money is real; must be what the key says.
    pub is_live: bool,
    /// What time it is there.
    pub time: Option<OffsetDateTime>,
}

/// Why payments cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// Nobody answers.
    #[error("it cannot be reached: {0}")]
    Silent(String),
    /// The key is wrong, was revoked, or may not read the balance.
    #[error("it does not accept the key ({0})")]
    Refused(u16),
    /// It answers, and not as it should.
    #[error("it answers {0}")]
    Unwell(u16),
    /// Something else answers at this address.
    #[error("the answer is not Stripe's")]
    Stranger,
}

#[derive(Deserialize)]
struct Balance {
    livemode: bool,
}

/// Reads the balance of the platform's account, which changes nothing.
pub async fn probe(settings: &StripeSettings) -> Result<ProviderProbe, ProbeError> {
    let silent = |why: &dyn std::fmt::Display| ProbeError::Silent(why.to_string());
    let stripe = Stripe::new(settings, PATIENCE);
    let response = tokio::time::timeout(PATIENCE, stripe.read_balance())
        .await
        .map_err(|_| silent(&"no answer in time"))?
        .map_err(|why| silent(&why))?;
    let (head, body) = response.into_parts();
    match head.status.as_u16() {
        200 => {}
        status @ (401 | 403) => return Err(ProbeError::Refused(status)),
        status => return Err(ProbeError::Unwell(status)),
    }
    let balance: Balance = serde_json::from_slice(&body).map_err(|_| ProbeError::Stranger)?;
    let date = head.headers.get(DATE).and_then(|date| date.to_str().ok());
    Ok(ProviderProbe {
        is_live: balance.livemode,
        time: date.and_then(|date| OffsetDateTime::parse(date, &Rfc2822).ok()),
    })
}

impl Stripe {
    async fn read_balance(&self) -> Result<Response<Bytes>, String> {
        let inner = self.inner();
        let request = inner.request(&Method::GET, "/balance", None);
        let request = request.map_err(|error: CallError| error.to_string())?;
        let sent = inner.http.request(request).await;
        let (head, body) = sent.map_err(|error| with_cause(&error))?.into_parts();
        let body = Limited::new(body, LONGEST_ANSWER).collect().await;
        let body = body.map_err(|error| error.to_string())?.to_bytes();
        Ok(Response::from_parts(head, body))
    }
}
