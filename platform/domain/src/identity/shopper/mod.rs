//! Shoppers: the end customers of one tenant, their accounts and the devices they are signed in on.
//!
//! Whether an address has an account is told to nobody but its owner, by mail: whoever asks for an
//! account, or for a new password, gets the same answer for every address, and the same work is done
//! for it. An account is made when the mail about it is answered.

mod accounts;
mod model;
mod own;
mod sessions;
mod store;

pub use accounts::Mailing;
pub use model::{
    ChangePassword, NewPassword, Profile, ProfileChange, ResetPassword, Session, ShopperSession,
    SignUp, User,
};
pub(crate) use store::accounts::account_of;
