//! Reports of customers and cohorts.

pub(super) mod model;

use std::collections::BTreeMap;

use db::TenantTx;
use kernel::{Caller, Permission};
use time::{Date, OffsetDateTime};

use self::model::{Cohort, CohortMonth, CohortReport, CohortSales, CustomerReport};
use super::error::AnalyticsError;
use super::model::ReportInterval;
use super::service::{Analytics, check_days};
use super::settings::default_zone;
use super::store::{self, CohortRow};

impl Analytics {
    /// How many customers ordered in each period, and how many of them had ordered before.
    pub async fn customer_report(
        &self,
        caller: &Caller,
        interval: ReportInterval,
        (from, to): (Option<Date>, Option<Date>),
    ) -> Result<CustomerReport, AnalyticsError> {
        caller.require(Permission::AnalyticsRead)?;
        let period = check_days(from, to)?;
        let mut tx = self.db.begin(caller).await?;
        store::freeze(&mut tx).await?;
        let (as_of, time_zone) = progress(&mut tx).await?;
        let rows = store::customer_periods(&mut tx, interval, period).await?;
        Ok(CustomerReport {
            as_of,
            time_zone,
            period,
            interval,
            rows,
        })
    }

    /// What customers do in the months after that of their first order.
    pub async fn cohort_report(
        &self,
        caller: &Caller,
        (from, to): (Option<Date>, Option<Date>),
    ) -> Result<CohortReport, AnalyticsError> {
        caller.require(Permission::AnalyticsRead)?;
        let period = check_days(from, to)?;
        let mut tx = self.db.begin(caller).await?;
        store::freeze(&mut tx).await?;
        let (as_of, time_zone) = progress(&mut tx).await?;
        let rows = store::cohorts(&mut tx, period).await?;
        Ok(CohortReport {
            as_of,
            time_zone,
            period,
            cohorts: cohorts(rows),
        })
    }
}

/// How far the reports are, and the zone that they are counted in; refused while they are made again.
async fn progress(tx: &mut TenantTx) -> Result<(Option<OffsetDateTime>, String), AnalyticsError> {
    match store::progress(tx).await? {
        Some(progress) if progress.is_rebuilding => Err(AnalyticsError::Rebuilding),
        Some(progress) => Ok((progress.as_of, progress.time_zone)),
        None => {
            let zone = store::time_zone(tx).await?;
            Ok((None, zone.unwrap_or_else(default_zone)))
        }
    }
}

/// The cohorts that the rows are of; these are sorted by cohort, month and currency.
fn cohorts(rows: Vec<CohortRow>) -> Vec<Cohort> {
    let mut months: BTreeMap<Date, BTreeMap<i32, CohortMonth>> = BTreeMap::new();
    for row in rows {
        let number = months_between(row.cohort, row.month);
        let cohort = months.entry(row.cohort).or_default();
        let month = cohort.entry(number).or_insert_with(|| CohortMonth {
            number,
            customers: row.customers,
            orders: row.orders,
            sales: Vec::new(),
        });
        month.sales.push(CohortSales {
            currency: row.currency,
            orders: row.orders_in_currency,
            gross_minor: row.gross_minor,
        });
    }
    let cohorts = months.into_iter();
    cohorts
        .map(|(starts_on, months)| Cohort {
            starts_on,
            months: months.into_values().collect(),
        })
        .collect()
}

fn months_between(from: Date, to: Date) -> i32 {
    (to.year() - from.year()) * 12 + i32::from(u8::from(to.month()))
        - i32::from(u8::from(from.month()))
}
