//! Whether the process lives, and whether it should get requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use db::{Db, DbError};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi, Tags};
use tokio::sync::Mutex;
use tracing::warn;

use crate::contract::{Contract, Cost};

/// How long the database may take to show that it is there.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long an answer of the database counts: whoever asks, and how often, costs one connection.
const FRESH: Duration = Duration::from_millis(500);

#[derive(Tags)]
enum Tag {
    /// For load balancers and supervisors.
    Health,
}

/// What a look at the database found.
#[derive(Clone, Copy, Debug)]
struct Seen {
    at: Instant,
    failing: Option<&'static str>,
}

/// Whether this process should get requests.
#[derive(Clone, Debug)]
pub struct Readiness {
    db: Db,
    is_draining: Arc<AtomicBool>,
    /// The last look at the database. Held while somebody looks.
    seen: Arc<Mutex<Option<Seen>>>,
    /// Whether the schema was once as new as this program. It never gets older.
    is_schema_known: Arc<AtomicBool>,
}

impl Readiness {
    /// Ready as long as `db` answers and nobody calls [`drain`](Self::drain).
    pub fn new(db: Db) -> Self {
        Self {
            db,
            is_draining: Arc::default(),
            seen: Arc::default(),
            is_schema_known: Arc::default(),
        }
    }

    /// From now on load balancers are told to send requests elsewhere.
    pub fn drain(&self) {
        self.is_draining.store(true, Ordering::Relaxed);
    }

    /// What keeps this process from serving; nothing when it is ready.
    pub async fn failing(&self) -> Vec<&'static str> {
        let mut failing = Vec::new();
        if self.is_draining.load(Ordering::Relaxed) {
            failing.push("draining");
        }
        failing.extend(self.database().await);
        failing
    }

    /// What is wrong with the database. One caller looks, the others wait for what it finds.
    async fn database(&self) -> Option<&'static str> {
        let mut seen = self.seen.lock().await;
        if let Some(seen) = *seen
            && seen.at.elapsed() < FRESH
        {
            return seen.failing;
        }
        let failing = self.look().await;
        *seen = Some(Seen {
            at: Instant::now(),
            failing,
        });
        failing
    }

    async fn look(&self) -> Option<&'static str> {
        match tokio::time::timeout(PATIENCE, self.ask()).await {
            Ok(Ok(found)) => found,
            Ok(Err(error)) => {
                warn!(error = %error, "the database does not answer");
                Some("database")
            }
            Err(_) => Some("database"),
        }
    }

    async fn ask(&self) -> Result<Option<&'static str>, DbError> {
        let mut directory = self.db.directory().await?;
        if self.is_schema_known.load(Ordering::Relaxed) {
            return Ok(None);
        }
        match directory.check_schema().await? {
            Ok(()) => {
                self.is_schema_known.store(true, Ordering::Relaxed);
                Ok(None)
            }
            Err(why) => {
                warn!("{why}");
                Ok(Some("schema"))
            }
        }
    }
}

/// The operations that load balancers call.
pub struct HealthApi(pub Readiness);

kernel::words! {
    /// Health of a process.
    pub(crate) enum HealthStatus {
        /// Running.
        Live = "live",
        /// Takes requests.
        Ready = "ready",
        /// Should get no requests; `failing` says why.
        NotReady = "not_ready",
    }
}

/// Whether this process should get requests.
#[derive(Debug, Object)]
#[oai(rename = "Health")]
struct Health {
    /// Health status.
    status: HealthStatus,
    /// What is failing: `database`, `schema`, `draining`.
    failing: Vec<String>,
}

#[derive(ApiResponse)]
enum Ready {
    /// Requests are welcome.
    #[oai(status = 200)]
    Yes(Json<Health>),
    /// Send requests elsewhere.
    #[oai(status = 503)]
    No(Json<Health>),
}

/// What holds for each operation beside its types.
pub const CONTRACTS: &[Contract] = &[
    Contract::of("health_live").costs(Cost::Liveness),
    Contract::of("health_ready").costs(Cost::Readiness),
];

#[OpenApi(prefix_path = "/health", tag = "Tag::Health")]
impl HealthApi {
    /// Liveness probe
    ///
    /// Looks at nothing else: a process without its database should not be restarted.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(path = "/live", method = "get", operation_id = "health_live")]
    async fn live(&self) -> Json<Health> {
        Json(Health {
            status: HealthStatus::Live,
            failing: Vec::new(),
        })
    }

    /// Readiness probe
    ///
    /// Asks the database, at most twice a second. A 503 says what is failing.
    #[oai(path = "/ready", method = "get", operation_id = "health_ready")]
    async fn ready(&self) -> Ready {
        let failing = self.0.failing().await;
        let is_ready = failing.is_empty();
        let health = Json(Health {
            status: if is_ready {
                HealthStatus::Ready
            } else {
                HealthStatus::NotReady
            },
            failing: failing.into_iter().map(str::to_owned).collect(),
        });
        if is_ready {
            Ready::Yes(health)
        } else {
            Ready::No(health)
        }
    }
}
