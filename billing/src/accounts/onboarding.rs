//! The way into a merchant's account: a page of the provider's that asks for its details.

use kernel::ids::MerchantId;
use kernel::{Caller, Permission};
use time::OffsetDateTime;

use super::store;
use crate::providers::stripe::answers::AccountLink;
use crate::providers::stripe::requests;
use crate::{Billing, BillingError};

/// Where the provider's page leads back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnboardingUrls {
    /// When the page has expired or was used: here a new one is asked for.
    pub refresh: String,
    /// When the merchant has finished, or left.
    pub back: String,
}

/// A page where a merchant gives the provider its details. It works once, and not for long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnboardingLink {
    /// The page's address.
    pub url: String,
    /// Until when it works.
    pub expires_at: OffsetDateTime,
}

impl Billing {
    /// A new link for the merchant. Ask when it is about to be followed.
    pub async fn onboarding_link(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
        urls: &OnboardingUrls,
    ) -> Result<OnboardingLink, BillingError> {
        caller.require(Permission::MerchantsWrite)?;
        let account_id = self.account_of(caller, merchant_id).await?;
        // Not an operation: a link changes nothing, moves nothing, and expires by itself.
        let call = requests::account_link(&account_id, &urls.refresh, &urls.back);
        let link: AccountLink = self
            .stripe
            .post(&call.path, &call.body, None)
            .await
            .map_err(|error| BillingError::from_call(&error))?;
        Ok(OnboardingLink {
            url: link.url,
            expires_at: self.moment(link.expires_at),
        })
    }

    async fn account_of(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
    ) -> Result<String, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let account = store::lock(&mut tx, merchant_id)
            .await?
            .ok_or(BillingError::MerchantNotFound(merchant_id))?;
        account
            .account_id
            .ok_or(BillingError::NoAccount(merchant_id))
    }
}
