//! An operator's second factor: with it alone an operator may do anything, outside development.

use kernel::contact::Email;
use kernel::ids::OperatorId;
use kernel::ports::{Ids, SecretContext};
use kernel::{Client, OperatorCaller};

use super::{Operator, store};
use crate::identity::attempts::Target;
use crate::identity::staff::StaffError;
use crate::identity::totp::{TotpSeed, recovery_codes, typed};
use crate::identity::{Identity, IdentityError, SignIn, SignedIn};

impl Identity {
    /// Begins to give the caller a second factor, which their first code confirms. It takes the password: a
    /// stolen token must not lock its owner out.
    pub async fn begin_operator_factor(
        &self,
        caller: &OperatorCaller,
        attempt: SignIn,
    ) -> Result<TotpSeed, StaffError> {
        let id = caller.operator_id;
        let (_, email) = store::profile(&mut self.operators.begin().await?, id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        let found = store::find(&mut self.operators.begin().await?, &email).await?;
        let target = Target::operator_password(id);
        let hash = found.map(|(_, hash)| hash);
        if !self.is_right(Some(target), &attempt, hash).await? {
            return Err(IdentityError::WrongPassword.into());
        }
        let (sealed, shown) = self.new_seed(&seed_context(id), email.as_str()).await?;
        let mut tx = self.operators.begin().await?;
        if !store::begin_factor(&mut tx, id, &sealed).await? {
            return Err(StaffError::HasSecondFactor);
        }
        tx.commit().await?;
        Ok(shown)
    }

    /// Confirms the caller's second factor with its first code: recovery codes, which nobody sees again, and a
    /// token that was given for it.
    pub async fn confirm_operator_factor(
        &self,
        caller: &OperatorCaller,
        (code, client): (&str, Option<Client>),
    ) -> Result<(Vec<String>, SignedIn<Operator>), StaffError> {
        let (id, now) = (caller.operator_id, self.clock.now());
        let mut tx = self.operators.begin().await?;
        let factor = store::factor(&mut tx, id).await?;
        let (operator, _) = store::profile(&mut tx, id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        drop(tx);
        if factor.totp_enrolled_at.is_some() {
            return Err(StaffError::HasSecondFactor);
        }
        let sealed = factor.totp_sealed.ok_or(StaffError::NoSecondFactor)?;
        let counted = self
            .attempts
            .begin(Target::operator_factor(id), client, now)?;
        let context = seed_context(id);
        let step = self.step_of(&context, &sealed, &typed(code), now).await?;
        let step = step.ok_or(StaffError::WrongCode)?;
        counted.take_back();
        let (codes, hashes) = recovery_codes();
        let mut tx = self.operators.begin().await?;
        if !store::confirm_factor(&mut tx, id, (&sealed, step), (&hashes, now)).await? {
            return Err(StaffError::WrongCode);
        }
        tx.commit().await?;
        Ok((codes, self.operator_session(operator, true)?))
    }

    /// Takes the caller's second factor away, with a code of it.
    pub async fn remove_operator_factor(
        &self,
        caller: &OperatorCaller,
        code: (&str, Option<Client>),
    ) -> Result<(), StaffError> {
        self.use_operator_code(caller.operator_id, code).await?;
        let mut tx = self.operators.begin().await?;
        store::remove_factor(&mut tx, caller.operator_id).await?;
        Ok(tx.commit().await?)
    }

    /// New recovery codes in the place of the old ones, for a code.
    pub async fn renew_operator_recovery(
        &self,
        caller: &OperatorCaller,
        code: (&str, Option<Client>),
    ) -> Result<Vec<String>, StaffError> {
        self.use_operator_code(caller.operator_id, code).await?;
        let (codes, hashes) = recovery_codes();
        let mut tx = self.operators.begin().await?;
        store::replace_recovery(&mut tx, caller.operator_id, &hashes).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Takes the second factor of the account with this address away; `false` when there is no such account.
    /// For whoever has the machine's command line, when an app and its recovery codes are lost.
    pub async fn forget_operator_factor(&self, email: &Email) -> Result<bool, StaffError> {
        let mut tx = self.operators.begin().await?;
        let Some((operator, _)) = store::find(&mut tx, email).await? else {
            return Ok(false);
        };
        store::remove_factor(&mut tx, operator.id).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Whether an operator whose password was right has given a second factor. Who has one must.
    pub(super) async fn operator_gave_code(
        &self,
        id: OperatorId,
        (code, client): (Option<&str>, Option<Client>),
    ) -> Result<bool, StaffError> {
        let factor = store::factor(&mut self.operators.begin().await?, id).await?;
        if factor.totp_enrolled_at.is_none() {
            return Ok(false);
        }
        let code = code.ok_or(IdentityError::SecondFactorRequired)?;
        match self.use_operator_code(id, (code, client)).await {
            Ok(()) => Ok(true),
            Err(StaffError::WrongCode) => Err(IdentityError::WrongSecondFactor.into()),
            Err(other) => Err(other),
        }
    }

    /// Uses up a code of the operator's app, or a recovery code. Only wrong ones are counted.
    async fn use_operator_code(
        &self,
        id: OperatorId,
        (code, client): (&str, Option<Client>),
    ) -> Result<(), StaffError> {
        let now = self.clock.now();
        let counted = self
            .attempts
            .begin(Target::operator_factor(id), client, now)?;
        let used = self.take_operator_code(id, &typed(code)).await;
        if !matches!(used, Err(StaffError::WrongCode)) {
            counted.take_back();
        }
        used
    }

    async fn take_operator_code(&self, id: OperatorId, code: &str) -> Result<(), StaffError> {
        let factor = store::factor(&mut self.operators.begin().await?, id).await?;
        let sealed = factor
            .totp_sealed
            .filter(|_| factor.totp_enrolled_at.is_some());
        let sealed = sealed.ok_or(StaffError::NoSecondFactor)?;
        let now = self.clock.now();
        let step = self.step_of(&seed_context(id), &sealed, code, now).await?;
        let mut tx = self.operators.begin().await?;
        let is_right = match step {
            Some(step) => store::use_step(&mut tx, id, step).await?,
            None => store::use_recovery(&mut tx, id, &Ids::token_hash(code)).await?,
        };
        if !is_right {
            return Err(StaffError::WrongCode);
        }
        Ok(tx.commit().await?)
    }
}

/// A seed is opened for its owner only.
pub(in crate::identity) fn seed_context(operator_id: OperatorId) -> SecretContext {
    SecretContext {
        tenant_id: None,
        purpose: "operator_totp",
        owner: operator_id.uuid(),
    }
}
