//! Letters to guests: about the newsletter, and with codes that show an order.

use kernel::ids::OrderId;

use crate::identity::NewsletterMailing;

/// A letter to whoever has no account, or is not signed in.
#[derive(Debug)]
pub(super) enum GuestLetter {
    /// Show an order with this code.
    OrderCode {
        order_id: OrderId,
        number: i64,
        code: String,
    },
    /// About the newsletter.
    Newsletter(NewsletterMailing),
}

impl GuestLetter {
    /// The page of the storefront that the letter leads to.
    pub(super) fn path(&self) -> String {
        match self {
            Self::OrderCode { .. } => "/orders/find".to_owned(),
            Self::Newsletter(mailing) => mailing.path(),
        }
    }

    /// Where one click ends such letters, of those that need a consent.
    pub(super) fn one_click(&self) -> Option<String> {
        match self {
            Self::OrderCode { .. } => None,
            Self::Newsletter(mailing) => Some(mailing.one_click()),
        }
    }
}

/// Where one click ends the newsletter, below the storefront's address.
const UNSUBSCRIBE: &str = "/storefront/v1/newsletter/unsubscribe";

impl NewsletterMailing {
    /// The page of the storefront that the letter leads to.
    fn path(&self) -> String {
        match &self.confirm {
            Some(token) => format!("/newsletter/confirm?token={token}"),
            None => format!("/newsletter/unsubscribe?token={}", self.unsubscribe),
        }
    }

    /// Where one click of the mail program ends it.
    fn one_click(&self) -> String {
        format!("{UNSUBSCRIBE}?token={}", self.unsubscribe)
    }
}
