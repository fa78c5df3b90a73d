//! How mail leaves.

use async_trait::async_trait;
use uuid::Uuid;

use crate::contact::Email;
use crate::fault::{Case, Fault};

/// A message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The same message again has the same id: it becomes the `Message-ID`, by which mailboxes know
    /// a message that came twice.
    pub id: Uuid,
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
    /// Sends one message.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}
