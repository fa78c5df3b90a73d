//! Reports as files for spreadsheets.

use domain::analytics::{
    AnalyticsError, CohortReport, CustomerReport, Dimension, Grouping, Report, ReportInterval,
    ReportRow,
};
use gateway::{ApiResult, Contract, CsvFile, CsvRow, Staff};
use kernel::ids::{CategoryId, MerchantId, ProductId, StorefrontId};
use kernel::{Caller, Currency, Money, Permission};
use poem_openapi::OpenApi;
use poem_openapi::param::Query;

use super::customers::{cohorts_file, customers_file};
use super::query::{Filter, query};
use crate::json::decimal;
use crate::{App, Tag};

kernel::words! {
    /// What the rows of a report are of.
    #[derive(Default)]
    pub(crate) enum ReportKind {
        /// Periods.
        #[default]
        Sales = "sales",
        /// Products.
        Products = "products",
        /// Categories.
        Categories = "categories",
        /// Merchants.
        Merchants = "merchants",
        /// Storefronts.
        Storefronts = "storefronts",
        /// Countries.
        Countries = "countries",
        /// Customers by period.
        Customers = "customers",
        /// Months of cohorts, a row for each currency.
        Cohorts = "cohorts",
    }
}

/// As many rows of products as a report has.
const MOST_PRODUCTS: u32 = 500;

pub(crate) struct ReportExportsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("admin_export_report")
    .needs(&[Permission::AnalyticsRead])
    .fails(&[AnalyticsError::REPORTS_REBUILDING])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl ReportExportsApi {
    /// Export a report
    ///
    /// The rows of a report as a CSV file: what each is of (a day, or an id or code), `currency`, and the figures of the
    /// report. Amounts are decimals of the currency, such as `12.05`. Products: the 500 with the most sales in each
    /// currency. `customers` and `cohorts` have the columns of those reports, and take neither a storefront nor a
    /// currency.
    #[oai(
        path = "/reports/export.csv",
        method = "get",
        operation_id = "admin_export_report"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn export(
        &self,
        staff: Staff,
        /// Which report; `sales` by default.
        report: Query<Option<ReportKind>>,
        /// First day, as `2025-01-31`, in the time zone of the reports; required.
        from: Query<Option<String>>,
        /// Last day, included; at most 5 years later; required.
        to: Query<Option<String>>,
        /// Length of a period of `sales` and `customers`; `day` by default.
        interval: Query<Option<ReportInterval>>,
        /// Only this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only this currency.
        currency: Query<Option<Currency>>,
    ) -> ApiResult<CsvFile> {
        let kind = report.0.unwrap_or_default();
        let filter = Filter {
            from: from.0.as_deref(),
            to: to.0.as_deref(),
            storefront_id: storefront_id.0,
            currency: currency.0,
            limit: kind.limit(),
        };
        let exported = kind
            .read(
                &self.0,
                staff.caller(),
                interval.0.unwrap_or_default(),
                &filter,
            )
            .await?;
        Ok(match exported {
            Exported::Sales(report) => kind.file(&report),
            Exported::Customers(report) => customers_file(&report),
            Exported::Cohorts(report) => cohorts_file(&report),
        })
    }
}

/// A report that becomes a file.
pub(super) enum Exported {
    Sales(Report),
    Customers(CustomerReport),
    Cohorts(CohortReport),
}

/// Where the rows of a report are from.
enum Rows {
    Sales(Grouping),
    Customers,
    Cohorts,
}

impl ReportKind {
    /// The most rows of each currency.
    pub(super) fn limit(self) -> Option<u32> {
        (self == Self::Products).then_some(MOST_PRODUCTS)
    }

