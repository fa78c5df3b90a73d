//! Mail by SES, through its API of version 2.

use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use aws_config::retry::RetryConfig;
use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::Builder as SesConfig;
use aws_sdk_sesv2::error::{BuildError, ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::send_email::SendEmailError;
use aws_sdk_sesv2::types::{
    Body, Content, Destination, EmailContent, Message, MessageHeader, MessageTag,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::ports::{Mail, MailError, MailProvider, Mailer};
use url::Url;

use crate::address::endpoint;
use crate::client::{AccessKey, Limits, config};

/// So many bytes of a name make an encoded word that is not too long (RFC 2047).
const WORD: usize = 42;

/// How SES is reached: `ses://eu-central-1?configuration_set=stoa`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SesAddress {
    region: String,
    configuration_set: Option<String>,
    endpoint: Option<Url>,
}

/// Text that does not say where SES is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be ses://REGION, with ?configuration_set=NAME if there is one")]
pub struct BadSesAddress;

impl FromStr for SesAddress {
    type Err = BadSesAddress;

    fn from_str(text: &str) -> Result<Self, BadSesAddress> {
        let url = Url::parse(text).map_err(|_| BadSesAddress)?;
        let is_plain = url.scheme() == "ses"
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none()
            && matches!(url.path(), "" | "/");
        let region = url.host_str().unwrap_or_default();
        let is_name = |name: &str| {
            let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=64).contains(&name.len()) && name.bytes().all(is_known)
        };
        if !is_plain || !is_name(region) {
            return Err(BadSesAddress);
        }
        let mut address = Self {
            region: region.to_owned(),
            configuration_set: None,
            endpoint: None,
        };
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "configuration_set" if is_name(&value) => {
                    address.configuration_set = Some(value.into_owned());
                }
                "endpoint" => {
                    address.endpoint = Some(endpoint(&value).map_err(|_| BadSesAddress)?);
                }
                _ => return Err(BadSesAddress),
            }
        }
        Ok(address)
    }
}

/// Hands mail to SES.
#[derive(Debug, Clone)]
pub struct Ses {
    client: Client,
    from: String,
    configuration_set: Option<String>,
    whole: Duration,
}

impl Ses {
    /// Mail from the address `from`. Nobody is asked yet.
    pub async fn new(
        address: &SesAddress,
        from: &str,
        key: Option<AccessKey>,
        limits: Limits,
    ) -> Self {
        let mut ses = SesConfig::from(&config(&address.region, key, limits).await)
            // A request whose answer is lost may have sent the mail: whether it is sent again is the outbox's to decide.
            .retry_config(RetryConfig::disabled());
        if let Some(endpoint) = &address.endpoint {
            ses = ses.endpoint_url(endpoint.as_str());
        }
        Self {
            client: Client::from_conf(ses.build()),
            from: from.to_owned(),
            configuration_set: address.configuration_set.clone(),
            whole: limits.whole,
        }
    }

    /// Asks whether mail may be sent from the sender's domain, and sends nothing.
    pub async fn check(&self) -> Result<(), MailError> {
        let (_, domain) = self.from.rsplit_once('@').unwrap_or(("", &self.from));
        let asked = self.client.get_email_identity().email_identity(domain);
        let answered = tokio::time::timeout(self.whole, Box::pin(asked.send())).await;
        let answered = answered.map_err(|_| unavailable("it does not answer in time"))?;
        match answered {
            Ok(identity) if identity.verified_for_sending_status() => Ok(()),
            Ok(_) => Err(unavailable("the domain of the sender is not verified yet")),
            Err(error) => Err(unavailable(&short(&error))),
        }
    }
}

#[async_trait]
impl Mailer for Ses {
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError> {
        if !mail.to.as_str().is_ascii() {
            return Err(MailError::Refused("the address is not ASCII".to_owned()));
        }
        let incomplete = |why: BuildError| MailError::Refused(why.to_string());
        let tag = |name: &str, value: String| MessageTag::builder().name(name).value(value).build();
        let asked = self
            .client
            .send_email()
            .from_email_address(mailbox(&mail.from_name, &self.from))
            .destination(
                Destination::builder()
                    .to_addresses(mail.to.as_str())
                    .build(),
            )
            .content(
                EmailContent::builder()
                    .simple(message(mail).map_err(incomplete)?)
                    .build(),
            )
            .set_reply_to_addresses(
                mail.reply_to
                    .as_ref()
                    .map(|it| vec![it.as_str().to_owned()]),
            )
            .set_configuration_set_name(self.configuration_set.clone())
            // Told again with what becomes of the message.
            .email_tags(tag("tenant_id", mail.tenant_id.to_string()).map_err(incomplete)?)
            .email_tags(tag("mail_id", mail.id.to_string()).map_err(incomplete)?);
        let sent = tokio::time::timeout(self.whole, Box::pin(asked.send())).await;
        let sent = sent.map_err(|_| unavailable("it does not answer in time"))?;
        match sent {
            Ok(_) => Ok(MailProvider::Ses),
            Err(error) if is_about_the_message(&error) => Err(MailError::Refused(short(&error))),
            Err(error) => Err(unavailable(&short(&error))),
        }
    }

