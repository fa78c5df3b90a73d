//! Reports as files for programs that read tables.

use domain::analytics::{self, AnalyticsError, Report, ReportInterval};
use gateway::{ApiResult, Contract, ParquetColumn, ParquetFailed, ParquetFile, Staff};
use kernel::ids::StorefrontId;
use kernel::{Currency, Permission};
use poem_openapi::OpenApi;
use poem_openapi::param::Query;

use super::export::{Exported, ReportKind};
use super::query::Filter;
use crate::{App, Tag};

pub(crate) struct ParquetExportsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("admin_export_report_parquet")
    .needs(&[Permission::AnalyticsRead])
    .fails(&[AnalyticsError::REPORTS_REBUILDING])];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminReports")]
impl ParquetExportsApi {
    /// Export a report as Parquet
    ///
    /// The same rows as `export.csv`, with typed columns: text, and 64-bit whole numbers. Amounts are in minor units of
    /// `currency`, and their columns end with `_minor`. What has no value is null. The same report is the same bytes.
    #[oai(
        path = "/reports/export.parquet",
        method = "get",
        operation_id = "admin_export_report_parquet"
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
    ) -> ApiResult<ParquetFile> {
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
            Exported::Sales(report) => sales(kind, &report)?,
            Exported::Customers(report) => customers(&report)?,
            Exported::Cohorts(report) => cohorts(&report)?,
        })
    }
}

fn text(cells: impl Iterator<Item = String>) -> ParquetColumn {
    let filled = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
    ParquetColumn::Text(cells.map(filled).collect())
}

fn number(cells: impl Iterator<Item = i64>) -> ParquetColumn {
    ParquetColumn::Number(cells.map(Some).collect())
}

fn sales(kind: ReportKind, report: &Report) -> Result<ParquetFile, ParquetFailed> {
    let (_, member) = kind.names();
    let rows = || report.rows.iter();
    let amount = |of: fn(&analytics::Figures) -> i64| number(rows().map(|row| of(&row.figures)));
    let columns = [
        (member, text(rows().map(|row| kind.member(row)))),
        ("currency", text(rows().map(|row| row.currency.to_string()))),
        ("orders", number(rows().map(|row| row.orders))),
        ("units", number(rows().map(|row| row.units))),
        ("gross_minor", amount(analytics::Figures::gross)),
        ("net_minor", amount(|figures| figures.net)),
        ("shipping_minor", amount(|figures| figures.shipping)),
        ("tax_minor", amount(|figures| figures.tax)),
        ("refunds_minor", amount(|figures| figures.refunds)),
        ("disputes_minor", amount(|figures| figures.disputes)),
        ("total_minor", amount(analytics::Figures::total)),
        ("commission_minor", amount(|figures| figures.commission)),
        ("fees_minor", amount(|figures| figures.fees)),
        ("earnings_minor", amount(|figures| figures.earnings)),
        (
            "average_order_minor",
            ParquetColumn::Number(rows().map(analytics::ReportRow::average_order).collect()),
        ),
        (
            "take_rate_bps",
            ParquetColumn::Number(rows().map(|row| row.figures.take_rate_bps()).collect()),
        ),
    ];
    ParquetFile::of(kind.parquet_name(), &columns)
}

fn customers(report: &analytics::CustomerReport) -> Result<ParquetFile, ParquetFailed> {
    let rows = || report.rows.iter();
    let returning = |row: &analytics::CustomerPeriod| row.returning_customers();
    let columns = [
        (
            "starts_on",
            text(rows().map(|row| row.starts_on.to_string())),
        ),
        ("customers", number(rows().map(|row| row.customers))),
        ("new_customers", number(rows().map(|row| row.new_customers))),
        ("returning_customers", number(rows().map(returning))),
        (
            "repeat_rate_bps",
            ParquetColumn::Number(
                rows()
                    .map(analytics::CustomerPeriod::repeat_rate_bps)
                    .collect(),
            ),
        ),
        ("orders", number(rows().map(|row| row.orders))),
        (
            "orders_per_customer_bps",
            ParquetColumn::Number(
                rows()
                    .map(analytics::CustomerPeriod::orders_per_customer_bps)
                    .collect(),
            ),
        ),
    ];
    ParquetFile::of(ReportKind::Customers.parquet_name(), &columns)
}

fn cohorts(report: &analytics::CohortReport) -> Result<ParquetFile, ParquetFailed> {
    let rows: Vec<_> = report
        .cohorts
        .iter()
        .flat_map(|cohort| cohort.months.iter().map(move |month| (cohort, month)))
        .flat_map(|(cohort, month)| month.sales.iter().map(move |sales| (cohort, month, sales)))
        .collect();
    let rows = || rows.iter();
    let columns = [
        (
            "starts_on",
            text(rows().map(|(cohort, ..)| cohort.starts_on.to_string())),
        ),
        (
            "month",
            number(rows().map(|(_, month, _)| month.number.into())),
        ),
        (
            "customers",
            number(rows().map(|(_, month, _)| month.customers)),
        ),
        (
            "retention_bps",
            ParquetColumn::Number(
                rows()
                    .map(|(cohort, month, _)| cohort.retention_bps(month))
                    .collect(),
            ),
        ),
        (
            "currency",
            text(rows().map(|(.., sales)| sales.currency.to_string())),
        ),
        ("orders", number(rows().map(|(.., sales)| sales.orders))),
        (
            "gross_minor",
            number(rows().map(|(.., sales)| sales.gross_minor)),
        ),
    ];
    ParquetFile::of(ReportKind::Cohorts.parquet_name(), &columns)
}
