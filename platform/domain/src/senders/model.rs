//! Sender domains and their records, as the rest of Stoa sees them.

use kernel::contact::Email;
use kernel::ids::SenderDomainId;
use time::OffsetDateTime;

kernel::words! {
    /// State of a sender domain: `pending`, its key was never found; `verified`, the last check found the key, and
    /// e-mails leave from the domain; `failing`, the key was there and is no more, and e-mails leave from the platform's address.
    pub enum SenderDomainState {
        /// The key was never found.
        Pending = "pending",
        /// The last check found the key.
        Verified = "verified",
        /// The key was there, and the last check did not find it.
        Failing = "failing",
    }
}

kernel::words! {
    /// What the last check found of a record: `unchecked`, it was not looked up yet; `missing`, it is not there; `wrong`, another
    /// one is there; `ok`, it is there.
    pub enum DnsRecordState {
        /// It was not looked up yet.
        Unchecked = "unchecked",
        /// It is not there.
        Missing = "missing",
        /// Another one is there.
        Wrong = "wrong",
        /// It is there.
        Ok = "ok",
    }
}

kernel::words! {
    /// What a record is for: `dkim`, the key that e-mails are signed with; `spf`, who may send with the domain as envelope sender;
    /// `dmarc`, what receivers do with e-mails that claim the domain and are not signed.
    pub enum DnsRecordPurpose {
        /// The key that e-mails are signed with.
        Dkim = "dkim",
        /// Who may send with the domain as envelope sender.
        Spf = "spf",
        /// What receivers do with e-mails that are not signed.
        Dmarc = "dmarc",
    }
}

/// A domain that a tenant sends e-mail from.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SenderDomain {
    /// Its id.
    pub id: SenderDomainId,
    /// The domain, in ASCII.
    pub domain: String,
    /// What the key is published under.
    pub selector: String,
    /// The public key, in Base64.
    pub public_key: String,
    /// Whether e-mails leave from it.
    pub state: SenderDomainState,
    /// The key's record.
    pub dkim_state: DnsRecordState,
    /// What was found instead.
    pub dkim_found: Option<String>,
    /// The SPF record.
    pub spf_state: DnsRecordState,
    /// What was found instead.
    pub spf_found: Option<String>,
    /// The DMARC record.
    pub dmarc_state: DnsRecordState,
    /// What was found instead.
    pub dmarc_found: Option<String>,
    /// Since when it is verified.
    pub verified_at: Option<OffsetDateTime>,
    /// When DNS last answered.
    pub checked_at: Option<OffsetDateTime>,
    /// When the worker looks again.
    pub next_check_at: OffsetDateTime,
    /// When it was added.
    pub created_at: OffsetDateTime,
}

/// A TXT record to publish, and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRecord {
    /// What it is for.
    pub purpose: DnsRecordPurpose,
    /// Its name, without the dot at the end.
    pub name: String,
    /// Its text.
    pub value: String,
    /// Whether e-mails leave from the domain only with it.
    pub is_required: bool,
    /// What the last check found.
    pub state: DnsRecordState,
    /// What was found instead.
    pub found: Option<String>,
}

/// Where the letters of a storefront come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorefrontSender {
    /// The address that staff chose.
    pub address: Option<Email>,
    /// Its domain.
    pub sender_domain_id: Option<SenderDomainId>,
    /// Where answers go.
    pub reply_to: Option<Email>,
    /// The address that letters come from now: the platform's, unless the domain is verified.
    pub effective_address: String,
}

/// Where letters should come from, as the console sent it.
#[derive(Debug, Clone, Default)]
pub struct StorefrontSenderDraft {
    /// The address; the platform's without it.
    pub address: Option<String>,
    /// Where answers go; to the address without it.
    pub reply_to: Option<String>,
}
