//! What the services need from the outside, in our words.

mod access;
mod clock;
mod ids;
mod keyring;
mod mailer;
mod objects;
mod payments;

pub use access::{Authenticator, StorefrontFinder, StorefrontRef};
pub use clock::{Clock, SystemClock};
pub use ids::Ids;
pub use keyring::{KeyRing, KeyRingError, SecretContext};
pub use mailer::{Mail, MailError, Mailer};
pub use objects::{Object, ObjectStore, ObjectStoreError};
pub use payments::{
    AmountLimits, CancelOutcome, OpenPayment, OpenedPayment, PaymentProvider, PaymentStatus,
    Payments, PaymentsError, RefundPayment, RefundShare, RefundState, RefundStatus, Share,
};
