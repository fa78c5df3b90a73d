//! Reading reports: sums of days and of whole months, with how far they are, in one statement and so of one moment.

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::StorefrontId;
use time::{Date, Duration, OffsetDateTime};

use crate::analytics::model::{Dimension, Figures};

/// A row of a report, if there is one, and how far the reports are.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::analytics) struct Row {
    pub(in crate::analytics) time_zone: Option<String>,
    pub(in crate::analytics) is_rebuilding: Option<bool>,
    pub(in crate::analytics) as_of: Option<OffsetDateTime>,
    pub(in crate::analytics) member: Option<String>,
    pub(in crate::analytics) currency: Option<Currency>,
    pub(in crate::analytics) orders: i64,
    pub(in crate::analytics) units: i64,
    #[sqlx(flatten)]
    pub(in crate::analytics) figures: Figures,
}

/// Which rows a report is made of.
#[derive(Debug, Clone, Copy)]
pub(in crate::analytics) struct Wanted<'a> {
    pub(in crate::analytics) dimension: Dimension,
    /// What a row is of: `day`, `week`, `month`, `storefront`, `member` or `all`.
    pub(in crate::analytics) grouping: &'a str,
    pub(in crate::analytics) from: Date,
    pub(in crate::analytics) to: Date,
    pub(in crate::analytics) storefront_id: Option<StorefrontId>,
    pub(in crate::analytics) currency: Option<Currency>,
    /// Whether the rows with the most sales come first, instead of the order of their names.
    pub(in crate::analytics) is_best_first: bool,
    /// How many rows of each currency.
    pub(in crate::analytics) limit: i64,
}

