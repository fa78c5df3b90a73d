//! The way into a merchant's account: a page of the provider's that asks for its details.

use kernel::goods::Malformed;
use kernel::ids::MerchantId;
use kernel::{Caller, FieldFault, Permission};
use time::OffsetDateTime;
use url::{Host, Url};

use super::store;
use crate::providers::stripe::answers::AccountLink;
use crate::providers::stripe::requests;
use crate::{Billing, BillingError};

/// An address that the provider's page may lead back to: `https`, or this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnUrl(String);

impl ReturnUrl {
    const RULE: Malformed = Malformed {
        rule: "an https address of at most 2048 characters",
    };

    /// Whether it leads to one of `hosts`.
    pub fn is_on(&self, hosts: &[kernel::host::Host]) -> bool {
        let url = Url::parse(&self.0).ok();
        let name = url.as_ref().and_then(Url::host_str);
        name.is_some_and(|name| hosts.iter().any(|host| host.as_str() == name))
    }

    /// Takes an address that is one.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        // A parser of addresses leaves such characters out without a word.
        if text.contains(char::is_control) {
            return Err(Self::RULE);
        }
        let url = Url::parse(text).map_err(|_| Self::RULE)?;
        let is_local = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_local);
        let is_plain = url.username().is_empty() && url.password().is_none();
        if is_safe && is_plain && text.len() <= 2048 {
            Ok(Self(url.into()))
        } else {
            Err(Self::RULE)
        }
    }
}

/// Where the provider's page leads back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnboardingUrls {
    /// When the page has expired or was used: here a new one is asked for.
    pub refresh: ReturnUrl,
    /// When the merchant has finished, or left.
    pub back: ReturnUrl,
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
    /// A new link for the merchant. Ask when it is about to be followed. It leads back to one of `hosts`,
    /// the store's own.
    pub async fn onboarding_link(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
        urls: &OnboardingUrls,
        hosts: &[kernel::host::Host],
    ) -> Result<OnboardingLink, BillingError> {
        caller.require(Permission::MerchantsWrite)?;
        let account_id = self.account_of(caller, merchant_id).await?;
        let pages = [("/return_url", &urls.back), ("/refresh_url", &urls.refresh)];
        let elsewhere = pages.into_iter().filter(|(_, url)| !url.is_on(hosts));
        let rule = "an address on one of the store's hosts";
        let faults: Vec<_> = elsewhere
            .map(|(field, _)| FieldFault::new(field, "not_allowed", rule))
            .collect();
        if !faults.is_empty() {
            return Err(BillingError::NotOwnHost(faults));
        }
        // Not an operation: a link changes nothing, moves nothing, and expires by itself.
        let call = requests::account_link(&account_id, &urls.refresh.0, &urls.back.0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leads_back_over_https_or_to_this_machine() {
        for good in [
            "https://aurora.example/onboarded?merchant=1",
            "http://aurora.localhost:8080/onboarded",
            "http://127.0.0.1:8080/",
        ] {
            assert!(ReturnUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/onboarded",
            "http://aurora.example/",
            "javascript:alert(1)",
            "https://user:secret@aurora.example/",
            "ftp://localhost/",
            "https://aurora.example/\0",
            "https://aurora.example/on\nboarded",
        ] {
            assert!(ReturnUrl::parse(bad).is_err(), "{bad}");
        }
    }
}
