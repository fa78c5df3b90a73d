//! Credentials become callers: what the gateway asks.

use std::net::IpAddr;

use async_trait::async_trait;
use kernel::ids::TenantId;
use kernel::ports::{Authenticator, StorefrontRef};
use kernel::{AnyFault, Caller, OperatorCaller, RecordedRequest};

use super::operator_access::PREFIX as OPERATOR_TOKEN_PREFIX;
use super::{Identity, SECRET_KEY_PREFIX};

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
        if token.starts_with(OPERATOR_TOKEN_PREFIX) {
            let caller = self.operator_in_tenant(tenant_id, token).await;
            return caller.map_err(AnyFault::new);
        }
        let caller = self.staff_caller(tenant_id, token).await;
        caller.map_err(AnyFault::new)
    }

    async fn note(&self, caller: &Caller, request: RecordedRequest) -> Result<(), AnyFault> {
        let noted = self.note_operator_request(caller, request).await;
        noted.map_err(AnyFault::new)
    }

    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault> {
        self.operator_caller(token).await.map_err(AnyFault::new)
    }
}
