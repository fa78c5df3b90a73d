//! What the tenant wants of its text messages.

use domain::notifications::{self, SmsSettingsDraft};
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Time;

use crate::{App, Tag};

pub(crate) struct SmsSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_sms_settings").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_set_sms_settings").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStorefronts")]
impl SmsSettingsApi {
    /// Show the SMS settings
    ///
    /// Of the whole tenant, with what was sent this month.
    #[oai(
        path = "/sms-settings",
        method = "get",
        operation_id = "admin_get_sms_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<SmsSettings>> {
        let settings = self.0.notifications.sms_settings(staff.caller()).await?;
        Ok(Json(settings.into()))
    }

    /// Replace the SMS settings
    ///
    /// Text messages tell shoppers that a parcel was shipped or delivered: those who have an account, gave the consent
    /// `order_updates_sms` and a phone number in the shipping address.
    #[oai(
        path = "/sms-settings",
        method = "put",
        operation_id = "admin_set_sms_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<SetSmsSettings>,
    ) -> ApiResult<Json<SmsSettings>> {
        let draft = SmsSettingsDraft {
            is_enabled: body.0.is_enabled,
            quiet_from: body.0.quiet_from,
            quiet_until: body.0.quiet_until,
            time_zone: body.0.time_zone,
            monthly_segment_limit: body.0.monthly_segment_limit,
        };
        let notifications = &self.0.notifications;
        let settings = notifications
            .set_sms_settings(staff.caller(), draft)
            .await?;
        Ok(Json(settings.into()))
    }
}

/// New settings of text messages.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetSmsSettings {
    /// Whether text messages are sent.
    is_enabled: bool,
    /// Start of the quiet hours as `HH:MM`. With `quiet_until`, or neither: then text messages leave at any time.
    #[oai(validator(max_length = 5))]
    quiet_from: Option<String>,
    /// End of the quiet hours as `HH:MM`; on the next day unless it is later than `quiet_from`.
    #[oai(validator(max_length = 5))]
    quiet_until: Option<String>,
    /// IANA name of the time zone of quiet hours and months, such as `Europe/Berlin`.
    #[oai(validator(max_length = 64))]
    time_zone: String,
    /// How many segments may be sent in a calendar month; each is paid for. 0 sends none.
    #[oai(validator(minimum(value = "0"), maximum(value = "1000000")))]
    monthly_segment_limit: i32,
}

/// Settings of text messages.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SmsSettings {
    /// Whether text messages are sent. Default: `false`.
    is_enabled: bool,
    /// Start of the quiet hours as `HH:MM`; absent when there are none. Default: `21:00`. Messages wait for their end.
    quiet_from: Option<String>,
    /// End of the quiet hours as `HH:MM`; absent when there are none. Default: `08:00`.
    quiet_until: Option<String>,
    /// IANA name of the time zone of quiet hours and months. Default: `UTC`.
    time_zone: String,
    /// How many segments may be sent in a calendar month. Messages beyond it are not sent. Default: 1000.
    monthly_segment_limit: i32,
    /// How many segments were sent in this month.
    segments_this_month: i64,
}

impl From<(notifications::SmsSettings, i64)> for SmsSettings {
    fn from((settings, used): (notifications::SmsSettings, i64)) -> Self {
        let text = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
        Self {
            is_enabled: settings.is_enabled,
            quiet_from: settings.quiet_from.map(text),
            quiet_until: settings.quiet_until.map(text),
            time_zone: settings.time_zone,
            monthly_segment_limit: settings.monthly_segment_limit,
            segments_this_month: used,
        }
    }
}
