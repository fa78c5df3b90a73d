//! Reports of customers: who orders again.

use domain::analytics::{self, DEFINITION_VERSION, ReportInterval};
use gateway::json::Money;
use gateway::{ApiResult, Contract, CsvFile, Staff};
use kernel::Currency;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::query::days;
use super::report;
use crate::{App, Tag};

pub(crate) struct CustomerReportsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    report("admin_report_customers"),
    report("admin_report_cohorts"),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl CustomerReportsApi {
    /// Report customers
    ///
    /// How many customers ordered by day, week or month, and how many of them had ordered before. A customer is an account,
    /// or for orders of guests an e-mail address, in all storefronts of the tenant. An order counts on the day that it was
    /// paid, refunded or not.
    #[oai(
        path = "/reports/customers",
        method = "get",
        operation_id = "admin_report_customers"
    )]
    async fn customers(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required. The period that it is in is counted whole.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required. The period that it is in is counted whole.
        to: Query<Option<String>>,
        /// Length of a period; `day` by default.
        interval: Query<Option<ReportInterval>>,
    ) -> ApiResult<Json<CustomerReport>> {
        let days = days(from.0.as_deref(), to.0.as_deref())?;
        let interval = interval.0.unwrap_or_default();
        let report = self
            .0
            .analytics
            .customer_report(staff.caller(), interval, days);
        Ok(Json(report.await?.into()))
    }

    /// Report cohorts
    ///
    /// A cohort is the customers whose first paid order is of one month; for each, how many of them ordered in that month
    /// and in the later ones, and for how much.
    #[oai(
        path = "/reports/cohorts",
        method = "get",
        operation_id = "admin_report_cohorts"
    )]
    async fn cohorts(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required. Its month is the first cohort.
        from: Query<Option<String>>,
        /// Last day, at most 5 years later; required. Its month is the last cohort; months after it are in the report.
        to: Query<Option<String>>,
    ) -> ApiResult<Json<CohortReport>> {
        let days = days(from.0.as_deref(), to.0.as_deref())?;
        let report = self.0.analytics.cohort_report(staff.caller(), days);
        Ok(Json(report.await?.into()))
    }
}

/// Customers of a period.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CustomerPeriod {
    /// First day of the period.
    starts_on: String,
    /// Customers with an order that was paid in the period; each counts once.
    customers: i64,
    /// Of these, customers whose first paid order is in the period.
    new_customers: i64,
    /// Of these, customers who had ordered before the period: `customers` - `new_customers`.
    returning_customers: i64,
    /// `returning_customers` in basis points of `customers`, rounded down.
    repeat_rate_bps: Option<i64>,
    /// Orders that were paid in the period.
    orders: i64,
    /// `orders` for each customer in basis points, rounded down: 15000 is one and a half.
    orders_per_customer_bps: Option<i64>,
}

impl From<analytics::CustomerPeriod> for CustomerPeriod {
    fn from(row: analytics::CustomerPeriod) -> Self {
        Self {
            starts_on: row.starts_on.to_string(),
            customers: row.customers,
            new_customers: row.new_customers,
            returning_customers: row.returning_customers(),
            repeat_rate_bps: row.repeat_rate_bps(),
            orders: row.orders,
            orders_per_customer_bps: row.orders_per_customer_bps(),
        }
    }
}

/// Customers by period.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CustomerReport {
    /// Version of what the figures mean.
    definition_version: i32,
    /// Time of the last change that is in the report; absent before the first.
    as_of: Option<OffsetDateTime>,
    /// Time zone whose midnight days begin at.
    time_zone: String,
    /// First day.
    from: String,
    /// Last day.
    to: String,
    /// Length of the periods.
    interval: ReportInterval,
    /// Periods in which there were orders. They do not add up to longer ones: a customer counts once in each.
    rows: Vec<CustomerPeriod>,
}

impl From<analytics::CustomerReport> for CustomerReport {
    fn from(report: analytics::CustomerReport) -> Self {
        Self {
            definition_version: DEFINITION_VERSION,
            as_of: report.as_of,
            time_zone: report.time_zone,
            from: report.period.from.to_string(),
            to: report.period.to.to_string(),
            interval: report.interval,
            rows: report.rows.into_iter().map(Into::into).collect(),
        }
    }
}

