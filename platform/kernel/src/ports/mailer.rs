//! How mail leaves.

use async_trait::async_trait;
use uuid::Uuid;

use crate::config::Secret;
use crate::contact::Email;
use crate::fault::{Case, Fault};
use crate::ids::TenantId;

/// A message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The same message again has the same id: it becomes the `Message-ID`, by which mailboxes know
    /// a message that came twice.
    pub id: Uuid,
    /// The tenant that writes.
    pub tenant_id: TenantId,
    /// The name of the brand that it comes from.
    pub from_name: String,
    /// Who gets it.
    pub to: Email,
    /// What it is about, on one line.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// Where one click of the mail program ends such mail (RFC 8058), of mail that needs a consent.
    pub unsubscribe: Option<String>,
    /// Where answers go; to the sender's address without it.
    pub reply_to: Option<Email>,
    /// The tenant's own sender; without it mail comes from the platform's address.
    pub sender: Option<MailSender>,
}

/// An address of a tenant's own domain, and the key that the domain publishes (DKIM, RFC 6376).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSender {
    /// The address in `From`.
    pub address: Email,
    /// The domain that signs; the address is at it.
    pub domain: String,
    /// The selector that the public key is published under.
    pub selector: String,
    /// The private RSA key in PEM form (PKCS #1).
    pub key: Secret<String>,
}

impl Mail {
    /// The headers by which mail programs end mail with one click (RFC 8058).
    pub fn list_headers(&self) -> Vec<(&'static str, String)> {
        let Some(link) = &self.unsubscribe else {
            return Vec::new();
        };
        let click = "List-Unsubscribe=One-Click".to_owned();
        vec![
            ("List-Unsubscribe", format!("<{link}>")),
            ("List-Unsubscribe-Post", click),
        ]
    }
}

crate::words! {
    /// Who takes mail: `smtp`, a mail server; `sendgrid`, SendGrid; `ses`, Amazon SES; `folder`, a folder of a developer's machine.
    pub enum MailProvider {
        /// A mail server.
        Smtp = "smtp",
        /// SendGrid.
        SendGrid = "sendgrid",
        /// Amazon SES.
        Ses = "ses",
        /// A folder of a developer's machine.
        Folder = "folder",
    }
}

/// What became of a message after it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailEvent {
    /// The tenant that wrote.
    pub tenant_id: TenantId,
    /// [`Mail::id`], if the provider tells it.
    pub mail_id: Option<Uuid>,
    /// Whom it was for.
    pub to: Email,
    /// What happened.
    pub kind: MailEventKind,
    /// The status code that it came back with (RFC 3463), such as `5.1.1`, if it is known.
    pub status: Option<String>,
}

/// What can become of a message that matters to later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailEventKind {
    /// It came back, and every other will.
    Bounced,
    /// Whoever got it called it spam.
    Complained,
}

/// Why what claims to come from a mail provider was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailFeedbackError {
    /// No provider is set that tells anything.
    #[error("no mail provider is expected to call here")]
    NotExpected,
    /// The signature is missing or not the provider's.
    #[error("the signature is not the mail provider's")]
    Unsigned,
    /// The body is not what the provider sends.
    #[error("the body is not what the mail provider sends")]
    Malformed,
    /// What the provider's signature is compared with cannot be fetched at the moment.
    #[error("the mail provider's certificate or confirmation cannot be fetched: call again later")]
    Unavailable,
}

impl MailFeedbackError {
    /// Case of [`Unsigned`](Self::Unsigned).
    pub const WEBHOOK_SIGNATURE_INVALID: Case = Case::invalid("webhook_signature_invalid");
    /// Case of [`Malformed`](Self::Malformed).
    pub const WEBHOOK_MALFORMED: Case = Case::invalid("webhook_malformed");
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const WEBHOOK_PROVIDER_UNAVAILABLE: Case =
        Case::unavailable("webhook_provider_unavailable");
}

impl Fault for MailFeedbackError {
    fn case(&self) -> Case {
        match self {
            Self::NotExpected => Case::NOT_FOUND,
            Self::Unsigned => Self::WEBHOOK_SIGNATURE_INVALID,
            Self::Malformed => Self::WEBHOOK_MALFORMED,
            Self::Unavailable => Self::WEBHOOK_PROVIDER_UNAVAILABLE,
        }
    }
}

/// Reads what a mail provider tells of messages that it took.
#[async_trait]
pub trait MailFeedback: Send + Sync {
    /// The events of a call, when its signature is the provider's.
    async fn read(&self, call: &MailCall<'_>) -> Result<Vec<MailEvent>, MailFeedbackError>;
}

/// A call that claims to come from a mail provider.
#[derive(Debug, Clone, Copy)]
pub struct MailCall<'a> {
    /// When it was signed, as the provider writes it; empty if that is in the body.
    pub timestamp: &'a str,
    /// The signature; empty if it is in the body.
    pub signature: &'a str,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

/// Why a message was not taken.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The mail server does not answer, or asks to be tried later.
    #[error("the mail server does not take mail at the moment: {0}")]
    Unavailable(String),
    /// This message can never be sent: the address cannot be written to, or the server refuses it.
    #[error("the message cannot be sent: {0}")]
    Refused(String),
}

impl MailError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const MAIL_UNAVAILABLE: Case = Case::unavailable("mail_unavailable");
    /// Case of [`Refused`](Self::Refused).
    pub const MAIL_REFUSED: Case = Case::internal("mail_refused");
}

impl Fault for MailError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable(_) => Self::MAIL_UNAVAILABLE,
            Self::Refused(_) => Self::MAIL_REFUSED,
        }
    }

    fn is_permanent(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

/// Sends mail. `Ok` says that a server has taken the message, not that somebody has read it.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends one message; who took it.
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError>;

    /// Whether mail leaves from [`Mail::sender`], signed with its key. One that does not sign sends it from the
    /// platform's address.
    fn signs(&self) -> bool;
}
