//! What can go wrong when somebody says who they are.

use std::borrow::Cow;

use db::DbError;
use kernel::{Case, Denied, Fault, FieldFault};

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The e-mail is unknown, the password is wrong, or the account is not of this tenant: which of
    /// them it is, nobody learns.
    #[error("the e-mail address or the password is wrong")]
    WrongCredentials,
    /// The token is not one of ours, not for here, too old, or its owner was removed.
    #[error("a valid access token is needed")]
    BadToken,
    /// The token of a mail is not one of ours, was used, or is too old.
    #[error("the link is not valid any more; ask for a new one")]
    BadOneTimeToken,
    /// Several sign-ups are pending for the address, and the link says which mailbox it is, not which
    /// of them is meant.
    #[error("several sign-ups are pending for this address; send the password as well")]
    PasswordRequired,
    /// The password is right, and the account has a second factor.
    #[error("the account has a second factor; send its code, too")]
    SecondFactorRequired,
    /// The password is right, and the code is not.
    #[error("the code is wrong, was used, or is too old")]
    WrongSecondFactor,
    /// Too many wrong passwords for this account.
    #[error(
        "too many wrong passwords; try again in {retry_after_seconds} s, or reset the password"
    )]
    TooManyAttempts {
        /// When tries are counted anew.
        retry_after_seconds: u32,
    },
    /// The password is one that is guessed first.
    #[error("the password is easily guessed")]
    WeakPassword,
    /// The password is not the account's.
    #[error("the password is not the one of the account")]
    WrongPassword,
    /// The account has the address already.
    #[error("the account has this e-mail address already")]
    SameEmail,
    /// The store has blocked the account.
    #[error("the account is blocked; write to the store")]
    AccountBlocked,
    /// The address has an account.
    #[error("a customer has this e-mail address already")]
    CustomerExists,
    /// The tenant has no such customer.
    #[error("there is no such customer")]
    CustomerNotFound,
    /// There is no such subscriber without an account.
    #[error("there is no such subscriber")]
    SubscriberNotFound,
    /// The caller is signed in on no such device.
    #[error("there is no such session")]
    SessionNotFound,
    /// The caller's address book has no such address.
    #[error("there is no such address")]
    AddressNotFound,
    /// The caller's address book is full.
    #[error(
        "the address book has {} addresses; delete one first",
        super::MAX_ADDRESSES
    )]
    TooManyAddresses,
    /// Some fields of a secret key do not have the form they must have.
    #[error("some fields of the request are not valid")]
    KeyRefused(Vec<FieldFault>),
    /// The key would be allowed what its creator is not.
    #[error("a key has no authority that its creator does not hold")]
    AuthorityNotHeld(FieldFault),
    /// The tenant has no such key.
    #[error("there is no such key")]
    KeyNotFound,
    /// The key was revoked, or has expired.
    #[error("the key does not work any more")]
    KeyNotWorking,
    /// The tenant has as many keys as it may.
    #[error("the tenant has 100 working keys; revoke one first")]
    TooManyKeys,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Too many passwords are being checked already.
    #[error("too many people are signing in at the moment")]
    Busy,
    /// A stored hash cannot be read, or a token cannot be made.
    #[error("credentials could not be handled: {0}")]
    Broken(String),
    /// The rows could not be read or written.
    #[error("the account could not be read or written")]
    Db(#[from] DbError),
}

impl IdentityError {
    /// Case of [`WrongCredentials`](Self::WrongCredentials).
    pub const INVALID_CREDENTIALS: Case = Case::unauthenticated("invalid_credentials");
    /// Case of [`BadToken`](Self::BadToken).
    pub const UNAUTHENTICATED: Case = Case::unauthenticated("unauthenticated");
    /// Case of [`SecondFactorRequired`](Self::SecondFactorRequired).
    pub const SECOND_FACTOR_REQUIRED: Case = Case::unauthenticated("second_factor_required");
    /// Case of [`WrongSecondFactor`](Self::WrongSecondFactor).
    pub const INVALID_SECOND_FACTOR: Case = Case::unauthenticated("invalid_second_factor");
    /// Case of [`BadOneTimeToken`](Self::BadOneTimeToken).
    pub const INVALID_TOKEN: Case = Case::invalid("invalid_token");
    /// Case of [`WeakPassword`](Self::WeakPassword).
    pub const WEAK_PASSWORD: Case = Case::rejected("weak_password");
    /// Case of [`WrongPassword`](Self::WrongPassword).
    pub const WRONG_PASSWORD: Case = Case::rejected("wrong_password");
    /// Case of [`PasswordRequired`](Self::PasswordRequired).
    pub const PASSWORD_REQUIRED: Case = Case::rejected("password_required");
    /// Case of [`TooManyAttempts`](Self::TooManyAttempts).
    pub const TOO_MANY_ATTEMPTS: Case = Case::throttled("too_many_attempts");
    /// Case of [`SameEmail`](Self::SameEmail).
    pub const EMAIL_UNCHANGED: Case = Case::rejected("email_unchanged");
    /// Case of [`AccountBlocked`](Self::AccountBlocked).
    pub const ACCOUNT_BLOCKED: Case = Case::forbidden("account_blocked");
    /// Case of [`CustomerExists`](Self::CustomerExists).
    pub const CUSTOMER_EXISTS: Case = Case::conflict("customer_exists");
    /// Case of [`Busy`](Self::Busy).
    pub const SIGN_IN_BUSY: Case = Case::unavailable("sign_in_busy");
    /// Case of [`AuthorityNotHeld`](Self::AuthorityNotHeld).
    pub const AUTHORITY_NOT_HELD: Case = Case::rejected("authority_not_held");
    /// Case of [`KeyNotWorking`](Self::KeyNotWorking).
    pub const API_KEY_NOT_WORKING: Case = Case::conflict("api_key_not_working");
    /// Case of [`TooManyKeys`](Self::TooManyKeys).
    pub const TOO_MANY_API_KEYS: Case = Case::conflict("too_many_api_keys");
    /// Case of [`TooManyAddresses`](Self::TooManyAddresses).
    pub const TOO_MANY_ADDRESSES: Case = Case::conflict("too_many_addresses");
    /// How an attempt to sign in can fail.
    pub const SIGN_IN: [Case; 3] = [
        Self::INVALID_CREDENTIALS,
        Self::TOO_MANY_ATTEMPTS,
        Self::SIGN_IN_BUSY,
    ];
}

