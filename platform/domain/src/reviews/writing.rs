//! Writing reviews: by whoever has the order, with its account or with its token.

use db::{OnConstraint, TenantTx};
use kernel::contact::Email;
use kernel::ids::{OrderId, OrderLineId, ReviewId, UserId};
use kernel::{Caller, Permission};
use tracing::info;

use super::filter::holds;
use super::list::{MAX_PAGE, cut};
use super::pictures::gone;
use super::store::{self, Revision};
use super::{
    ListReviews, Review, ReviewDraft, ReviewError, ReviewHold, ReviewPage, ReviewSettings,
    ReviewStatus, ReviewSubject, Reviews,
};
use crate::{identity, orders};

/// How an author shows that the order is theirs.
#[derive(Debug, Clone, Copy)]
pub enum Author<'a> {
    /// The order is of the caller's account.
    Account,
    /// The caller has a token of the order: the one that came with it, or that of a letter.
    Token(OrderId, &'a str),
}

/// Whose reviews an author may see and change.
#[derive(Clone, Copy)]
enum Own {
    User(UserId),
    Order(OrderId),
}

impl Reviews {
    /// Reviews the product of a line of the author's order, or the merchant who sold it.
    pub async fn create(
        &self,
        caller: &Caller,
        (author, subject, line_id): (Author<'_>, ReviewSubject, OrderLineId),
        draft: ReviewDraft,
    ) -> Result<Review, ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        let own = own(&mut tx, caller, author).await?;
        let line = store::line(&mut tx, line_id).await?;
        let line = line.filter(|line| match own {
            Own::User(user_id) => line.user_id == Some(user_id),
            Own::Order(order_id) => line.order_id == order_id,
        });
        let line = line.ok_or(ReviewError::LineUnknown)?;
        if !line.is_bought {
            return Err(ReviewError::NotBought);
        }
        if identity::is_staff_address(&mut tx, &line.email).await? {
            return Err(ReviewError::OwnGoods);
        }
        let settings = store::settings(&mut tx).await?;
        let now = self.clock.now();
        let id = ReviewId::from_uuid(self.ids.uuid());
        let holds = all_holds(&mut tx, (id, &draft), &line.email).await?;
        let revision = Revision {
            id,
            version: 1,
            status: first_status(&settings, &holds),
            draft: &draft,
            holds,
            at: now,
        };
        let until = now + settings.edit_window();
        let one = match subject {
            ReviewSubject::Product => "reviews_tenant_id_order_line_id_key",
            ReviewSubject::Merchant => "reviews_one_of_merchant",
        };
        store::insert(&mut tx, (subject, &line), &revision, until)
            .await
            .on_constraint(one, || ReviewError::AlreadyReviewed)?;
        let review = store::find(&mut tx, id).await?;
        let review = review.ok_or(ReviewError::NotFound)?;
        if revision.status == ReviewStatus::Published {
            store::count_again(&mut tx, review.reviewed()).await?;
        }
        tx.commit().await?;
        info!(review.id = %id, order.id = %line.order_id, "a review is {}", revision.status);
        Ok(review)
    }

    /// Writes an own review anew. The same text again changes nothing.
    pub async fn edit(
        &self,
        caller: &Caller,
        (author, id): (Author<'_>, ReviewId),
        draft: ReviewDraft,
    ) -> Result<Review, ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        let before = lock_own(&mut tx, caller, (author, id)).await?;
        let now = self.clock.now();
        if now > before.editable_until {
            return Err(ReviewError::WindowOver(before.editable_until));
        }
        let is_same = before.rating == draft.rating
            && before.title == draft.title
            && before.body == draft.body
            && before.author_name == draft.author_name;
        if is_same {
            return Ok(before);
        }
        let settings = store::settings(&mut tx).await?;
        let email = store::buyer(&mut tx, before.order_id).await?;
        let holds = all_holds(&mut tx, (id, &draft), &email).await?;
        let revision = Revision {
            id,
            version: before.version + 1,
            status: if before.was_rejected {
                ReviewStatus::Pending
            } else {
                first_status(&settings, &holds)
            },
            draft: &draft,
            holds,
            at: now,
        };
        store::revise(&mut tx, &revision).await?;
        if before.status == ReviewStatus::Published || revision.status == ReviewStatus::Published {
            store::count_again(&mut tx, before.reviewed()).await?;
        }
        let review = store::find(&mut tx, id).await?;
        tx.commit().await?;
        review.ok_or(ReviewError::NotFound)
    }

