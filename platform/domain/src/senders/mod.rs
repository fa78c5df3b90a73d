//! Senders: the domains that a tenant sends e-mail from, and the address of each storefront.
//!
//! Owns `sender_domains` and `storefront_senders`. A domain is the tenant's for as long as it publishes the key that
//! was made for the tenant: nobody else can sign in its name, and the platform cannot without it. Invariants:
//! - a verified domain is one tenant's, and a claim that is not verified is in nobody's way;
//! - mail leaves from a domain only while the last look at its DNS found the key;
//! - DNS that does not answer changes nothing.
//!
//! Imports none of the others.

mod check;
mod error;
mod handlers;
mod key;
mod letters;
mod model;
mod records;
mod service;
mod store;
mod storefront;

pub use error::SenderError;
pub use letters::LetterSender;
pub use model::{
    DnsRecord, DnsRecordPurpose, DnsRecordState, SenderDomain, SenderDomainState, StorefrontSender,
    StorefrontSenderDraft,
};
pub use service::{SenderPolicy, Senders};
