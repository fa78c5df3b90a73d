//! Who ordered: each customer's orders, and what they add to the periods and cohorts.

use std::collections::BTreeSet;

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::ids::OrderId;
use time::Date;
use uuid::Uuid;

use crate::analytics::customers::model::CustomerPeriod;
use crate::analytics::model::{Period, ReportInterval};

/// A paid order and its customer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
struct CustomerOrder {
    order_id: OrderId,
    customer: Uuid,
    day: Date,
    currency: String,
    gross_minor: i64,
}

/// A month of a cohort, in one currency.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::analytics) struct CohortRow {
    pub(in crate::analytics) cohort: Date,
    pub(in crate::analytics) month: Date,
    pub(in crate::analytics) customers: i64,
    pub(in crate::analytics) orders: i64,
    pub(in crate::analytics) currency: Currency,
    pub(in crate::analytics) orders_in_currency: i64,
    pub(in crate::analytics) gross_minor: i64,
}

/// Counts the customers of orders that were counted just now, as they are instead of as they were. What a customer
/// adds follows from all the orders of that customer, so it is taken out and put in again whole.
pub(super) async fn count(tx: &mut TenantTx, orders: &[OrderId]) -> Result<(), DbError> {
    let (before, now) = (kept(tx, orders).await?, counted(tx, orders).await?);
    // Most messages change money only, and no customer.
    let changed: BTreeSet<Uuid> = before
        .symmetric_difference(&now)
        .map(|order| order.customer)
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let customers: Vec<Uuid> = changed.into_iter().collect();
    add(tx, &customers, -1).await?;
    sqlx::query("delete from report_customer_orders where tenant_id = $1 and order_id = any($2)")
        .bind(tx.tenant_id())
        .bind(orders)
        .execute(tx.conn())
        .await?;
    insert(tx, &now).await?;
    add(tx, &customers, 1).await
}

/// The orders as they are kept.
async fn kept(tx: &mut TenantTx, orders: &[OrderId]) -> Result<BTreeSet<CustomerOrder>, DbError> {
    let found: Vec<CustomerOrder> = sqlx::query_as(
        "select order_id, customer, day, currency::text as currency, gross_minor
           from report_customer_orders
          where tenant_id = $1 and order_id = any($2)",
    )
    .bind(tx.tenant_id())
    .bind(orders)
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().collect())
}

/// The orders as they were counted: each paid one is in one entry of the countries.
async fn counted(
    tx: &mut TenantTx,
    orders: &[OrderId],
) -> Result<BTreeSet<CustomerOrder>, DbError> {
    let found: Vec<CustomerOrder> = sqlx::query_as(
        "select e.order_id,
                coalesce(o.user_id, substr(encode(sha256(s.customer_salt || convert_to(o.email, 'UTF8')), 'hex'),
                                           1, 32)::uuid) as customer,
                e.day, e.currency::text as currency,
                e.net_minor + e.shipping_minor + e.tax_minor as gross_minor
           from report_entries e
           join orders o on o.tenant_id = e.tenant_id and o.id = e.order_id
           join report_states s on s.tenant_id = e.tenant_id
          where e.tenant_id = $1 and e.order_id = any($2) and e.dimension = 'country' and e.orders = 1",
    )
    .bind(tx.tenant_id())
    .bind(orders)
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().collect())
}

async fn insert(tx: &mut TenantTx, rows: &BTreeSet<CustomerOrder>) -> Result<(), DbError> {
    let (mut orders, mut customers, mut days) = (Vec::new(), Vec::new(), Vec::new());
    let (mut currencies, mut amounts) = (Vec::new(), Vec::new());
    for row in rows {
        orders.push(row.order_id);
        customers.push(row.customer);
        days.push(row.day);
        currencies.push(row.currency.as_str());
        amounts.push(row.gross_minor);
    }
    sqlx::query(
        "insert into report_customer_orders (tenant_id, order_id, customer, day, currency, gross_minor)
         select $1, r.order_id, r.customer, r.day, r.currency, r.gross_minor
           from unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::bigint[])
                as r (order_id, customer, day, currency, gross_minor)",
    )
    .bind(tx.tenant_id())
    .bind(orders)
    .bind(customers)
    .bind(days)
    .bind(currencies)
    .bind(amounts)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds what customers add to the periods and cohorts, or takes it away.
