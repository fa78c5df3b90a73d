//! What was sold and earned, by day.

mod answers;
mod customers;
mod export;
mod funnel;
mod parquet;
mod query;
mod settings;

use domain::analytics::{AnalyticsError, Dimension, Grouping, ReportInterval};
use gateway::{ApiResult, Contract, Staff};
use kernel::ids::StorefrontId;
use kernel::{Currency, Permission};
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;

use self::answers::{
    CategoryReport, CountryReport, MerchantReport, ProductReport, SalesReport, StorefrontReport,
};
pub(super) use self::customers::{CONTRACTS as CUSTOMER_CONTRACTS, CustomerReportsApi};
pub(super) use self::export::{CONTRACTS as EXPORT_CONTRACTS, ReportExportsApi};
pub(super) use self::funnel::{CONTRACTS as FUNNEL_CONTRACTS, FunnelApi};
pub(super) use self::parquet::{CONTRACTS as PARQUET_CONTRACTS, ParquetExportsApi};
use self::query::{Filter, query};
pub(super) use self::settings::{CONTRACTS as SETTINGS_CONTRACTS, ReportSettingsApi};
use crate::{App, Tag};

pub(crate) struct ReportsApi(pub(crate) App);

const fn report(operation_id: &'static str) -> Contract {
    Contract::of(operation_id)
        .needs(&[Permission::AnalyticsRead])
        .fails(&[AnalyticsError::REPORTS_REBUILDING])
}

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    report("admin_report_sales"),
    report("admin_report_products"),
    report("admin_report_categories"),
    report("admin_report_merchants"),
    report("admin_report_storefronts"),
    report("admin_report_countries"),
];

/// How many products there are without a limit.
const PRODUCTS: u32 = 50;

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl ReportsApi {
    /// Report sales
    ///
    /// Orders, units, sales, refunds and earnings by day, week or month, with the totals of as many days before. Facts
    /// count on the day that they happened: a refund not on the day of its sale.
    #[oai(
        path = "/reports/sales",
        method = "get",
        operation_id = "admin_report_sales"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn sales(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Length of a period; `day` by default.
        interval: Query<Option<ReportInterval>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<SalesReport>> {
        let grouping = Grouping::Interval(interval.0.unwrap_or_default());
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: None,
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }

    /// Report sales by product
    ///
    /// Products with the most sales first, in each currency. The rows of all products and the one without a product
    /// add up to the totals.
    #[oai(
        path = "/reports/products",
        method = "get",
        operation_id = "admin_report_products"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn products(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Rows of each currency, 1 to 500; 50 by default.
        limit: Query<Option<u32>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<ProductReport>> {
        let grouping = Grouping::Member(Dimension::Product);
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: Some(limit.0.unwrap_or(PRODUCTS)),
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }

    /// Report sales by merchant
    ///
    /// With commission, fees, earnings and the take rate. An order with goods of several merchants counts for each of
    /// them, and once in the totals.
    #[oai(
        path = "/reports/merchants",
        method = "get",
        operation_id = "admin_report_merchants"
    )]
    async fn merchants(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<MerchantReport>> {
        let grouping = Grouping::Member(Dimension::Merchant);
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: None,
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }

    /// Report sales by storefront
    ///
    /// All storefronts of the tenant.
    #[oai(
        path = "/reports/storefronts",
        method = "get",
        operation_id = "admin_report_storefronts"
    )]
    async fn storefronts(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<StorefrontReport>> {
        let grouping = Grouping::Storefront;
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: None,
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }

    /// Report sales by category
    ///
    /// A product's sales are of its deepest category (of several as deep, the one with the lowest id) as it was when the
    /// order was last counted: at its last change of money, or when all days were. The rows of all categories and the
    /// one without a category add up to the totals.
    #[oai(
        path = "/reports/categories",
        method = "get",
        operation_id = "admin_report_categories"
    )]
    async fn categories(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<CategoryReport>> {
        let grouping = Grouping::Member(Dimension::Category);
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: None,
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }

    /// Report sales by country
    ///
    /// Countries that orders were shipped to.
    #[oai(
        path = "/reports/countries",
        method = "get",
        operation_id = "admin_report_countries"
    )]
    async fn countries(
        &self,
        staff: Staff,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<Json<CountryReport>> {
        let grouping = Grouping::Member(Dimension::Country);
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: None,
        };
        let report = self
            .0
            .analytics
            .report(staff.caller(), query(grouping, &filter)?);
        Ok(Json(report.await?.into()))
    }
}
