//! The engine in Postgres: full text and trigrams.

use async_trait::async_trait;
use db::{Db, DbError};
use kernel::Caller;
use kernel::ids::ProductId;

use super::engine::{Document, Found, Market, SearchEngine, Vocabulary, Wanted};
use super::store;

/// Documents in the database that everything else is in.
#[derive(Debug, Clone)]
pub struct PostgresSearch {
    db: Db,
}

impl PostgresSearch {
    /// An engine behind the role that serves requests.
    pub const fn new(db: Db) -> Self {
        Self { db }
    }
}

#[async_trait]
impl SearchEngine for PostgresSearch {
    async fn put(
        &self,
        caller: &Caller,
        products: &[ProductId],
        documents: &[Document],
    ) -> Result<(), DbError> {
        // What a power failure loses is in the outbox still.
        let mut tx = self.db.begin_async_commit(caller).await?;
        store::index::lock(&mut tx).await?;
        store::index::count_out(&mut tx, products).await?;
        store::index::put(&mut tx, products, documents).await?;
        store::index::count_in(&mut tx, products).await?;
        tx.commit().await
    }

    async fn find(&self, caller: &Caller, wanted: &Wanted) -> Result<Found, DbError> {
        let mut tx = self.db.begin(caller).await?;
        store::find::find(&mut tx, wanted).await
    }

    async fn vocabulary(
        &self,
        caller: &Caller,
        market: Market,
        words: &[String],
        are_slips: bool,
    ) -> Result<Vec<Vocabulary>, DbError> {
        let mut tx = self.db.begin(caller).await?;
        store::find::vocabulary(&mut tx, market, words, are_slips).await
    }
}
