//! What authors of reviews send.

use domain::reviews::{ReviewDraft, ReviewError, ReviewSubject, parse_text};
use kernel::ids::OrderLineId;
use poem_openapi::Object;

const LONGEST_APPEAL: usize = 2000;

/// A review to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateReview {
    /// Line of the order whose product is reviewed, or whose merchant.
    order_line_id: OrderLineId,
    /// What is reviewed; `product` by default. An order has one review of each merchant, whichever of its lines names it.
    subject: Option<ReviewSubject>,
    /// Stars, 1 to 5.
    #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
    rating: i64,
    /// Headline, plain text in one line.
    #[oai(validator(max_length = 120))]
    title: Option<String>,
    /// Text, plain text; a link or HTML has it held for the staff.
    #[oai(validator(max_length = 5000))]
    text: Option<String>,
    /// Name to show, such as `Anna B.`; without one, none is shown.
    #[oai(validator(max_length = 60))]
    author_name: Option<String>,
}

impl CreateReview {
    pub(super) fn into_draft(
        self,
    ) -> Result<((ReviewSubject, OrderLineId), ReviewDraft), ReviewError> {
        let draft = ReviewDraft::parse(
            self.rating,
            self.title.as_deref(),
            self.text.as_deref(),
            self.author_name.as_deref(),
        )?;
        let subject = self.subject.unwrap_or_default();
        Ok(((subject, self.order_line_id), draft))
    }
}

/// A review as its author wants it now.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct EditReview {
    /// Stars, 1 to 5.
    #[oai(validator(minimum(value = "1"), maximum(value = "5")))]
    rating: i64,
    /// Headline, plain text in one line.
    #[oai(validator(max_length = 120))]
    title: Option<String>,
    /// Text, plain text; a link or HTML has it held for the staff.
    #[oai(validator(max_length = 5000))]
    text: Option<String>,
    /// Name to show, such as `Anna B.`; without one, none is shown.
    #[oai(validator(max_length = 60))]
    author_name: Option<String>,
}

impl EditReview {
    pub(super) fn into_draft(self) -> Result<ReviewDraft, ReviewError> {
        ReviewDraft::parse(
            self.rating,
            self.title.as_deref(),
            self.text.as_deref(),
            self.author_name.as_deref(),
        )
    }
}

/// An appeal against a rejection.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct AppealReview {
    /// Why the review should be published.
    #[oai(validator(max_length = 2000, min_length = 1))]
    text: String,
}

impl AppealReview {
    pub(super) fn parse(self) -> Result<String, ReviewError> {
        parse_text(&self.text, LONGEST_APPEAL, "/text")
    }
}