/// Orders of a cohort in a month, in one currency.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CohortSales {
    /// Currency.
    currency: Currency,
    /// Orders in this currency.
    orders: i64,
    /// What was paid for them, refunded or not.
    gross: Money,
}

/// A month of a cohort.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CohortMonth {
    /// Months since the month of the first order: 0 is that month.
    month: i32,
    /// Customers of the cohort who ordered in the month.
    customers: i64,
    /// `customers` in basis points of the cohort's, rounded down.
    retention_bps: Option<i64>,
    /// Their orders in the month.
    orders: i64,
    /// The orders by currency.
    sales: Vec<CohortSales>,
}

/// Customers whose first paid order is of one month.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Cohort {
    /// First day of the month.
    starts_on: String,
    /// Customers of the cohort.
    customers: i64,
    /// Months in which some of them ordered.
    months: Vec<CohortMonth>,
}

impl From<analytics::Cohort> for Cohort {
    fn from(cohort: analytics::Cohort) -> Self {
        let month = |month: &analytics::CohortMonth| CohortMonth {
            month: month.number,
            customers: month.customers,
            retention_bps: cohort.retention_bps(month),
            orders: month.orders,
            sales: month
                .sales
                .iter()
                .map(|sales| CohortSales {
                    currency: sales.currency,
                    orders: sales.orders,
                    gross: kernel::Money::new(sales.gross_minor, sales.currency).into(),
                })
                .collect(),
        };
        Self {
            starts_on: cohort.starts_on.to_string(),
            customers: cohort.customers(),
            months: cohort.months.iter().map(month).collect(),
        }
    }
}

/// Customers by the month of their first order.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CohortReport {
    /// Version of what the figures mean.
    definition_version: i32,
    /// Time of the last change that is in the report; absent before the first.
    as_of: Option<OffsetDateTime>,
    /// Time zone whose midnight months begin at.
    time_zone: String,
    /// First day.
    from: String,
    /// Last day.
    to: String,
    /// Cohorts, the oldest one first.
    cohorts: Vec<Cohort>,
}

impl From<analytics::CohortReport> for CohortReport {
    fn from(report: analytics::CohortReport) -> Self {
        Self {
            definition_version: DEFINITION_VERSION,
            as_of: report.as_of,
            time_zone: report.time_zone,
            from: report.period.from.to_string(),
            to: report.period.to.to_string(),
            cohorts: report.cohorts.into_iter().map(Into::into).collect(),
        }
    }
}

fn rate(bps: Option<i64>) -> String {
    bps.map(|bps| bps.to_string()).unwrap_or_default()
}

/// The rows of a report of customers as a file.
pub(super) fn customers_file(report: &analytics::CustomerReport) -> CsvFile {
    let columns = [
        "starts_on",
        "customers",
        "new_customers",
        "returning_customers",
        "repeat_rate_bps",
        "orders",
        "orders_per_customer_bps",
    ];
    let row = |row: &analytics::CustomerPeriod| {
        vec![
            row.starts_on.to_string(),
            row.customers.to_string(),
            row.new_customers.to_string(),
            row.returning_customers().to_string(),
            rate(row.repeat_rate_bps()),
            row.orders.to_string(),
            rate(row.orders_per_customer_bps()),
        ]
    };
    CsvFile::whole(
        "customers.csv",
        &columns,
        report.rows.iter().map(row).collect(),
    )
}

/// The months of cohorts as a file, a row for each currency.
pub(super) fn cohorts_file(report: &analytics::CohortReport) -> CsvFile {
    let columns = [
        "starts_on",
        "month",
        "customers",
        "retention_bps",
        "currency",
        "orders",
        "gross",
    ];
    let mut rows = Vec::new();
    for cohort in &report.cohorts {
        for month in &cohort.months {
            for sales in &month.sales {
                rows.push(vec![
                    cohort.starts_on.to_string(),
                    month.number.to_string(),
                    month.customers.to_string(),
                    rate(cohort.retention_bps(month)),
                    sales.currency.to_string(),
                    sales.orders.to_string(),
                    crate::json::decimal(kernel::Money::new(sales.gross_minor, sales.currency)),
                ]);
            }
        }
    }
    CsvFile::whole("cohorts.csv", &columns, rows)
}