async fn add(tx: &mut TenantTx, customers: &[Uuid], sign: i64) -> Result<(), DbError> {
    sqlx::query(
        "with placed as materialized (
           select customer, day, currency, gross_minor, min(day) over (partition by customer) as first
             from report_customer_orders
            where tenant_id = $1 and customer = any($2)
         ), periods as (
           insert into report_customer_periods as p (tenant_id, period, starts_on, customers, new_customers, orders)
           select $1, length.name, date_trunc(length.name, o.day::timestamp)::date as starts_on,
                  $3 * count(distinct o.customer),
                  $3 * count(distinct o.customer)
                       filter (where date_trunc(length.name, o.first::timestamp)
                                   = date_trunc(length.name, o.day::timestamp)),
                  $3 * count(*)
             from placed o
            cross join (values ('day'), ('week'), ('month')) as length (name)
            group by length.name, date_trunc(length.name, o.day::timestamp)::date
           on conflict (tenant_id, period, starts_on) do update
              set customers = p.customers + excluded.customers,
                  new_customers = p.new_customers + excluded.new_customers,
                  orders = p.orders + excluded.orders
         ), cohorts as (
           insert into report_cohorts as c (tenant_id, cohort, month, customers, orders)
           select $1, date_trunc('month', o.first::timestamp)::date, date_trunc('month', o.day::timestamp)::date,
                  $3 * count(distinct o.customer), $3 * count(*)
             from placed o
            group by date_trunc('month', o.first::timestamp)::date, date_trunc('month', o.day::timestamp)::date
           on conflict (tenant_id, cohort, month) do update
              set customers = c.customers + excluded.customers,
                  orders = c.orders + excluded.orders
         )
         insert into report_cohort_sales as s (tenant_id, cohort, month, currency, orders, gross_minor)
         select $1, date_trunc('month', o.first::timestamp)::date, date_trunc('month', o.day::timestamp)::date,
                o.currency, $3 * count(*), $3 * sum(o.gross_minor)::bigint
           from placed o
          group by date_trunc('month', o.first::timestamp)::date, date_trunc('month', o.day::timestamp)::date, o.currency
         on conflict (tenant_id, cohort, month, currency) do update
            set orders = s.orders + excluded.orders,
                gross_minor = s.gross_minor + excluded.gross_minor",
    )
    .bind(tx.tenant_id())
    .bind(customers)
    .bind(sign)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets who ordered.
pub(super) async fn clear(tx: &mut TenantTx) -> Result<(), DbError> {
    for statement in [
        "delete from report_customer_orders where tenant_id = $1",
        "delete from report_customer_periods where tenant_id = $1",
        "delete from report_cohorts where tenant_id = $1",
        "delete from report_cohort_sales where tenant_id = $1",
    ] {
        sqlx::query(statement)
            .bind(tx.tenant_id())
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// The periods that have a day between the first and the last one, each of them whole.
pub(in crate::analytics) async fn customer_periods(
    tx: &mut TenantTx,
    interval: ReportInterval,
    days: Period,
) -> Result<Vec<CustomerPeriod>, DbError> {
    Ok(sqlx::query_as(
        "select starts_on, customers, new_customers, orders
           from report_customer_periods
          where tenant_id = $1 and period = $2
            and starts_on between date_trunc($2, $3::date::timestamp)::date and $4
            and customers <> 0
          order by starts_on",
    )
    .bind(tx.tenant_id())
    .bind(interval.name())
    .bind(days.from)
    .bind(days.to)
    .fetch_all(tx.conn())
    .await?)
}

/// The months of the cohorts whose own month has a day between the first and the last one.
pub(in crate::analytics) async fn cohorts(
    tx: &mut TenantTx,
    days: Period,
) -> Result<Vec<CohortRow>, DbError> {
    Ok(sqlx::query_as(
        "select c.cohort, c.month, c.customers, c.orders, s.currency::text as currency,
                s.orders as orders_in_currency, s.gross_minor
           from report_cohorts c
           join report_cohort_sales s on s.tenant_id = c.tenant_id and s.cohort = c.cohort and s.month = c.month
          where c.tenant_id = $1 and c.cohort between date_trunc('month', $2::date::timestamp)::date and $3
            and c.customers <> 0 and s.orders <> 0
          order by c.cohort, c.month, s.currency",
    )
    .bind(tx.tenant_id())
    .bind(days.from)
    .bind(days.to)
    .fetch_all(tx.conn())
    .await?)
}
