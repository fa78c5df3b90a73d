//! Counters of the funnel.

use db::{DbError, TenantTx};
use kernel::ids::{ProductId, StorefrontId};
use time::{Date, OffsetDateTime};

use crate::analytics::model::Period;

/// The day that something counts on.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in crate::analytics) struct CountingDay {
    pub(in crate::analytics) day: Date,
    /// Whether browsers' events need a visitor's consent.
    pub(in crate::analytics) needs_consent: bool,
}

/// What is added to a day.
#[derive(Debug, Clone, Copy)]
pub(in crate::analytics) struct FunnelCount {
    pub(in crate::analytics) day: Date,
    pub(in crate::analytics) storefront_id: StorefrontId,
    pub(in crate::analytics) step: &'static str,
    pub(in crate::analytics) times: i64,
    pub(in crate::analytics) marks: i32,
}

/// The bit that a visit sets.
#[derive(Debug, Clone, Copy)]
pub(in crate::analytics) struct VisitMark {
    /// Of 64 rows.
    pub(in crate::analytics) chunk: i32,
    /// Of 1,024 bits in it.
    pub(in crate::analytics) bit: i64,
}

/// A step of the funnel, or a reason of refusals.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::analytics) struct FunnelRow {
    pub(in crate::analytics) step: String,
    pub(in crate::analytics) reason: String,
    pub(in crate::analytics) times: i64,
    pub(in crate::analytics) visits: i64,
    pub(in crate::analytics) revision: i64,
}

/// The day of a moment in the zone of the reports.
pub(in crate::analytics) async fn counting_day(
    tx: &mut TenantTx,
    at: OffsetDateTime,
) -> Result<CountingDay, DbError> {
    Ok(sqlx::query_as(
        "select ($2::timestamptz at time zone z.time_zone)::date as day, z.needs_consent
           from (select coalesce(s.time_zone, g.time_zone, 'UTC') as time_zone,
                        coalesce(g.events_need_consent, true) as needs_consent
                   from (select $1::uuid as tenant_id) t
                   left join report_states s on s.tenant_id = t.tenant_id
                   left join report_settings g on g.tenant_id = t.tenant_id) z",
    )
    .bind(tx.tenant_id())
    .bind(at)
    .fetch_one(tx.conn())
    .await?)
}

/// Those of the products that are sold.
pub(in crate::analytics) async fn sold(
    tx: &mut TenantTx,
    products: &[ProductId],
) -> Result<Vec<ProductId>, DbError> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar(
        "select id from products where tenant_id = $1 and id = any($2) and status = 'active'",
    )
    .bind(tx.tenant_id())
    .bind(products)
    .fetch_all(tx.conn())
    .await?)
}

/// Sets the bit of a visit; whether it was not set before. Bits of days that are over are deleted then.
pub(in crate::analytics) async fn mark(
    tx: &mut TenantTx,
    (storefront_id, day): (StorefrontId, Date),
    step: &str,
    mark: VisitMark,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into report_visit_marks as m (tenant_id, day, storefront_id, step, chunk, bits)
         values ($1, $2, $3, $4, $5, set_bit(decode(repeat('00', 128), 'hex'), $6, 1))
         on conflict (tenant_id, day, storefront_id, step, chunk) do update
            set bits = set_bit(m.bits, $6, 1)
          where get_bit(m.bits, $6) = 0",
    )
    .bind(tx.tenant_id())
    .bind(day)
    .bind(storefront_id)
    .bind(step)
    .bind(mark.chunk)
    .bind(mark.bit)
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("delete from report_visit_marks where tenant_id = $1 and day < $2::date - 1")
        .bind(tx.tenant_id())
        .bind(day)
        .execute(tx.conn())
        .await?;
    Ok(true)
}

/// Adds to a day.
pub(in crate::analytics) async fn count_step(
    tx: &mut TenantTx,
    count: FunnelCount,
    reasons: &[String],
) -> Result<(), DbError> {
    sqlx::query(
        "insert into report_funnel_days as d (tenant_id, day, storefront_id, step, reason, times, marks, revision)
         select $1, $2, $3, $4, r.reason, $5, $6, 1
           from unnest($7::text[]) as r (reason)
          order by r.reason
         on conflict (tenant_id, day, storefront_id, step, reason) do update
            set times = d.times + excluded.times,
                marks = d.marks + excluded.marks,
                revision = d.revision + 1",
    )
    .bind(tx.tenant_id())
    .bind(count.day)
    .bind(count.storefront_id)
    .bind(count.step)
    .bind(count.times)
    .bind(count.marks)
    .bind(reasons)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The funnel of some days. How many visits have set so many bits is estimated for each day, as the number that most
/// likely has.
pub(in crate::analytics) async fn funnel(
    tx: &mut TenantTx,
    days: Period,
    storefront_id: Option<StorefrontId>,
) -> Result<Vec<FunnelRow>, DbError> {
    Ok(sqlx::query_as(
        "select step, reason, sum(times)::bigint as times,
                sum(round(-65536 * ln(1 - least(marks, 65535) / 65536.0::float8)))::bigint as visits,
                sum(revision)::bigint as revision
           from report_funnel_days
          where tenant_id = $1 and day between $2 and $3
            and ($4::uuid is null or storefront_id = $4)
          group by step, reason
          order by step, sum(times) desc, reason",
    )
    .bind(tx.tenant_id())
    .bind(days.from)
    .bind(days.to)
    .bind(storefront_id)
    .fetch_all(tx.conn())
    .await?)
}
