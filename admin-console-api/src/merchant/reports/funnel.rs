//! The funnel: how far visitors get, and why checkout refuses.

use domain::analytics::{self, DEFINITION_VERSION};
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use kernel::ids::StorefrontId;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::query::days;
use crate::{App, Tag};

pub(crate) struct FunnelApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("admin_report_funnel").needs(&[Permission::AnalyticsRead])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl FunnelApi {
    /// Report the funnel
    ///
    /// How many visits saw a product, and how many carts, orders and payments there were on the same days, with the reasons
    /// for which checkout refused. Visits are what browsers tell of, with the visitor's consent where the store asks for it;
    /// the rest is counted by the server. Counted as it happens, and not made again by a rebuild.
    #[oai(
        path = "/reports/funnel",
        method = "get",
        operation_id = "admin_report_funnel"
    )]
    async fn funnel(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
    ) -> ApiResult<Json<FunnelReport>> {
        let days = days(from.0.as_deref(), to.0.as_deref())?;
        let analytics = &self.0.analytics;
        let report = analytics.funnel_report(staff.caller(), days, storefront_id.0);
        Ok(Json(report.await?.into()))
    }
}

/// A reason for which checkout refused.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct FunnelRefusal {
    /// Code of the refusal, such as `insufficient_stock`; of an incomplete cart the field and what was wrong with it, such
    /// as `email.required`.
    reason: String,
    /// Refusals for this reason. One refusal can have several.
    times: i64,
}

/// The funnel of some days.
///
/// Two answers to the same query with the same `definition_version` and `revision` are the same.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct FunnelReport {
    /// Version of what the figures mean.
    definition_version: i32,
    /// Moves up with every change of a figure.
    revision: i64,
    /// First day.
    from: String,
    /// Last day.
    to: String,
    /// Events that a product was shown.
    product_views: i64,
    /// Visits in which a product was shown; a visit of two days counts on both. Estimated, within 1 % up to 300,000 a day.
    visits: i64,
    /// Carts that got their first goods. One that is emptied and filled again counts again.
    carts: i64,
    /// Visits in which the checkout was shown, estimated like `visits`.
    checkout_visits: i64,
    /// Orders that were placed, paid or not.
    orders_placed: i64,
    /// Orders that were paid.
    orders_paid: i64,
    /// `carts` in basis points of `visits`, rounded down; absent without visits.
    cart_rate_bps: Option<i64>,
    /// `orders_placed` in basis points of `carts`, rounded down; absent without carts.
    checkout_rate_bps: Option<i64>,
    /// `orders_paid` in basis points of `orders_placed`, rounded down; absent without orders.
    paid_rate_bps: Option<i64>,
    /// `orders_paid` in basis points of `visits`, rounded down; absent without visits.
    conversion_rate_bps: Option<i64>,
    /// Why checkout refused, the most frequent reason first.
    refusals: Vec<FunnelRefusal>,
}

impl From<analytics::FunnelReport> for FunnelReport {
    fn from(report: analytics::FunnelReport) -> Self {
        let steps = report.steps;
        let rate = analytics::rate_bps;
        Self {
            definition_version: DEFINITION_VERSION,
            revision: report.revision,
            from: report.period.from.to_string(),
            to: report.period.to.to_string(),
            product_views: steps.product_views,
            visits: steps.visits,
            carts: steps.carts,
            checkout_visits: steps.checkout_visits,
            orders_placed: steps.orders_placed,
            orders_paid: steps.orders_paid,
            cart_rate_bps: rate(steps.carts, steps.visits),
            checkout_rate_bps: rate(steps.orders_placed, steps.carts),
            paid_rate_bps: rate(steps.orders_paid, steps.orders_placed),
            conversion_rate_bps: rate(steps.orders_paid, steps.visits),
            refusals: steps
                .refusals
                .into_iter()
                .map(|refusal| FunnelRefusal {
                    reason: refusal.reason,
                    times: refusal.times,
                })
                .collect(),
        }
    }
}
