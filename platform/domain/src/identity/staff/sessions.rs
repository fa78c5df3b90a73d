//! Staff signs in, stays signed in, and signs out.

use kernel::config::Secret;
use kernel::ids::{SessionId, StaffId, StorefrontId, TenantId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permissions, StaffNotice, permission_set};
use time::{Duration, OffsetDateTime};

use super::store::{self, Membership, security, sessions};
use super::{StaffError, person};
use crate::identity::attempts::Target;
use crate::identity::token::Subject;
use crate::identity::{
    AssignedRole, Audience, Identity, IdentityError, SignIn, SignedIn, StaffMember,
};

/// A device stays signed in this long after it was last used.
const SESSION_LIFETIME: Duration = Duration::days(7);
/// And no longer than this after it was signed in on, however often it is used.
const LONGEST_SESSION: Duration = Duration::days(30);
/// A refresh token that comes again so soon is refused, and its session goes on: two windows of one browser
/// asked at once, or an answer was lost.
const GRACE: Duration = Duration::seconds(10);
/// How long a second factor is fresh enough for what needs one.
pub(super) const FRESH_FOR: Duration = Duration::minutes(10);
/// More devices are not remembered; the one that was used longest ago is signed out.
const MOST_SESSIONS: i64 = 20;
/// As much of a device's name as is kept.
const LONGEST_DEVICE: usize = 300;
/// What a second factor is asked for, of members who have one: money, keys, who may
/// sign in and the rights of others.
const SENSITIVE: Permissions = permission_set!(
    RefundsCreate,
    MerchantsWrite,
    ApiKeysManage,
    SignInManage,
    StaffManage,
    RolesManage
);

/// A device that a staff member is signed in on.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StaffDevice {
    /// Id of the session.
    pub id: SessionId,
    /// What the browser or program calls itself.
    pub name: String,
    /// When it was signed in on.
    pub created_at: OffsetDateTime,
    /// When it was last used to stay signed in.
    pub last_used_at: OffsetDateTime,
    /// When it is signed out unless it is used.
    pub expires_at: OffsetDateTime,
}

/// A staff member who is signed in.
#[derive(Debug)]
pub struct StaffSession {
    /// Who, and the access token.
    pub signed_in: SignedIn<StaffMember>,
    /// Good once, for the next access token.
    pub refresh_token: Secret<String>,
    /// Until when.
    pub refresh_expires_at: OffsetDateTime,
}

impl Identity {
    /// Lets a member of a tenant's staff in. Anybody may try.
    pub async fn sign_in_staff(
        &self,
        tenant_id: TenantId,
        attempt: SignIn,
    ) -> Result<StaffSession, StaffError> {
        let reader = Caller::system(tenant_id);
        // The session begins before the password is looked at: whoever changes it meanwhile ends it.
        let began_at = self.clock.now();
        let target = attempt
            .email
            .as_ref()
            .map(|email| Target::staff(tenant_id, email));
        let found = match &attempt.email {
            Some(email) => store::sign_in(&mut self.db.begin(&reader).await?, email).await?,
            None => None,
        };
        let hash = found.as_ref().map(|staff| staff.hash.clone());
        let is_right = self.is_right(target, &attempt, hash).await?;
        let staff = found
            .filter(|_| is_right)
            .ok_or(IdentityError::WrongCredentials)?;
        if staff.hash.is_outdated() {
            let new = self.passwords.hash(attempt.password.clone()).await?;
            let mut tx = self.db.begin(&reader).await?;
            crate::identity::store::strengthen(&mut tx, staff.id, &staff.hash, &new).await?;
            tx.commit().await?;
        }
        let has_given = self
            .given_at_sign_in(&reader, staff.id, (attempt.code.as_deref(), attempt.client))
            .await?;
        let verified_at = has_given.then(|| self.clock.now());
        let times = (began_at, verified_at);
        self.open_session(&reader, staff.id, &attempt.device, times)
            .await
    }

