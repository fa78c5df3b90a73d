//! Groups of words that mean the same.

use db::{DbError, TenantTx};

/// A word of a group: the group, the word as it is compared, and as it was written.
pub(in crate::search) type SynonymRow = (i16, String, String);

/// Every group, in their order.
pub(in crate::search) async fn all(tx: &mut TenantTx) -> Result<Vec<SynonymRow>, DbError> {
    Ok(sqlx::query_as(
        "select s.position, s.term, s.written
           from search_synonyms s
          where s.tenant_id = $1
          order by s.position, s.place",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The groups that have one of `terms`.
pub(in crate::search) async fn of(
    tx: &mut TenantTx,
    terms: &[String],
) -> Result<Vec<SynonymRow>, DbError> {
    Ok(sqlx::query_as(
        "select s.position, s.term, s.written
           from search_synonyms s
          where s.tenant_id = $1
            and s.position in (select known.position
                                 from search_synonyms known
                                where known.tenant_id = $1 and known.term = any($2)
                                order by known.position
                                limit 20)
          order by s.position, s.place",
    )
    .bind(tx.tenant_id())
    .bind(terms)
    .fetch_all(tx.conn())
    .await?)
}

/// Replaces every group.
pub(in crate::search) async fn replace(
    tx: &mut TenantTx,
    rows: &[(i16, i16, String, String)],
) -> Result<(), DbError> {
    // Two who replace them at once do it one after the other.
    sqlx::query("select pg_advisory_xact_lock(7243120, hashtext($1::text))")
        .bind(tx.tenant_id().uuid())
        .execute(tx.conn())
        .await?;
    let positions: Vec<i16> = rows.iter().map(|row| row.0).collect();
    let places: Vec<i16> = rows.iter().map(|row| row.1).collect();
    let terms: Vec<&str> = rows.iter().map(|row| row.2.as_str()).collect();
    let written: Vec<&str> = rows.iter().map(|row| row.3.as_str()).collect();
    sqlx::query(
        "with made as (
           select made.position, made.place, made.term, made.written
             from unnest($2::smallint[], $3::smallint[], $4::text[], $5::text[])
                  as made (position, place, term, written)
         ), gone as (
           delete from search_synonyms s
            where s.tenant_id = $1
              and not exists (select from made where made.position = s.position and made.term = s.term)
         )
         insert into search_synonyms as s (tenant_id, position, place, term, written)
         select $1, made.position, made.place, made.term, made.written from made
         on conflict (tenant_id, position, term) do update
            set place = excluded.place, written = excluded.written
          where (s.place, s.written) is distinct from (excluded.place, excluded.written)",
    )
    .bind(tx.tenant_id())
    .bind(positions)
    .bind(places)
    .bind(terms)
    .bind(written)
    .execute(tx.conn())
    .await?;
    Ok(())
}
