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
        let settings = analytics.set_settings(staff.caller(), &body.0.time_zone);
        Ok(Json(settings.await?.into()))
    }
}

/// New settings of reports.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetReportSettings {
    /// IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.
    time_zone: String,
}

/// Settings of reports.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ReportSettings {
    /// IANA name of the time zone whose midnight days begin at. Default: `UTC`.
    time_zone: String,
    /// Whether the days are being counted again; until they are there are no reports.
    is_rebuilding: bool,
}

impl From<analytics::ReportSettings> for ReportSettings {
    fn from(settings: analytics::ReportSettings) -> Self {
        let analytics::ReportSettings {
            time_zone,
            is_rebuilding,
        } = settings;
        Self {
            time_zone,
            is_rebuilding,
        }
    }
}
