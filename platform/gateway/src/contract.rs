//! What each operation says of itself beside its types, where it is written.

use kernel::{Case, Permission};

/// What a call costs, which decides the limit that it is counted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// A read or a write of the usual size.
    Ordinary,
    /// Tries a password or a token of a mail, which takes a hash or may be a guess.
    Credential,
    /// Sends a mail.
    Mail,
    /// Tells the staff something; anybody may, without an account.
    Report,
    /// Places an order: several transactions and calls to the payment provider.
    Order,
    /// Asks the database whether the process is ready.
    Readiness,
    /// Asks nobody.
    Liveness,
    /// A message of a payment provider.
    Webhook,
}

impl Cost {
    /// Its name in the document.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Credential => "credential",
            Self::Mail => "mail",
            Self::Report => "report",
            Self::Order => "order",
            Self::Readiness => "readiness",
            Self::Liveness => "liveness",
            Self::Webhook => "webhook",
        }
    }
}

/// What holds for an operation beside its types. Each has one, in a list beside its handler; the
/// document is refused without.
#[derive(Debug, Clone, Copy)]
pub struct Contract {
    pub(crate) operation: &'static str,
    pub(crate) cost: Cost,
    pub(crate) is_cached: bool,
    pub(crate) takes_shopper: bool,
    pub(crate) body_limit: Option<usize>,
    pub(crate) authority: &'static [Permission],
    pub(crate) is_for_merchants: bool,
    pub(crate) cases: &'static [Case],
}

impl Contract {
    /// The contract of the operation with this id: an ordinary one that needs no permission and fails
    /// as every operation may.
    pub const fn of(operation: &'static str) -> Self {
        Self {
            operation,
            cost: Cost::Ordinary,
            is_cached: false,
            takes_shopper: false,
            body_limit: None,
            authority: &[],
            is_for_merchants: false,
            cases: &[],
        }
    }

    /// The id of the operation.
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// The permissions that its use case asks for.
    pub const fn authority(&self) -> &'static [Permission] {
        self.authority
    }

    /// The same, and it costs this.
    #[must_use]
    pub const fn costs(self, cost: Cost) -> Self {
        Self { cost, ..self }
    }

    /// The same, and its answers to visitors are kept for a moment.
    #[must_use]
    pub const fn cached(self) -> Self {
        Self {
            is_cached: true,
            ..self
        }
    }

    /// The same, and a shopper's access token may come beside its credential, or alone if it has none.
    #[must_use]
    pub const fn for_shoppers_too(self) -> Self {
        Self {
            takes_shopper: true,
            ..self
        }
    }

    /// The same, and its body has at most so many bytes, whatever holds for the others.
    #[must_use]
    pub const fn takes_up_to(self, bytes: usize) -> Self {
        Self {
            body_limit: Some(bytes),
            ..self
        }
    }

    /// The same, and its use case asks for these permissions.
    #[must_use]
    pub const fn needs(self, authority: &'static [Permission]) -> Self {
        Self { authority, ..self }
    }

    /// The same, and a merchant's own staff may, who hold the permissions for their merchant.
    #[must_use]
    pub const fn for_merchants_too(self) -> Self {
        Self {
            is_for_merchants: true,
            ..self
        }
    }

    /// Whether a merchant's own staff may.
    pub const fn is_for_merchants(&self) -> bool {
        self.is_for_merchants
    }

    /// The same, and its use case can fail in these ways. What is absent, a missing permission and
    /// what the gateway answers by itself go without saying.
    #[must_use]
    pub const fn fails(self, cases: &'static [Case]) -> Self {
        Self { cases, ..self }
    }
}
