//! Shoppers: the end customers of one tenant, their accounts and the devices they are signed in on.
//!
//! Whether an address has an account is told to nobody but its owner, by mail: whoever asks for an
//! account, or for a new password, gets the same answer for every address, and the same work is done
//! for it. An account is made when the link in the e-mail about it is followed, of the sign-up that the
//! link was sent for.

mod accounts;
mod addresses;
mod codes;
mod consents;
mod email_change;
mod mailing;
mod model;
mod newsletter;
mod own;
mod recovery;
mod sessions;
mod signup;
mod social;
mod store;

pub use addresses::{AddressChange, MAX_ADDRESSES, NewAddress, SavedAddress};
pub use consents::{
    Consent, ConsentChange, ConsentPurpose, ConsentSource, Consents, GivenConsents,
};
pub use mailing::Mailing;
pub(crate) use mailing::Purpose as MailPurpose;
pub use model::{
    ChangeEmail, ChangePassword, ConfirmEmail, NewPassword, Profile, ProfileChange, ResetPassword,
    Session, ShopperSession, SignUp, User,
};
pub(in crate::identity) use newsletter::adopt as adopt_newsletter;
pub use newsletter::{NewsletterMailing, Subscriber};
pub(in crate::identity) use social::client_secret_context;
pub use social::{
    IdentityProvider, IdentityProviderChange, LinkedIdentity, NewIdentityProvider, ReturnPath,
    SocialError, SocialReturn, SocialSession, SocialStart,
};
pub(crate) use store::accounts::{account_of, hold as hold_account, settled_email_of};
pub(in crate::identity) use store::accounts::{delete_user, put_without_password};
pub(in crate::identity) use store::addresses::of_user as addresses_of;
pub(crate) use store::addresses::saved_address;
pub(in crate::identity) use store::consents::of_user as consents_of;
pub(in crate::identity) use store::sessions::end_all as end_sessions;
pub(crate) use store::slots::take as take_mail_slot;
