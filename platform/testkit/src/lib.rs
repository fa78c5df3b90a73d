//! Tests only: a server, and a fresh database for every test.
//!
//! `TestDb::new().await` is all most tests need. The server behind it is started by the first test
//! that asks, in `target/test-postgres`, and found there by every later one; `make test` stops it.
//! `STOA_TEST_POSTGRES` names another server, as superuser.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot have its database fails there and then"
)]

mod database;
mod dns;
mod key_ring;
mod moto;
mod objects;
mod oidc;
mod passwords;
mod payments;
mod product_documents;
mod provider;
mod proxy;
mod redis;
mod server;
mod smtp;
mod sns;
mod template;

pub use database::{TestDb, patient_pool};
pub use dns::{DnsMood, DnsServer};
pub use key_ring::key_ring_contract;
pub use moto::Moto;
pub use objects::{MemoryObjects, object_store_contract};
pub use oidc::{
    CLIENT_ID as OIDC_CLIENT_ID, CLIENT_SECRET as OIDC_CLIENT_SECRET, OidcFault, OidcPerson,
    OidcServer,
};
pub use payments::{FakePayments, Trouble};
pub use product_documents::{product_document, product_documents_contract};
pub use provider::{ProviderReply, ProviderServer, Seen};
pub use proxy::{Fault, FaultProxy};
pub use redis::{Proxy, RedisServer, Wire};
pub use server::{postgres, postgres_program};
pub use smtp::{Mood, SmtpServer};
pub use sns::SnsServer;
