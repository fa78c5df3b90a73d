//! Signing in, staying signed in, and signing out.

use db::TenantTx;
use kernel::config::Secret;
use kernel::ids::{SessionId, UserId};
use kernel::ports::{Ids, StorefrontRef};
use kernel::{Caller, Client, Event, Permissions};
use time::{Duration, OffsetDateTime};

use super::accounts::{own, visited};
use super::model::{Session, ShopperSession, User};
use super::store::accounts;
use super::store::sessions::{self as store, NewToken, Presented};
use crate::identity::attempts::Target;
use crate::identity::token::Subject;
use crate::identity::{Audience, Identity, IdentityError, SignIn};

/// A device stays signed in this long after it was last used.
const SESSION_LIFETIME: Duration = Duration::days(30);
/// A refresh token may come again this long after it was used: the answer may have been lost, or two
/// windows of one browser asked at once.
const GRACE: Duration = Duration::seconds(10);
/// And no longer than this after it was signed in on, however often it is used.
const LONGEST_SESSION: Duration = Duration::days(90);
/// Refresh tokens that were used so long ago are forgotten.
const USED_TOKENS_KEPT: Duration = Duration::days(30);
/// More devices are not remembered; the one that was used longest ago is signed out.
const MOST_SESSIONS: i64 = 50;
/// As much of a device's name as is kept.
const LONGEST_DEVICE: usize = 300;

impl Identity {
    /// Lets a shopper in on a device. Anybody may try.
    pub async fn sign_in_shopper(
        &self,
        caller: &Caller,
        attempt: SignIn,
        device: &str,
    ) -> Result<ShopperSession, IdentityError> {
        visited(caller)?;
        let found = match &attempt.email {
            Some(email) => accounts::credentials(&mut self.db.begin(caller).await?, email).await?,
            None => None,
        };
        let hash = found.as_ref().map(|(_, hash)| hash.clone());
        let target = attempt
            .email
            .as_ref()
            .map(|email| Target::shopper(caller.tenant_id(), email));
        let is_right = self.is_right(target, &attempt, hash).await?;
        let (user, hash) = found
            .filter(|_| is_right)
            .ok_or(IdentityError::WrongCredentials)?;
        let stronger = if hash.is_outdated() {
            Some(self.passwords.hash(attempt.password).await?)
        } else {
            None
        };
        let mut tx = self.db.begin(caller).await?;
        // Whoever changed the password meanwhile has ended every session, and this one comes after.
        if !accounts::has_password(&mut tx, user.id, &hash).await? {
            return Err(IdentityError::WrongCredentials);
        }
        if let Some(stronger) = stronger {
            accounts::set_password(&mut tx, user.id, &stronger).await?;
        }
        self.open_shopper_session(tx, caller, user, device).await
    }

    /// Begins a session of a shopper who has shown who they are, unless the store has blocked them.
    pub(super) async fn open_shopper_session(
        &self,
        mut tx: TenantTx,
        caller: &Caller,
        user: User,
        device: &str,
    ) -> Result<ShopperSession, IdentityError> {
        let storefront_id = visited(caller)?;
        if crate::identity::is_blocked(&mut tx, &user.email).await? {
            return Err(IdentityError::AccountBlocked);
        }
        let now = self.clock.now();
        let session = Session {
            id: SessionId::from_uuid(Ids.uuid()),
            device: device_name(device),
            created_at: now,
            last_used_at: now,
            expires_at: now + SESSION_LIFETIME,
        };
        let refresh_token = Ids.token();
        let others = store::of_user(&mut tx, user.id, now).await?;
        // Who is signed in nowhere is not surprised by a device.
        if !others.is_empty() && others.iter().all(|other| other.device != session.device) {
            tx.publish(&Event::NewDeviceSignedIn {
                user_id: user.id,
                storefront_id,
                device: session.device.clone(),
            })
            .await?;
        }
        store::put(&mut tx, user.id, &session).await?;
        let given = NewToken {
            session_id: session.id,
            hash: &Ids::token_hash(&refresh_token),
            generation: 0,
        };
        store::put_token(&mut tx, &given, now).await?;
        store::end_surplus(&mut tx, user.id, MOST_SESSIONS).await?;
        tx.commit().await?;
        self.shopper_session(caller, user, session.id, refresh_token, session.expires_at)
    }

    /// The caller that a shopper is who was just let in.
    pub fn caller_of(
        &self,
        visitor: &Caller,
        session: &ShopperSession,
    ) -> Result<Caller, IdentityError> {
        let storefront_id = visited(visitor)?;
        let who = (session.signed_in.person.id, session.session_id);
        let permissions = self.policy.shopper();
        Ok(Caller::shopper(
            visitor.tenant_id(),
            storefront_id,
            who,
            permissions,
        ))
    }

