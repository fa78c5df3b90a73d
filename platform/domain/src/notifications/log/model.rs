//! What is known of an e-mail that was sent.

use kernel::contact::Email;
use kernel::ids::{EmailId, OrderId};
use kernel::ports::MailProvider;
use time::OffsetDateTime;

kernel::words! {
    /// What became of an e-mail: `queued`, staff asked for it and a worker sends it soon; `sent`, a provider took it;
    /// `bounced`, it came back for good; `complained`, its reader called it spam; `refused`, the provider refused it;
    /// `suppressed`, the address gets no mail; `obsolete`, there was nothing to tell any more.
    pub enum EmailOutcome {
        /// Staff asked for it, and a worker sends it soon.
        Queued = "queued",
        /// A provider took it.
        Sent = "sent",
        /// It came back for good.
        Bounced = "bounced",
        /// Its reader called it spam.
        Complained = "complained",
        /// The provider refused it.
        Refused = "refused",
        /// The address gets no mail.
        Suppressed = "suppressed",
        /// There was nothing to tell any more.
        Obsolete = "obsolete",
    }
}

/// An e-mail that was handed to a provider, or was not for a reason.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SentEmail {
    /// Its id.
    pub id: EmailId,
    /// What it is about.
    pub kind: super::EmailKind,
    /// Whom it was for.
    pub recipient: Email,
    /// The order that it is about.
    pub order_id: Option<OrderId>,
    /// Its subject; none when that has a code in it.
    pub subject: Option<String>,
    /// What became of it.
    pub outcome: EmailOutcome,
    /// Who took it.
    pub provider: Option<MailProvider>,
    /// The e-mail that staff sent again with it.
    pub resend_of: Option<EmailId>,
    /// Whether a copy is kept.
    pub has_copy: bool,
    /// When it was handed over, or asked for.
    pub created_at: OffsetDateTime,
}

/// What an e-mail says, without the secrets in its links.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EmailCopy {
    /// As plain text.
    pub text: String,
    /// As a page.
    pub html: String,
}

/// Which e-mails to list: the latest first.
#[derive(Debug, Clone, Default)]
pub struct ListEmails {
    /// Only those about this order.
    pub order_id: Option<OrderId>,
    /// Only those to this address.
    pub recipient: Option<Email>,
    /// Only those that became this.
    pub outcome: Option<EmailOutcome>,
    /// Only those from before this one.
    pub after: Option<EmailId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}
