//! Lists of orders.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{OrderId, ProductId, UserId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

use crate::orders::terms::Search;
use crate::orders::{ListOrders, OrderFulfillment, OrderStatus, OrderSummary, PaymentStatus};

/// Orders by what stands in themselves, and what else is wanted of them. The order of the list is one of the
/// statement's own: planned with its parameters, nothing is left of what was not asked for. What other tables say is asked
/// of each order as it comes (`exists` would be answered for all orders before the first is shown).
const LIST: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders o
      where tenant_id = $1
        and ($2::uuid is null or case
              when $4 = 'oldest' then id > $2
              when $4 = 'payment_status'
                then payment_status >= $5 and (payment_status > $5 or id < $2)
              when $4 = 'fulfillment_status'
                then fulfillment_status >= $5 and (fulfillment_status > $5 or id < $2)
              when $4 = 'largest'
                then total_minor <= $5::bigint and (total_minor < $5::bigint or id < $2)
              else id < $2 end)
        and (archived_at is not null) = $6
        and ($7::text is null or status = $7) and ($8::text is null or payment_status = $8)
        and ($9::text is null or fulfillment_status = $9)
        and ($10::timestamptz is null or placed_at >= $10)
        and ($11::timestamptz is null or placed_at < $11)
        and ($12::uuid is null or id >= $12) and ($13::uuid is null or id < $13)
        and ($14::uuid is null or user_id = $14) and ($15::uuid is null or storefront_id = $15)
        and ($16::text is null or country = $16) and ($17::text is null or currency = $17)
        and ($18::bigint is null or total_minor >= $18)
        and ($19::bigint is null or total_minor <= $19)
        and ($20::bigint is null or number = $20)
        and ($21::text is null
             or (select true from order_tags t
                  where t.tenant_id = $1 and t.order_id = o.id and t.tag = $21 limit 1))
        and ($22::uuid is null
             or (select true from order_lines l
                  where l.tenant_id = $1 and l.order_id = o.id and l.product_id = $22 limit 1))
        and ($23::uuid is null
             or (select true from order_shares s
                  where s.tenant_id = $1 and s.order_id = o.id and s.merchant_id = $23 limit 1))
      order by case when $4 = 'payment_status' then payment_status
                    when $4 = 'fulfillment_status' then fulfillment_status end,
               case when $4 = 'largest' then total_minor end desc,
               case when $4 = 'oldest' then id end, id desc
      limit $3";

/// The same among those that another table knows: so that Postgres may begin with that. Of $24 to $29 one thing is
/// given, or what one search looks for.
const LIST_OF: &str =
    "select id, number, status, payment_status, fulfillment_status, email, currency, total_minor,
            refunded_minor, placed_at
       from orders o
      where tenant_id = $1
        and ($2::uuid is null or case
              when $4 = 'oldest' then id > $2
              when $4 = 'payment_status'
                then payment_status >= $5 and (payment_status > $5 or id < $2)
              when $4 = 'fulfillment_status'
                then fulfillment_status >= $5 and (fulfillment_status > $5 or id < $2)
              when $4 = 'largest'
                then total_minor <= $5::bigint and (total_minor < $5::bigint or id < $2)
              else id < $2 end)
        and (archived_at is not null) = $6
        and ($7::text is null or status = $7) and ($8::text is null or payment_status = $8)
        and ($9::text is null or fulfillment_status = $9)
        and ($10::timestamptz is null or placed_at >= $10)
        and ($11::timestamptz is null or placed_at < $11)
        and ($12::uuid is null or id >= $12) and ($13::uuid is null or id < $13)
        and ($14::uuid is null or user_id = $14) and ($15::uuid is null or storefront_id = $15)
        and ($16::text is null or country = $16) and ($17::text is null or currency = $17)
        and ($18::bigint is null or total_minor >= $18)
        and ($19::bigint is null or total_minor <= $19)
        and ($20::bigint is null or number = $20)
        and ($21::text is null
             or (select true from order_tags t
                  where t.tenant_id = $1 and t.order_id = o.id and t.tag = $21 limit 1))
        and ($22::uuid is null
             or (select true from order_lines l
                  where l.tenant_id = $1 and l.order_id = o.id and l.product_id = $22 limit 1))
        and ($23::uuid is null
             or (select true from order_shares s
                  where s.tenant_id = $1 and s.order_id = o.id and s.merchant_id = $23 limit 1))
        and id in (select t.order_id from order_terms t
                    where t.tenant_id = $1 and t.term >= $24 and t.term < $25
                   union all
                   select t.order_id from order_terms t
                    where t.tenant_id = $1 and t.term = any ($26::text[])
                   union all
                   select e.id from orders e
                    where e.tenant_id = $1 and e.email collate \"C\" >= $24
                      and e.email collate \"C\" < $25
                   union all
                   select n.id from orders n where n.tenant_id = $1 and n.number = $27
                   union all
                   select t.order_id from order_tags t where t.tenant_id = $1 and t.tag = $28
                   union all
                   select l.order_id from order_lines l
                    where l.tenant_id = $1 and l.product_id = $29)
      order by case when $4 = 'payment_status' then payment_status
                    when $4 = 'fulfillment_status' then fulfillment_status end,
               case when $4 = 'largest' then total_minor end desc,
               case when $4 = 'oldest' then id end, id desc
      limit $3";

