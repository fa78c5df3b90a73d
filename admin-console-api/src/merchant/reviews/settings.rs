//! What the tenant wants of its reviews.

use domain::reviews;
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct ReviewSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_review_settings").needs(&[Permission::ReviewsRead]),
    Contract::of("admin_set_review_settings").needs(&[Permission::ReviewsModerate]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReviews")]
impl ReviewSettingsApi {
    /// Show the review settings
    ///
    /// Of the whole tenant.
    #[oai(
        path = "/review-settings",
        method = "get",
        operation_id = "admin_get_review_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<ReviewSettings>> {
        let settings = self.0.reviews.settings(staff.caller()).await?;
        Ok(Json(settings.into()))
    }

    /// Replace the review settings
    ///
    /// Reviews that are there keep their status and the time until which they can be changed, and invitations
    /// that are planned keep their day; without `sends_invitations` none of them is sent.
    #[oai(
        path = "/review-settings",
        method = "put",
        operation_id = "admin_set_review_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<ReviewSettings>,
    ) -> ApiResult<Json<ReviewSettings>> {
        let settings = reviews::ReviewSettings::from(body.0);
        let reviews = &self.0.reviews;
        reviews.set_settings(staff.caller(), settings).await?;
        Ok(Json(settings.into()))
    }
}

/// Settings of reviews.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReviewSettings {
    /// Whether each review waits for the staff before it is published. Without, only those with links, HTML or
    /// the text of another review do. Default: `true`.
    is_moderated: bool,
    /// Whether shoppers are sent one e-mail per order that asks for reviews. In some countries it needs their
    /// consent, for which the tenant answers. Default: `false`.
    sends_invitations: bool,
    /// Days from the delivery, or from the payment when nothing is shipped, to that e-mail. Default: 7.
    #[oai(validator(minimum(value = "0"), maximum(value = "90")))]
    invitation_delay_days: i32,
    /// Days for which authors can change a review. Default: 30.
    #[oai(validator(minimum(value = "0"), maximum(value = "365")))]
    edit_window_days: i32,
}

impl From<reviews::ReviewSettings> for ReviewSettings {
    fn from(settings: reviews::ReviewSettings) -> Self {
        let reviews::ReviewSettings {
            is_moderated,
            sends_invitations,
            invitation_delay_days,
            edit_window_days,
        } = settings;
        Self {
            is_moderated,
            sends_invitations,
            invitation_delay_days,
            edit_window_days,
        }
    }
}

impl From<ReviewSettings> for reviews::ReviewSettings {
    fn from(settings: ReviewSettings) -> Self {
        Self {
            is_moderated: settings.is_moderated,
            sends_invitations: settings.sends_invitations,
            invitation_delay_days: settings.invitation_delay_days,
            edit_window_days: settings.edit_window_days,
        }
    }
}
