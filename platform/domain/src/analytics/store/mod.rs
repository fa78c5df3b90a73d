//! Every statement of analytics.

mod entries;
mod reports;
mod state;

pub(super) use entries::{count, orders_after};
pub(super) use reports::{Row, Wanted, freeze, rows};
pub(super) use state::{clear, finish, has_zone, is_rebuilding, lock, put_time_zone, time_zone};
