//! Reports, and what they are asked for.

use kernel::Currency;
use kernel::ids::StorefrontId;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// Moves when a figure means something else than before; see the [definitions](super).
pub const DEFINITION_VERSION: i32 = 1;
/// The longest period of a report, in years.
pub const YEARS_MAX: i64 = 5;

kernel::words! {
    /// Length of the periods of a report. Weeks begin on Mondays.
    #[derive(Default)]
    pub enum ReportInterval {
        /// Days.
        #[default]
        Day = "day",
        /// Weeks.
        Week = "week",
        /// Months.
        Month = "month",
    }
}

/// What the days are divided by. Each has all of the money once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// The categories: of each product the deepest one, and of several as deep the one with the lowest id.
    Category,
    /// The country that an order is shipped to.
    Country,
    /// The merchants.
    Merchant,
    /// The products.
    Product,
}

impl Dimension {
    /// How it is called in rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Country => "country",
            Self::Merchant => "merchant",
            Self::Product => "product",
        }
    }
}

/// What a row of a report is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// A period.
    Interval(ReportInterval),
    /// A storefront.
    Storefront,
    /// A category, a country, a merchant or a product.
    Member(Dimension),
}

impl Grouping {
    pub(super) const fn dimension(self) -> Dimension {
        match self {
            Self::Interval(_) | Self::Storefront => Dimension::Country,
            Self::Member(dimension) => dimension,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Interval(interval) => interval.name(),
            Self::Storefront => "storefront",
            Self::Member(_) => "member",
        }
    }
}

/// Days, the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// As many days, right before these.
    pub(super) fn previous(self) -> Option<Self> {
        let to = self.from.previous_day()?;
        let from = to.checked_sub(self.to - self.from)?;
        Some(Self { from, to })
    }
}

/// What a report is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportQuery {
    /// What a row is of.
    pub grouping: Grouping,
    /// The first day; needed.
    pub from: Option<Date>,
    /// The last day; needed.
    pub to: Option<Date>,
    /// Only this storefront.
    pub storefront_id: Option<StorefrontId>,
    /// Only this currency.
    pub currency: Option<Currency>,
    /// Only so many rows of each currency, those with the most sales.
    pub limit: Option<u32>,
}

/// Money in minor units; what each is, the [definitions](super) say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::FromRow)]
#[expect(missing_docs, reason = "the definitions are above")]
pub struct Figures {
    pub net: i64,
    pub shipping: i64,
    pub tax: i64,
    pub refunds: i64,
    pub disputes: i64,
    pub commission: i64,
    pub fees: i64,
    pub earnings: i64,
}

impl Figures {
    /// What shoppers paid.
    pub const fn gross(&self) -> i64 {
        self.net + self.shipping + self.tax
    }

    /// What of it stayed.
    pub const fn total(&self) -> i64 {
        self.gross() - self.refunds - self.disputes
    }

    /// The commission's part of what stayed, in basis points, rounded down; none when nothing stayed.
    pub fn take_rate_bps(&self) -> Option<i64> {
        let (commission, total) = (i128::from(self.commission), i128::from(self.total()));
        let bps = (total > 0).then(|| (commission * 10_000).div_euclid(total))?;
        i64::try_from(bps).ok()
    }
}

/// What a part is of a whole, in basis points, rounded down; none of nothing.
pub fn rate_bps(part: i64, whole: i64) -> Option<i64> {
    let bps = (i128::from(part) * 10_000).checked_div(i128::from(whole))?;
    i64::try_from(bps).ok()
}

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// The first day of the period; or the storefront's, merchant's, product's or category's id, or the country's code;
    /// empty for what has none, and in totals.
    pub member: String,
    /// The currency of the figures.
    pub currency: Currency,
    /// Orders that were paid.
    pub orders: i64,
    /// Units of their lines.
    pub units: i64,
    /// The money.
    pub figures: Figures,
}

impl ReportRow {
    /// The id of the storefront, merchant, product or category; none for what has none.
    pub fn id(&self) -> Option<Uuid> {
        self.member.parse().ok()
    }

    /// What an order came to on average, rounded down; none without orders.
    pub fn average_order(&self) -> Option<i64> {
        self.figures.gross().checked_div(self.orders)
    }
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The moment of the last change that it has; none before the first.
    pub as_of: Option<OffsetDateTime>,
    /// Whose midnight days begin at.
    pub time_zone: String,
    /// The days.
    pub period: Period,
    /// The rows, by currency.
    pub rows: Vec<ReportRow>,
    /// What all rows come to, those beyond the limit too: one for each currency.
    pub totals: Vec<ReportRow>,
    /// As many days before.
    pub previous: Period,
    /// What those came to.
    pub previous_totals: Vec<ReportRow>,
}
