//! The gateway: what stands between the wire and the handlers.
//!
//! - [`ApiError`] turns every [`Fault`](kernel::Fault) into `application/problem+json`.
//! - [`Visitor`], [`Shopper`], [`Staff`], [`Operator`], [`CartToken`], [`OrderToken`] say who is calling.
//! - [`json`] holds the JSON types that every API shares.

pub mod access;
mod address;
mod area;
mod body;
mod card_number;
mod client_ip;
mod compression;
mod connections;
pub mod context;
mod contract;
mod cors;
mod csv;
mod cursor;
mod docs;
mod document;
pub mod error;
mod exchange;
mod finder;
mod framing;
mod giving_up;
mod headers;
pub mod health;
pub mod idempotency;
pub mod json;
pub mod kept;
mod layer;
mod limits;
pub mod media;
mod page;
mod page_cache;
mod parquet;
mod pdf;
pub mod problem;
mod raw;
pub mod server;
mod settings;
pub mod telemetry;
mod timeout_stream;
mod told;
mod translate;

pub use access::{
    Buyer, CartToken, ClientAddress, Device, Operator, OrderToken, PlatformHost, Shopper, Staff,
    TenantHost, Visitor,
};
pub use address::Address;
pub use area::is_page;
pub use client_ip::Network;
pub use context::{Context, RequestContext, Target};
pub use contract::{Contract, Cost};
pub use csv::{CsvFile, CsvRow};
pub use docs::{Samples, WithDocs};
pub use document::{ApiDocument, DocumentError};
pub use error::{ApiError, ApiResult};
pub use headers::{PUBLISHABLE_KEY, REQUEST_ID};
pub use idempotency::IdempotencyKey;
pub use json::Invalid;
pub use layer::{Gateway, Guarded, Nodes};
pub use page::{Cursor, Limit, List, Page};
pub use parquet::{ParquetColumn, ParquetFailed, ParquetFile};
pub use pdf::PdfFile;
pub use problem::{FieldProblem, Problem};
pub use raw::{RawFile, RawForm, RawJson, RawText};
pub use settings::{GatewaySettings, RateSettings};
