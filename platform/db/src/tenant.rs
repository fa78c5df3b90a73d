//! The transaction that can see exactly one tenant.

use std::time::Duration;

use kernel::ids::{TenantId, UserId};
use kernel::ports::Ids;
use kernel::{Actor, Caller, RecordedRequest};
use sqlx::{AssertSqlSafe, PgConnection, Postgres, Transaction};

use crate::DbError;
use crate::directory::DirectoryTx;
use crate::pool::{self, Pool, PoolOptions};
use crate::roles;

/// Postgres, as the role that serves requests.
#[derive(Clone, Debug)]
pub struct Db {
    pool: Pool,
}

impl Db {
    /// A pool for `url`, whose role must own nothing and bypass nothing. Connects when needed.
    pub fn connect(url: &str, options: PoolOptions) -> Result<Self, DbError> {
        Ok(Self {
            pool: pool::connect(url, "app", options)?,
        })
    }

    /// Opens a transaction that can see the caller's tenant and nothing else.
    pub async fn begin(&self, caller: &Caller) -> Result<TenantTx, DbError> {
        self.open(caller, "").await
    }

    /// Opens the same, and its commit will not wait for the disk: a power failure in the next moment
    /// may lose what it wrote, never half of it. For what is no promise yet, such as a cart, and for
    /// what would be done again anyway. Commits stay in their order: once a later one is on the disk,
    /// so is this one.
    pub async fn begin_async_commit(&self, caller: &Caller) -> Result<TenantTx, DbError> {
        self.open(caller, "; SET LOCAL synchronous_commit = off")
            .await
    }

    async fn open(&self, caller: &Caller, setting: &str) -> Result<TenantTx, DbError> {
        let tenant_id = caller.tenant_id();
        // `SET LOCAL` ends with the transaction: a pooled connection never carries one tenant's
        // identity into the next tenant's request. A typed id cannot inject.
        let open = format!(
            "BEGIN; SET LOCAL app.tenant_id = '{}'{setting}{}{}{}",
            tenant_id.uuid(),
            audit_stamp(caller.actor(), caller.request()),
            merchant_scope(caller),
            shopper_scope(caller),
        );
        Ok(TenantTx {
            tx: begin_with(&self.pool, open).await?,
            tenant_id,
            shopper: shopper(caller),
        })
    }

    /// Opens a transaction without a tenant: it finds rows in the global tables only.
    pub async fn directory(&self) -> Result<DirectoryTx, DbError> {
        Ok(DirectoryTx {
            tx: begin_with(&self.pool, "BEGIN".to_owned()).await?,
        })
    }