    /// SES takes mail of domains only that are identities of the account, whoever has signed it.
    fn signs(&self) -> bool {
        false
    }
}

fn message(mail: &Mail) -> Result<Message, BuildError> {
    let content = |text: &str| Content::builder().data(text).charset("UTF-8").build();
    let body = Body::builder()
        .text(content(&mail.text)?)
        .html(content(&mail.html)?)
        .build();
    let mut message = Message::builder()
        .subject(content(&mail.subject.replace(char::is_control, " "))?)
        .body(body);
    for (name, value) in mail.list_headers() {
        message = message.headers(MessageHeader::builder().name(name).value(value).build()?);
    }
    Ok(message.build())
}

/// The sender with its name, which SES wants as it stands in the header (RFC 2047).
fn mailbox(name: &str, address: &str) -> String {
    let name = name.replace(char::is_control, " ");
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if name.bytes().all(is_plain) {
        return format!("{name} <{address}>").trim_start().to_owned();
    }
    let mut words = vec![String::new()];
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if word.len() + letter.len_utf8() <= WORD => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    let words = words
        .iter()
        .map(|it| format!("=?UTF-8?B?{}?=", STANDARD.encode(it)));
    format!("{} <{address}>", words.collect::<Vec<_>>().join(" "))
}

/// Whether SES will never take this message. A sender that it does not know yet stops every message, which is an outage.
fn is_about_the_message(error: &SdkError<SendEmailError>) -> bool {
    match error.as_service_error() {
        Some(SendEmailError::MessageRejected(why)) => {
            let why = why.message().unwrap_or_default();
            !why.contains("not verified")
        }
        Some(SendEmailError::BadRequestException(_)) => true,
        _ => false,
    }
}

/// What went wrong, without what SES said: it likes to repeat the address.
fn short<E: ProvideErrorMetadata>(error: &SdkError<E>) -> String {
    match error {
        SdkError::ServiceError(told) => {
            format!("it answers {}", told.err().code().unwrap_or("an error"))
        }
        SdkError::TimeoutError(_) => "it does not answer in time".to_owned(),
        SdkError::DispatchFailure(_) => "it cannot be reached".to_owned(),
        _ => "its answer cannot be read".to_owned(),
    }
}

fn unavailable(why: &str) -> MailError {
    MailError::Unavailable(format!("SES: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_where_ses_is() {
        let address: SesAddress = "ses://eu-central-1?configuration_set=stoa".parse().unwrap();
        assert_eq!(address.region, "eu-central-1");
        assert_eq!(address.configuration_set.as_deref(), Some("stoa"));
        assert_eq!(address.endpoint, None);
        let here = "ses://eu-central-1?endpoint=http://127.0.0.1:5000";
        assert!(here.parse::<SesAddress>().is_ok());
        for wrong in [
            "ses://",
            "smtp://eu-central-1",
            "ses://key:secret@eu-central-1",
            "ses://eu-central-1:25",
            "ses://eu-central-1/stoa",
            "ses://eu-central-1?configuration_set=",
            "ses://eu-central-1?configuration_set=a%20b",
            "ses://eu-central-1?region=x",
            "ses://eu-central-1?endpoint=http://ses.example",
        ] {
            assert_eq!(wrong.parse::<SesAddress>(), Err(BadSesAddress), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_written_so_that_every_mail_program_reads_it() {
        let of = |name: &str| mailbox(name, "a@b.test");
        assert_eq!(of("Aurora 2"), "Aurora 2 <a@b.test>");
        assert_eq!(of(""), "<a@b.test>");
        assert_eq!(of("Öl"), "=?UTF-8?B?w5Zs?= <a@b.test>");
        // A quotation mark or a line's end makes no other header.
        assert_eq!(
            of("A\"\r\nBcc: x"),
            "=?UTF-8?B?QSIgIEJjYzogeA==?= <a@b.test>"
        );
        let long = of(&"ö".repeat(30));
        let (words, _) = long.split_once(" <").unwrap();
        let words: Vec<&str> = words.split(' ').collect();
        assert_eq!(words.len(), 2);
        assert!(words.iter().all(|word| word.len() <= 75), "{words:?}");
    }
}
