//! What letters about the address of an account say.

/// A letter about the address of an account.
#[derive(Debug)]
pub(super) enum AddressLetter {
    /// To the new address: confirm it.
    Confirm { token: String },
    /// To the new address: another account has it.
    Taken,
    /// To the old address: it was replaced.
    Changed { token: String },
}

impl AddressLetter {
    pub(super) fn english(&self, brand: &str) -> (String, String, String) {
        match self {
            Self::Confirm { .. } => (
                format!("Confirm your new e-mail address at {brand}"),
                format!("you (or someone using this address) asked to use it for an account at {brand}. Confirm it to sign in with it from now on."),
                "The link expires in 24 hours. If you did not ask for it, do not follow it: nothing changes then.".to_owned(),
            ),
            Self::Taken => (
                format!("You already have an account at {brand}"),
                format!("you (or someone using this address) asked to use it for another account at {brand}. You have one with it already."),
                "Sign in with it. To use the address for another account, change it in this one or delete this one first. If it was not you, ignore this e-mail.".to_owned(),
            ),
            Self::Changed { .. } => (
                format!("Your e-mail address at {brand} was changed"),
                format!("your account at {brand} has another e-mail address now. You sign in with the new one, and letters go there."),
                "If it was not you, undo it within 72 hours: the account gets this address again, every device is signed out, and we send you a link to choose a new password.".to_owned(),
            ),
        }
    }

    pub(super) fn german(&self, brand: &str) -> (String, String, String) {
        match self {
            Self::Confirm { .. } => (
                format!("Bestätigen Sie Ihre neue E-Mail-Adresse bei {brand}"),
                format!("Sie (oder jemand mit dieser E-Mail-Adresse) wollen sie für ein Konto bei {brand} benutzen. Bestätigen Sie sie, um sich künftig mit ihr anzumelden."),
                "Der Link gilt 24 Stunden. Wenn Sie es nicht waren, folgen Sie ihm nicht: Dann ändert sich nichts.".to_owned(),
            ),
            Self::Taken => (
                format!("Sie haben schon ein Konto bei {brand}"),
                format!("Sie (oder jemand mit dieser E-Mail-Adresse) wollten sie für ein anderes Konto bei {brand} benutzen. Sie haben schon eines mit ihr."),
                "Melden Sie sich mit ihr an. Um sie für ein anderes Konto zu benutzen, ändern Sie sie in diesem oder löschen Sie es zuerst. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.".to_owned(),
            ),
            Self::Changed { .. } => (
                format!("Ihre E-Mail-Adresse bei {brand} wurde geändert"),
                format!("Ihr Konto bei {brand} hat jetzt eine andere E-Mail-Adresse. Mit ihr melden Sie sich an, und dorthin gehen unsere E-Mails."),
                "Wenn Sie es nicht waren, machen Sie es binnen 72 Stunden rückgängig: Das Konto bekommt wieder diese Adresse, jedes Gerät wird abgemeldet, und Sie erhalten einen Link, um ein neues Passwort zu wählen.".to_owned(),
            ),
        }
    }

    pub(super) const fn english_label(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "Confirm the address",
            Self::Taken => "Sign in",
            Self::Changed { .. } => "Undo the change",
        }
    }

    pub(super) const fn german_label(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "Adresse bestätigen",
            Self::Taken => "Anmelden",
            Self::Changed { .. } => "Änderung rückgängig machen",
        }
    }

    /// The page of the storefront that the letter leads to.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Confirm { token } => format!("/account/confirm-email?token={token}"),
            Self::Taken => "/account/login".to_owned(),
            Self::Changed { token } => format!("/account/undo-email?token={token}"),
        }
    }
}