    /// Whether the role is confined as it must be; the text says what is wrong.
    pub async fn check_role(&self) -> Result<Result<(), String>, DbError> {
        roles::check(self.directory().await?.conn(), "stoa_app").await
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

/// Confines the transaction of a merchant's own staff to a role that sees what is the merchant's, and may do
/// no more than a merchant may. Ids cannot inject.
fn merchant_scope(caller: &Caller) -> String {
    caller.merchant_id().map_or_else(String::new, |merchant_id| {
        format!(
            "; SET LOCAL app.merchant_id = '{}'; SET LOCAL app.principal = '{}'; SET LOCAL ROLE stoa_merchant",
            merchant_id.uuid(),
            caller.actor(),
        )
    })
}

/// Shows the transaction of a shopper what only members of their groups see. Ids cannot inject.
fn shopper_scope(caller: &Caller) -> String {
    shopper(caller).map_or_else(String::new, |user_id| {
        format!("; SET LOCAL app.user_id = '{}'", user_id.uuid())
    })
}

const fn shopper(caller: &Caller) -> Option<UserId> {
    match caller.actor() {
        Actor::Shopper(user_id, _) => Some(user_id),
        Actor::Anonymous
        | Actor::Staff(_)
        | Actor::ApiKey(_)
        | Actor::Operator(_)
        | Actor::System => None,
    }
}

/// Has the triggers of the schema write down what the transaction changes, and who did it with which
/// request. Ids and names of operations cannot inject.
pub(crate) fn audit_stamp(actor: Actor, request: Option<&RecordedRequest>) -> String {
    request.map_or_else(String::new, |request| {
        let stamp = serde_json::json!({
            "id": Ids.uuid(),
            "actor": actor.to_string(),
            "operation": request.operation,
            "request_id": request.request_id.uuid(),
        });
        format!("; SET LOCAL app.audit = '{stamp}'")
    })
}

/// Begins in a task of its own: a caller that goes away must not drop a half-sent `BEGIN`, which
/// would leave the pooled connection inside a transaction that nobody ends (sqlx #4393). The caller
/// waits for a connection as long as the pool does, and for the `BEGIN` on it about as long again: a
/// database that has stopped answering is found out here.
pub(crate) async fn begin_with(
    measured: &Pool,
    open: String,
) -> Result<Transaction<'static, Postgres>, DbError> {
    let pool = measured.inner();
    let patience = pool.options().get_acquire_timeout() + BEGIN_TIMEOUT;
    let pool = pool.clone();
    let waiting = measured.wait();
    let begun = tokio::spawn(async move {
        let _waiting = waiting;
        let mut begun = pool.begin_with(AssertSqlSafe(open.clone())).await;
        // Connections that a restarted server has closed: nothing has begun on them.
        for _ in 0..pool.size().saturating_add(1) {
            if !begun.as_ref().is_err_and(is_stale) {
                break;
            }
            begun = pool.begin_with(AssertSqlSafe(open.clone())).await;
        }
        begun
    });
    match tokio::time::timeout(patience, begun).await {
        Ok(Ok(Ok(tx))) => Ok(tx),
        Ok(Ok(Err(sqlx::Error::PoolTimedOut))) | Err(_) => {
            measured.timed_out();
            Err(DbError::Unavailable(sqlx::Error::PoolTimedOut))
        }
        Ok(Ok(Err(error))) => Err(error.into()),
        Ok(Err(_)) => Err(DbError::Unavailable(sqlx::Error::WorkerCrashed)),
    }
}

/// How long a `BEGIN` may take once there is a connection.
const BEGIN_TIMEOUT: Duration = Duration::from_secs(1);

/// Whether the connection was closed before anything began on it, by a network that is gone or by a
/// server that has said good-bye meanwhile.
fn is_stale(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(said) => said
            .code()
            .is_some_and(|code| code.starts_with("57P0") || code.starts_with("08")),
        _ => false,
    }
}

/// A transaction that can see exactly one tenant.
///
/// Row-level security compares every row with `app.tenant_id`, which [`Db::begin`] sets for this
/// transaction only. Without it every query finds zero rows, so forgetting it fails closed.
#[must_use = "dropping a transaction rolls it back"]
#[derive(Debug)]
pub struct TenantTx {
    pub(crate) tx: Transaction<'static, Postgres>,
    pub(crate) tenant_id: TenantId,
    pub(crate) shopper: Option<UserId>,
}

impl TenantTx {
    /// The connection, to run a statement on.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    /// The same, to run a statement on that is planned for its values: a filter that is not given falls away, and an
    /// index of one that is is used. Connections plan a statement once otherwise, for whatever its values may be.
    pub async fn planning_anew(&mut self) -> Result<&mut PgConnection, DbError> {
        sqlx::raw_sql("SET LOCAL plan_cache_mode = force_custom_plan")
            .execute(self.conn())
            .await?;
        Ok(self.conn())
    }

    /// The tenant, to name in every statement: it is the index, and row-level security the lock.
    pub const fn tenant_id(&self) -> TenantId {
        self.tenant_id
    }

    /// The shopper whose products and prices are seen: the caller, or the owner of the caller's cart.
    pub const fn shopper(&self) -> Option<UserId> {
        self.shopper
    }

    /// Sees products and prices as this shopper from here on; as a visitor without one.
    pub async fn see_as(&mut self, shopper: Option<UserId>) -> Result<(), DbError> {
        if self.shopper == shopper {
            return Ok(());
        }
        let id = shopper.map_or_else(String::new, |user_id| user_id.uuid().to_string());
        // A typed id cannot inject.
        let set = format!("SET LOCAL app.user_id = '{id}'");
        sqlx::raw_sql(AssertSqlSafe(set))
            .execute(self.conn())
            .await?;
        self.shopper = shopper;
        Ok(())
    }

    /// The next number of the counter `name`: 1, 2, 3 … Locks the counter until the commit, so
    /// take a number last.
    pub async fn next_number(&mut self, name: &str) -> Result<i64, DbError> {
        Ok(sqlx::query_scalar(
            "insert into counters (tenant_id, name, value) values ($1, $2, 1)
             on conflict (tenant_id, name) do update set value = counters.value + 1
             returning value",
        )
        .bind(self.tenant_id)
        .bind(name)
        .fetch_one(self.conn())
        .await?)
    }

    /// Keeps what was written. Reading needs no commit: drop the transaction.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.tx.commit().await?)
    }
}
