//! What can be wrong with senders.

use std::borrow::Cow;

use db::DbError;
use kernel::ports::{DnsError, KeyRingError};
use kernel::{Case, Denied, Fault, FieldFault};

use super::service::MOST_DOMAINS;

/// A sender domain or address was not read, changed or used.
#[derive(Debug, thiserror::Error)]
pub enum SenderError {
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Some fields cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// No such domain, or no such storefront.
    #[error("there is no such sender domain or storefront")]
    NotFound,
    /// The tenant has it already.
    #[error("this sender domain exists already")]
    Exists,
    /// The tenant has as many as it may.
    #[error("a tenant has {MOST_DOMAINS} sender domains at most: delete one first")]
    TooMany,
    /// The key is published, and so is another tenant's.
    #[error(
        "another tenant of this platform has verified this domain: remove its DKIM record from your DNS, and verify \
         again a day later"
    )]
    InUse,
    /// A storefront sends from it.
    #[error("a storefront sends from this domain: change its sender first")]
    Used,
    /// The installation's mail cannot be signed.
    #[error(
        "this installation's mail provider does not sign with keys of tenants: e-mails leave from the platform's address"
    )]
    Unsupported,
    /// DNS does not answer.
    #[error(transparent)]
    Dns(#[from] DnsError),
    /// The keys cannot be used.
    #[error(transparent)]
    Keys(#[from] KeyRingError),
    /// A key could not be made.
    #[error("a key could not be made: {0}")]
    Key(String),
    /// The rows could not be read or written.
    #[error("senders could not be read or written")]
    Db(#[from] DbError),
}

impl SenderError {
    /// Case of [`Exists`](Self::Exists).
    pub const SENDER_DOMAIN_EXISTS: Case = Case::conflict("sender_domain_exists");
    /// Case of [`TooMany`](Self::TooMany).
    pub const TOO_MANY_SENDER_DOMAINS: Case = Case::conflict("too_many_sender_domains");
    /// Case of [`InUse`](Self::InUse).
    pub const SENDER_DOMAIN_IN_USE: Case = Case::conflict("sender_domain_in_use");
    /// Case of [`Used`](Self::Used).
    pub const SENDER_DOMAIN_USED: Case = Case::conflict("sender_domain_used");
    /// Case of [`Unsupported`](Self::Unsupported).
    pub const SENDER_DOMAINS_UNSUPPORTED: Case = Case::conflict("sender_domains_unsupported");
}

impl Fault for SenderError {
    fn case(&self) -> Case {
        match self {
            Self::Denied(denied) => denied.case(),
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::NotFound => Case::NOT_FOUND,
            Self::Exists => Self::SENDER_DOMAIN_EXISTS,
            Self::TooMany => Self::TOO_MANY_SENDER_DOMAINS,
            Self::InUse => Self::SENDER_DOMAIN_IN_USE,
            Self::Used => Self::SENDER_DOMAIN_USED,
            Self::Unsupported => Self::SENDER_DOMAINS_UNSUPPORTED,
            Self::Dns(error) => error.case(),
            Self::Keys(error) => error.case(),
            Self::Key(_) => Case::INTERNAL,
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Invalid(faults) => Cow::Borrowed(faults),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn is_permanent(&self) -> bool {
        match self {
            Self::Dns(_) | Self::Keys(_) | Self::Key(_) => false,
            Self::Db(error) => error.is_permanent(),
            _ => true,
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }
}
