//! Mail by SMTP (RFC 5321).

use std::time::Duration;

use async_trait::async_trait;
use kernel::ports::{Mail, MailError, Mailer};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A server that says nothing for so long is taken for dead.
const PATIENCE: Duration = Duration::from_secs(10);

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

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let refused = |why: &dyn std::fmt::Display| MailError::Refused(why.to_string());
        let to: Address = mail.to.as_str().parse().map_err(|e| refused(&e))?;
        let from = Mailbox::new(Some(one_line(&mail.from_name)), self.from.clone());
        Message::builder()
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.domain())))
            .from(from)
            .to(Mailbox::new(None, to))
            .subject(one_line(&mail.subject))
            .multipart(MultiPart::alternative_plain_html(
                mail.text.clone(),
                mail.html.clone(),
            ))
            .map_err(|e| refused(&e))
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // What the server refuses for good names an address; it is told by its code alone.
            Err(error) if error.is_permanent() => Err(MailError::Refused(code(&error))),
            Err(error) => Err(MailError::Unavailable(code(&error))),
        }
    }
}

/// Text for a header: with a line's end in it, it would become two.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// What went wrong, without what the server said: it likes to repeat the address.
fn code(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("it answers {code}"),
        None if error.is_timeout() => "it does not answer in time".to_owned(),
        None if error.is_tls() => "TLS fails".to_owned(),
        None => "it cannot be reached".to_owned(),
    }
}
