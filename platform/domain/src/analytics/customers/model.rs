//! What is told of customers. An account is one customer; guests are one for each e-mail address.

use kernel::Currency;
use time::{Date, OffsetDateTime};

use crate::analytics::model::{Period, ReportInterval, rate_bps};

/// Customers of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct CustomerPeriod {
    /// The first day.
    pub starts_on: Date,
    /// Customers with an order that was paid in it.
    pub customers: i64,
    /// Those of them whose first paid order is in it.
    pub new_customers: i64,
    /// Their orders in it.
    pub orders: i64,
}

impl CustomerPeriod {
    /// Customers who had ordered before the period.
    pub const fn returning_customers(&self) -> i64 {
        self.customers - self.new_customers
    }

    /// The returning ones of all customers, in basis points, rounded down.
    pub fn repeat_rate_bps(&self) -> Option<i64> {
        rate_bps(self.returning_customers(), self.customers)
    }

    /// Orders for each customer, in basis points (10,000 is one), rounded down.
    pub fn orders_per_customer_bps(&self) -> Option<i64> {
        rate_bps(self.orders, self.customers)
    }
}

/// How many customers order, and come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerReport {
    /// The moment of the last change that it has; none before the first.
    pub as_of: Option<OffsetDateTime>,
    /// Whose midnight days begin at.
    pub time_zone: String,
    /// The days; a period that has one of them is told of whole.
    pub period: Period,
    /// The length of the periods.
    pub interval: ReportInterval,
    /// The periods with orders.
    pub rows: Vec<CustomerPeriod>,
}

/// Orders of a cohort in a month, in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CohortSales {
    /// The currency.
    pub currency: Currency,
    /// Orders in it.
    pub orders: i64,
    /// What was paid for them.
    pub gross_minor: i64,
}

/// A month of a cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortMonth {
    /// How many months after that of the first order: 0 is that month itself.
    pub number: i32,
    /// Customers of the cohort who ordered in it.
    pub customers: i64,
    /// Their orders in it.
    pub orders: i64,
    /// The same orders by currency.
    pub sales: Vec<CohortSales>,
}

/// Customers whose first paid order is of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// The first day of the month.
    pub starts_on: Date,
    /// The months in which some of them ordered.
    pub months: Vec<CohortMonth>,
}

impl Cohort {
    /// How many customers it has: each of them ordered in its first month.
    pub fn customers(&self) -> i64 {
        let first = self.months.iter().find(|month| month.number == 0);
        first.map_or(0, |month| month.customers)
    }

    /// Which part of the cohort ordered in a month, in basis points, rounded down.
    pub fn retention_bps(&self, month: &CohortMonth) -> Option<i64> {
        rate_bps(month.customers, self.customers())
    }
}

/// What customers do in the months after their first order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortReport {
    /// The moment of the last change that it has; none before the first.
    pub as_of: Option<OffsetDateTime>,
    /// Whose midnight days begin at.
    pub time_zone: String,
    /// The days; a month that has one of them is told of.
    pub period: Period,
    /// The cohorts.
    pub cohorts: Vec<Cohort>,
}
