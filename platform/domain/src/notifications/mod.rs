//! Notifications: what people are written, in the brand of the store and in its language.
//!
//! Owns `emails`, `mail_suppressions`, `sms_settings` and `text_messages`. A letter is written when a fact about it is delivered, not when the fact happens:
//! a mail server that is down delays letters and loses none, and nobody can tell from how long an
//! answer takes whether a letter was written. Links lead to the storefront's own host.
//!
//! Imports `identity` for the people, `orders` for what was bought, `reviews` for what can be reviewed,
//! `senders` for whom a letter comes from and `tenancy` for the brand.

mod address;
mod dispute;
mod error;
mod guests;
mod letter;
mod links;
mod log;
mod newsletter;
mod order;
mod sending;
mod service;
mod stock;
mod suppression;
mod text;
mod to_staff;
mod words;

pub use error::NotificationError;
pub use links::StorefrontLinks;
pub use log::{EmailCopy, EmailKind, EmailOutcome, ListEmails, SentEmail};
pub use service::Notifications;
pub use suppression::{ListSuppressions, MailSuppression, SuppressionReason};
pub use text::{SmsSettings, SmsSettingsDraft, TextNews};
