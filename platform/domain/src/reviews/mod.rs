//! Reviews: what shoppers say of what they bought and of who sold it, and what the store makes of it.
//!
//! Owns `reviews`, `review_texts`, `review_decisions`, `review_reports`, `review_settings`,
//! `review_invitations`, `review_pictures`, `product_ratings` and `merchant_ratings`. Invariants:
//! - a review of a product belongs to one line of an order that was paid, and a line has at most one; one of a
//!   merchant belongs to its share of such an order, and a share has at most one: keys say so;
//! - what was written is never updated. An edit is another version, which only the shopper's own use cases
//!   write; a review has the rating of its version, by a key. So no answer and no decision changes a rating;
//! - status moves only along [`ReviewStatus::may_become`]; a review that was rejected is not published again
//!   without somebody of the staff;
//! - `product_ratings` and `merchant_ratings` are counted anew, under their row's lock, in the transaction of
//!   each review that becomes or ceases to be published: they are exact at every moment;
//! - of a shopper a review holds the name that they chose to show and nothing else; who they are is the
//!   order's. The name goes when the account does, or the review, and so do its pictures with their
//!   objects.
//!
//! Imports `orders` for what was bought and for links, `identity` for the staff's addresses, `imaging` for what
//! may be kept of an upload and `tenancy` for the storefront's language. The catalogue shows `product_ratings` and knows nothing of reviews.

mod draft;
mod error;
mod filter;
mod handlers;
mod invitation;
mod list;
mod model;
mod moderation;
mod pictures;
mod reporting;
mod service;
mod settings;
mod store;
mod verification;
mod writing;

pub use draft::{ReviewDraft, parse_text};
pub use error::ReviewError;
pub use invitation::ReviewInvitation;
pub use list::{
    ListPublished, ListReviews, Merchant, MerchantReviews, Position, PublishedReviews, ReviewPage,
    ReviewSort,
};
pub use model::{
    Decision, PublishedReview, Report, Review, ReviewHold, ReviewReason, ReviewRecord,
    ReviewStatus, ReviewSubject, Statistics,
};
pub use pictures::ReviewPicture;
pub use reporting::NewReport;
pub use service::Reviews;
pub use settings::ReviewSettings;
pub use writing::Author;
