//! Every statement of analytics.

mod customers;
mod entries;
mod funnel;
mod reports;
mod state;

pub(super) use customers::{CohortRow, cohorts, customer_periods};
pub(super) use entries::{count, orders_after};
pub(super) use funnel::{
    FunnelCount, FunnelRow, VisitMark, count_step, counting_day, funnel, mark, sold,
};
pub(super) use reports::{Row, Wanted, freeze, rows};
pub(super) use state::{
    clear, events_need_consent, finish, has_zone, is_rebuilding, lock, progress, put_settings,
    time_zone,
};
