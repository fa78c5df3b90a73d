//! The way into a merchant's account at the payment provider.

use billing::{BillingError, OnboardingLink, OnboardingUrls, ReturnUrl};
use gateway::{ApiResult, Context, Contract, Invalid, Staff};
use kernel::Permission;
use kernel::ids::MerchantId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct OnboardingApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("admin_create_onboarding_link")
    .needs(&[Permission::MerchantsWrite])
    .fails(&[
        BillingError::PAYMENT_REFUSED,
        BillingError::MERCHANT_ACCOUNT_NOT_READY,
        BillingError::COMPLETION_IN_PROGRESS,
        BillingError::PAYMENT_PROVIDER_UNAVAILABLE,
    ])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl OnboardingApi {
    /// Create an onboarding link
    ///
    /// To a page of the payment provider where the merchant gives its details, so that shares can
    /// be transferred to it. A link works once and for a few minutes: create it when it is about to be
    /// opened.
    #[oai(
        path = "/merchants/:merchant_id/onboarding-links",
        method = "post",
        operation_id = "admin_create_onboarding_link"
    )]
    async fn create_onboarding_link(
        &self,
        staff: Staff,
        context: Context,
        merchant_id: Path<MerchantId>,
        body: Json<CreateOnboardingLink>,
    ) -> ApiResult<OnboardingLinkCreated> {
        let urls = body.0.into_urls()?;
        let hosts = &context.0.storefront()?.hosts;
        let billing = &self.0.billing;
        let link = billing
            .onboarding_link(staff.caller(), merchant_id.0, &urls, hosts)
            .await?;
        Ok(OnboardingLinkCreated::Created(Json(link.into())))
    }
}

/// An onboarding link to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateOnboardingLink {
    /// URL to return to when the merchant has finished or leaves, on a host of the tenant.
    #[oai(validator(max_length = 2048))]
    return_url: String,
    /// URL to go to when the link has expired or was used: create a new one there.
    #[oai(validator(max_length = 2048))]
    refresh_url: String,
}

impl CreateOnboardingLink {
    fn into_urls(self) -> Result<OnboardingUrls, Invalid> {
        let parse = |field: &str, text: &str| {
            ReturnUrl::parse(text).map_err(|why| Invalid::field(field, "malformed", why))
        };
        Ok(OnboardingUrls {
            back: parse("/return_url", &self.return_url)?,
            refresh: parse("/refresh_url", &self.refresh_url)?,
        })
    }
}

/// Response of create-onboarding-link.
#[derive(ApiResponse)]
enum OnboardingLinkCreated {
    /// The link.
    #[oai(status = 201)]
    Created(Json<Link>),
}

/// An onboarding link.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OnboardingLink")]
struct Link {
    /// URL of the page.
    url: String,
    /// When the link expires.
    expires_at: OffsetDateTime,
}

impl From<OnboardingLink> for Link {
    fn from(link: OnboardingLink) -> Self {
        let OnboardingLink { url, expires_at } = link;
        Self { url, expires_at }
    }
}
