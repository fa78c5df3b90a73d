//! The statements of carts.

mod accounts;
mod options;

use db::{DbError, TenantTx};
use kernel::Currency;
use kernel::contact::{Email, PostalAddress};
use kernel::ids::{CartId, CartLineId, OrderId, ShippingOptionId, StorefrontId, UserId};
use sqlx::types::Json;
use time::OffsetDateTime;

use self::options::OptionRow;
use super::model::CartLine;

pub(crate) use accounts::forget_person;
pub(super) use accounts::{
    empty, lock_both, of_account, own, put_lines, put_token, rule, set_rule,
};
pub(super) use options::options;

/// A cart without its lines, with what its storefront and its shipping option say.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct HeadRow {
    pub(super) token_hash: Vec<u8>,
    /// Whether the token is one that a session of the cart's account was given.
    pub(super) is_opened: bool,
    pub(super) user_id: Option<UserId>,
    pub(super) currency: Currency,
    pub(super) email: Option<Email>,
    pub(super) shipping_address: Option<Json<PostalAddress>>,
    pub(super) billing_address: Option<Json<PostalAddress>>,
    pub(super) status: String,
    pub(super) completing_until: Option<OffsetDateTime>,
    pub(super) order_id: Option<OrderId>,
    pub(super) storefront_name: String,
    pub(super) tax_included: bool,
    pub(super) tax_rate_ppm: i32,
    pub(super) tax_name: String,
    #[sqlx(flatten)]
    pub(super) option: OptionRow,
}

/// What a new cart takes from its storefront.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct CreatedRow {
    pub(super) name: String,
    pub(super) currency: String,
    pub(super) tax_included: bool,
    pub(super) tax_rate_ppm: i32,
    pub(super) tax_name: String,
}

