//! Counts of what was searched for.

use db::{DbError, TenantTx};
use time::Date;

/// How many terms of a tenant are counted on a day.
const TERMS_A_DAY: i64 = 5_000;
/// How many days are kept.
const DAYS_KEPT: i32 = 90;

/// Counts a search for `term`; once a day has enough terms, only those that it has already.
pub(in crate::search) async fn count(
    tx: &mut TenantTx,
    day: Date,
    term: &str,
    is_without_results: bool,
) -> Result<(), DbError> {
    let done = sqlx::query(
        "update search_term_days d
            set searches = d.searches + 1, without_results = d.without_results + $4::boolean::integer
          where d.tenant_id = $1 and d.day = $2 and d.term = $3",
    )
    .bind(tx.tenant_id())
    .bind(day)
    .bind(term)
    .bind(is_without_results)
    .execute(tx.conn())
    .await?;
    if done.rows_affected() > 0 {
        return Ok(());
    }
    let added = sqlx::query(
        "insert into search_term_days as d (tenant_id, day, term, searches, without_results)
         select $1, $2, $3, 1, $4::boolean::integer
          where (select count(*) from search_term_days of_day
                  where of_day.tenant_id = $1 and of_day.day = $2) < $5
         on conflict (tenant_id, day, term) do update
            set searches = d.searches + 1, without_results = d.without_results + excluded.without_results",
    )
    .bind(tx.tenant_id())
    .bind(day)
    .bind(term)
    .bind(is_without_results)
    .bind(TERMS_A_DAY)
    .execute(tx.conn())
    .await?;
    if added.rows_affected() > 0 {
        forget(tx, day).await?;
    }
    Ok(())
}

async fn forget(tx: &mut TenantTx, day: Date) -> Result<(), DbError> {
    sqlx::query(
        "delete from search_term_days d where d.tenant_id = $1 and d.day < $2::date - $3::integer",
    )
    .bind(tx.tenant_id())
    .bind(day)
    .bind(DAYS_KEPT)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A term with its searches, and how many of them found nothing.
pub(in crate::search) type TermRow = (String, i32, i32);

/// The terms of a day behind `after`, those that were searched for most first; with `only_without_results`
/// those that most found nothing for.
pub(in crate::search) async fn of_day(
    tx: &mut TenantTx,
    day: Date,
    only_without_results: bool,
    after: (i64, &str),
    limit: i64,
) -> Result<Vec<TermRow>, DbError> {
    Ok(sqlx::query_as(
        "select d.term, d.searches, d.without_results
           from search_term_days d
          cross join lateral (select case when $3 then d.without_results else d.searches end as times) by
          where d.tenant_id = $1 and d.day = $2 and by.times > 0
            and (by.times < $4 or by.times = $4 and d.term > $5)
          order by by.times desc, d.term
          limit $6",
    )
    .bind(tx.tenant_id())
    .bind(day)
    .bind(only_without_results)
    .bind(after.0)
    .bind(after.1)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}
