//! A staff member's second factor: codes of an authenticator app (RFC 6238), and recovery codes for when it
//! is lost.

use kernel::ids::{StaffId, StorefrontId};
use kernel::ports::{Ids, SecretContext};
use kernel::{Caller, Client, Event, Permission, StaffNotice};
use time::OffsetDateTime;

use super::sessions::{FRESH_FOR, own};
use super::store::{security, sessions};
use super::{StaffError, person};
use crate::identity::attempts::Target;
use crate::identity::totp::{TotpSeed, recovery_codes, typed};
use crate::identity::{Identity, IdentityError, SignIn};

/// How the caller proves who they are, beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorStatus {
    /// Since when codes are asked for.
    pub enrolled_at: Option<OffsetDateTime>,
    /// Recovery codes that were not used.
    pub recovery_codes: i32,
    /// Whether the tenant demands a second factor.
    pub is_required: bool,
}

impl Identity {
    /// The caller's second factor, and whether the tenant demands one.
    pub async fn second_factor(&self, caller: &Caller) -> Result<FactorStatus, StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        let factor = security::factor(&mut tx, staff_id).await?;
        Ok(FactorStatus {
            enrolled_at: factor.totp_enrolled_at,
            recovery_codes: factor.recovery_codes,
            is_required: security::requires_factor(&mut tx).await?,
        })
    }

    /// Whether the tenant demands a second factor of its staff.
    pub async fn requires_second_factor(&self, caller: &Caller) -> Result<bool, StaffError> {
        caller.require(Permission::StaffRead)?;
        Ok(security::requires_factor(&mut self.db.begin(caller).await?).await?)
    }

    /// Demands a second factor of the tenant's staff, or stops doing so. Who demands it has one.
    pub async fn require_second_factor(
        &self,
        caller: &Caller,
        requires: bool,
    ) -> Result<bool, StaffError> {
        caller.require(Permission::StaffManage)?;
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(caller).await?;
        let factor = security::factor(&mut tx, staff_id).await?;
        if requires && factor.totp_enrolled_at.is_none() {
            return Err(StaffError::NoSecondFactor);
        }
        security::require_factor(&mut tx, requires, self.clock.now()).await?;
        tx.commit().await?;
        Ok(requires)
    }

    /// Begins to give the caller a second factor, which their first code confirms. It takes the password: a
    /// stolen session must not lock its owner out.
    pub async fn begin_second_factor(
        &self,
        caller: &Caller,
        attempt: SignIn,
    ) -> Result<TotpSeed, StaffError> {
        let staff_id = person(caller)?;
        let member = self.own_membership(caller).await?;
        self.check_own_password(caller, &member.email, attempt)
            .await?;
        let (sealed, shown) = self
            .new_seed(&seed_context(staff_id), member.email.as_str())
            .await?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        if !security::begin(&mut tx, staff_id, &sealed).await? {
            return Err(StaffError::HasSecondFactor);
        }
        tx.commit().await?;
        Ok(shown)
    }

    /// Confirms the caller's second factor with its first code: recovery codes, which nobody sees again.
    pub async fn confirm_second_factor(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        (code, client): (&str, Option<Client>),
    ) -> Result<Vec<String>, StaffError> {
        let (staff_id, session_id) = own(caller)?;
        let now = self.clock.now();
        let factor =
            security::factor(&mut self.db.begin(&caller.as_person()).await?, staff_id).await?;
        if factor.totp_enrolled_at.is_some() {
            return Err(StaffError::HasSecondFactor);
        }
        let sealed = factor.totp_sealed.ok_or(StaffError::NoSecondFactor)?;
        let counted = self.attempts.begin(Target::factor(staff_id), client, now)?;
        let context = seed_context(staff_id);
        let step = self.step_of(&context, &sealed, &typed(code), now).await?;
        let step = step.ok_or(StaffError::WrongCode)?;
        counted.take_back();
        let (codes, hashes) = recovery_codes();
        let mut tx = self.db.begin(&caller.as_person()).await?;
        if !security::confirm(&mut tx, staff_id, &sealed, step, (&hashes, now)).await? {
            return Err(StaffError::WrongCode);
        }
        sessions::verify(&mut tx, session_id, now).await?;
        tx.publish(&Event::StaffNoticeDue {
            staff_id,
            storefront_id,
            notice: StaffNotice::SecondFactorAdded,
        })
        .await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Takes the caller's second factor away, with a code of it.
    pub async fn remove_second_factor(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        (code, client): (&str, Option<Client>),
    ) -> Result<(), StaffError> {
        let staff_id = person(caller)?;
        self.give_code(caller, staff_id, (code, client)).await?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        security::remove_factor(&mut tx, staff_id).await?;
        tx.publish(&Event::StaffNoticeDue {
            staff_id,
            storefront_id,
            notice: StaffNotice::SecondFactorRemoved,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// New recovery codes in the place of the old ones, for a code.
    pub async fn renew_recovery_codes(
        &self,
        caller: &Caller,
        (code, client): (&str, Option<Client>),
    ) -> Result<Vec<String>, StaffError> {
        let staff_id = person(caller)?;
        self.give_code(caller, staff_id, (code, client)).await?;
        let (codes, hashes) = recovery_codes();
        let mut tx = self.db.begin(&caller.as_person()).await?;
        security::replace_recovery(&mut tx, staff_id, &hashes).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Opens what needs a second factor for a while, for a code: until when.
    pub async fn step_up(
        &self,
        caller: &Caller,
        (code, client): (&str, Option<Client>),
    ) -> Result<OffsetDateTime, StaffError> {
        let (staff_id, session_id) = own(caller)?;
        self.give_code(caller, staff_id, (code, client)).await?;
        let now = self.clock.now();
        let mut tx = self.db.begin(&caller.as_person()).await?;
        sessions::verify(&mut tx, session_id, now).await?;
        tx.commit().await?;
        Ok(now + FRESH_FOR)
    }

    /// Whether somebody whose password was right has given a second factor. Who has one must.
    pub(super) async fn given_at_sign_in(
        &self,
        reader: &Caller,
        staff_id: StaffId,
        (code, client): (Option<&str>, Option<Client>),
    ) -> Result<bool, StaffError> {
        let factor = security::factor(&mut self.db.begin(reader).await?, staff_id).await?;
        if factor.totp_enrolled_at.is_none() {
            return Ok(false);
        }
        let code = code.ok_or(IdentityError::SecondFactorRequired)?;
        match self.give_code(reader, staff_id, (code, client)).await {
            Ok(()) => Ok(true),
            Err(StaffError::WrongCode) => Err(IdentityError::WrongSecondFactor.into()),
            Err(other) => Err(other),
        }
    }

    /// Uses up a code of the member's app, or a recovery code. Only wrong ones are counted.
    async fn give_code(
        &self,
        caller: &Caller,
        staff_id: StaffId,
        (code, client): (&str, Option<Client>),
    ) -> Result<(), StaffError> {
        let now = self.clock.now();
        let counted = self.attempts.begin(Target::factor(staff_id), client, now)?;
        let used = self.use_code(caller, staff_id, code).await;
        if !matches!(used, Err(StaffError::WrongCode)) {
            counted.take_back();
        }
        used
    }

    async fn use_code(
        &self,
        caller: &Caller,
        staff_id: StaffId,
        code: &str,
    ) -> Result<(), StaffError> {
        let code = typed(code);
        let factor =
            security::factor(&mut self.db.begin(&caller.as_person()).await?, staff_id).await?;
        let sealed = factor
            .totp_sealed
            .filter(|_| factor.totp_enrolled_at.is_some());
        let sealed = sealed.ok_or(StaffError::NoSecondFactor)?;
        let now = self.clock.now();
        let context = seed_context(staff_id);
        let step = self.step_of(&context, &sealed, &code, now).await?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        let is_right = match step {
            Some(step) => security::use_step(&mut tx, staff_id, step).await?,
            None => security::use_recovery(&mut tx, staff_id, &Ids::token_hash(&code)).await?,
        };
        if !is_right {
            return Err(StaffError::WrongCode);
        }
        Ok(tx.commit().await?)
    }
}

/// A seed is opened for its owner only.
pub(in crate::identity) fn seed_context(staff_id: StaffId) -> SecretContext {
    SecretContext {
        tenant_id: None,
        purpose: "totp",
        owner: staff_id.uuid(),
    }
}