    /// Begins a session of a member.
    pub(super) async fn open_session(
        &self,
        reader: &Caller,
        staff_id: StaffId,
        device: &str,
        (now, verified_at): (OffsetDateTime, Option<OffsetDateTime>),
    ) -> Result<StaffSession, StaffError> {
        let device = StaffDevice {
            id: SessionId::from_uuid(Ids.uuid()),
            name: device_name(device),
            created_at: now,
            last_used_at: now,
            expires_at: now + SESSION_LIFETIME,
        };
        let refresh_token = Ids.token();
        let mut tx = self.db.begin(reader).await?;
        let found = store::membership(&mut tx, staff_id).await?;
        let found = found.ok_or(IdentityError::WrongCredentials)?;
        sessions::put(&mut tx, staff_id, &device, verified_at).await?;
        sessions::put_token(&mut tx, device.id, &Ids::token_hash(&refresh_token), now).await?;
        sessions::end_surplus(&mut tx, staff_id, MOST_SESSIONS).await?;
        let person = self.staff_member(&mut tx, staff_id, found).await?;
        tx.commit().await?;
        let expires_at = device.expires_at;
        self.staff_session(reader, person, (device.id, refresh_token, expires_at))
    }

    /// Gives a new access token, and a new refresh token in the place of this one, which is good once. One that
    /// comes again after more than a moment shows that somebody else has it, too: the session ends, and its
    /// owner is told.
    pub async fn refresh_staff(
        &self,
        tenant_id: TenantId,
        storefront_id: StorefrontId,
        token: &str,
    ) -> Result<StaffSession, StaffError> {
        let reader = Caller::system_at(tenant_id, storefront_id);
        let (hash, now) = (Ids::token_hash(token), self.clock.now());
        let mut tx = self.db.begin(&reader).await?;
        let presented = sessions::present(&mut tx, &hash, now)
            .await?
            .ok_or(IdentityError::BadToken)?;
        if let Some(used_at) = presented.used_at {
            if now - used_at > GRACE {
                sessions::end(&mut tx, presented.staff_id, presented.session_id).await?;
                tx.publish(&Event::StaffNoticeDue {
                    staff_id: presented.staff_id,
                    storefront_id,
                    notice: StaffNotice::SessionRevoked,
                })
                .await?;
                tx.commit().await?;
            }
            return Err(IdentityError::BadToken.into());
        }
        let found = store::membership(&mut tx, presented.staff_id).await?;
        let found = found.ok_or(IdentityError::BadToken)?;
        let next = Ids.token();
        let expires_at = (now + SESSION_LIFETIME).min(presented.began_at + LONGEST_SESSION);
        sessions::consume(&mut tx, &hash, now).await?;
        sessions::put_token(&mut tx, presented.session_id, &Ids::token_hash(&next), now).await?;
        sessions::prolong(&mut tx, presented.session_id, now, expires_at).await?;
        let person = self
            .staff_member(&mut tx, presented.staff_id, found)
            .await?;
        tx.commit().await?;
        self.staff_session(&reader, person, (presented.session_id, next, expires_at))
    }

