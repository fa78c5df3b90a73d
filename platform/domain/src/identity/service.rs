//! Signing in, and the accounts behind it.

use std::sync::Arc;

use db::{Db, OperatorDb, TenantTx};
use kernel::contact::Email;
use kernel::ids::StaffId;
use kernel::ports::{Clock, Ids, KeyRing, OpenIdIssuers};
use kernel::{Caller, Permission};

use super::attempts::{Attempts, Target};
use super::roles::RoleSets;
use super::token::{LIFETIME, Subject};
use super::{
    Audience, IdentityError, PasswordHash, Passwords, Policy, PublicKey, Role, SignIn, SignedIn,
    StaffLetter, Tokens, store,
};

/// Who people are.
#[derive(Clone)]
pub struct Identity {
    pub(super) db: Db,
    pub(super) operators: OperatorDb,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) passwords: Passwords,
    pub(super) tokens: Tokens,
    pub(super) keys: Arc<dyn KeyRing>,
    pub(super) issuers: Arc<dyn OpenIdIssuers>,
    pub(super) policy: Arc<Policy>,
    pub(super) attempts: Attempts,
    pub(super) role_sets: RoleSets,
    pub(super) operators_prove_twice: bool,
}

/// What credentials are checked and kept with.
#[derive(Clone)]
pub struct Secrets {
    /// Checks passwords.
    pub passwords: Passwords,
    /// Makes access tokens, and knows its own again.
    pub tokens: Tokens,
    /// Encrypts what is kept and must be read again.
    pub keys: Arc<dyn KeyRing>,
    /// Issuers of ID tokens, which say who shoppers are.
    pub issuers: Arc<dyn OpenIdIssuers>,
}

impl Identity {
    /// Accounts behind these two roles of the database.
    pub fn new(
        db: Db,
        operators: OperatorDb,
        clock: Arc<dyn Clock>,
        secrets: Secrets,
        policy: Policy,
    ) -> Self {
        let Secrets {
            passwords,
            tokens,
            keys,
            issuers,
        } = secrets;
        Self {
            db,
            operators,
            clock,
            passwords,
            tokens,
            keys,
            issuers,
            policy: Arc::new(policy),
            attempts: Attempts::new(),
            role_sets: RoleSets::new(),
            operators_prove_twice: true,
        }
    }

    /// The same, where operators may do without a second factor if `is_optional`.
    #[must_use]
    pub fn with_optional_operator_factor(self, is_optional: bool) -> Self {
        Self {
            operators_prove_twice: !is_optional,
            ..self
        }
    }

    /// Who of the tenant's staff may do this, and wants the letter about it, for whoever writes to them: address and name.
    pub async fn staff_who_may(
        &self,
        caller: &Caller,
        permission: Permission,
        letter: Option<StaffLetter>,
    ) -> Result<Vec<(Email, String)>, IdentityError> {
        let roles: Vec<&str> = Role::ALL
            .iter()
            .filter(|&&role| self.policy.staff(role).contains(permission))
            .map(|role| role.name())
            .collect();
        let mut tx = self.db.begin(caller).await?;
        Ok(store::staff_addresses(&mut tx, &roles, permission, letter).await?)
    }

    /// The keys that our access tokens can be checked with. Everybody may have them.
    pub fn public_keys(&self) -> Vec<PublicKey> {
        self.tokens.public_keys()
    }

    /// Whether the password is the one of the account, unless too many were wrong already. Text that
    /// is no address is nobody's account, and needs no counting.
    pub(super) async fn is_right(
        &self,
        target: Option<Target>,
        attempt: &SignIn,
        hash: Option<PasswordHash>,
    ) -> Result<bool, IdentityError> {
        let Some(target) = target else {
            return self.passwords.verify(attempt.password.clone(), None).await;
        };
        let counted = self
            .attempts
            .begin(target, attempt.client, self.clock.now())
            .inspect_err(|_| count_failure("too_many_attempts"))?;
        let checked = self.passwords.verify(attempt.password.clone(), hash).await;
        match checked {
            Ok(false) => count_failure("wrong_credentials"),
            Ok(true) => {
                counted.take_back();
                self.attempts.remember(target, attempt.client);
            }
            Err(_) => counted.take_back(),
        }
        checked
    }

    pub(super) fn signed_in<P>(
        &self,
        person: P,
        subject: Subject,
        audience: Audience,
    ) -> Result<SignedIn<P>, IdentityError> {
        let now = self.clock.now();
        Ok(SignedIn {
            person,
            access_token: self.tokens.issue(subject, audience, now)?,
            expires_at: now + LIFETIME,
            expires_in_seconds: LIFETIME.whole_seconds(),
        })
    }
}

/// Counts a sign-in that was refused.
fn count_failure(reason: &'static str) {
    metrics::counter!("auth_failures_total", "reason" => reason).increment(1);
}

/// The person that a new tenant belongs to.
#[derive(Debug)]
pub(crate) struct NewOwner<'a> {
    /// The address, which may have an account already.
    pub(crate) email: &'a Email,
    /// What the person is called, if the account is new.
    pub(crate) name: &'a str,
    /// The password of the account, if it is new: who has an account keeps their password.
    pub(crate) hash: &'a PasswordHash,
}

/// Makes somebody the owner of the transaction's tenant; tells whether the account is new.
pub(crate) async fn enrol_owner(
    tx: &mut TenantTx,
    owner: &NewOwner<'_>,
    now: time::OffsetDateTime,
) -> Result<bool, db::DbError> {
    let id = StaffId::from_uuid(Ids.uuid());
    let (id, is_new) = store::put_staff(tx, id, owner.email, owner.name, owner.hash, now).await?;
    store::put_membership(tx, id, Role::Owner, now).await?;
    Ok(is_new)
}
