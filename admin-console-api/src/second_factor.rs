//! Second factors as staff and operators enrol and use them.

use domain::identity::{IdentityError, StaffError};
use kernel::ports::KeyRingError;
use poem_openapi::Object;

/// How an operation fails that takes a code.
pub(crate) const GIVING_A_CODE: &[kernel::Case] = &[
    StaffError::NO_SECOND_FACTOR,
    StaffError::WRONG_CODE,
    IdentityError::TOO_MANY_ATTEMPTS,
    KeyRingError::KEYS_UNAVAILABLE,
];

/// Begins an enrolment.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct SecondFactorEnrolment {
    /// Current password.
    #[oai(validator(max_length = 1024))]
    pub(crate) password: String,
}

/// A seed for an authenticator app.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct SecondFactorSeed {
    /// Seed in base32, for typing.
    pub(crate) secret: String,
    /// Seed as an `otpauth` address, for a QR code.
    pub(crate) uri: String,
}

/// A code of a second factor.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct SecondFactorCode {
    /// Six digits of the app, or a recovery code.
    #[oai(validator(max_length = 40))]
    pub(crate) code: String,
}

/// Recovery codes.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct RecoveryCodes {
    /// Ten codes, each good once in the place of a code of the app. They are not shown again.
    pub(crate) recovery_codes: Vec<String>,
}
