//! Letters about the address of an account.

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
    /// The page of the storefront that the letter leads to.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Confirm { token } => format!("/account/confirm-email?token={token}"),
            Self::Taken => "/account/login".to_owned(),
            Self::Changed { token } => format!("/account/undo-email?token={token}"),
        }
    }
}
