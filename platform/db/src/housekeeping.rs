//! Forgetting what is older than its retention: the policies of the relay's role show it just that.

use crate::{DbError, RelayDb, Retention};

impl RelayDb {
    /// Forgets rows of every tenant that are older than `retention`, at most 10,000; returns how many.
    pub async fn forget(&self, retention: &Retention) -> Result<u64, DbError> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(retention.statement)
            .bind(retention.age.as_secs_f64())
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
