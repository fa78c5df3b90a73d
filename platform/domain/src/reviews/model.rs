//! What a review is, and how it may change.

use kernel::Stars;
use kernel::ids::{MerchantId, OrderId, OrderLineId, ProductId, ReviewId};
use time::OffsetDateTime;

use super::ReviewPicture;

kernel::words! {
    /// Review status.
    pub enum ReviewStatus {
        /// Waits for a decision of the staff; nobody else sees it.
        Pending = "pending",
        /// Published.
        Published = "published",
        /// Rejected, for a reason. Its author may appeal once.
        Rejected = "rejected",
        /// Taken back by its author. Its text is deleted.
        Withdrawn = "withdrawn",
    }
}

kernel::words! {
    /// What a review is of.
    #[derive(Default)]
    pub enum ReviewSubject {
        /// The product of an order line.
        #[default]
        Product = "product",
        /// The merchant who sold it.
        Merchant = "merchant",
    }
}

/// The product or the merchant that a review is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reviewed {
    Product(ProductId),
    Merchant(MerchantId),
}

impl ReviewStatus {
    /// The only legal moves: an edit or an appeal makes a review pending again.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Withdrawn, _) => false,
            (Self::Pending | Self::Rejected, Self::Published)
            | (Self::Pending | Self::Published, Self::Rejected)
            | (Self::Published | Self::Rejected, Self::Pending)
            | (_, Self::Withdrawn) => true,
            _ => false,
        }
    }
}

kernel::words! {
    /// Why a review is reported or rejected. A low rating is no reason.
    pub enum ReviewReason {
        /// Advertising, or text without meaning.
        Spam = "spam",
        /// Insults, hate or threats.
        Offensive = "offensive",
        /// Names or other data of people.
        PersonalData = "personal_data",
        /// Not about the product, the merchant or the purchase.
        OffTopic = "off_topic",
        /// Against the law.
        Illegal = "illegal",
        /// Not the shopper's own experience: copied, bought or written by a competitor.
        NotGenuine = "not_genuine",
        /// Another reason, which the note names.
        Other = "other",
    }
}

kernel::words! {
    /// Why a review waits for the staff although reviews are published at once.
    pub enum ReviewHold {
        /// Its text has a link or an address.
        Link = "link",
        /// Its text has HTML or other markup. Texts are plain: whoever shows them must escape them.
        Markup = "markup",
        /// Another review has the same text.
        DuplicateText = "duplicate_text",
    }
}

/// A review, for its author and for the staff.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The order.
    pub order_id: OrderId,
    /// The line of the order whose product is reviewed; none in a review of a merchant.
    pub order_line_id: Option<OrderLineId>,
    /// The product; none in a review of a merchant.
    pub product_id: Option<ProductId>,
    /// Who sold it, or is reviewed.
    pub merchant_id: MerchantId,
    /// Its slug.
    pub merchant_slug: String,
    /// Its name.
    pub merchant_name: String,
    /// The product's title when it was bought.
    pub product_title: Option<String>,
    /// The variant's title when it was bought.
    pub variant_title: Option<String>,
    /// How often its author has written it.
    pub version: i32,
    /// The stars.
    pub rating: Stars,
    /// The headline.
    pub title: Option<String>,
    /// The text.
    pub body: Option<String>,
    /// The name that its author shows.
    pub author_name: Option<String>,
    /// Whether it is shown.
    pub status: ReviewStatus,
    /// Why the program wanted somebody to look at it first.
    pub holds: Vec<ReviewHold>,
    /// Why it is rejected.
    pub rejection_reason: Option<ReviewReason>,
    /// What its author is told about that.
    pub rejection_note: Option<String>,
    /// Whether nobody has published it since it was last rejected.
    pub was_rejected: bool,
    /// What its author says against the rejection.
    pub appeal: Option<String>,
    /// When its author appealed.
    pub appealed_at: Option<OffsetDateTime>,
    /// What the store answers.
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// When the store answered.
    pub answered_at: Option<OffsetDateTime>,
    /// When the answer was last changed.
    pub answer_edited_at: Option<OffsetDateTime>,
    /// Reports since the last decision.
    pub open_reports: i32,
    /// When it was written.
    pub created_at: OffsetDateTime,
    /// When its author last changed it.
    pub edited_at: Option<OffsetDateTime>,
    /// Until when its author may change it.
    pub editable_until: OffsetDateTime,
    /// Its pictures, in their order.
    #[sqlx(skip)]
    pub pictures: Vec<ReviewPicture>,
}

impl Review {
    /// What it is of.
    pub const fn subject(&self) -> ReviewSubject {
        match self.product_id {
            Some(_) => ReviewSubject::Product,
            None => ReviewSubject::Merchant,
        }
    }

    pub(super) const fn reviewed(&self) -> Reviewed {
        match self.product_id {
            Some(product_id) => Reviewed::Product(product_id),
            None => Reviewed::Merchant(self.merchant_id),
        }
    }
}

/// A review as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the fields are those of a review")]
pub struct PublishedReview {
    pub id: ReviewId,
    pub rating: Stars,
    pub title: Option<String>,
    pub body: Option<String>,
    pub author_name: Option<String>,
    pub variant_title: Option<String>,
    pub answer: Option<String>,
    pub answered_at: Option<OffsetDateTime>,
    pub answer_edited_at: Option<OffsetDateTime>,
    pub created_at: OffsetDateTime,
    pub edited_at: Option<OffsetDateTime>,
    #[sqlx(skip)]
    pub pictures: Vec<ReviewPicture>,
}

/// A decision of the staff about a review.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Decision {
    /// The version that it is about.
    pub version: i32,
    /// What the review became.
    pub status: ReviewStatus,
    /// Why it was rejected.
    pub reason: Option<ReviewReason>,
    /// What its author is told about that.
    pub note: Option<String>,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_at: OffsetDateTime,
}

/// A report of a review.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Report {
    /// What is wrong with it.
    pub reason: ReviewReason,
    /// What the reporter says about that.
    pub details: Option<String>,
    /// When it was reported.
    pub created_at: OffsetDateTime,
}

/// A review and what the staff has to know about it.
#[derive(Debug, Clone)]
pub struct ReviewRecord {
    /// The review.
    pub review: Review,
    /// What was decided about it, the latest first.
    pub decisions: Vec<Decision>,
    /// The reports of it, the latest first.
    pub reports: Vec<Report>,
}

/// What became of a tenant's reviews.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Those that are published.
    pub published: i64,
    /// Those that wait for a decision.
    pub pending: i64,
    /// Those that their authors took back.
    pub withdrawn: i64,
    /// Those that are rejected, by reason.
    pub rejected: Vec<(ReviewReason, i64)>,
    /// Reports of reviews.
    pub reports: i64,
    /// Rejections that authors appealed against.
    pub appeals: i64,
    /// Reviews that are published after an appeal.
    pub appeals_granted: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_back_stays_so_and_nothing_stands_still() {
        for &status in ReviewStatus::ALL {
            assert!(!ReviewStatus::Withdrawn.may_become(status));
            assert!(!status.may_become(status));
        }
        assert!(ReviewStatus::Pending.may_become(ReviewStatus::Published));
        assert!(ReviewStatus::Rejected.may_become(ReviewStatus::Pending));
        assert!(ReviewStatus::Published.may_become(ReviewStatus::Withdrawn));
    }
}
