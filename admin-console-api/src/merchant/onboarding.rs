//! The way into a merchant's account at the payment provider.

use billing::{OnboardingLink, OnboardingUrls, ReturnUrl};
use gateway::{ApiResult, Id, Invalid, Staff};
use kernel::ids::MerchantId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct OnboardingApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl OnboardingApi {
    /// Make an onboarding link
    ///
    /// A page of the payment provider where the merchant gives its details, so that its shares can
    /// be sent to it. A link works once and for a few minutes: ask for it when it is about to be
    /// followed.
    #[oai(
        path = "/merchants/:merchant_id/onboarding-links",
        method = "post",
        operation_id = "admin_create_onboarding_link"
    )]
    async fn create_onboarding_link(
        &self,
        staff: Staff,
        merchant_id: Path<Id<MerchantId>>,
        body: Json<CreateOnboardingLink>,
    ) -> ApiResult<OnboardingLinkCreated> {
        let urls = body.0.into_urls()?;
        let billing = &self.0.billing;
        let link = billing
            .onboarding_link(staff.caller(), merchant_id.0.0, &urls)
            .await?;
        Ok(OnboardingLinkCreated::Created(Json(link.into())))
    }
}

/// Where the page leads back to.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateOnboardingLink {
    /// Where the merchant goes when it has finished, or leaves.
    #[oai(validator(max_length = 2048))]
    return_url: String,
    /// Where the merchant goes when the link has expired or was used: ask for a new one there.
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

/// A link was made.
#[derive(ApiResponse)]
enum OnboardingLinkCreated {
    /// The link.
    #[oai(status = 201)]
    Created(Json<Link>),
}

/// A page where a merchant gives the payment provider its details.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OnboardingLink")]
struct Link {
    /// Its address.
    url: String,
    /// Until when it works.
    expires_at: OffsetDateTime,
}

impl From<OnboardingLink> for Link {
    fn from(link: OnboardingLink) -> Self {
        let OnboardingLink { url, expires_at } = link;
        Self { url, expires_at }
    }
}
