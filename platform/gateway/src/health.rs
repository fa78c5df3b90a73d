//! Whether the process lives, and whether it should get requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use db::Db;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi, Tags};
use tracing::warn;

/// How long the database may take to show that it is there.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Tags)]
enum Tag {
    /// For load balancers and supervisors.
    Health,
}

/// Whether this process should get requests.
#[derive(Clone, Debug)]
pub struct Readiness {
    db: Db,
    is_draining: Arc<AtomicBool>,
}

impl Readiness {
    /// Ready as long as `db` answers and nobody calls [`drain`](Self::drain).
    pub fn new(db: Db) -> Self {
        Self {
            db,
            is_draining: Arc::default(),
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
        match tokio::time::timeout(PATIENCE, self.db.directory()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                warn!(error = %error, "the database does not answer");
                failing.push("database");
            }
            Err(_) => failing.push("database"),
        }
        failing
    }
}

/// The operations that load balancers call.
pub struct HealthApi(pub Readiness);

/// Whether this process should get requests.
#[derive(Debug, Object)]
#[oai(rename = "Health")]
struct Health {
    /// `live`, `ready` or `not_ready`.
    status: String,
    /// What is failing: `database`, `draining`.
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

#[OpenApi(prefix_path = "/health", tag = "Tag::Health")]
impl HealthApi {
    /// See whether the process lives
    ///
    /// Looks at nothing else: a process without its database should not be restarted.
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    #[oai(path = "/live", method = "get", operation_id = "health_live")]
    async fn live(&self) -> Json<Health> {
        Json(Health {
            status: "live".to_owned(),
            failing: Vec::new(),
        })
    }

    /// See whether the process should get requests
    #[oai(path = "/ready", method = "get", operation_id = "health_ready")]
    async fn ready(&self) -> Ready {
        let failing = self.0.failing().await;
        let is_ready = failing.is_empty();
        let health = Json(Health {
            status: if is_ready { "ready" } else { "not_ready" }.to_owned(),
            failing: failing.into_iter().map(str::to_owned).collect(),
        });
        if is_ready {
            Ready::Yes(health)
        } else {
            Ready::No(health)
        }
    }
}
