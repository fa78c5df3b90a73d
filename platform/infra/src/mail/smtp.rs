//! Mail by SMTP (RFC 5321).

use std::time::Duration;

use async_trait::async_trait;
use kernel::ports::{Mail, MailError, MailProvider, MailSender, Mailer};
use lettre::address::Envelope;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm,
    DkimSigningKey, DkimSigningKeyError,
};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp;
use lettre::transport::smtp::response::Code;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A server that says nothing for so long is taken for dead.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a signature covers (RFC 6376, section 5.4.1): one of these that is added on the way breaks it.
/// `Content-Type` is not among them: the library keeps it with the body, and does not see it when it signs.
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// Hands mail to one SMTP server, over connections that are used again.
#[derive(Debug, Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

/// A server or a sender that cannot be.
#[derive(Debug, thiserror::Error)]
pub enum BadSmtp {
    /// The address of the server.
    #[error("the address of the mail server cannot be used: {0}")]
    Server(#[source] smtp::Error),
    /// The sender.
    #[error("must be an e-mail address such as no-reply@example.com")]
    Sender,
}

impl Smtp {
    /// Mail from the address `from` to the server at `url`. Nothing is connected yet.
    pub fn new(url: &str, from: &str) -> Result<Self, BadSmtp> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(BadSmtp::Server)?
            .timeout(Some(PATIENCE))
            .build();
        let from = from.parse().map_err(|_| BadSmtp::Sender)?;
        Ok(Self { transport, from })
    }

    /// Connects and signs in, and sends nothing.
    pub async fn check(&self) -> Result<(), MailError> {
        let answers = tokio::time::timeout(PATIENCE, self.transport.test_connection()).await;
        let unavailable = |why: &str| Err(MailError::Unavailable(why.to_owned()));
        match answers {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => unavailable("it hangs up"),
            Ok(Err(error)) if error.is_client() => unavailable("nobody can sign in there"),
            Ok(Err(error)) => unavailable(&code(&error)),
            Err(_) => unavailable("it does not answer in time"),
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let refused = |why: &dyn std::fmt::Display| MailError::Refused(why.to_string());
        // An address from before they were kept in ASCII; not every server takes it.
        if !mail.to.as_str().is_ascii() {
            return Err(refused(&"the address is not ASCII"));
        }
        let to: Address = mail.to.as_str().parse().map_err(|e| refused(&e))?;
        let sender = mail.sender.as_ref();
        let from: Address = match sender {
            Some(sender) => sender.address.as_str().parse().map_err(|e| refused(&e))?,
            None => self.from.clone(),
        };
        // What comes back comes to the platform, whoever has written.
        let envelope = Envelope::new(Some(self.from.clone()), vec![to.clone()]);
        let mut builder = Message::builder()
            .envelope(envelope.map_err(|e| refused(&e))?)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.domain())))
            .from(Mailbox::new(Some(one_line(&mail.from_name)), from))
            .to(Mailbox::new(None, to))
            .subject(one_line(&mail.subject));
        if let Some(reply_to) = &mail.reply_to {
            let reply_to = reply_to.as_str().parse().map_err(|e| refused(&e))?;
            builder = builder.reply_to(Mailbox::new(None, reply_to));
        }
        let mut message = builder
            .multipart(MultiPart::alternative_plain_html(
                mail.text.clone(),
                mail.html.clone(),
            ))
            .map_err(|e| refused(&e))?;
        for (name, value) in mail.list_headers() {
            let name = HeaderName::new_from_ascii_str(name);
            message
                .headers_mut()
                .insert_raw(HeaderValue::new(name, value));
        }
        if let Some(sender) = sender {
            message.sign(&signature(sender).map_err(|why| refused(&why))?);
        }
        Ok(message)
    }
}

/// How a sender signs. Servers on the way may wrap headers anew: `relaxed` does not mind.
fn signature(sender: &MailSender) -> Result<DkimConfig, DkimSigningKeyError> {
    let key = DkimSigningKey::new(sender.key.expose(), DkimSigningAlgorithm::Rsa)?;
    let headers = SIGNED
        .iter()
        .map(|&name| HeaderName::new_from_ascii_str(name));
    let relaxed = DkimCanonicalization {
        header: DkimCanonicalizationType::Relaxed,
        body: DkimCanonicalizationType::Relaxed,
    };
    let (selector, domain) = (sender.selector.clone(), sender.domain.clone());
    Ok(DkimConfig::new(
        selector,
        domain,
        key,
        headers.collect(),
        relaxed,
    ))
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError> {
        let message = self.message(mail)?;
        // lettre's own timeout ends with the connection being made; this one is round all of it.
        let sent = tokio::time::timeout(PATIENCE, self.transport.send(message)).await;
        let Ok(sent) = sent else {
            let why = "it does not answer in time".to_owned();
            return Err(MailError::Unavailable(why));
        };
        match sent {
            Ok(_) => Ok(MailProvider::Smtp),
            Err(error) if is_about_the_message(&error) => Err(MailError::Refused(code(&error))),
            Err(error) => Err(MailError::Unavailable(code(&error))),
        }
    }

    fn signs(&self) -> bool {
        true
    }
}

/// Whether the server refuses this message for good (5yz). Our own credentials, when the server does
/// not accept them (RFC 4954, section 6), stop every message: that is an outage, which ends when they
/// are corrected.
fn is_about_the_message(error: &smtp::Error) -> bool {
    let is_about_us =
        |code: Code| matches!(code.to_string().as_str(), "530" | "534" | "535" | "538");
    error.is_permanent() && !error.status().is_some_and(is_about_us)
}

/// Text for a header: with a line's end in it, it would become two.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// What went wrong, without what the server said: servers like to repeat the address.
fn code(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("it answers {code}"),
        None if error.is_timeout() => "it does not answer in time".to_owned(),
        None if error.is_tls() => "TLS fails".to_owned(),
        None => "it cannot be reached".to_owned(),
    }
}
