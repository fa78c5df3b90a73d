//! How text messages leave.

use async_trait::async_trait;

use crate::contact::Phone;
use crate::fault::{Case, Fault};
use crate::ids::{TenantId, TextMessageId};

/// A text message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextMessage {
    /// Its id, which the provider says again when it tells what became of the message.
    pub id: TextMessageId,
    /// The tenant that writes.
    pub tenant_id: TenantId,
    /// The name of the brand that it comes from.
    pub from_name: String,
    /// Who gets it.
    pub to: Phone,
    /// What it says.
    pub text: String,
}

/// A message that the provider took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentText {
    /// What the provider calls it, if it calls it anything.
    pub provider_id: Option<String>,
}

/// Why a message is not known to be taken. None of them holds the number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The provider did not take it and may take it later.
    #[error("the provider of text messages takes none at the moment: {0}")]
    Unavailable(String),
    /// The request left, and no answer came: the provider may have taken it.
    #[error("whether the text message was taken is unknown: {0}")]
    Unknown(String),
    /// It can never be sent; with the provider's code for why.
    #[error("the text message cannot be sent: code {code:?}")]
    Refused {
        /// The provider's code, if it said one.
        code: Option<i32>,
    },
}

impl TextError {
    /// Case of [`Unavailable`](Self::Unavailable).
    pub const SMS_UNAVAILABLE: Case = Case::unavailable("sms_unavailable");
    /// Case of [`Unknown`](Self::Unknown) and [`Refused`](Self::Refused).
    pub const SMS_REFUSED: Case = Case::internal("sms_refused");
}

impl Fault for TextError {
    fn case(&self) -> Case {
        match self {
            Self::Unavailable(_) => Self::SMS_UNAVAILABLE,
            Self::Unknown(_) | Self::Refused { .. } => Self::SMS_REFUSED,
        }
    }

    fn is_permanent(&self) -> bool {
        !matches!(self, Self::Unavailable(_))
    }
}

/// Whether a provider's code says that the person answered STOP: 21610 is Twilio's.
pub fn is_stopped(code: Option<i32>) -> bool {
    code == Some(21_610)
}

/// Sends text messages. `Ok` says that a provider has taken the message, not that somebody has read it.
#[async_trait]
pub trait Texter: Send + Sync {
    /// Sends one message.
    async fn send(&self, message: &TextMessage) -> Result<SentText, TextError>;
}

/// What became of a message after it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEvent {
    /// What the provider calls the message.
    pub provider_id: String,
    /// What happened.
    pub kind: TextEventKind,
}

/// What can become of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEventKind {
    /// It left the provider.
    Sent,
    /// It reached the phone.
    Delivered,
    /// It did not and will not; with the provider's code for why.
    Failed(Option<i32>),
}

/// A call that claims to come from a provider of text messages.
#[derive(Debug, Clone, Copy)]
pub struct TextCall<'a> {
    /// The tenant that the call's address names.
    pub tenant_id: TenantId,
    /// The message that it names.
    pub message_id: TextMessageId,
    /// The signature.
    pub signature: &'a str,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

/// Why what claims to come from a provider of text messages was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFeedbackError {
    /// No provider is set that tells anything.
    #[error("no provider of text messages is expected to call here")]
    NotExpected,
    /// The signature is missing or not the provider's.
    #[error("the signature is not the provider's")]
    Unsigned,
    /// The call is not what the provider sends.
    #[error("the call is not what the provider sends")]
    Malformed,
}

impl TextFeedbackError {
    /// Case of [`Unsigned`](Self::Unsigned).
    pub const WEBHOOK_SIGNATURE_INVALID: Case = Case::invalid("webhook_signature_invalid");
    /// Case of [`Malformed`](Self::Malformed).
    pub const WEBHOOK_MALFORMED: Case = Case::invalid("webhook_malformed");
}

impl Fault for TextFeedbackError {
    fn case(&self) -> Case {
        match self {
            Self::NotExpected => Case::NOT_FOUND,
            Self::Unsigned => Self::WEBHOOK_SIGNATURE_INVALID,
            Self::Malformed => Self::WEBHOOK_MALFORMED,
        }
    }
}

/// Reads what a provider tells of messages that it took.
pub trait TextFeedback: Send + Sync {
    /// What a call tells, when its signature is the provider's; nothing when it changes nothing.
    fn read(&self, call: &TextCall<'_>) -> Result<Option<TextEvent>, TextFeedbackError>;
}
