//! The words of the business: ids, money, callers, permissions, events, faults and ports.
//!
//! Every crate of Stoa imports this one and it imports none of them; nothing here does any IO.
//! To add a word, put it where its neighbours are; a new port gets a file in [`ports`], one to four
//! methods in business words, and a contract test that every adapter passes.

pub mod caller;
mod change;
#[doc(hidden)]
pub mod column;
pub mod config;
pub mod contact;
pub mod event;
pub mod fault;
mod freshness;
mod funnel;
pub mod goods;
pub mod host;
pub mod ids;
mod lane;
pub mod money;
mod news;
pub mod permission;
pub mod picture;
pub mod ports;
pub mod product;
pub mod rating;
pub mod role;
mod seller;
pub mod sheet;
pub mod text;
pub mod trace;
mod wire;
pub mod words;

pub use caller::{Actor, Caller, Client, Denied, OperatorCaller, RecordedRequest};
pub use change::Change;
#[doc(hidden)]
pub use enumset::enum_set;
pub use event::Event;
pub use fault::{AnyFault, Case, Fault, FieldFault, Kind, chain};
pub use freshness::{DEAF_FOR, Freshness};
pub use funnel::FunnelStep;
pub use lane::Lane;
pub use money::{Currency, Money, MoneyError};
pub use news::{OrderNews, StaffNotice};
pub use permission::{Permission, Permissions};
pub use rating::{Rating, Stars};
pub use seller::Seller;