impl Fault for IdentityError {
    fn case(&self) -> Case {
        match self {
            Self::WrongCredentials => Self::INVALID_CREDENTIALS,
            Self::BadToken => Self::UNAUTHENTICATED,
            Self::SecondFactorRequired => Self::SECOND_FACTOR_REQUIRED,
            Self::WrongSecondFactor => Self::INVALID_SECOND_FACTOR,
            Self::BadOneTimeToken => Self::INVALID_TOKEN,
            Self::WeakPassword => Self::WEAK_PASSWORD,
            Self::CustomerExists => Self::CUSTOMER_EXISTS,
            Self::WrongPassword => Self::WRONG_PASSWORD,
            Self::PasswordRequired => Self::PASSWORD_REQUIRED,
            Self::TooManyAttempts { .. } => Self::TOO_MANY_ATTEMPTS,
            Self::KeyRefused(_) => Case::INVALID_REQUEST,
            Self::AuthorityNotHeld(_) => Self::AUTHORITY_NOT_HELD,
            Self::KeyNotWorking => Self::API_KEY_NOT_WORKING,
            Self::TooManyKeys => Self::TOO_MANY_API_KEYS,
            Self::TooManyAddresses => Self::TOO_MANY_ADDRESSES,
            Self::SameEmail => Self::EMAIL_UNCHANGED,
            Self::AccountBlocked => Self::ACCOUNT_BLOCKED,
            Self::SessionNotFound
            | Self::AddressNotFound
            | Self::KeyNotFound
            | Self::CustomerNotFound
            | Self::SubscriberNotFound => Case::NOT_FOUND,
            Self::Denied(denied) => denied.case(),
            Self::Busy => Self::SIGN_IN_BUSY,
            Self::Broken(_) => Case::INTERNAL,
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::WeakPassword => Cow::Owned(vec![FieldFault::new(
                "/password",
                self.code(),
                "one that nobody guesses, such as four words that have nothing to do with each other",
            )]),
            Self::PasswordRequired => Cow::Owned(vec![FieldFault::new(
                "/password",
                self.code(),
                "the password that was chosen when signing up",
            )]),
            Self::SameEmail => Cow::Owned(vec![FieldFault::new(
                "/email",
                self.code(),
                "an address other than the account's",
            )]),
            Self::KeyRefused(fields) => Cow::Borrowed(fields),
            Self::AuthorityNotHeld(field) => Cow::Borrowed(std::slice::from_ref(field)),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::Busy => Some(2),
            Self::TooManyAttempts {
                retry_after_seconds,
            } => Some(*retry_after_seconds),
            Self::Db(error) => error.retry_after_seconds(),
            Self::WrongCredentials
            | Self::BadToken
            | Self::BadOneTimeToken
            | Self::SecondFactorRequired
            | Self::WrongSecondFactor
            | Self::WeakPassword
            | Self::PasswordRequired
            | Self::WrongPassword
            | Self::AccountBlocked
            | Self::SameEmail
            | Self::CustomerExists
            | Self::CustomerNotFound
            | Self::SubscriberNotFound
            | Self::SessionNotFound
            | Self::AddressNotFound
            | Self::TooManyAddresses
            | Self::KeyRefused(_)
            | Self::AuthorityNotHeld(_)
            | Self::KeyNotFound
            | Self::KeyNotWorking
            | Self::TooManyKeys
            | Self::Denied(_)
            | Self::Broken(_) => None,
        }
    }
}
