//! What the tenant wants of its reports.

use domain::analytics;
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct ReportSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_report_settings").needs(&[Permission::AnalyticsRead]),
    Contract::of("admin_set_report_settings").needs(&[Permission::AnalyticsManage]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl ReportSettingsApi {
    /// Show the report settings
    ///
    /// Of the whole tenant.
    #[oai(
        path = "/analytics/settings",
        method = "get",
        operation_id = "admin_get_report_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<ReportSettings>> {
        let settings = self.0.analytics.settings(staff.caller()).await?;
        Ok(Json(settings.into()))
    }

    /// Replace the report settings
    ///
    /// With another time zone all days are counted again; until they are, reports return 409 `reports_rebuilding`.
    #[oai(
        path = "/analytics/settings",
        method = "put",
        operation_id = "admin_set_report_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<SetReportSettings>,
    ) -> ApiResult<Json<ReportSettings>> {
        let analytics = &self.0.analytics;
        let SetReportSettings {
            time_zone,
            events_need_consent,
        } = body.0;
        let settings = analytics.set_settings(staff.caller(), &time_zone, events_need_consent);
        Ok(Json(settings.await?.into()))
    }
}

/// New settings of reports.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetReportSettings {
    /// IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.
    time_zone: String,
    /// Whether events of browsers are counted only with the visitor's consent. Default: as it was, and at first `true`.
    events_need_consent: Option<bool>,
}

/// Settings of reports.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReportSettings {
    /// IANA name of the time zone whose midnight days begin at. Default: `UTC`.
    time_zone: String,
    /// Whether events of browsers are counted only with the visitor's consent. Default: `true`.
    events_need_consent: bool,
    /// Whether the days are being counted again; until they are there are no reports.
    is_rebuilding: bool,
}

impl From<analytics::ReportSettings> for ReportSettings {
    fn from(settings: analytics::ReportSettings) -> Self {
        let analytics::ReportSettings {
            time_zone,
            events_need_consent,
            is_rebuilding,
        } = settings;
        Self {
            time_zone,
            events_need_consent,
            is_rebuilding,
        }
    }
}