    pub(super) async fn read(
        self,
        app: &App,
        caller: &Caller,
        interval: ReportInterval,
        filter: &Filter<'_>,
    ) -> ApiResult<Exported> {
        let analytics = &app.analytics;
        Ok(match self.rows(interval) {
            Rows::Sales(grouping) => {
                let query = query(grouping, filter)?;
                Exported::Sales(analytics.report(caller, query).await?)
            }
            Rows::Customers => {
                let days = filter.only_days()?;
                Exported::Customers(analytics.customer_report(caller, interval, days).await?)
            }
            Rows::Cohorts => {
                let days = filter.only_days()?;
                Exported::Cohorts(analytics.cohort_report(caller, days).await?)
            }
        })
    }

    const fn rows(self, interval: ReportInterval) -> Rows {
        Rows::Sales(match self {
            Self::Sales => Grouping::Interval(interval),
            Self::Products => Grouping::Member(Dimension::Product),
            Self::Categories => Grouping::Member(Dimension::Category),
            Self::Merchants => Grouping::Member(Dimension::Merchant),
            Self::Storefronts => Grouping::Storefront,
            Self::Countries => Grouping::Member(Dimension::Country),
            Self::Customers => return Rows::Customers,
            Self::Cohorts => return Rows::Cohorts,
        })
    }

    /// The name of the file, and of the first column.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Sales => ("sales.csv", "starts_on"),
            Self::Products => ("products.csv", "product_id"),
            Self::Categories => ("categories.csv", "category_id"),
            Self::Merchants => ("merchants.csv", "merchant_id"),
            Self::Storefronts => ("storefronts.csv", "storefront_id"),
            Self::Countries => ("countries.csv", "country"),
            Self::Customers => ("customers.csv", "starts_on"),
            Self::Cohorts => ("cohorts.csv", "starts_on"),
        }
    }

    /// The name of the file in Parquet.
    pub(super) const fn parquet_name(self) -> &'static str {
        match self {
            Self::Sales => "sales.parquet",
            Self::Products => "products.parquet",
            Self::Categories => "categories.parquet",
            Self::Merchants => "merchants.parquet",
            Self::Storefronts => "storefronts.parquet",
            Self::Countries => "countries.parquet",
            Self::Customers => "customers.parquet",
            Self::Cohorts => "cohorts.parquet",
        }
    }

    /// What a row is of, as the report itself writes it.
    pub(super) fn member(self, row: &ReportRow) -> String {
        match (self, row.id()) {
            (Self::Products, Some(id)) => ProductId::from_uuid(id).to_string(),
            (Self::Categories, Some(id)) => CategoryId::from_uuid(id).to_string(),
            (Self::Merchants, Some(id)) => MerchantId::from_uuid(id).to_string(),
            (Self::Storefronts, Some(id)) => StorefrontId::from_uuid(id).to_string(),
            _ => row.member.clone(),
        }
    }

    fn file(self, report: &Report) -> CsvFile {
        let (file, member) = self.names();
        let columns = [
            member,
            "currency",
            "orders",
            "units",
            "gross",
            "net",
            "shipping",
            "tax",
            "refunds",
            "disputes",
            "total",
            "commission",
            "fees",
            "earnings",
            "average_order",
            "take_rate_bps",
        ];
        let rows = report.rows.iter().map(|row| self.row(row)).collect();
        CsvFile::whole(file, &columns, rows)
    }

    fn row(self, row: &ReportRow) -> CsvRow {
        let decimal = |minor: i64| decimal(Money::new(minor, row.currency));
        let figures = &row.figures;
        let mut cells = vec![
            self.member(row),
            row.currency.to_string(),
            row.orders.to_string(),
            row.units.to_string(),
        ];
        let amounts = [
            figures.gross(),
            figures.net,
            figures.shipping,
            figures.tax,
            figures.refunds,
            figures.disputes,
            figures.total(),
            figures.commission,
            figures.fees,
            figures.earnings,
        ];
        cells.extend(amounts.map(decimal));
        cells.push(row.average_order().map(decimal).unwrap_or_default());
        let rate = figures.take_rate_bps();
        cells.push(rate.map(|bps| bps.to_string()).unwrap_or_default());
        cells
    }
}