#[derive(sqlx::FromRow)]
struct SummaryRow {
    id: OrderId,
    number: i64,
    status: OrderStatus,
    payment_status: PaymentStatus,
    fulfillment_status: OrderFulfillment,
    email: Email,
    currency: Currency,
    total_minor: i64,
    refunded_minor: i64,
    placed_at: OffsetDateTime,
}

impl From<SummaryRow> for OrderSummary {
    fn from(row: SummaryRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            status: row.status,
            payment_status: row.payment_status,
            fulfillment_status: row.fulfillment_status,
            email: row.email,
            total: Money::new(row.total_minor, row.currency),
            refunded: Money::new(row.refunded_minor, row.currency),
            placed_at: row.placed_at,
        }
    }
}

/// What a list begins with that is not in the orders themselves.
#[derive(Default)]
struct Begin {
    search: Search,
    tag: Option<String>,
    product_id: Option<ProductId>,
}

/// A list does not begin with a tag or a product that more orders have: then the next order that has it is near.
const FEW: i64 = 50_000;

impl Begin {
    /// Takes it out of what is wanted: a search, or else a product or a tag that few orders have.
    async fn of(
        tx: &mut TenantTx,
        query: &mut ListOrders,
        search: Option<Search>,
    ) -> Result<Option<Self>, DbError> {
        if let Some(search) = search {
            return Ok(Some(Self {
                search,
                ..Self::default()
            }));
        }
        if query.product_id.is_none() && query.tag.is_none() {
            return Ok(None);
        }
        let (with_product, with_tag) = how_many(tx, query).await?;
        let is_few = |count: i64| count < FEW;
        let product_id = query.product_id.take_if(|_| is_few(with_product));
        let is_by_tag = product_id.is_none() && is_few(with_tag);
        let tag = query.tag.take_if(|_| is_by_tag);
        Ok((product_id.is_some() || tag.is_some()).then(|| Self {
            tag,
            product_id,
            ..Self::default()
        }))
    }
}

/// How many lines have the product and how many orders the tag that are wanted, as far as [`FEW`].
async fn how_many(tx: &mut TenantTx, query: &ListOrders) -> Result<(i64, i64), DbError> {
    Ok(sqlx::query_as(
        "select (select count(*) from (select from order_lines
                                        where tenant_id = $1 and product_id = $2 limit $4) l),
                (select count(*) from (select from order_tags
                                        where tenant_id = $1 and tag = $3 limit $4) t)",
    )
    .bind(tx.tenant_id())
    .bind(query.product_id)
    .bind(query.tag.as_deref())
    .bind(FEW)
    .fetch_one(tx.conn())
    .await?)
}

/// Orders in the wanted order, `limit` of them.
///
/// Planned anew each time: a filter that is not given falls away, and an index of one that is is used.
pub(in crate::orders) async fn list(
    tx: &mut TenantTx,
    mut query: ListOrders,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let search = query.search.as_deref().and_then(Search::of);
    // A number alone is in the order itself.
    let number = search.as_ref().filter(|search| search.is_number());
    let number = number.and_then(|search| search.number);
    let search = search.filter(|_| number.is_none());
    let begin = Begin::of(tx, &mut query, search).await?;
    let (first, last) = query.id_bounds();
    let after = query.after.as_ref();
    let mut rows = sqlx::query_as(if begin.is_some() { LIST_OF } else { LIST })
        .persistent(false)
        .bind(tx.tenant_id())
        .bind(after.map(|after| after.id))
        .bind(limit)
        .bind(query.sort)
        .bind(after.map(|after| after.key.as_str()))
        .bind(query.is_archived)
        .bind(query.status)
        .bind(query.payment_status)
        .bind(query.fulfillment_status)
        .bind(query.placed_from)
        .bind(query.placed_before)
        .bind(first)
        .bind(last)
        .bind(query.customer_id)
        .bind(query.storefront_id)
        .bind(query.country.as_deref())
        .bind(query.currency)
        .bind(query.total_from)
        .bind(query.total_to)
        .bind(number)
        .bind(query.tag.as_deref())
        .bind(query.product_id)
        .bind(query.merchant_id);
    if let Some(begin) = begin {
        let (from, to) = begin.search.beginning.unzip();
        rows = rows
            .bind(from)
            .bind(to)
            .bind(begin.search.terms)
            .bind(begin.search.number)
            .bind(begin.tag)
            .bind(begin.product_id);
    }
    let rows: Vec<SummaryRow> = rows.fetch_all(tx.planning_anew().await?).await?;
    Ok(rows.into_iter().map(OrderSummary::from).collect())
}

/// The newest orders of an account first, `limit` of them.
pub(in crate::orders) async fn list_of(
    tx: &mut TenantTx,
    user_id: UserId,
    after: Option<OrderId>,
    limit: i64,
) -> Result<Vec<OrderSummary>, DbError> {
    let rows: Vec<SummaryRow> = sqlx::query_as(
        "select id, number, status, payment_status, fulfillment_status, email, currency,
                total_minor, refunded_minor, placed_at
           from orders
          where tenant_id = $1 and user_id = $2 and ($3::uuid is null or id < $3)
          order by id desc
          limit $4",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(after)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(OrderSummary::from).collect())
}
