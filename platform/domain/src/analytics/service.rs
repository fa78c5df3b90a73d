//! Reports of the days.

use std::sync::Arc;
use std::time::Duration;

use db::{Db, TenantTx};
use kernel::ids::TenantId;
use kernel::ports::Clock;
use kernel::{Caller, FieldFault, Permission};
use moka::sync::Cache;
use time::Date;

use super::error::AnalyticsError;
use super::model::{Period, Report, ReportQuery, ReportRow, YEARS_MAX};
use super::settings::default_zone;
use super::store::{self, Row, Wanted};
use crate::tenancy;

/// Days of [`YEARS_MAX`] years, leap days included.
const DAYS_MAX: i64 = YEARS_MAX * 365 + 2;
/// The most rows of each currency that a report can be cut to.
pub(super) const ROWS_MAX: u32 = 500;

/// How long a tenant's answer to whether events need consent is remembered.
const CONSENT_FRESH: Duration = Duration::from_secs(5);
const CONSENTS_MAX: u64 = 10_000;

/// What was sold and earned.
#[derive(Clone)]
pub struct Analytics {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    /// Whether a tenant's events need consent: every page of a store says so.
    pub(super) consents: Cache<TenantId, bool>,
}

impl Analytics {
    /// Analytics in `db`.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        let consents = Cache::builder()
            .time_to_live(CONSENT_FRESH)
            .max_capacity(CONSENTS_MAX)
            .build();
        Self {
            db,
            clock,
            consents,
        }
    }

    /// A report, with the totals of as many days before to compare with.
    pub async fn report(
        &self,
        caller: &Caller,
        query: ReportQuery,
    ) -> Result<Report, AnalyticsError> {
        caller.require(Permission::AnalyticsRead)?;
        let (period, previous) = check(&query)?;
        let mut tx = self.db.begin(caller).await?;
        store::freeze(&mut tx).await?;
        if let Some(id) = query.storefront_id
            && tenancy::storefront(&mut tx, id).await?.is_none()
        {
            let rule = "a storefront of the tenant";
            return Err(AnalyticsError::field("storefront_id", "unknown", rule));
        }
        let wanted = wanted(&query, period);
        let rows = store::rows(&mut tx, wanted).await?;
        let Some(first) = rows.first() else {
            return Err(AnalyticsError::Rebuilding);
        };
        if first.is_rebuilding.unwrap_or_default() {
            return Err(AnalyticsError::Rebuilding);
        }
        let (as_of, time_zone) = (first.as_of, first.time_zone.clone());
        let time_zone = match time_zone {
            Some(zone) => zone,
            None => store::time_zone(&mut tx)
                .await?
                .unwrap_or_else(default_zone),
        };
        Ok(Report {
            as_of,
            time_zone,
            period,
            rows: kept(rows),
            totals: totals(&mut tx, &query, period).await?,
            previous,
            previous_totals: totals(&mut tx, &query, previous).await?,
        })
    }
}

fn wanted(query: &ReportQuery, period: Period) -> Wanted<'static> {
    Wanted {
        dimension: query.grouping.dimension(),
        grouping: query.grouping.name(),
        from: period.from,
        to: period.to,
        storefront_id: query.storefront_id,
        currency: query.currency,
        is_best_first: query.limit.is_some(),
        limit: query.limit.map_or(i64::MAX, i64::from),
    }
}

/// What the days of `period` come to. Orders with goods of several merchants are one order here.
async fn totals(
    tx: &mut TenantTx,
    query: &ReportQuery,
    period: Period,
) -> Result<Vec<ReportRow>, AnalyticsError> {
    let all = Wanted {
        dimension: super::Dimension::Country,
        grouping: "all",
        is_best_first: false,
        limit: i64::MAX,
        ..wanted(query, period)
    };
    Ok(kept(store::rows(tx, all).await?))
}

fn kept(rows: Vec<Row>) -> Vec<ReportRow> {
    rows.into_iter()
        .filter_map(|row| {
            Some(ReportRow {
                member: row.member?,
                currency: row.currency?,
                orders: row.orders,
                units: row.units,
                figures: row.figures,
            })
        })
        .collect()
}

/// The days, and as many before, if the query can be answered.
fn check(query: &ReportQuery) -> Result<(Period, Period), AnalyticsError> {
    let period = days(query.from, query.to)?;
    let mut faults: Vec<FieldFault> = fault(period).into_iter().collect();
    if query
        .limit
        .is_some_and(|limit| !(1..=ROWS_MAX).contains(&limit))
    {
        let rule = format!("1 to {ROWS_MAX}");
        faults.push(FieldFault::new("limit", "out_of_range", rule));
    }
    if !faults.is_empty() {
        return Err(AnalyticsError::Invalid(faults));
    }
    let previous = period.previous().ok_or_else(|| {
        let rule = "a day that has another before it";
        AnalyticsError::field("from", "out_of_range", rule)
    })?;
    Ok((period, previous))
}

/// The days from the one to the other, if they can be answered for.
pub(super) fn check_days(from: Option<Date>, to: Option<Date>) -> Result<Period, AnalyticsError> {
    let period = days(from, to)?;
    match fault(period) {
        Some(fault) => Err(AnalyticsError::Invalid(vec![fault])),
        None => Ok(period),
    }
}

fn days(from: Option<Date>, to: Option<Date>) -> Result<Period, AnalyticsError> {
    let missing = |name| AnalyticsError::field(name, "missing", "a date such as 2025-01-31");
    Ok(Period {
        from: from.ok_or_else(|| missing("from"))?,
        to: to.ok_or_else(|| missing("to"))?,
    })
}

/// Why the days cannot be answered for.
fn fault(days: Period) -> Option<FieldFault> {
    if days.to < days.from {
        let rule = "the day of `from`, or a later one";
        Some(FieldFault::new("to", "out_of_range", rule.to_owned()))
    } else if (days.to - days.from).whole_days() >= DAYS_MAX {
        let rule = format!("a day at most {YEARS_MAX} years after `from`");
        Some(FieldFault::new("to", "out_of_range", rule))
    } else {
        None
    }
}