/// Makes an empty cart; nothing when there is no such storefront.
pub(super) async fn create(
    tx: &mut TenantTx,
    id: CartId,
    storefront_id: StorefrontId,
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Option<CreatedRow>, DbError> {
    Ok(sqlx::query_as(
        "with shop as (
           select name, currency, tax_included, tax_rate_ppm, tax_name
             from storefronts
            where tenant_id = $1 and id = $3
         ), made as (
           insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at,
                              updated_at)
           select $1, $2, $3, $4, currency, $5, $5 from shop
         )
         select name, currency, tax_included, tax_rate_ppm, tax_name from shop",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(storefront_id)
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

pub(super) async fn find(
    tx: &mut TenantTx,
    (id, token_hash): (CartId, &[u8]),
    storefront_id: StorefrontId,
    now: OffsetDateTime,
) -> Result<Option<HeadRow>, DbError> {
    Ok(sqlx::query_as(
        "select c.token_hash, c.user_id,
                exists (select
                          from cart_tokens t
                          join sessions e on e.tenant_id = $1 and e.id = t.session_id
                         where t.tenant_id = $1 and t.cart_id = c.id and t.token_hash = $4
                           and e.expires_at > $5) as is_opened,
                c.currency, c.email, c.shipping_address, c.billing_address, c.status,
                c.completing_until, c.order_id, s.name as storefront_name, s.tax_included,
                s.tax_rate_ppm, s.tax_name, o.id as option_id, o.name as option_name,
                o.price_minor, o.tiers, o.countries
           from carts c
           join storefronts s on s.tenant_id = $1 and s.id = c.storefront_id
           left join shipping_options o
             on o.tenant_id = $1 and o.id = c.shipping_option_id and o.currency = c.currency
          where c.tenant_id = $1 and c.id = $2 and c.storefront_id = $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(storefront_id)
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?)
}

/// The same row, with the option that the cart says by itself.
#[derive(Debug, sqlx::FromRow)]
struct LockedRow {
    #[sqlx(flatten)]
    head: HeadRow,
    shipping_option_id: Option<ShippingOptionId>,
}

/// The same, and nobody else can change the cart until the transaction ends.
///
/// Whoever had to wait for the row sees what is in it by then, but what was joined to it is of
/// before: an option that was chosen meanwhile is read once more.
pub(super) async fn find_and_lock(
    tx: &mut TenantTx,
    (id, token_hash): (CartId, &[u8]),
    storefront_id: StorefrontId,
    now: OffsetDateTime,
) -> Result<Option<HeadRow>, DbError> {
    let row: Option<LockedRow> = sqlx::query_as(
        "select c.token_hash, c.user_id,
                exists (select
                          from cart_tokens t
                          join sessions e on e.tenant_id = $1 and e.id = t.session_id
                         where t.tenant_id = $1 and t.cart_id = c.id and t.token_hash = $4
                           and e.expires_at > $5) as is_opened,
                c.currency, c.email, c.shipping_address, c.billing_address, c.status,
                c.completing_until, c.order_id, s.name as storefront_name, s.tax_included,
                s.tax_rate_ppm, s.tax_name, o.id as option_id, o.name as option_name,
                o.price_minor, o.tiers, o.countries, c.shipping_option_id
           from carts c
           join storefronts s on s.tenant_id = $1 and s.id = c.storefront_id
           left join shipping_options o
             on o.tenant_id = $1 and o.id = c.shipping_option_id and o.currency = c.currency
          where c.tenant_id = $1 and c.id = $2 and c.storefront_id = $3
            for update of c",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(storefront_id)
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    let Some(mut row) = row else {
        return Ok(None);
    };
    if row.shipping_option_id != row.head.option.option_id {
        row.head.option = options::chosen_option(tx, id).await?;
    }
    Ok(Some(row.head))
}

/// The lines of a cart as they were left, without an offer.
pub(super) async fn lines(tx: &mut TenantTx, id: CartId) -> Result<Vec<CartLine>, DbError> {
    Ok(sqlx::query_as(
        "select id, variant_id, quantity, title, variant_title, unit_price_minor
           from cart_lines
          where tenant_id = $1 and cart_id = $2
          order by id",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_all(tx.conn())
    .await?)
}

/// Keeps a line as it is shown, and opens the cart if its lock has run out.
pub(super) async fn put_line(
    tx: &mut TenantTx,
    cart_id: CartId,
    line: &CartLine,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with touched as (
           update carts
              set version = version + 1, updated_at = $8, status = 'open', completing_until = null
            where tenant_id = $1 and id = $2
         )
         insert into cart_lines
                (tenant_id, id, cart_id, variant_id, quantity, title, variant_title,
                 unit_price_minor)
         values ($1, $3, $2, $4, $5, $6, $7, $9)
         on conflict (tenant_id, cart_id, variant_id) do update
            set quantity = excluded.quantity, title = excluded.title,
                variant_title = excluded.variant_title,
                unit_price_minor = excluded.unit_price_minor",
    )
    .bind(tx.tenant_id())
    .bind(cart_id)
    .bind(line.id)
    .bind(line.variant_id)
    .bind(line.quantity)
    .bind(&line.title)
    .bind(&line.variant_title)
    .bind(now)
    .bind(line.shown_price_minor)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Removes a line, and opens the cart if its lock has run out.
pub(super) async fn remove_line(
    tx: &mut TenantTx,
    cart_id: CartId,
    line_id: CartLineId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with touched as (
           update carts
              set version = version + 1, updated_at = $4, status = 'open', completing_until = null
            where tenant_id = $1 and id = $2
         )
         delete from cart_lines where tenant_id = $1 and cart_id = $2 and id = $3",
    )
    .bind(tx.tenant_id())
    .bind(cart_id)
    .bind(line_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who buys, who is billed and how it gets there.
#[derive(Debug)]
pub(super) struct Details<'a> {
    pub(super) email: Option<&'a Email>,
    pub(super) shipping_address: Option<&'a PostalAddress>,
    pub(super) billing_address: Option<&'a PostalAddress>,
    pub(super) option_id: Option<ShippingOptionId>,
}

/// Keeps who buys and how it gets there, and opens the cart if its lock has run out.
pub(super) async fn update(
    tx: &mut TenantTx,
    id: CartId,
    details: Details<'_>,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update carts
            set email = $3, shipping_address = $4, shipping_option_id = $5, billing_address = $7,
                version = version + 1, updated_at = $6, status = 'open', completing_until = null
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(details.email.map(Email::as_str))
    .bind(details.shipping_address.map(Json))
    .bind(details.option_id)
    .bind(now)
    .bind(details.billing_address.map(Json))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Locks a cart that became `order_id` until `until`: it is being paid for.
pub(crate) async fn start_completing(
    tx: &mut TenantTx,
    id: CartId,
    order_id: OrderId,
    until: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "update carts
            set status = 'completing', completing_until = $4, order_id = $3
          where tenant_id = $1 and id = $2 and status <> 'completed'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(order_id)
    .bind(until)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Opens a cart again, if it still waits for the payment of `order_id`.
pub(crate) async fn reopen(
    tx: &mut TenantTx,
    id: CartId,
    order_id: OrderId,
) -> Result<(), DbError> {
    sqlx::query(
        "update carts
            set status = 'open', completing_until = null
          where tenant_id = $1 and id = $2 and order_id = $3 and status = 'completing'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(order_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Closes a cart for good, because `order_id` is paid.
pub(crate) async fn complete(
    tx: &mut TenantTx,
    id: CartId,
    order_id: OrderId,
) -> Result<(), DbError> {
    sqlx::query(
        "update carts
            set status = 'completed', completing_until = null, order_id = $3
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(order_id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Makes everybody else wait who would change a cart.
pub(crate) async fn lock_row(tx: &mut TenantTx, id: CartId) -> Result<(), DbError> {
    sqlx::query("select id from carts where tenant_id = $1 and id = $2 for update")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