/// Has every statement that follows see one moment. Called before any other.
pub(in crate::analytics) async fn freeze(tx: &mut TenantTx) -> Result<(), DbError> {
    sqlx::query("set transaction isolation level repeatable read, read only")
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The rows of a report. Without any there is one without a currency.
pub(in crate::analytics) async fn rows(
    tx: &mut TenantTx,
    wanted: Wanted<'_>,
) -> Result<Vec<Row>, DbError> {
    let (first, end) = whole_months(wanted);
    Ok(sqlx::query_as(
        "select s.time_zone, s.is_rebuilding, s.as_of, r.member, r.currency::text as currency,
                coalesce(r.orders, 0) as orders, coalesce(r.units, 0) as units, coalesce(r.net, 0) as net,
                coalesce(r.shipping, 0) as shipping, coalesce(r.tax, 0) as tax, coalesce(r.refunds, 0) as refunds,
                coalesce(r.disputes, 0) as disputes, coalesce(r.commission, 0) as commission,
                coalesce(r.fees, 0) as fees, coalesce(r.earnings, 0) as earnings
           from (select $1::uuid as tenant_id) t
           left join report_states s on s.tenant_id = t.tenant_id
           left join lateral (
                select g.member, d.currency, sum(d.orders)::bigint as orders, sum(d.units)::bigint as units,
                       sum(d.net_minor)::bigint as net, sum(d.shipping_minor)::bigint as shipping,
                       sum(d.tax_minor)::bigint as tax, sum(d.refunds_minor)::bigint as refunds,
                       sum(d.disputes_minor)::bigint as disputes, sum(d.commission_minor)::bigint as commission,
                       sum(d.fees_minor)::bigint as fees, sum(d.earnings_minor)::bigint as earnings,
                       row_number() over (
                         partition by d.currency
                         order by case when $8 then -sum(d.net_minor + d.tax_minor + d.shipping_minor) end, g.member) as place
                  from (
                       select storefront_id, currency, day, member, orders, units, net_minor, shipping_minor,
                              tax_minor, refunds_minor, disputes_minor, commission_minor, fees_minor,
                              earnings_minor
                         from report_days
                        where tenant_id = $1 and dimension = $2 and day >= $4 and day < $10
                       union all
                       select storefront_id, currency, month, member, orders, units, net_minor, shipping_minor,
                              tax_minor, refunds_minor, disputes_minor, commission_minor, fees_minor,
                              earnings_minor
                         from report_months
                        where tenant_id = $1 and dimension = $2 and month >= $10 and month < $11
                       union all
                       select storefront_id, currency, day, member, orders, units, net_minor, shipping_minor,
                              tax_minor, refunds_minor, disputes_minor, commission_minor, fees_minor,
                              earnings_minor
                         from report_days
                        where tenant_id = $1 and dimension = $2 and day >= $11 and day <= $5) d
                 cross join lateral (
                       select case $3::text
                                when 'day' then d.day::text
                                when 'week' then date_trunc('week', d.day::timestamp)::date::text
                                when 'month' then date_trunc('month', d.day::timestamp)::date::text
                                when 'storefront' then d.storefront_id::text
                                when 'member' then d.member
                                else '' end as member) g
                 where ($6::uuid is null or d.storefront_id = $6)
                   and ($7::text is null or d.currency = $7)
                   and (d.orders, d.units, d.net_minor, d.shipping_minor, d.tax_minor, d.refunds_minor,
                        d.disputes_minor, d.commission_minor, d.fees_minor, d.earnings_minor)
                       <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                 group by g.member, d.currency) r on r.place <= $9
          order by r.currency, r.place",
    )
    .bind(tx.tenant_id())
    .bind(wanted.dimension.name())
    .bind(wanted.grouping)
    .bind(wanted.from)
    .bind(wanted.to)
    .bind(wanted.storefront_id)
    .bind(wanted.currency)
    .bind(wanted.is_best_first)
    .bind(wanted.limit)
    .bind(first)
    .bind(end)
    .fetch_all(tx.conn())
    .await?)
}

/// The first day of the months that lie in the period, and the day behind them. Rows that are of days or weeks are not
/// made of months: then both are the period's first day.
fn whole_months(wanted: Wanted<'_>) -> (Date, Date) {
    let Wanted { from, to, .. } = wanted;
    let none = (from, from);
    if matches!(wanted.grouping, "day" | "week") {
        return none;
    }
    let first_of = |day: Date| day.replace_day(1).unwrap_or(day);
    let next = |day: Date| first_of(first_of(day).saturating_add(Duration::days(31)));
    let first = if from.day() == 1 { from } else { next(from) };
    let end = match to.next_day() {
        Some(behind) => first_of(behind),
        None => first_of(to),
    };
    if first < end { (first, end) } else { none }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn whole_months_lie_in_the_period() {
        let wanted = |grouping, from, to| Wanted {
            dimension: Dimension::Product,
            grouping,
            from,
            to,
            storefront_id: None,
            currency: None,
            is_best_first: false,
            limit: 1,
        };
        for (from, to, months) in [
            (
                date!(2024 - 01 - 01),
                date!(2024 - 12 - 31),
                Some((date!(2024 - 01 - 01), date!(2025 - 01 - 01))),
            ),
            (
                date!(2024 - 01 - 31),
                date!(2024 - 04 - 29),
                Some((date!(2024 - 02 - 01), date!(2024 - 04 - 01))),
            ),
            (
                date!(2024 - 02 - 01),
                date!(2024 - 02 - 29),
                Some((date!(2024 - 02 - 01), date!(2024 - 03 - 01))),
            ),
            (date!(2024 - 02 - 01), date!(2024 - 02 - 28), None),
            (date!(2024 - 02 - 02), date!(2024 - 03 - 30), None),
            (date!(2024 - 05 - 05), date!(2024 - 05 - 05), None),
        ] {
            let none = (from, from);
            assert_eq!(
                whole_months(wanted("member", from, to)),
                months.unwrap_or(none)
            );
            assert_eq!(whole_months(wanted("week", from, to)), none);
        }
    }
}