    /// Ends the session that a refresh token belongs to. Nothing happens for any other text.
    pub async fn sign_out_staff(&self, tenant_id: TenantId, token: &str) -> Result<(), StaffError> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        sessions::end_by_token(&mut tx, &Ids::token_hash(token)).await?;
        Ok(tx.commit().await?)
    }

    /// The devices that the caller is signed in on, the one used last first.
    pub async fn staff_devices(&self, caller: &Caller) -> Result<Vec<StaffDevice>, StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        Ok(sessions::of_member(&mut tx, staff_id, self.clock.now()).await?)
    }

    /// Signs the caller out on one device.
    pub async fn end_staff_session(
        &self,
        caller: &Caller,
        session_id: SessionId,
    ) -> Result<(), StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        if !sessions::end(&mut tx, staff_id, session_id).await? {
            return Err(IdentityError::SessionNotFound.into());
        }
        Ok(tx.commit().await?)
    }

    /// Signs the caller out on every other device.
    pub async fn end_other_staff_sessions(&self, caller: &Caller) -> Result<(), StaffError> {
        let (staff_id, session_id) = own(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        sessions::end_others(&mut tx, staff_id, session_id).await?;
        Ok(tx.commit().await?)
    }

    /// Session and membership are read each time, with the version of its role, so that ending the session,
    /// taking the membership away, suspending it and changing the role work at once.
    pub(in crate::identity) async fn staff_caller(
        &self,
        tenant_id: TenantId,
        token: &str,
    ) -> Result<Caller, StaffError> {
        let refused = || IdentityError::BadToken;
        let now = self.clock.now();
        let subject = self
            .tokens
            .subject(token, Audience::Admin(tenant_id), now)?;
        let staff_id: StaffId = subject.id.parse().map_err(|_| refused())?;
        let session = subject.session.ok_or_else(refused)?;
        let session_id: SessionId = session.parse().map_err(|_| refused())?;
        let reader = Caller::staff(tenant_id, staff_id, Permissions::empty());
        let mut tx = self.db.begin(&reader).await?;
        let found = store::in_session(&mut tx, staff_id, session_id, now).await?;
        let (found, factor) = found.ok_or_else(refused)?;
        let permissions = self.permissions_of_membership(&mut tx, found).await?;
        let is_fresh = factor.verified_at.is_some_and(|at| now - at < FRESH_FOR);
        let locked = if factor.is_required && factor.verified_at.is_none() {
            permissions
        } else if (factor.is_required || factor.is_enrolled) && !is_fresh {
            permissions & SENSITIVE
        } else {
            Permissions::empty()
        };
        let caller = Caller::staff(tenant_id, staff_id, permissions);
        let caller = caller.in_session(session_id, locked);
        Ok(match found.merchant_id {
            Some(merchant_id) => caller.of_merchant(merchant_id),
            None => caller,
        })
    }

    async fn permissions_of_membership(
        &self,
        tx: &mut db::TenantTx,
        found: Membership,
    ) -> Result<Permissions, StaffError> {
        match found.role {
            AssignedRole::BuiltIn(role) => Ok(self.policy.staff(role)),
            AssignedRole::Own(id) => self.role_sets.of_version(tx, id, found.version).await,
        }
    }

    async fn staff_member(
        &self,
        tx: &mut db::TenantTx,
        id: StaffId,
        found: Membership,
    ) -> Result<StaffMember, StaffError> {
        let permissions = self.permissions_of_membership(tx, found).await?;
        let members = store::members(tx).await?;
        let member = members.into_iter().find(|member| member.id == id);
        let member = member.ok_or(IdentityError::BadToken)?;
        Ok(StaffMember {
            id,
            name: member.name,
            role: found.role,
            permissions,
            has_second_factor: security::factor(tx, id).await?.totp_enrolled_at.is_some(),
        })
    }

    fn staff_session(
        &self,
        reader: &Caller,
        person: StaffMember,
        (session_id, refresh_token, refresh_expires_at): (SessionId, String, OffsetDateTime),
    ) -> Result<StaffSession, StaffError> {
        let subject = Subject::in_session(person.id, session_id);
        let audience = Audience::Admin(reader.tenant_id());
        Ok(StaffSession {
            signed_in: self.signed_in(person, subject, audience)?,
            refresh_token: Secret::new(refresh_token),
            refresh_expires_at,
        })
    }
}

/// The staff member who calls, and the session. A key has none.
pub(super) fn own(caller: &Caller) -> Result<(StaffId, SessionId), StaffError> {
    let session_id = caller.session().ok_or(IdentityError::BadToken)?;
    Ok((person(caller)?, session_id))
}

fn device_name(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_DEVICE)
        .collect()
}
