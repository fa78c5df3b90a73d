//! What the store's staff does about reviews. Nothing here writes a rating.

use db::TenantTx;
use kernel::ids::ReviewId;
use kernel::{Caller, Permission};
use tracing::info;

use super::list::{MAX_PAGE, cut};
use super::store::{self, Verdict};
use super::{
    ListReviews, Review, ReviewError, ReviewPage, ReviewReason, ReviewRecord, ReviewStatus, Reviews,
};

impl Reviews {
    /// Reviews by filter, the latest first: a merchant's own staff see those that are published, of it and of what
    /// it sold.
    pub async fn list(
        &self,
        caller: &Caller,
        query: ListReviews,
    ) -> Result<ReviewPage, ReviewError> {
        caller.require_in_scope(Permission::ReviewsRead)?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let query = ListReviews { limit, ..query };
        let mut reviews = store::list(&mut tx, &query).await?;
        let is_more = cut(&mut reviews, limit);
        Ok(ReviewPage {
            next: reviews.last().filter(|_| is_more).map(|review| review.id),
            reviews,
        })
    }

    /// A review, what was decided about it and the reports of it.
    pub async fn get(&self, caller: &Caller, id: ReviewId) -> Result<ReviewRecord, ReviewError> {
        caller.require(Permission::ReviewsRead)?;
        let mut tx = self.db.begin(caller).await?;
        let review = store::find(&mut tx, id)
            .await?
            .ok_or(ReviewError::NotFound)?;
        Ok(ReviewRecord {
            decisions: store::decisions(&mut tx, id).await?,
            reports: store::reports(&mut tx, id).await?,
            review,
        })
    }

    /// Publishes a review, or keeps one published that was reported.
    pub async fn publish(&self, caller: &Caller, id: ReviewId) -> Result<Review, ReviewError> {
        caller.require(Permission::ReviewsModerate)?;
        self.decide(caller, id, None).await
    }

    /// Rejects a review, or takes one down that is published. `note` tells the author more.
    pub async fn reject(
        &self,
        caller: &Caller,
        id: ReviewId,
        (reason, note): (ReviewReason, Option<String>),
    ) -> Result<Review, ReviewError> {
        caller.require(Permission::ReviewsModerate)?;
        self.decide(caller, id, Some((reason, note))).await
    }

    /// Answers a published review, or changes the answer.
    pub async fn answer(
        &self,
        caller: &Caller,
        id: ReviewId,
        text: &str,
    ) -> Result<Review, ReviewError> {
        caller.require_in_scope(Permission::ReviewsModerate)?;
        let mut tx = self.db.begin(caller).await?;
        let before = locked(&mut tx, id).await?;
        if before.status != ReviewStatus::Published {
            return Err(ReviewError::WrongStatus(before.status));
        }
        if before.answer.as_deref() == Some(text) {
            return Ok(before);
        }
        let by = caller.actor().to_string();
        store::answer(&mut tx, id, (text, &by), self.clock.now()).await?;
        let review = store::find(&mut tx, id).await?;
        tx.commit().await?;
        review.ok_or(ReviewError::NotFound)
    }

    async fn decide(
        &self,
        caller: &Caller,
        id: ReviewId,
        rejection: Option<(ReviewReason, Option<String>)>,
    ) -> Result<Review, ReviewError> {
        let mut tx = self.db.begin(caller).await?;
        let before = locked(&mut tx, id).await?;
        let status = match rejection {
            Some(_) => ReviewStatus::Rejected,
            None => ReviewStatus::Published,
        };
        let (reason, note) = match rejection {
            Some((reason, note)) => (Some(reason), note),
            None => (None, None),
        };
        // A decision that says nothing new is none.
        let is_same = before.status == status && before.rejection_reason == reason;
        if is_same && before.rejection_note == note && before.open_reports == 0 {
            return Ok(before);
        }
        if before.status != status && !before.status.may_become(status) {
            return Err(ReviewError::WrongStatus(before.status));
        }
        let verdict = Verdict {
            id: self.ids.uuid(),
            review_id: id,
            version: before.version,
            status,
            reason,
            note: note.as_deref(),
            by: &caller.actor().to_string(),
            at: self.clock.now(),
        };
        store::decide(&mut tx, &verdict).await?;
        if before.status == ReviewStatus::Published || status == ReviewStatus::Published {
            store::count_again(&mut tx, before.reviewed()).await?;
        }
        let review = store::find(&mut tx, id).await?;
        tx.commit().await?;
        info!(review.id = %id, "a review is {status}");
        review.ok_or(ReviewError::NotFound)
    }
}

/// A review that nobody else changes until the transaction ends.
async fn locked(tx: &mut TenantTx, id: ReviewId) -> Result<Review, ReviewError> {
    store::lock(tx, id).await?;
    store::find(tx, id).await?.ok_or(ReviewError::NotFound)
}
