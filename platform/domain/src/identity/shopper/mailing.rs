//! What an e-mail to a shopper is about, and how often there is one.

use kernel::ids::UserId;
use time::Duration;

/// An address is sent one e-mail in this time, however many are requested.
pub(super) const MAIL_INTERVAL: Duration = Duration::minutes(1);

/// What an e-mail to an address should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mailing {
    /// Confirm that you want an account. It names nobody: the address is not known to be the one of
    /// whoever typed the name.
    Confirm {
        /// Good once, for a day.
        token: String,
    },
    /// You signed up with an address that has an account.
    HasAccount {
        /// Resets the password; good once, for half an hour.
        token: String,
        /// Given name of the account's owner.
        first_name: String,
    },
    /// Confirm that the address is to be the one of an account. It names nobody, as above.
    ConfirmChange {
        /// Whose account it is to be the address of.
        user_id: UserId,
        /// Good once, for a day.
        token: String,
    },
    /// Somebody wanted the address for an account, and another account has it.
    Taken {
        /// Whose account it was to be the address of.
        user_id: UserId,
        /// Given name of the account's owner.
        first_name: String,
    },
    /// The account has another address.
    Changed {
        /// Whose account it was the address of.
        user_id: UserId,
        /// Takes the change back; good once, for 72 hours.
        token: String,
        /// Given name of the account's owner.
        first_name: String,
    },
    /// Sign in with this code.
    LoginCode {
        /// Good once, for ten minutes.
        code: String,
        /// Given name of the account's owner.
        first_name: String,
    },
    /// The store has made an account for you: choose a password.
    Invitation {
        /// Good once, for seven days.
        token: String,
        /// Given name of the account's owner.
        first_name: String,
    },
    /// Choose a new password.
    Reset {
        /// Good once, for half an hour.
        token: String,
        /// Given name of the account's owner.
        first_name: String,
    },
}

kernel::words! {
    /// What an e-mail that anybody can request is for.
    pub(crate) enum Purpose {
        /// Confirming an address.
        SignUp = "sign_up",
        /// Resetting a password.
        Reset = "reset",
        /// Confirming another address for an account.
        EmailChange = "email_change",
        /// Showing an order.
        Order = "order",
        /// Confirming the newsletter.
        Newsletter = "newsletter",
    }
}
