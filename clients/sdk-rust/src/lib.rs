//! Client of the Stoa commerce API: [`Storefront`] for shops, [`Admin`] for a tenant's staff, [`Operator`] for the platform.
//!
//! The README says how it is used; `examples/` has its code.

#![warn(missing_docs)]

mod call;
mod client;
mod download;
mod error;
#[rustfmt::skip]
mod generated;
mod money;
mod nullable;
mod open_enum;
mod options;
mod pages;
mod request;
mod retry;
mod timestamp;
mod transport;
mod webhook;

pub use call::{Answer, ApiResponse, Call};
pub use download::Download;
pub use error::{ApiError, BoxError, Error, FieldError, MalformedResponse, Result};
pub use generated::version::VERSION;
pub use generated::{Admin, Operator, Storefront, admin, codes, models, operator, storefront};
pub use money::{MoneyError, minor_digits};
pub use nullable::Nullable;
pub use options::{Attempt, Options};
pub use pages::{Items, Page, Pages};
pub use timestamp::Timestamp;
pub use transport::{HttpRequest, HttpResponse, ReqwestTransport, Sending, Transport};
pub use webhook::{WebhookError, verify_webhook, verify_webhook_at};

pub use reqwest;
pub use serde_json;

/// Fields that only a newer server knows, by name.
pub type Extra = serde_json::Map<String, serde_json::Value>;
