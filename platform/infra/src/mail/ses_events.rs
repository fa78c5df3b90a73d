//! What SES tells of messages that it took: through a topic of SNS, whose calls Amazon signs (RSA over SHA-256).

use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::http::StatusCode;
use kernel::contact::Email;
use kernel::ports::{MailCall, MailEvent, MailEventKind, MailFeedback, MailFeedbackError};
use moka::sync::Cache;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use serde::Deserialize;
use serde_json::Value;
use tracing::{info, warn};
use url::Url;
use webpki::EndEntityCert;
use webpki::ring::RSA_PKCS1_2048_8192_SHA256;

use crate::http::{Http, is_this_machine};

/// A certificate is fetched again after so long; Amazon replaces them from time to time.
const KEPT_FOR: Duration = Duration::from_hours(24);
const MOST_KEPT: u64 = 4;

/// A topic of SNS: `sns://123456789012/stoa-feedback?region=eu-central-1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnsTopic {
    arn: String,
    /// Where its certificates and confirmations are, without a slash at the end.
    base: String,
}

/// Text that names no topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be sns://ACCOUNT/TOPIC?region=…, where ACCOUNT has 12 digits")]
pub struct BadTopic;

impl FromStr for SnsTopic {
    type Err = BadTopic;

    fn from_str(text: &str) -> Result<Self, BadTopic> {
        let url = Url::parse(text).map_err(|_| BadTopic)?;
        let is_plain = url.scheme() == "sns"
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none();
        let account = url.host_str().unwrap_or_default();
        let is_account = account.len() == 12 && account.bytes().all(|it| it.is_ascii_digit());
        let name = url.path().trim_start_matches('/');
        let is_name = |name: &str| {
            let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            !name.is_empty() && name.bytes().all(is_known)
        };
        let (mut region, mut endpoint) = (String::new(), None);
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "region" => region = value.into_owned(),
                "endpoint" => endpoint = Some(own_endpoint(&value).ok_or(BadTopic)?),
                _ => return Err(BadTopic),
            }
        }
        if !is_plain || !is_account || !is_name(name) || !is_name(&region) {
            return Err(BadTopic);
        }
        let (partition, domain) = if region.starts_with("cn-") {
            ("aws-cn", "amazonaws.com.cn")
        } else {
            ("aws", "amazonaws.com")
        };
        Ok(Self {
            arn: format!("arn:{partition}:sns:{region}:{account}:{name}"),
            base: endpoint.unwrap_or_else(|| format!("https://sns.{region}.{domain}")),
        })
    }
}

/// Another place than Amazon's, for an emulator.
fn own_endpoint(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_safe = url.scheme() == "https" || url.scheme() == "http" && is_this_machine(&url);
    is_safe.then(|| text.trim_end_matches('/').to_owned())
}

/// Reads the calls of one topic.
#[derive(Debug, Clone)]
pub struct SesEvents {
    topic: SnsTopic,
    http: Http,
    certificates: Cache<String, Vec<u8>>,
}

/// A call of SNS.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Told {
    r#type: String,
    message_id: String,
    #[serde(default)]
    subject: Option<String>,
    message: String,
    timestamp: String,
    topic_arn: String,
    signature_version: String,
    signature: String,
    #[serde(rename = "SigningCertURL")]
    certificate_url: String,
    #[serde(default)]
    token: Option<String>,
    #[serde(rename = "SubscribeURL", default)]
    subscribe_url: Option<String>,
}

