//! What a report is asked for, as the API reads it.

use domain::analytics::{Grouping, ReportQuery};
use gateway::json::Invalid;
use kernel::Currency;
use kernel::ids::StorefrontId;
use time::Date;
use time::format_description::well_known::Iso8601;

/// The parameters that every report has.
pub(super) struct Filter<'a> {
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
    pub(super) storefront_id: Option<StorefrontId>,
    pub(super) currency: Option<Currency>,
    pub(super) limit: Option<u32>,
}

impl Filter<'_> {
    /// The days, where nothing else can be filtered by.
    pub(super) fn only_days(&self) -> Result<(Option<Date>, Option<Date>), Invalid> {
        let rule = "nothing: customers are of the whole tenant";
        if self.storefront_id.is_some() {
            return Err(Invalid::field("storefront_id", "not_supported", rule));
        }
        if self.currency.is_some() {
            return Err(Invalid::field("currency", "not_supported", rule));
        }
        days(self.from, self.to)
    }
}

/// The first and the last day of a report.
pub(super) fn days(
    from: Option<&str>,
    to: Option<&str>,
) -> Result<(Option<Date>, Option<Date>), Invalid> {
    let from = from.map(|text| day("from", text)).transpose()?;
    Ok((from, to.map(|text| day("to", text)).transpose()?))
}

pub(super) fn query(grouping: Grouping, filter: &Filter<'_>) -> Result<ReportQuery, Invalid> {
    Ok(ReportQuery {
        grouping,
        from: filter.from.map(|text| day("from", text)).transpose()?,
        to: filter.to.map(|text| day("to", text)).transpose()?,
        storefront_id: filter.storefront_id,
        currency: filter.currency,
        limit: filter.limit,
    })
}

fn day(name: &str, text: &str) -> Result<Date, Invalid> {
    let wrong = |_| Invalid::field(name, "malformed", "a date such as 2025-01-31");
    let day = Date::parse(text, &Iso8601::DATE).map_err(wrong)?;
    if (2000..=9999).contains(&day.year()) {
        Ok(day)
    } else {
        Err(Invalid::field(
            name,
            "out_of_range",
            "a date from 2000-01-01 on",
        ))
    }
}
