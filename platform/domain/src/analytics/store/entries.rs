//! What orders add to the days: computed from orders and the ledger, taken out and put in again.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, RefundId};
use time::OffsetDateTime;
use uuid::Uuid;

use super::customers;

/// A tenant's orders behind `after`, by id.
pub(in crate::analytics) async fn orders_after(
    tx: &mut TenantTx,
    after: Option<OrderId>,
    limit: i64,
) -> Result<Vec<OrderId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from orders
          where tenant_id = $1 and id > $2
          order by id limit $3",
    )
    .bind(tx.tenant_id())
    .bind(after.map_or(Uuid::nil(), OrderId::uuid))
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// Counts orders as they are now, instead of as they were counted before. The caller has locked the state.
pub(in crate::analytics) async fn count(
    tx: &mut TenantTx,
    orders: &[OrderId],
    time_zone: &str,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    add(tx, orders, -1).await?;
    sqlx::query("delete from report_entries where tenant_id = $1 and order_id = any($2)")
        .bind(tx.tenant_id())
        .bind(orders)
        .execute(tx.conn())
        .await?;
    compute(tx, orders, time_zone).await?;
    add(tx, orders, 1).await?;
    customers::count(tx, orders).await?;
    sqlx::query(
        "update report_states
            set as_of = greatest($2, as_of + interval '1 microsecond')
          where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Adds what orders add to the days, or takes it away.
async fn add(tx: &mut TenantTx, orders: &[OrderId], sign: i64) -> Result<(), DbError> {
    sqlx::query(
        "insert into report_days as d
                (tenant_id, dimension, storefront_id, currency, day, member, orders, units, net_minor,
                 shipping_minor, tax_minor, refunds_minor, disputes_minor, commission_minor, fees_minor,
                 earnings_minor)
         select e.tenant_id, e.dimension, e.storefront_id, e.currency, e.day, e.member,
                $3 * sum(e.orders)::bigint, $3 * sum(e.units)::bigint, $3 * sum(e.net_minor)::bigint,
                $3 * sum(e.shipping_minor)::bigint, $3 * sum(e.tax_minor)::bigint,
                $3 * sum(e.refunds_minor)::bigint, $3 * sum(e.disputes_minor)::bigint,
                $3 * sum(e.commission_minor)::bigint, $3 * sum(e.fees_minor)::bigint,
                $3 * sum(e.earnings_minor)::bigint
           from report_entries e
          where e.tenant_id = $1 and e.order_id = any($2)
          group by e.tenant_id, e.dimension, e.storefront_id, e.currency, e.day, e.member
         on conflict (tenant_id, dimension, day, storefront_id, currency, member) do update
            set orders = d.orders + excluded.orders,
                units = d.units + excluded.units,
                net_minor = d.net_minor + excluded.net_minor,
                shipping_minor = d.shipping_minor + excluded.shipping_minor,
                tax_minor = d.tax_minor + excluded.tax_minor,
                refunds_minor = d.refunds_minor + excluded.refunds_minor,
                disputes_minor = d.disputes_minor + excluded.disputes_minor,
                commission_minor = d.commission_minor + excluded.commission_minor,
                fees_minor = d.fees_minor + excluded.fees_minor,
                earnings_minor = d.earnings_minor + excluded.earnings_minor",
    )
    .bind(tx.tenant_id())
    .bind(orders)
    .bind(sign)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What disputes have taken of these orders' shares: the ids, and what the ledger's keys call them.
async fn takings(
    tx: &mut TenantTx,
    orders: &[OrderId],
) -> Result<(Vec<Uuid>, Vec<String>), DbError> {
    let ids: Vec<RefundId> = sqlx::query_scalar(
        "select taking.id
           from payments p
           join payment_refunds taking on taking.tenant_id = p.tenant_id and taking.payment_id = p.id
          where p.tenant_id = $1 and p.order_id = any($2)
            and exists (select from disputes d
                         where d.tenant_id = p.tenant_id and d.payment_id = p.id)",
    )
    .bind(tx.tenant_id())
    .bind(orders)
    .fetch_all(tx.conn())
    .await?;
    let named = ids.into_iter().map(|id| (id.uuid(), id.to_string()));
    Ok(named.unzip())
}

/// `moves` has all of an order's money once for each merchant, and without one what the platform bears; `goods` has
/// what is known of its products. What belongs to no product (`rest`) is a row of its own, so that the products add up
/// to the whole, and so do their categories.
const COMPUTE: &str = "\
with facts as materialized (
  select t.id, t.order_id, t.kind, t.external_key, (t.occurred_at at time zone $3)::date as day
    from ledger_transactions t
   where t.tenant_id = $1 and t.order_id = any($2)
     and t.kind in ('sale_captured', 'commission', 'provider_fee', 'refund', 'refund_failed', 'dispute_withdrawn',
                    'dispute_reinstated', 'dispute_lost', 'dispute_loss_undone')
), postings as materialized (
  select f.order_id, f.kind, f.day, a.code, a.owner_id, p.amount
    from facts f
    join ledger_postings p on p.tenant_id = $1 and p.transaction_id = f.id
    join ledger_accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
), sales as materialized (
  select o.id as order_id,
         coalesce((select min(f.day) from facts f where f.order_id = o.id and f.kind = 'sale_captured'),
                  case when o.total_minor = 0 then (o.paid_at at time zone $3)::date end) as day
    from orders o
   where o.tenant_id = $1 and o.id = any($2)
), returns as materialized (
  select f.order_id, f.day, f.kind, r.id as refund_id
    from facts f
    join payment_refunds r on r.tenant_id = $1 and r.provider_id = split_part(f.external_key, ':', 2)
   where f.kind in ('refund', 'refund_failed')
  union all
  select f.order_id, f.day, f.kind, taking.id
    from facts f
    join unnest($4::uuid[], $5::text[]) as taking (id, name) on taking.name = split_part(f.external_key, ':', 3)
   where f.kind in ('dispute_lost', 'dispute_loss_undone')
), moves (order_id, day, merchant_id, orders, units, net, shipping, tax, refunds, disputes, commission, fees, earnings)
   as materialized (
  select s.order_id, s.day, share.merchant_id, 1,
         (select sum(l.quantity) from order_lines l
           where l.tenant_id = $1 and l.order_id = s.order_id and l.merchant_id = share.merchant_id),
         share.goods_net_minor, share.shipping_net_minor, share.goods_tax_minor + share.shipping_tax_minor, 0, 0, 0, 0, 0
    from sales s
    join order_shares share on share.tenant_id = $1 and share.order_id = s.order_id
   where s.day is not null
  union all
  select r.order_id, r.day, part.merchant_id, 0, 0, 0, 0, 0,
         case r.kind when 'refund' then part.gross_minor when 'refund_failed' then -part.gross_minor else 0 end,
         case r.kind when 'dispute_lost' then part.gross_minor when 'dispute_loss_undone' then -part.gross_minor else 0 end,
         case r.kind when 'refund_failed' then 0 when 'dispute_loss_undone' then part.commission_minor
                     else -part.commission_minor end, 0, 0
    from returns r
    join payment_refund_shares part on part.tenant_id = $1 and part.refund_id = r.refund_id
  union all
  select p.order_id, p.day, p.owner_id, 0, 0, 0, 0, 0, 0,
         case when p.code = 'dispute_loss' then p.amount else 0 end,
         case when p.code = 'merchant_payable' and p.kind = 'commission' then p.amount else 0 end,
         case when p.code = 'merchant_payable' and p.kind = 'provider_fee'
                or p.code = 'merchant_receivable' and p.kind in ('dispute_withdrawn', 'dispute_reinstated')
              then p.amount else 0 end,
         case when p.code in ('merchant_payable', 'merchant_receivable') then -p.amount else 0 end
    from postings p
   where p.code in ('dispute_loss', 'merchant_payable', 'merchant_receivable')
), totals as materialized (
  select m.order_id, m.day, max(m.orders) as orders, sum(m.units) as units, sum(m.net) as net,
         sum(m.shipping) as shipping, sum(m.tax) as tax, sum(m.refunds) as refunds, sum(m.disputes) as disputes,
         sum(m.commission) as commission, sum(m.fees) as fees, sum(m.earnings) as earnings
    from moves m
   group by m.order_id, m.day
), goods (order_id, day, product_id, orders, units, net, tax, refunds) as materialized (
  select s.order_id, s.day, l.product_id, 1, l.quantity, l.net_minor, l.tax_minor, 0
    from sales s
    join order_lines l on l.tenant_id = $1 and l.order_id = s.order_id
   where s.day is not null
  union all
  select r.order_id, r.day, l.product_id, 0, 0, 0, 0,
         case r.kind when 'refund' then given.net_minor + given.tax_minor
                     else -(given.net_minor + given.tax_minor) end
    from returns r
    join refund_lines given on given.tenant_id = $1 and given.refund_id = r.refund_id
    join order_lines l on l.tenant_id = given.tenant_id and l.id = given.line_id
   where r.kind in ('refund', 'refund_failed')
), rest as materialized (
  select t.order_id, t.day, t.net - coalesce(g.net, 0) as net, t.shipping, t.tax - coalesce(g.tax, 0) as tax,
         t.refunds - coalesce(g.refunds, 0) as refunds, t.disputes, t.commission, t.fees, t.earnings
    from totals t
    left join (select order_id, day, sum(net) as net, sum(tax) as tax, sum(refunds) as refunds
                 from goods group by order_id, day) g on g.order_id = t.order_id and g.day = t.day
), kinds as materialized (
  select distinct on (pc.product_id) pc.product_id, pc.category_id
    from product_categories pc
    join categories c on c.tenant_id = pc.tenant_id and c.id = pc.category_id
   where pc.tenant_id = $1 and pc.product_id in (select g.product_id from goods g)
   order by pc.product_id, c.depth desc, c.id
), kinds_of_goods (order_id, day, category_id, orders, units, net, shipping, tax, refunds, disputes, commission, fees,
         earnings) as (
  select g.order_id, g.day, k.category_id, g.orders, g.units, g.net, 0, g.tax, g.refunds, 0, 0, 0, 0
    from goods g
    left join kinds k on k.product_id = g.product_id
  union all
  select r.order_id, r.day, null, 0, 0, r.net, r.shipping, r.tax, r.refunds, r.disputes, r.commission, r.fees,
         r.earnings
    from rest r
), counted (order_id, dimension, member, day, orders, units, net, shipping, tax, refunds, disputes, commission, fees,
         earnings) as (
  select t.order_id, 'country', coalesce(o.shipping_address->>'country', ''), t.day, t.orders, t.units, t.net,
         t.shipping, t.tax, t.refunds, t.disputes, t.commission, t.fees, t.earnings
    from totals t
    join orders o on o.tenant_id = $1 and o.id = t.order_id
  union all
  select m.order_id, 'merchant', coalesce(m.merchant_id::text, ''), m.day, max(m.orders), sum(m.units), sum(m.net),
         sum(m.shipping), sum(m.tax), sum(m.refunds), sum(m.disputes), sum(m.commission), sum(m.fees), sum(m.earnings)
    from moves m
   group by m.order_id, m.merchant_id, m.day
  union all
  select g.order_id, 'product', g.product_id::text, g.day, max(g.orders), sum(g.units), sum(g.net), 0, sum(g.tax),
         sum(g.refunds), 0, 0, 0, 0
    from goods g
   group by g.order_id, g.product_id, g.day
  union all
  select r.order_id, 'product', '', r.day, 0, 0, r.net, r.shipping, r.tax, r.refunds, r.disputes, r.commission,
         r.fees, r.earnings
    from rest r
  union all
  select k.order_id, 'category', coalesce(k.category_id::text, ''), k.day, max(k.orders), sum(k.units), sum(k.net),
         sum(k.shipping), sum(k.tax), sum(k.refunds), sum(k.disputes), sum(k.commission), sum(k.fees), sum(k.earnings)
    from kinds_of_goods k
   group by k.order_id, k.category_id, k.day
)
insert into report_entries
       (tenant_id, order_id, dimension, member, day, storefront_id, currency, orders, units, net_minor, shipping_minor,
        tax_minor, refunds_minor, disputes_minor, commission_minor, fees_minor, earnings_minor)
select $1, r.order_id, r.dimension, r.member, r.day, o.storefront_id, o.currency, r.orders, r.units, r.net, r.shipping,
       r.tax, r.refunds, r.disputes, r.commission, r.fees, r.earnings
  from counted r
  join orders o on o.tenant_id = $1 and o.id = r.order_id";

/// Writes down what orders add to the days.
///
/// A sale belongs to the day on which the money came; a refund, a lost dispute and a fee to the day of their own.
async fn compute(tx: &mut TenantTx, orders: &[OrderId], time_zone: &str) -> Result<(), DbError> {
    let (takings, names) = takings(tx, orders).await?;
    sqlx::query(COMPUTE)
        .bind(tx.tenant_id())
        .bind(orders)
        .bind(time_zone)
        .bind(takings)
        .bind(names)
        .execute(tx.conn())
        .await?;
    Ok(())
}