impl Told {
    /// What is signed: names and values of the fields, in the order of their names.
    fn signed(&self) -> String {
        let subscribing = self.r#type != "Notification";
        let fields = [
            ("Message", Some(self.message.as_str())),
            ("MessageId", Some(self.message_id.as_str())),
            ("Subject", self.subject.as_deref().filter(|_| !subscribing)),
            (
                "SubscribeURL",
                self.subscribe_url.as_deref().filter(|_| subscribing),
            ),
            ("Timestamp", Some(self.timestamp.as_str())),
            ("Token", self.token.as_deref().filter(|_| subscribing)),
            ("TopicArn", Some(self.topic_arn.as_str())),
            ("Type", Some(self.r#type.as_str())),
        ];
        let mut signed = String::new();
        for (name, value) in fields {
            if let Some(value) = value {
                signed.extend([name, "\n", value, "\n"]);
            }
        }
        signed
    }
}

impl SesEvents {
    /// What `topic` tells. Nothing is fetched yet.
    pub fn new(topic: SnsTopic) -> Self {
        let certificates = Cache::builder()
            .max_capacity(MOST_KEPT)
            .time_to_live(KEPT_FOR)
            .build();
        Self {
            topic,
            http: Http::new("sns"),
            certificates,
        }
    }

    /// Refuses what this topic did not sign. The certificate is Amazon's because of where it is: its host is asked over
    /// TLS, and no other.
    async fn verify(&self, told: &Told) -> Result<(), MailFeedbackError> {
        let unsigned = MailFeedbackError::Unsigned;
        if told.topic_arn != self.topic.arn || told.signature_version != "2" {
            return Err(unsigned);
        }
        let signature = STANDARD.decode(&told.signature).map_err(|_| unsigned)?;
        let certificate = self.certificate(&told.certificate_url).await?;
        let certificate = CertificateDer::from(certificate);
        let certificate = EndEntityCert::try_from(&certificate).map_err(|_| unsigned)?;
        certificate
            .verify_signature(
                RSA_PKCS1_2048_8192_SHA256,
                told.signed().as_bytes(),
                &signature,
            )
            .map_err(|_| unsigned)
    }

    async fn certificate(&self, url: &str) -> Result<Vec<u8>, MailFeedbackError> {
        let name = url
            .strip_prefix(&self.topic.base)
            .and_then(|path| path.strip_prefix("/SimpleNotificationService-"))
            .and_then(|path| path.strip_suffix(".pem"));
        let is_name =
            |it: &str| (1..=64).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_hexdigit());
        if !name.is_some_and(is_name) {
            return Err(MailFeedbackError::Unsigned);
        }
        if let Some(known) = self.certificates.get(url) {
            return Ok(known);
        }
        let (status, body) = self.get(url).await?;
        if status.is_client_error() {
            return Err(MailFeedbackError::Unsigned);
        }
        let found = CertificateDer::from_pem_slice(&body);
        let found = found.map_err(|_| MailFeedbackError::Unavailable)?.to_vec();
        self.certificates.insert(url.to_owned(), found.clone());
        Ok(found)
    }

    /// Says that the topic may call here.
    async fn confirm(&self, url: Option<&str>) -> Result<(), MailFeedbackError> {
        let asks = format!("{}/?Action=ConfirmSubscription&", self.topic.base);
        let url = url.filter(|url| url.starts_with(&asks));
        let url = url.ok_or(MailFeedbackError::Malformed)?;
        let (status, _) = self.get(url).await?;
        if !status.is_success() {
            warn!(
                status = status.as_u16(),
                "a topic of SNS cannot be confirmed"
            );
            return Err(MailFeedbackError::Unavailable);
        }
        info!(
            topic = self.topic.arn,
            "a topic of SNS tells of bounces and complaints"
        );
        Ok(())
    }

    async fn get(&self, url: &str) -> Result<(StatusCode, Vec<u8>), MailFeedbackError> {
        let answer = self.http.get(url).await;
        answer.map_err(|why| {
            warn!(%why, "SNS cannot be asked");
            MailFeedbackError::Unavailable
        })
    }
}

#[async_trait]
impl MailFeedback for SesEvents {
    async fn read(&self, call: &MailCall<'_>) -> Result<Vec<MailEvent>, MailFeedbackError> {
        let told: Told =
            serde_json::from_slice(call.body).map_err(|_| MailFeedbackError::Malformed)?;
        self.verify(&told).await?;
        match told.r#type.as_str() {
            "Notification" => Ok(events(&told.message)),
            "SubscriptionConfirmation" => {
                self.confirm(told.subscribe_url.as_deref()).await?;
                Ok(Vec::new())
            }
            "UnsubscribeConfirmation" => {
                warn!("a topic of SNS tells no more of bounces and complaints");
                Ok(Vec::new())
            }
            _ => Err(MailFeedbackError::Malformed),
        }
    }
}

/// What SES tells that matters; none in what is not about mail of ours, such as the message that SES tries a topic with.
fn events(message: &str) -> Vec<MailEvent> {
    let told: Value = serde_json::from_str(message).unwrap_or_default();
    let text = |pointer: &str| told.pointer(pointer).and_then(Value::as_str);
    let (kind, recipients) = match text("/eventType") {
        Some("Bounce") if text("/bounce/bounceType") == Some("Permanent") => {
            (MailEventKind::Bounced, "/bounce/bouncedRecipients")
        }
        Some("Complaint") => (MailEventKind::Complained, "/complaint/complainedRecipients"),
        _ => return Vec::new(),
    };
    let Some(tenant_id) = text("/mail/tags/tenant_id/0").and_then(|id| id.parse().ok()) else {
        return Vec::new();
    };
    let mail_id = text("/mail/tags/mail_id/0").and_then(|id| id.parse().ok());
    let is_code = |code: &&str| {
        (1..=20).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    let recipients = told.pointer(recipients).and_then(Value::as_array);
    let recipients = recipients.into_iter().flatten();
    recipients
        .filter_map(|it| {
            let status = it.get("status").and_then(Value::as_str).filter(is_code);
            Some(MailEvent {
                tenant_id,
                mail_id,
                to: Email::parse(it.get("emailAddress")?.as_str()?).ok()?,
                kind,
                status: status.map(str::to_owned),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_a_topic_and_where_amazon_signs_for_it() {
        let topic = |text: &str| text.parse::<SnsTopic>();
        assert_eq!(
            topic("sns://123456789012/stoa-feedback?region=eu-central-1"),
            Ok(SnsTopic {
                arn: "arn:aws:sns:eu-central-1:123456789012:stoa-feedback".to_owned(),
                base: "https://sns.eu-central-1.amazonaws.com".to_owned(),
            })
        );
        let china = topic("sns://123456789012/stoa?region=cn-north-1").unwrap();
        assert_eq!(china.arn, "arn:aws-cn:sns:cn-north-1:123456789012:stoa");
        assert_eq!(china.base, "https://sns.cn-north-1.amazonaws.com.cn");
        for wrong in [
            "sns://123456789012/stoa",
            "sns://1234/stoa?region=x",
            "sns://123456789012/?region=x",
            "sns://123456789012/a:b?region=x",
            "sns://123456789012/stoa?region=x.evil.example/",
            "sns://123456789012/stoa?region=x&endpoint=http://evil.example",
            "arn:aws:sns:eu-central-1:123456789012:stoa",
        ] {
            assert_eq!(topic(wrong), Err(BadTopic), "{wrong}");
        }
    }
}
