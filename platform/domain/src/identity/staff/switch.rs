//! Staff who work for several tenants go from one to another without signing in again.

use kernel::Caller;
use kernel::config::Secret;
use kernel::ids::{StaffId, TenantId};
use kernel::ports::Ids;
use time::{Duration, OffsetDateTime};

use super::sessions::{FRESH_FOR, own};
use super::store::{security, switches};
use super::{StaffError, StaffSession, person};
use crate::identity::token::Subject;
use crate::identity::{Audience, Identity, IdentityError};

/// A browser follows at once.
const SWITCH_LIFETIME: Duration = Duration::minutes(1);

/// A tenant that the caller works for.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OwnTenant {
    /// Id of the tenant.
    pub tenant_id: TenantId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where its admin API is.
    pub host: String,
}

/// What opens a session at another tenant.
#[derive(Debug)]
pub struct TenantSwitch {
    /// Good once, at that tenant's host.
    pub code: Secret<String>,
    /// The host.
    pub host: String,
    /// Until when.
    pub expires_at: OffsetDateTime,
}

impl Identity {
    /// The tenants that the caller works for, by name.
    pub async fn own_tenants(&self, caller: &Caller) -> Result<Vec<OwnTenant>, StaffError> {
        let staff_id = person(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        Ok(switches::tenants_of(&mut tx, staff_id).await?)
    }

    /// A code that opens a session of the caller at another tenant that they work for.
    pub async fn begin_switch(
        &self,
        caller: &Caller,
        to: TenantId,
    ) -> Result<TenantSwitch, StaffError> {
        let (staff_id, session_id) = own(caller)?;
        let mut tx = self.db.begin(&caller.as_person()).await?;
        let tenants = switches::tenants_of(&mut tx, staff_id).await?;
        let tenant = tenants.into_iter().find(|it| it.tenant_id == to);
        let tenant = tenant.ok_or(StaffError::NotFound)?;
        let verified_at = security::verified_at(&mut tx, Some(session_id)).await?;
        drop(tx);
        let now = self.clock.now();
        // In the place of a session is what makes each code another one.
        let subject = Subject {
            has_factor: verified_at.is_some(),
            ..Subject::in_session(staff_id, Ids.token())
        };
        let audience = Audience::Switch(to);
        Ok(TenantSwitch {
            code: self
                .tokens
                .issue_for(subject, audience, now, SWITCH_LIFETIME)?,
            host: tenant.host,
            expires_at: now + SWITCH_LIFETIME,
        })
    }

    /// Opens the session that a code is for. It counts as begun when the code was given: a password that was
    /// changed meanwhile ends it. What needs a fresh second factor needs one here, too.
    pub async fn finish_switch(
        &self,
        tenant_id: TenantId,
        code: &str,
        device: &str,
    ) -> Result<StaffSession, StaffError> {
        let refused = || IdentityError::BadOneTimeToken;
        let now = self.clock.now();
        let opened = self.tokens.opened(code, Audience::Switch(tenant_id), now);
        let (subject, issued_at) = opened.map_err(|_| refused())?;
        let staff_id: StaffId = subject.id.parse().map_err(|_| refused())?;
        let reader = Caller::system(tenant_id);
        let mut tx = self.db.begin(&reader).await?;
        let expires_at = issued_at + SWITCH_LIFETIME;
        if !switches::use_up(&mut tx, &Ids::token_hash(code), expires_at).await? {
            return Err(refused().into());
        }
        tx.commit().await?;
        let verified_at = subject.has_factor.then(|| now - FRESH_FOR);
        let opened = self
            .open_session(&reader, staff_id, device, (issued_at, verified_at))
            .await;
        opened.map_err(|error| match error {
            StaffError::Identity(IdentityError::WrongCredentials) => refused().into(),
            other => other,
        })
    }
}
