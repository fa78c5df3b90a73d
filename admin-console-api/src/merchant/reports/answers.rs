//! Reports as the API writes them.

use domain::analytics::{self, DEFINITION_VERSION};
use gateway::json::Money;
use kernel::ids::{CategoryId, MerchantId, ProductId, StorefrontId};
use poem_openapi::Object;
use time::OffsetDateTime;

/// What was sold, given back and earned, in one currency. Amounts never mix currencies; each of them equals the
/// ledger's or is of the orders that the ledger has the sum of.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SalesFigures {
    /// Orders that were paid on these days, refunded or not.
    orders: i64,
    /// Units of their lines.
    units: i64,
    /// What shoppers paid: `net` + `shipping` + `tax`.
    gross: Money,
    /// Goods without tax.
    net: Money,
    /// Shipping without tax.
    shipping: Money,
    /// Tax of goods and shipping.
    tax: Money,
    /// What was given back on these days, by the store or at the payment provider.
    refunds: Money,
    /// What shoppers' banks took for good in disputes.
    disputes: Money,
    /// What stayed: `gross` - `refunds` - `disputes`.
    total: Money,
    /// The platform's commission, less what went back with refunds and disputes.
    commission: Money,
    /// The payment provider's fees, which merchants bear.
    fees: Money,
    /// What merchants earned: their shares less commission, fees, refunds and disputes that they bear.
    earnings: Money,
    /// `gross` for each order, rounded down; absent without orders.
    average_order: Option<Money>,
    /// `commission` in basis points of `total`, rounded down; absent when `total` is not above zero.
    take_rate_bps: Option<i64>,
}

impl From<&analytics::ReportRow> for SalesFigures {
    fn from(row: &analytics::ReportRow) -> Self {
        let money = |minor| Money::from(kernel::Money::new(minor, row.currency));
        let figures = &row.figures;
        Self {
            orders: row.orders,
            units: row.units,
            gross: money(figures.gross()),
            net: money(figures.net),
            shipping: money(figures.shipping),
            tax: money(figures.tax),
            refunds: money(figures.refunds),
            disputes: money(figures.disputes),
            total: money(figures.total()),
            commission: money(figures.commission),
            fees: money(figures.fees),
            earnings: money(figures.earnings),
            average_order: row.average_order().map(money),
            take_rate_bps: figures.take_rate_bps(),
        }
    }
}

/// Sales of a period.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct PeriodSales {
    /// First day of the period; the days before `from` and after `to` are not counted.
    starts_on: String,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales of a storefront.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct StorefrontSales {
    /// Storefront.
    storefront_id: Option<StorefrontId>,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales and earnings of a merchant.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct MerchantSales {
    /// Merchant; absent for what the platform bears.
    merchant_id: Option<MerchantId>,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales of a product.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct ProductSales {
    /// Product; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees and
    /// earnings.
    product_id: Option<ProductId>,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales of a category.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct CategorySales {
    /// Category; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees,
    /// earnings, and products without a category.
    category_id: Option<CategoryId>,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales to a country.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct CountrySales {
    /// Country of the shipping address, as ISO 3166-1 writes it; absent when nothing was shipped.
    country: Option<String>,
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

/// Sales of all days of a report.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SalesTotal {
    /// Currency.
    currency: kernel::Currency,
    /// Figures.
    figures: SalesFigures,
}

impl From<analytics::ReportRow> for PeriodSales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            starts_on: row.member,
        }
    }
}

impl From<analytics::ReportRow> for StorefrontSales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            storefront_id: row.id().map(StorefrontId::from_uuid),
        }
    }
}

impl From<analytics::ReportRow> for MerchantSales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            merchant_id: row.id().map(MerchantId::from_uuid),
        }
    }
}

impl From<analytics::ReportRow> for ProductSales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            product_id: row.id().map(ProductId::from_uuid),
        }
    }
}

impl From<analytics::ReportRow> for CategorySales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            category_id: row.id().map(CategoryId::from_uuid),
        }
    }
}

impl From<analytics::ReportRow> for CountrySales {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
            country: Some(row.member).filter(|code| !code.is_empty()),
        }
    }
}

impl From<analytics::ReportRow> for SalesTotal {
    fn from(row: analytics::ReportRow) -> Self {
        Self {
            figures: (&row).into(),
            currency: row.currency,
        }
    }
}

/// A report whose rows are of one type.
macro_rules! report {
    ($(#[doc = $about:literal])+ $report:ident of $row:ident) => {
        $(#[doc = $about])+
        ///
        /// Two answers to the same query with the same `definition_version` and `as_of` are the same.
        #[derive(Object)]
        #[oai(deny_unknown_fields, skip_serializing_if_is_none)]
        pub(super) struct $report {
            /// Version of what the figures mean.
            definition_version: i32,
            /// Time of the last change that is in the report; absent before the first.
            as_of: Option<OffsetDateTime>,
            /// Time zone whose midnight days begin at.
            time_zone: String,
            /// First day.
            from: String,
            /// Last day.
            to: String,
            /// Rows, by currency. What has no figures has no row.
            rows: Vec<$row>,
            /// What all days come to, in each currency.
            totals: Vec<SalesTotal>,
            /// First day of as many days before.
            previous_from: String,
            /// Last day of these.
            previous_to: String,
            /// What these come to, in each currency.
            previous_totals: Vec<SalesTotal>,
        }

        impl From<analytics::Report> for $report {
            fn from(report: analytics::Report) -> Self {
                let analytics::Report {
                    as_of,
                    time_zone,
                    period,
                    rows,
                    totals,
                    previous,
                    previous_totals,
                } = report;
                Self {
                    definition_version: DEFINITION_VERSION,
                    as_of,
                    time_zone,
                    from: period.from.to_string(),
                    to: period.to.to_string(),
                    rows: rows.into_iter().map(Into::into).collect(),
                    totals: totals.into_iter().map(Into::into).collect(),
                    previous_from: previous.from.to_string(),
                    previous_to: previous.to.to_string(),
                    previous_totals: previous_totals.into_iter().map(Into::into).collect(),
                }
            }
        }
    };
}

report! {
    /// Sales by period.
    SalesReport of PeriodSales
}
report! {
    /// Sales by storefront.
    StorefrontReport of StorefrontSales
}
report! {
    /// Sales and earnings by merchant.
    MerchantReport of MerchantSales
}
report! {
    /// Sales by product.
    ProductReport of ProductSales
}
report! {
    /// Sales by category.
    CategoryReport of CategorySales
}
report! {
    /// Sales by country.
    CountryReport of CountrySales
}
