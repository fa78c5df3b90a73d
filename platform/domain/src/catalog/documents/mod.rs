//! Product documents: products as storefronts show them, in a store of their own.
//!
//! A document holds what changes seldom. Prices, stock and ratings are read from the database each time, by one narrow statement
//! that also tells the document's current version: a document of another version is not shown, and the database is asked
//! for the whole product. So is it while the store is out.

mod breaker;
mod cards;
mod postgres;
mod project;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kernel::ids::{ProductId, TenantId};
use kernel::ports::{PRODUCT_DOCUMENTS_MAX, ProductDocument, ProductDocuments};
use tracing::warn;

use self::breaker::Breaker;
use super::store::documents::Body;

pub use cards::FoundCards;
pub use postgres::PostgresDocuments;
pub use project::Rebuilt;

/// Which fields the bodies have that this program puts. It reads no others.
pub(super) const SCHEMA: i32 = 4;
/// How long a request waits for the store.
const BUDGET: Duration = Duration::from_millis(250);

/// Where the documents are. Cheap to clone.
#[derive(Clone)]
pub struct Documents {
    pub(super) store: Arc<dyn ProductDocuments>,
    breaker: Arc<Breaker>,
}

impl Documents {
    /// The documents of `store`.
    pub fn new(store: Arc<dyn ProductDocuments>) -> Self {
        Self {
            store,
            breaker: Arc::default(),
        }
    }

    /// Whether the store may be asked at the moment; the database is, where it may not.
    pub(super) fn may_be_asked(&self) -> bool {
        let may = self.breaker.allows(Instant::now());
        if !may {
            count("unavailable", 1);
        }
        may
    }

    /// The bodies of those products whose documents have these versions.
    pub(super) async fn bodies(
        &self,
        tenant_id: TenantId,
        wanted: &[(ProductId, i64)],
    ) -> HashMap<ProductId, Body> {
        if wanted.is_empty() {
            return HashMap::new();
        }
        let ids: Vec<ProductId> = wanted.iter().map(|(id, _)| *id).collect();
        let Some(found) = self.ask(tenant_id, ids).await else {
            count("unavailable", wanted.len());
            return HashMap::new();
        };
        let mut found: HashMap<ProductId, ProductDocument> =
            found.into_iter().map(|it| (it.product_id, it)).collect();
        let mut bodies = HashMap::new();
        for &(id, version) in wanted {
            let read = found.remove(&id).ok_or("missing");
            match read.and_then(|document| body_of(&document, version)) {
                Ok(body) => {
                    count("document", 1);
                    bodies.insert(id, body);
                }
                Err(outcome) => count(outcome, 1),
            }
        }
        bodies
    }

    /// What the store has; none when it does not answer well and in time.
    async fn ask(&self, tenant_id: TenantId, ids: Vec<ProductId>) -> Option<Vec<ProductDocument>> {
        let store = Arc::clone(&self.store);
        // A task of its own: a connection that is being opened when the time is over is of use to the next request.
        let asked = tokio::spawn(async move {
            let mut found = Vec::new();
            for some in ids.chunks(PRODUCT_DOCUMENTS_MAX) {
                found.extend(store.get(tenant_id, some).await?);
            }
            Ok::<_, kernel::ports::ProductDocumentsError>(found)
        });
        let why = match tokio::time::timeout(BUDGET, asked).await {
            Ok(Ok(Ok(found))) => {
                self.breaker.succeeded();
                return Some(found);
            }
            Ok(Ok(Err(why))) => why.to_string(),
            Ok(Err(why)) => why.to_string(),
            Err(_) => format!("no answer within {} ms", BUDGET.as_millis()),
        };
        if self.breaker.failed(Instant::now()) {
            warn!(error = %why, "products are read without their documents");
        }
        None
    }
}

/// The body of a document, if it is the one that is wanted; else what it is instead.
fn body_of(document: &ProductDocument, version: i64) -> Result<Body, &'static str> {
    if document.version != version {
        return Err("stale");
    }
    if document.schema != SCHEMA {
        return Err("other_schema");
    }
    let body = document.body.as_deref().ok_or("missing")?;
    serde_json::from_str(body).map_err(|why| {
        warn!(product.id = %document.product_id, error = %why, "a product's document cannot be read");
        "unreadable"
    })
}

/// Counts reads of products by where they were answered from: a document, or the database because of what is named.
fn count(outcome: &'static str, products: usize) {
    let products = u64::try_from(products).unwrap_or(0);
    metrics::counter!("product_document_reads_total", "outcome" => outcome).increment(products);
}
