//! The platform's own people: how they sign in, and their second factor.

mod factor;
mod store;

use kernel::OperatorCaller;
use kernel::contact::Email;
use kernel::ids::OperatorId;
use kernel::ports::Ids;
use kernel::{Permissions, ports::SecretContext};
use time::OffsetDateTime;

pub(super) use factor::seed_context;
pub(super) use store::{replace_seed, seeds};

use super::attempts::Target;
use super::staff::StaffError;
use super::token::Subject;
use super::{Audience, Identity, IdentityError, Password, SignIn, SignedIn};

/// One of the platform's own people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Who it is.
    pub id: OperatorId,
    /// What the person is called.
    pub name: String,
}

/// An operator's account as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperatorSaved {
    /// Whose it is.
    pub id: OperatorId,
    /// Whether it was not there before.
    pub is_new: bool,
}

/// An operator as they see themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorProfile {
    /// Who it is.
    pub operator: Operator,
    /// The address to sign in with.
    pub email: Email,
    /// Since when codes of a second factor are asked for.
    pub enrolled_at: Option<OffsetDateTime>,
    /// Recovery codes that were not used.
    pub recovery_codes: i32,
    /// Whether nothing is allowed without one.
    pub is_required: bool,
}

impl Identity {
    /// Lets one of the platform's own people in. Anybody may try.
    pub async fn sign_in_operator(
        &self,
        attempt: SignIn,
    ) -> Result<SignedIn<Operator>, StaffError> {
        let found = match &attempt.email {
            Some(email) => store::find(&mut self.operators.begin().await?, email).await?,
            None => None,
        };
        let (operator, hash) = found.unzip();
        let target = attempt.email.as_ref().map(Target::operator);
        let is_right = self.is_right(target, &attempt, hash).await?;
        let operator = operator
            .filter(|_| is_right)
            .ok_or(IdentityError::WrongCredentials)?;
        let code = (attempt.code.as_deref(), attempt.client);
        let has_factor = self.operator_gave_code(operator.id, code).await?;
        self.operator_session(operator, has_factor)
    }

    /// Gives `email` an operator's account with this password, whether it has one or not. For
    /// whoever has the machine's command line: there is no request that does this.
    pub async fn save_operator(
        &self,
        email: &Email,
        name: &str,
        password: Password,
    ) -> Result<OperatorSaved, IdentityError> {
        let hash = self.passwords.hash(password).await?;
        let id = OperatorId::from_uuid(Ids.uuid());
        let mut tx = self.operators.begin().await?;
        let (id, is_new) = store::put(&mut tx, id, email, name, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(OperatorSaved { id, is_new })
    }

    /// The caller, and how they prove who they are.
    pub async fn operator_profile(
        &self,
        caller: &OperatorCaller,
    ) -> Result<OperatorProfile, StaffError> {
        let mut tx = self.operators.begin().await?;
        let (operator, email) = store::profile(&mut tx, caller.operator_id)
            .await?
            .ok_or(IdentityError::BadToken)?;
        let factor = store::factor(&mut tx, caller.operator_id).await?;
        Ok(OperatorProfile {
            operator,
            email,
            enrolled_at: factor.totp_enrolled_at,
            recovery_codes: factor.recovery_codes,
            is_required: self.operators_prove_twice,
        })
    }

    /// The caller that a token belongs to. Without a second factor, where one is required, everything is
    /// locked but enrolling one.
    pub(super) async fn operator_caller(
        &self,
        token: &str,
    ) -> Result<OperatorCaller, IdentityError> {
        let now = self.clock.now();
        let subject = self.tokens.subject(token, Audience::Operator, now)?;
        let operator_id: OperatorId = subject.id.parse().map_err(|_| IdentityError::BadToken)?;
        if !store::exists(&mut self.operators.begin().await?, operator_id).await? {
            return Err(IdentityError::BadToken);
        }
        let permissions = self.policy.operator();
        let is_locked = self.operators_prove_twice && !subject.has_factor;
        Ok(OperatorCaller {
            operator_id,
            permissions,
            locked: if is_locked {
                permissions
            } else {
                Permissions::empty()
            },
            request: None,
        })
    }

    fn operator_session(
        &self,
        operator: Operator,
        has_factor: bool,
    ) -> Result<SignedIn<Operator>, StaffError> {
        let subject = Subject {
            has_factor,
            ..Subject::person(operator.id)
        };
        Ok(self.signed_in(operator, subject, Audience::Operator)?)
    }

    /// Encrypts the seeds of operators with the current key, and tells how many they were.
    pub async fn reseal_operators(&self) -> Result<usize, StaffError> {
        let kept = seeds(&mut self.operators.begin().await?).await?;
        let mut done = 0;
        for (operator_id, sealed) in kept {
            let context: SecretContext = seed_context(operator_id);
            let opened = self.keys.open(&context, &sealed).await?;
            let again = self.keys.seal(&context, opened.expose()).await?;
            let mut tx = self.operators.begin().await?;
            let is_same = replace_seed(&mut tx, operator_id, (&sealed, &again)).await?;
            done += usize::from(is_same);
            tx.commit().await?;
        }
        Ok(done)
    }
}
