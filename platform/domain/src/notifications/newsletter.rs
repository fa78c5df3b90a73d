//! What letters to guests say: about the newsletter, and with codes that show an order.

use kernel::ids::OrderId;

use super::account;
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
    pub(super) fn english(&self, brand: &str) -> (String, String, String) {
        match self {
            Self::OrderCode { number, code, .. } => account::order_in_english(*number, code, brand),
            Self::Newsletter(mailing) => mailing.english(brand),
        }
    }

    pub(super) fn german(&self, brand: &str) -> (String, String, String) {
        match self {
            Self::OrderCode { number, code, .. } => account::order_in_german(*number, code, brand),
            Self::Newsletter(mailing) => mailing.german(brand),
        }
    }

    pub(super) const fn english_label(&self) -> &'static str {
        match self {
            Self::OrderCode { .. } => "Show the order",
            Self::Newsletter(mailing) => mailing.english_label(),
        }
    }

    pub(super) const fn german_label(&self) -> &'static str {
        match self {
            Self::OrderCode { .. } => "Bestellung ansehen",
            Self::Newsletter(mailing) => mailing.german_label(),
        }
    }

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
    fn english(&self, brand: &str) -> (String, String, String) {
        if self.confirm.is_some() {
            (
                format!("Confirm the newsletter of {brand}"),
                format!("you (or someone using this address) asked for the newsletter of {brand}. Confirm the address to get it."),
                "The link expires in 24 hours. If you did not ask for it, do not follow it: nothing is sent then.".to_owned(),
            )
        } else {
            (
                format!("You get the newsletter of {brand}"),
                format!(
                    "you confirmed that you want the newsletter of {brand}. You can end it at any time, with the link below or with the one in each letter."
                ),
                "If it was not you, end it with the link: it works at once and needs no sign-in."
                    .to_owned(),
            )
        }
    }

    fn german(&self, brand: &str) -> (String, String, String) {
        if self.confirm.is_some() {
            (
                format!("Bestätigen Sie den Newsletter von {brand}"),
                format!("Sie (oder jemand mit dieser E-Mail-Adresse) möchten den Newsletter von {brand} erhalten. Bestätigen Sie die Adresse, um ihn zu erhalten."),
                "Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann senden wir nichts.".to_owned(),
            )
        } else {
            (
                format!("Sie erhalten den Newsletter von {brand}"),
                format!("Sie haben bestätigt, dass Sie den Newsletter von {brand} erhalten möchten. Sie können ihn jederzeit abbestellen, mit dem Link hier oder dem in jeder E-Mail."),
                "Wenn Sie es nicht waren, bestellen Sie ihn mit dem Link ab: Das wirkt sofort und braucht keine Anmeldung.".to_owned(),
            )
        }
    }

    const fn english_label(&self) -> &'static str {
        match self.confirm {
            Some(_) => "Confirm the newsletter",
            None => "Unsubscribe",
        }
    }

    const fn german_label(&self) -> &'static str {
        match self.confirm {
            Some(_) => "Newsletter bestätigen",
            None => "Abbestellen",
        }
    }

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
