//! Signing in with a code from an e-mail.

use kernel::contact::Email;
use kernel::ids::UserId;
use kernel::ports::Ids;
use kernel::{Caller, Client, Event};
use rand::Rng;
use time::Duration;

use super::accounts::visited;
use super::mailing::{Mailing, Purpose};
use super::model::ShopperSession;
use super::store::{accounts, codes as store, slots};
use crate::identity::attempts::Target;
use crate::identity::{Identity, IdentityError};

/// How long a code is good.
const LIFETIME: Duration = Duration::minutes(10);
/// Codes have eight digits.
const CODES: u32 = 100_000_000;

impl Identity {
    /// Has a code sent to an address, if it has an account.
    pub async fn request_login_code(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if slots::take(&mut tx, &email, Purpose::Reset, self.clock.now()).await? {
            tx.publish(&Event::LoginCodeRequested {
                email,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// The code to write to an address, in the place of an earlier one; nothing when it has no account.
    pub async fn login_code_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<Mailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        let Some((user_id, first_name)) = accounts::user_of(&mut tx, email).await? else {
            return Ok(None);
        };
        // No code is made beside a change of the password or the address, which would not see it.
        accounts::lock(&mut tx, user_id).await?;
        let code = format!("{:08}", rand::rng().random_range(0..CODES));
        let now = self.clock.now();
        let times = (now, now + LIFETIME);
        store::put(&mut tx, user_id, &hash(user_id, &code), times).await?;
        tx.commit().await?;
        Ok(Some(Mailing::LoginCode { code, first_name }))
    }

    /// Lets a shopper in who has the code of the last e-mail. Anybody may try; five codes are looked at.
    pub async fn sign_in_with_code(
        &self,
        caller: &Caller,
        (email, code): (&Email, &str),
        (device, client): (&str, Option<Client>),
    ) -> Result<ShopperSession, IdentityError> {
        visited(caller)?;
        let target = Target::code(caller.tenant_id(), email);
        let counted = self.attempts.begin(target, client, self.clock.now())?;
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        let mut tx = self.db.begin(caller).await?;
        let known = accounts::user_of(&mut tx, email).await?;
        // An address without an account asks the same of the database.
        let user_id = known.map_or_else(|| UserId::from_uuid(Ids.uuid()), |(id, _)| id);
        let now = self.clock.now();
        accounts::lock(&mut tx, user_id).await?;
        if !store::take(&mut tx, user_id, &hash(user_id, &digits), now).await? {
            return Err(IdentityError::WrongCredentials);
        }
        accounts::verify(&mut tx, user_id, now).await?;
        let user = accounts::user(&mut tx, user_id).await?;
        let user = user.ok_or(IdentityError::WrongCredentials)?;
        let session = self.open_shopper_session(tx, caller, user, device).await?;
        counted.take_back();
        Ok(session)
    }
}

/// Bound to the account: the same code of another account is another hash.
fn hash(user_id: UserId, code: &str) -> Vec<u8> {
    Ids::token_hash(&format!("{user_id} {code}"))
}
