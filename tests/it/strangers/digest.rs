//! A digest of everything that is in the database: equal before and after means nothing was written.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::harness::System;

/// A digest of the rows of each table, but for the words that are searched for: everybody may search, and each
/// search is counted.
pub(super) async fn of(system: &System) -> BTreeMap<String, String> {
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "select relname::text from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r'
            and relname <> 'search_term_days'",
    )
    .fetch_all(&mut superuser)
    .await
    .unwrap();
    let mut digests = BTreeMap::new();
    for table in tables {
        let query = format!(
            "select coalesce(md5(string_agg(row_text, ',' order by row_text)), '')
               from (select t::text as row_text from {table} t) rows"
        );
        let digest: String = sqlx::query_scalar(AssertSqlSafe(query))
            .fetch_one(&mut superuser)
            .await
            .unwrap();
        digests.insert(table, digest);
    }
    digests
}