    /// Takes an own review back: its text, its name, its pictures and its earlier versions are deleted. Its line, or its
    /// merchant, cannot be reviewed again, so that no decision of the staff is gone round.
    pub async fn withdraw(
        &self,
        caller: &Caller,
        author: Author<'_>,
        id: ReviewId,
    ) -> Result<(), ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        let before = lock_own(&mut tx, caller, (author, id)).await?;
        store::withdraw(&mut tx, (id, before.version), self.clock.now()).await?;
        let keys = store::remove_pictures(&mut tx, id).await?;
        gone(&mut tx, keys).await?;
        if before.status == ReviewStatus::Published {
            store::count_again(&mut tx, before.reviewed()).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Asks the staff to think again about an own review that is rejected. Possible once.
    pub async fn appeal(
        &self,
        caller: &Caller,
        (author, id): (Author<'_>, ReviewId),
        text: &str,
    ) -> Result<Review, ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        let before = lock_own(&mut tx, caller, (author, id)).await?;
        if before.appealed_at.is_some() {
            return Err(ReviewError::AppealedBefore);
        }
        if before.status != ReviewStatus::Rejected {
            return Err(ReviewError::WrongStatus(before.status));
        }
        store::appeal(&mut tx, id, text, self.clock.now()).await?;
        let review = store::find(&mut tx, id).await?;
        tx.commit().await?;
        review.ok_or(ReviewError::NotFound)
    }

    /// The author's own reviews, the latest first, without those that were taken back.
    pub async fn list_own(
        &self,
        caller: &Caller,
        author: Author<'_>,
        (after, limit): (Option<ReviewId>, u32),
    ) -> Result<ReviewPage, ReviewError> {
        require(caller, author)?;
        let mut tx = self.db.begin(caller).await?;
        let own = own(&mut tx, caller, author).await?;
        let limit = limit.clamp(1, MAX_PAGE);
        let query = ListReviews {
            after,
            limit,
            ..of(own)
        };
        let mut reviews = store::list(&mut tx, &query).await?;
        let is_more = cut(&mut reviews, limit);
        Ok(ReviewPage {
            next: reviews.last().filter(|_| is_more).map(|review| review.id),
            reviews,
        })
    }
}

pub(super) fn require(caller: &Caller, author: Author<'_>) -> Result<(), ReviewError> {
    match author {
        Author::Account => caller.account(Permission::AccountManage).map(|_| ())?,
        Author::Token(..) => caller.require(Permission::OrdersPlace)?,
    }
    Ok(())
}

async fn own(tx: &mut TenantTx, caller: &Caller, author: Author<'_>) -> Result<Own, ReviewError> {
    match author {
        Author::Account => Ok(Own::User(caller.account(Permission::AccountManage)?)),
        Author::Token(id, token) => {
            let order = orders::opened(tx, caller, (id, token)).await?;
            Ok(Own::Order(order.id))
        }
    }
}

fn of(own: Own) -> ListReviews {
    match own {
        Own::User(user_id) => ListReviews {
            user_id: Some(user_id),
            ..ListReviews::default()
        },
        Own::Order(order_id) => ListReviews {
            order_id: Some(order_id),
            ..ListReviews::default()
        },
    }
}

/// An own review, which nobody else changes until the transaction ends. Somebody else's, an absent one and
/// one that was taken back look the same.
pub(super) async fn lock_own(
    tx: &mut TenantTx,
    caller: &Caller,
    (author, id): (Author<'_>, ReviewId),
) -> Result<Review, ReviewError> {
    let own = own(tx, caller, author).await?;
    store::lock(tx, id).await?;
    let query = ListReviews {
        id: Some(id),
        limit: 1,
        ..of(own)
    };
    let found = store::list(tx, &query).await?.into_iter().next();
    found.ok_or(ReviewError::NotFound)
}

/// A review that nobody has objected to is published at once where the tenant wants it so.
pub(super) const fn first_status(settings: &ReviewSettings, holds: &[ReviewHold]) -> ReviewStatus {
    if settings.is_moderated || !holds.is_empty() {
        ReviewStatus::Pending
    } else {
        ReviewStatus::Published
    }
}

async fn all_holds(
    tx: &mut TenantTx,
    (id, draft): (ReviewId, &ReviewDraft),
    email: &Email,
) -> Result<Vec<ReviewHold>, ReviewError> {
    let mut found = holds(draft);
    if let Some(fingerprint) = draft.fingerprint() {
        let by = (!draft.is_distinct()).then_some(email);
        if store::has_twin(tx, id, &fingerprint, by).await? {
            found.push(ReviewHold::DuplicateText);
        }
    }
    Ok(found)
}
