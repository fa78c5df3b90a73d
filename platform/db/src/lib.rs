//! Postgres: the only way to the data, one transaction type for each role.
//!
//! - [`Db::begin`] gives a [`TenantTx`], which can see exactly one tenant (role `stoa_app`).
//! - [`Db::directory`] gives a [`DirectoryTx`]: no tenant, so nothing but the global tables that a
//!   request is resolved with.
//! - [`OperatorDb`] provisions tenants (role `stoa_operator`), [`RelayDb`] moves messages (role
//!   `stoa_relay`). Neither can read what a tenant's shop holds.
//!
//! The pools are private, and no transaction switches roles. To add a table: a migration that ends
//! with `select protect_tenant_table(…)`; the schema gate refuses it otherwise.

pub mod bootstrap;
mod claim;
mod directory;
mod dispatch;
mod error;
mod housekeeping;
mod idempotency;
mod messages;
pub mod migrate;
mod operator;
mod pool;
mod relay;
pub mod restore;
mod retentions;
pub mod roles;
mod set_aside;
mod tenant;

pub use claim::MOST_ATTEMPTS;
pub use directory::{DirectoryTx, Schema};
pub use error::{DbError, OnConstraint};
pub use idempotency::{Claim, ClaimKey, Stored};
pub use operator::{OperatorDb, OperatorTx};
pub use pool::PoolOptions;
pub use relay::{Message, RelayDb, RelayTx};
pub use retentions::{RETENTIONS, Retention};
pub use set_aside::{DeadFilter, DeadMessage};
pub use tenant::{Db, TenantTx};
