//! Credentials become callers: what the gateway asks.

use std::net::IpAddr;

use async_trait::async_trait;
use kernel::ids::{OperatorId, StaffId, TenantId};
use kernel::ports::{Authenticator, StorefrontRef};
use kernel::{AnyFault, Caller, OperatorCaller, Permissions};

use super::{Audience, Identity, IdentityError, SECRET_KEY_PREFIX, store};

#[async_trait]
impl Authenticator for Identity {
    fn visitor(&self, storefront: &StorefrontRef) -> Caller {
        Caller::visitor(
            storefront.tenant_id,
            storefront.storefront_id,
            self.policy.visitor(),
        )
    }

    async fn shopper(&self, storefront: &StorefrontRef, token: &str) -> Result<Caller, AnyFault> {
        self.shopper_caller(storefront, token)
            .await
            .map_err(AnyFault::new)
    }

    async fn staff(
        &self,
        tenant_id: TenantId,
        token: &str,
        client: IpAddr,
    ) -> Result<Caller, AnyFault> {
        let caller = if token.starts_with(SECRET_KEY_PREFIX) {
            self.key_caller(tenant_id, token, client).await
        } else {
            self.staff_caller(tenant_id, token).await
        };
        caller.map_err(AnyFault::new)
    }

    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault> {
        self.operator_caller(token).await.map_err(AnyFault::new)
    }
}

impl Identity {
    /// The membership is read each time, so that taking it away works at once.
    async fn staff_caller(
        &self,
        tenant_id: TenantId,
        token: &str,
    ) -> Result<Caller, IdentityError> {
        let audience = Audience::Admin(tenant_id);
        let subject = self.tokens.subject(token, audience, self.clock.now())?;
        let staff_id: StaffId = subject.id.parse().map_err(|_| IdentityError::BadToken)?;
        let reader = Caller::staff(tenant_id, staff_id, Permissions::empty());
        let role = store::role(&mut self.db.begin(&reader).await?, staff_id).await?;
        let role = role.ok_or(IdentityError::BadToken)?;
        Ok(Caller::staff(tenant_id, staff_id, self.policy.staff(role)))
    }

    async fn operator_caller(&self, token: &str) -> Result<OperatorCaller, IdentityError> {
        let now = self.clock.now();
        let subject = self.tokens.subject(token, Audience::Operator, now)?;
        let operator_id: OperatorId = subject.id.parse().map_err(|_| IdentityError::BadToken)?;
        if !store::operator_exists(&mut self.operators.begin().await?, operator_id).await? {
            return Err(IdentityError::BadToken);
        }
        Ok(OperatorCaller {
            operator_id,
            permissions: self.policy.operator(),
        })
    }
}
