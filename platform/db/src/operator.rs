//! The transaction of the platform's own people.

use kernel::ids::TenantId;
use kernel::{Actor, OperatorCaller};
use sqlx::{AssertSqlSafe, PgConnection, Postgres, Transaction};

use crate::pool::{self, Pool, PoolOptions};
use crate::roles;
use crate::tenant::{audit_stamp, begin_with};
use crate::{DbError, TenantTx};

/// Postgres, as the role that provisions tenants. It can write the global tables, and in one
/// tenant at a time the few rows that a new tenant starts with; it cannot read a shop's orders.
#[derive(Clone, Debug)]
pub struct OperatorDb {
    pool: Pool,
}

impl OperatorDb {
    /// A pool for `url`. Connects when needed.
    pub fn connect(url: &str, options: PoolOptions) -> Result<Self, DbError> {
        Ok(Self {
            pool: pool::connect(url, "operator", options)?,
        })
    }

    /// Opens a transaction over the global tables.
    pub async fn begin(&self) -> Result<OperatorTx, DbError> {
        Ok(OperatorTx {
            tx: begin_with(&self.pool, "BEGIN".to_owned()).await?,
        })
    }

    /// Opens the same, and what `caller` changes in it is recorded.
    pub async fn begin_as(&self, caller: &OperatorCaller) -> Result<OperatorTx, DbError> {
        let actor = Actor::Operator(caller.operator_id);
        let open = format!("BEGIN{}", audit_stamp(actor, caller.request.as_ref()));
        Ok(OperatorTx {
            tx: begin_with(&self.pool, open).await?,
        })
    }

    /// Whether the role is confined as it must be; the text says what is wrong.
    pub async fn check_role(&self) -> Result<Result<(), String>, DbError> {
        roles::check(self.begin().await?.conn(), "stoa_operator").await
    }

    /// Tells how many connections are used and waited for.
    pub fn measure(&self) {
        self.pool.measure();
    }

    /// Closes every connection, after the ones in use are given back.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// A transaction over the global tables.
#[must_use = "dropping a transaction rolls it back"]
#[derive(Debug)]
pub struct OperatorTx {
    tx: Transaction<'static, Postgres>,
}

impl OperatorTx {
    /// The connection, to run a statement on.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    /// Goes on inside one tenant, in the same transaction: global rows and the tenant's first rows
    /// are kept together or not at all.
    pub async fn enter(mut self, tenant_id: TenantId) -> Result<TenantTx, DbError> {
        let set = format!("SET LOCAL app.tenant_id = '{}'", tenant_id.uuid());
        sqlx::raw_sql(AssertSqlSafe(set))
            .execute(&mut *self.tx)
            .await?;
        Ok(TenantTx {
            tx: self.tx,
            tenant_id,
            shopper: None,
        })
    }

    /// Keeps what was written.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.tx.commit().await?)
    }
}