    /// Gives a new access token, and a new refresh token in the place of this one.
    ///
    /// A refresh token is good once. Within ten seconds it may come again, as long as no successor was
    /// used, and gets another successor, as good as the first. Of the successors the older ones end
    /// with the use of a newer one. Whatever else comes again shows that somebody else has it, too: the
    /// session ends, and its owner is told.
    pub async fn refresh(
        &self,
        caller: &Caller,
        token: &str,
        client: Option<Client>,
    ) -> Result<ShopperSession, IdentityError> {
        let storefront_id = visited(caller)?;
        let (hash, now) = (Ids::token_hash(token), self.clock.now());
        let mut tx = self.db.begin(caller).await?;
        let presented = store::present(&mut tx, &hash, now)
            .await?
            .ok_or(IdentityError::BadToken)?;
        if !is_acceptable(&presented, now) {
            store::end(&mut tx, presented.session_id).await?;
            tx.publish(&Event::SessionRevoked {
                user_id: presented.user_id,
                storefront_id,
            })
            .await?;
            tx.commit().await?;
            return Err(IdentityError::BadToken);
        }
        let user = accounts::user(&mut tx, presented.user_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        let next = Ids.token();
        let expires_at = (now + SESSION_LIFETIME).min(presented.began_at + LONGEST_SESSION);
        let given = NewToken {
            session_id: presented.session_id,
            hash: &Ids::token_hash(&next),
            generation: presented.generation + 1,
        };
        store::consume(&mut tx, &hash, given.hash, now).await?;
        store::put_token(&mut tx, &given, now).await?;
        store::forget_used(&mut tx, given.session_id, now - USED_TOKENS_KEPT).await?;
        store::prolong(&mut tx, given.session_id, now, expires_at).await?;
        tx.commit().await?;
        let target = Target::shopper(caller.tenant_id(), &user.email);
        self.attempts.remember(target, client);
        self.shopper_session(caller, user, presented.session_id, next, expires_at)
    }

    /// Ends the session that a refresh token belongs to. Nothing happens for any other text.
    pub async fn sign_out(&self, caller: &Caller, token: &str) -> Result<(), IdentityError> {
        visited(caller)?;
        let mut tx = self.db.begin(caller).await?;
        store::end_by_token(&mut tx, &Ids::token_hash(token)).await?;
        Ok(tx.commit().await?)
    }

    /// The devices that the caller is signed in on, the one used last first, and which of them asks.
    pub async fn sessions(
        &self,
        caller: &Caller,
    ) -> Result<(Vec<Session>, SessionId), IdentityError> {
        let (user_id, session_id) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let sessions = store::of_user(&mut tx, user_id, self.clock.now()).await?;
        Ok((sessions, session_id))
    }

    /// Signs the caller out on one device.
    pub async fn end_session(
        &self,
        caller: &Caller,
        session_id: SessionId,
    ) -> Result<(), IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::end_own(&mut tx, user_id, session_id).await? {
            return Err(IdentityError::SessionNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Signs the caller out on every device, this one too.
    pub async fn end_sessions(&self, caller: &Caller) -> Result<(), IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        store::end_all(&mut tx, user_id).await?;
        Ok(tx.commit().await?)
    }

    /// The session is read each time, so that ending it works at once.
    pub(in crate::identity) async fn shopper_caller(
        &self,
        storefront: &StorefrontRef,
        token: &str,
    ) -> Result<Caller, IdentityError> {
        let now = self.clock.now();
        let refused = || IdentityError::BadToken;
        let subject = self
            .tokens
            .subject(token, Audience::Shop(storefront.tenant_id), now)?;
        let user_id: UserId = subject.id.parse().map_err(|_| refused())?;
        let session = subject.session.ok_or_else(refused)?;
        let session_id: SessionId = session.parse().map_err(|_| refused())?;
        let caller = |permissions| {
            let who = (user_id, session_id);
            Caller::shopper(
                storefront.tenant_id,
                storefront.storefront_id,
                who,
                permissions,
            )
        };
        let reader = caller(Permissions::empty());
        let mut tx = self.db.begin(&reader).await?;
        if store::is_live(&mut tx, user_id, session_id, now).await? {
            Ok(caller(self.policy.shopper()))
        } else {
            Err(refused())
        }
    }

    fn shopper_session(
        &self,
        caller: &Caller,
        user: User,
        session_id: SessionId,
        refresh_token: String,
        refresh_expires_at: OffsetDateTime,
    ) -> Result<ShopperSession, IdentityError> {
        let subject = Subject::in_session(user.id, session_id);
        let audience = Audience::Shop(caller.tenant_id());
        Ok(ShopperSession {
            signed_in: self.signed_in(user, subject, audience)?,
            refresh_token: Secret::new(refresh_token),
            refresh_expires_at,
            session_id,
        })
    }
}

/// Whether a refresh token may be answered: neither what was given for it nor a newer one of its
/// generation was used, and its generation is not used or was used a moment ago.
fn is_acceptable(presented: &Presented, now: OffsetDateTime) -> bool {
    let is_in_time = presented.first_used_at.is_none_or(|at| now - at <= GRACE);
    is_in_time && !presented.is_followed
}

fn device_name(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_DEVICE)
        .collect()
}
