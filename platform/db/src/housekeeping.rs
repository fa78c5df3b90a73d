//! Forgetting what nobody needs any more: the policies of the relay's role show it just that.

use std::time::Duration;

use crate::{DbError, RelayDb};

impl RelayDb {
    /// Forgets idempotency keys whose time is over, at most 10,000 at a time.
    pub async fn forget_keys(&self) -> Result<u64, DbError> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(
            "delete from idempotency_keys k
              using (select tenant_id, principal, key from idempotency_keys
                      where expires_at < now()
                      limit 10000) old
              where k.tenant_id = old.tenant_id and k.principal = old.principal
                and k.key = old.key",
        )
        .execute(tx.conn())
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// Forgets requests for accounts, mails about passwords and sessions whose time is over, at most
    /// 10,000 of each at a time.
    pub async fn forget_credentials(&self) -> Result<u64, DbError> {
        let mut tx = self.begin().await?;
        let mut forgotten = 0;
        for statement in [
            "delete from signups s
              using (select tenant_id, email from signups where expires_at < now()
                      limit 10000) old
              where s.tenant_id = old.tenant_id and s.email = old.email",
            "delete from password_resets r
              using (select tenant_id, user_id from password_resets where expires_at < now()
                      limit 10000) old
              where r.tenant_id = old.tenant_id and r.user_id = old.user_id",
            "delete from sessions s
              using (select tenant_id, id from sessions where expires_at < now()
                      limit 10000) old
              where s.tenant_id = old.tenant_id and s.id = old.id",
        ] {
            forgotten += sqlx::query(statement)
                .execute(tx.conn())
                .await?
                .rows_affected();
        }
        tx.commit().await?;
        Ok(forgotten)
    }

    /// Forgets what consumers handled more than `age` ago, and at least a day, at most 10,000 at a
    /// time. As long as the message is there it may come again, and stays remembered.
    pub async fn forget_handled(&self, age: Duration) -> Result<u64, DbError> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(
            "delete from inbox i
              using (select tenant_id, consumer, message_id from inbox handled
                      where handled_at < now() - make_interval(secs => $1)
                        and not exists (select from outbox o
                                         where o.tenant_id = handled.tenant_id
                                           and o.id = handled.message_id)
                      limit 10000) old
              where i.tenant_id = old.tenant_id and i.consumer = old.consumer
                and i.message_id = old.message_id",
        )
        .bind(age.as_secs_f64())
        .execute(tx.conn())
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
