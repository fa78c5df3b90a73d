//! Every statement on the comparison's tables, and the one function that sees all ledgers.

use std::time::Duration;

use db::{DbError, RelayTx};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use super::{Figures, Position, Sums};

/// The right to compare, until its lease runs out.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub(super) struct Claim {
    /// When the lease runs out. Whoever takes the comparison over changes it.
    due_at: OffsetDateTime,
    /// Up to when the provider's total counts.
    pub(super) as_of: Option<OffsetDateTime>,
}

/// Takes the comparison as of a moment on, if it is due and would be of a later moment than the one
/// before. A moment kept that is yet to come, by a clock that was wrong, is no reason to wait.
pub(super) async fn claim(
    tx: &mut RelayTx,
    (as_of, now): (OffsetDateTime, OffsetDateTime),
    lease: Duration,
) -> Result<Option<Claim>, DbError> {
    Ok(sqlx::query_as(
        "update ledger_comparison
            set due_at = now() + make_interval(secs => $3)
          where due_at <= now() and (as_of is null or as_of < $1 or as_of > $2)
         returning due_at, as_of",
    )
    .bind(as_of)
    .bind(now)
    .bind(lease.as_secs_f64())
    .fetch_optional(tx.conn())
    .await?)
}

/// Keeps a claim for another lease; whether it was still held.
pub(super) async fn prolong(
    tx: &mut RelayTx,
    claim: &mut Claim,
    lease: Duration,
) -> Result<bool, DbError> {
    let due_at = sqlx::query_scalar(
        "update ledger_comparison
            set due_at = now() + make_interval(secs => $2)
          where due_at = $1
         returning due_at",
    )
    .bind(claim.due_at)
    .bind(lease.as_secs_f64())
    .fetch_optional(tx.conn())
    .await?;
    Ok(due_at.is_some_and(|due_at| {
        claim.due_at = due_at;
        true
    }))
}

/// Marks the comparison as made, if the claim is still held: until the transaction ends nobody else
/// gets it.
pub(super) async fn finish(
    tx: &mut RelayTx,
    claim: &Claim,
    as_of: OffsetDateTime,
) -> Result<bool, DbError> {
    let done = sqlx::query("update ledger_comparison set as_of = $2 where due_at = $1")
        .bind(claim.due_at)
        .bind(as_of)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Says when the next comparison is due.
pub(super) async fn schedule(tx: &mut RelayTx, wait: Duration) -> Result<(), DbError> {
    sqlx::query("update ledger_comparison set due_at = now() + make_interval(secs => $1)")
        .bind(wait.as_secs_f64())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What the ledgers of all tenants say the provider held. Reads the whole history the first time,
/// which may take longer than the role's statements usually may.
pub(super) async fn ledger_as_of(tx: &mut RelayTx, as_of: OffsetDateTime) -> Result<Sums, DbError> {
    sqlx::query("set local statement_timeout = '15min'")
        .execute(tx.conn())
        .await?;
    let rows: Vec<(Currency, i64)> =
        sqlx::query_as("select currency::text, minor from ledger_clearing_as_of($1)")
            .bind(as_of)
            .fetch_all(tx.conn())
            .await?;
    Ok(rows.into_iter().collect())
}

/// The provider's totals at the last comparison.
pub(super) async fn provider_totals(tx: &mut RelayTx) -> Result<Sums, DbError> {
    let rows: Vec<(Currency, i64)> =
        sqlx::query_as("select currency::text, provider_total_minor from ledger_positions")
            .fetch_all(tx.conn())
            .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps what a comparison found, and counts how often in a row it was a difference.
pub(super) async fn keep(
    tx: &mut RelayTx,
    as_of: OffsetDateTime,
    figures: &[Figures],
) -> Result<(), DbError> {
    let columns = |of: fn(&Figures) -> i64| figures.iter().map(of).collect::<Vec<i64>>();
    let currencies: Vec<_> = figures.iter().map(|it| it.currency).collect();
    sqlx::query(
        "insert into ledger_positions as known
           (currency, as_of, ledger_minor, provider_minor, provider_total_minor, differed)
         select found.currency, $1, found.ledger, found.provider, found.total,
                (found.ledger <> found.provider)::integer
           from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                  as found (currency, ledger, provider, total)
         on conflict (currency) do update
            set as_of = excluded.as_of, ledger_minor = excluded.ledger_minor,
                provider_minor = excluded.provider_minor,
                provider_total_minor = excluded.provider_total_minor,
                differed = case excluded.differed when 0 then 0 else known.differed + 1 end",
    )
    .bind(as_of)
    .bind(currencies)
    .bind(columns(|it| it.ledger_minor))
    .bind(columns(|it| it.provider_minor))
    .bind(columns(|it| it.provider_total_minor))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What the last comparison found, by currency.
pub(super) async fn positions(tx: &mut RelayTx) -> Result<Vec<Position>, DbError> {
    let rows: Vec<(Currency, OffsetDateTime, i64, i64, i32)> = sqlx::query_as(
        "select currency::text, as_of, ledger_minor, provider_minor, differed
           from ledger_positions
          order by currency",
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|(currency, as_of, ledger, provider, differed)| Position {
            as_of,
            ledger: Money::new(ledger, currency),
            provider: Money::new(provider, currency),
            differed,
        })
        .collect())
}
