//! The gateway: what stands between the wire and the handlers.
//!
//! - [`ApiError`] turns every [`Fault`](kernel::Fault) into `application/problem+json`.
//! - [`Visitor`], [`Staff`], [`Operator`], [`CartToken`], [`OrderToken`] say who is calling.
//! - [`json`] holds the JSON types that every API shares.

pub mod access;
pub mod context;
pub mod error;
pub mod idempotency;
pub mod json;
pub mod problem;

pub use access::{CartToken, Operator, OrderToken, PlatformHost, Staff, TenantHost, Visitor};
pub use context::{Context, Entrance, RequestContext};
pub use error::{ApiError, ApiResult};
pub use idempotency::IdempotencyKey;
pub use json::{Id, Invalid};
pub use problem::{FieldProblem, Problem};
