//! Reports of reviews: anybody may say that one should not be there.

use kernel::ids::{ReviewId, TenantId};
use kernel::{Caller, Client, Permission};
use sha2::{Digest, Sha256};

use super::{ReviewError, ReviewReason, Reviews, store};

/// A report of a review.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// The review.
    pub review_id: ReviewId,
    /// What is wrong with it.
    pub reason: ReviewReason,
    /// More about that.
    pub details: Option<String>,
    /// Where the report comes from.
    pub client: Client,
}

impl Reviews {
    /// Tells the staff about a published review. One client counts once until the staff has decided.
    pub async fn report(&self, caller: &Caller, report: NewReport) -> Result<(), ReviewError> {
        caller.require(Permission::StorefrontRead)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::is_published(&mut tx, report.review_id).await? {
            return Err(ReviewError::NotFound);
        }
        let client = digest(caller.tenant_id(), &report);
        let id = self.ids.uuid();
        store::report(&mut tx, (id, &report), &client, self.clock.now()).await?;
        Ok(tx.commit().await?)
    }
}

/// Tells whether a client has reported a review before, and nothing about it at another.
fn digest(tenant_id: TenantId, report: &NewReport) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(tenant_id.uuid().as_bytes());
    digest.update(report.review_id.uuid().as_bytes());
    digest.update(report.client.bits().to_be_bytes());
    digest.finalize().to_vec()
}
