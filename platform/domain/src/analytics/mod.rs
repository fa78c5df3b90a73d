//! Analytics: what was sold, given back and earned, by day, and reports of it.
//!
//! Owns `report_settings`, `report_states`, `report_entries`, `report_days`, `report_months`,
//! `report_customer_orders`, `report_customer_periods`, `report_cohorts`, `report_cohort_sales`, `report_funnel_days` and
//! `report_visit_marks`. Invariants:
//! - every amount is the ledger's, or of an order that the ledger has the sum of; each dimension has all of it once;
//! - an order is counted whole and again whenever its books change: what it added before is taken out, so that a
//!   message that comes twice, late or not in order changes nothing;
//! - so are customers: what one adds to periods and cohorts follows from all their orders, and is taken out and put
//!   in again whole;
//! - the funnel is counters: nothing in it is of one event, visit or person. It is counted once and not made again;
//! - analytics keeps no address: a guest is a digest that needs the tenant's salt;
//! - reports read `report_days` and `report_months`, which the database keeps to be their sums, periods and cohorts, and never
//!   an order; all but the settings and the funnel can be made again;
//! - a tenant's rows are written by whoever has locked its state;
//! - the same definition, moment (`as_of`) and query give the same answer.
//!
//! # Definitions, version 1
//!
//! A day begins at midnight in the tenant's time zone; a day on which clocks change has 23 or 25 hours. Each fact
//! counts on the day that it happened: a sale when the money came (a free order when it was placed), a refund, a lost
//! dispute and a fee on the days of their own. Nothing is converted: each currency has its own rows.
//!
//! - **orders**, **units**: orders that were paid, and the units of their lines. Given back or not.
//! - **net**: their goods without shipping and tax. **shipping** is without tax; **tax** is of both.
//! - **gross**: net + shipping + tax; in the ledger, the entries of `sale_captured`.
//! - **refunds**: what shoppers were given back, by the store or at the provider: `refund` − `refund_failed`.
//! - **disputes**: what their banks took for good: `dispute_lost` − `dispute_loss_undone`.
//! - **total**: gross − refunds − disputes.
//! - **commission**: the platform's, less what went back with refunds and disputes; `platform_fee_revenue`.
//! - **fees**: the provider's, of payments and of disputes, which merchants bear.
//! - **earnings**: what merchants earned: their payable and receivable accounts, without transfers.
//!
//! A product's sales are of its deepest category, and of several as deep of the one with the lowest id, as they were
//! when the order was last counted. What is of no product, or of a product without a category, is of none.
//!
//! A **customer** is an account, or for orders of guests an e-mail address; customers count for the whole tenant.
//! - **new customers** of a period: their first paid order is in it; **returning** ones had ordered before it.
//! - **repeat rate**: returning customers of all customers of the period.
//! - **cohort**: customers whose first paid order is of one month; **retention**: which part of it ordered in a month.
//!
//! The **funnel** counts on the day that something happened:
//! - **product views** and **checkout visits**: what browsers tell; **visits**: words for visits of a day with a product
//!   view, estimated from bits (within 1 % up to 300,000 a day; none of more than 726,817).
//! - **carts**: first goods in an empty cart. **orders placed**, **orders paid**: on the days of each.
//! - **refusals**: answers of checkout, by code; of an incomplete cart by what was missing.
//!
//! Tables of orders, products, categories and the ledger are read, by one statement in `store`: it runs when an order is counted.
//! May import `tenancy`.

mod customers;
mod error;
mod funnel;
mod handlers;
mod model;
mod service;
mod settings;
mod store;

pub use customers::model::{
    Cohort, CohortMonth, CohortReport, CohortSales, CustomerPeriod, CustomerReport,
};
pub use error::AnalyticsError;
pub use funnel::model::{
    CountedEvents, EVENTS_MAX, FunnelReport, FunnelSteps, Refusal, ShopEvent, ShopEventKind,
    ShopEvents,
};
pub use model::{
    DEFINITION_VERSION, Dimension, Figures, Grouping, Period, Report, ReportInterval, ReportQuery,
    ReportRow, YEARS_MAX, rate_bps,
};
pub use service::Analytics;
pub use settings::ReportSettings;
pub(crate) use settings::time_zone;
