//! How mail leaves.

use async_trait::async_trait;
use uuid::Uuid;

use crate::contact::Email;
use crate::fault::{Fault, Kind};

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
    /// The mail server will never take this message.
    #[error("the mail server refuses the message: {0}")]
    Refused(String),
}

impl Fault for MailError {
    fn kind(&self) -> Kind {
        match self {
            Self::Unavailable(_) => Kind::Unavailable,
            Self::Refused(_) => Kind::Internal,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable(_) => "mail_unavailable",
            Self::Refused(_) => "mail_refused",
        }
    }
}

/// Sends mail. `Ok` says that a server has taken the message, not that somebody has read it.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends one message.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}
