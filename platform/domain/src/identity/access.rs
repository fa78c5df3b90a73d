//! Credentials become callers: what the gateway asks.

use std::net::IpAddr;

use async_trait::async_trait;
use kernel::ids::{OperatorId, StaffId, TenantId};
use kernel::ports::{Authenticator, StorefrontRef};
use kernel::{AnyFault, Caller, OperatorCaller, Permissions};

use super::{
    AssignedRole, Audience, Identity, IdentityError, SECRET_KEY_PREFIX, StaffError, staff, store,
};

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
        if token.starts_with(SECRET_KEY_PREFIX) {
            let caller = self.key_caller(tenant_id, token, client).await;
            return caller.map_err(AnyFault::new);
        }
        let caller = self.staff_caller(tenant_id, token).await;
        caller.map_err(AnyFault::new)
    }

    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault> {
        self.operator_caller(token).await.map_err(AnyFault::new)
    }
}

impl Identity {
    /// The membership is read each time, with the version of its role, so that taking it away, suspending
    /// it and changing the role work at once.
    async fn staff_caller(&self, tenant_id: TenantId, token: &str) -> Result<Caller, StaffError> {
        let audience = Audience::Admin(tenant_id);
        let subject = self.tokens.subject(token, audience, self.clock.now())?;
        let staff_id: StaffId = subject.id.parse().map_err(|_| IdentityError::BadToken)?;
        let reader = Caller::staff(tenant_id, staff_id, Permissions::empty());
        let mut tx = self.db.begin(&reader).await?;
        let found = staff::membership(&mut tx, staff_id).await?;
        let found = found.ok_or(IdentityError::BadToken)?;
        let permissions = match found.role {
            AssignedRole::BuiltIn(role) => self.policy.staff(role),
            AssignedRole::Own(id) => {
                self.role_sets
                    .of_version(&mut tx, id, found.version)
                    .await?
            }
        };
        Ok(Caller::staff(tenant_id, staff_id, permissions))
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
            request: None,
        })
    }
}
