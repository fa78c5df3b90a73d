//! Every statement of analytics.

mod customers;
mod entries;
mod reports;
mod state;

pub(super) use customers::{CohortRow, cohorts, customer_periods};
pub(super) use entries::{count, orders_after};
pub(super) use reports::{Row, Wanted, freeze, rows};
pub(super) use state::{
    clear, finish, has_zone, is_rebuilding, lock, progress, put_time_zone, time_zone,
};
