//! The gateway: what stands between the wire and the handlers.
//!
//! - [`ApiError`] turns every [`Fault`](kernel::Fault) into `application/problem+json`.
//! - [`Visitor`], [`Shopper`], [`Staff`], [`Operator`], [`CartToken`], [`OrderToken`] say who is calling.
//! - [`json`] holds the JSON types that every API shares.

pub mod access;
mod body;
mod client_ip;
pub mod context;
mod cors;
mod docs;
mod document;
mod doors;
pub mod error;
mod exchange;
mod headers;
pub mod health;
pub mod idempotency;
pub mod json;
mod layer;
mod limits;
pub mod media;
mod page_cache;
pub mod problem;
mod prompt;
mod raw;
pub mod server;
mod settings;
pub mod telemetry;
mod translate;

pub use access::{
    CartToken, Device, Operator, OrderToken, PlatformHost, Shopper, Staff, TenantHost, Visitor,
};
pub use client_ip::Network;
pub use context::{Context, Entrance, RequestContext};
pub use docs::WithDocs;
pub use document::{ApiDocument, DocumentError};
pub use error::{ApiError, ApiResult};
pub use headers::{PUBLISHABLE_KEY, REQUEST_ID};
pub use idempotency::IdempotencyKey;
pub use json::{Id, Invalid};
pub use layer::{Gateway, Guarded};
pub use problem::{FieldProblem, Problem};
pub use raw::RawJson;
pub use settings::{GatewaySettings, RateSettings};
