//! The statements of accounts' carts, and of what guests' carts leave to them.

use db::{DbError, TenantTx};
use kernel::contact::{Email, PostalAddress};
use kernel::ids::{CartId, CartLineId, SessionId, StorefrontId, UserId, VariantId};
use kernel::{Currency, ports::Ids};
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::cart::model::CartLine;
use crate::cart::takeover::TakeoverRule;

/// So many tokens of a cart are good for one session; the oldest ends when there is another.
const MOST_TOKENS: i64 = 10;

/// The cart of an account at a storefront, which is made if there is none; nothing when there is no such
/// storefront.
pub(in crate::cart) async fn own(
    tx: &mut TenantTx,
    (storefront_id, user_id): (StorefrontId, UserId),
    new_id: CartId,
    now: OffsetDateTime,
) -> Result<Option<CartId>, DbError> {
    sqlx::query(
        "insert into carts (tenant_id, id, storefront_id, user_id, token_hash, currency, created_at,
                            updated_at)
         select $1, $2, $3, $4, $5, currency, $6, $6
           from storefronts
          where tenant_id = $1 and id = $3
         on conflict (tenant_id, user_id, storefront_id)
            where user_id is not null and status <> 'completed' do nothing",
    )
    .bind(tx.tenant_id())
    .bind(new_id)
    .bind(storefront_id)
    .bind(user_id)
    // Of a token that nobody has: each session is given its own.
    .bind(Ids::token_hash(&Ids.token()))
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(sqlx::query_scalar(
        "select id from carts
          where tenant_id = $1 and user_id = $2 and storefront_id = $3 and status <> 'completed'",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Makes a token good for a cart, as long as the session is.
pub(in crate::cart) async fn put_token(
    tx: &mut TenantTx,
    (cart_id, session_id): (CartId, SessionId),
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "delete from cart_tokens
          where tenant_id = $1 and token_hash in (
                select token_hash from cart_tokens
                 where tenant_id = $1 and session_id = $2
                 order by created_at desc
                offset $3)",
    )
    .bind(tx.tenant_id())
    .bind(session_id)
    .bind(MOST_TOKENS - 1)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "insert into cart_tokens (tenant_id, cart_id, token_hash, session_id, created_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(tx.tenant_id())
    .bind(cart_id)
    .bind(token_hash)
    .bind(session_id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Locks two carts, always in the same order.
pub(in crate::cart) async fn lock_both(
    tx: &mut TenantTx,
    carts: [CartId; 2],
) -> Result<(), DbError> {
    sqlx::query(
        "select id from carts where tenant_id = $1 and id = any($2) order by id for update",
    )
    .bind(tx.tenant_id())
    .bind(carts.as_slice())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Keeps lines as they are shown now, and takes others out; opens the cart if its lock has run out.
pub(in crate::cart) async fn put_lines(
    tx: &mut TenantTx,
    cart_id: CartId,
    (kept, gone): (&[&CartLine], &[CartLineId]),
    now: OffsetDateTime,
) -> Result<(), DbError> {
    let column = |of: fn(&CartLine) -> String| kept.iter().map(|line| of(line)).collect::<Vec<_>>();
    let ids: Vec<CartLineId> = kept.iter().map(|line| line.id).collect();
    let variants: Vec<VariantId> = kept.iter().map(|line| line.variant_id).collect();
    let quantities: Vec<i32> = kept.iter().map(|line| line.quantity).collect();
    let prices: Vec<i64> = kept.iter().map(|line| line.shown_price_minor).collect();
    sqlx::query(
        "with touched as (
           update carts
              set version = version + 1, updated_at = $3, status = 'open', completing_until = null
            where tenant_id = $1 and id = $2
         ), gone as (
           delete from cart_lines where tenant_id = $1 and cart_id = $2 and id = any($4::uuid[])
         )
         insert into cart_lines
                (tenant_id, id, cart_id, variant_id, quantity, title, variant_title,
                 unit_price_minor)
         select $1, id, $2, variant_id, quantity, title, variant_title, price_minor
           from unnest($5::uuid[], $6::uuid[], $7::int[], $8::text[], $9::text[], $10::bigint[])
                as line (id, variant_id, quantity, title, variant_title, price_minor)
         on conflict (tenant_id, cart_id, variant_id) do update
            set quantity = excluded.quantity, title = excluded.title,
                variant_title = excluded.variant_title,
                unit_price_minor = excluded.unit_price_minor",
    )
    .bind(tx.tenant_id())
    .bind(cart_id)
    .bind(now)
    .bind(gone)
    .bind(ids)
    .bind(variants)
    .bind(quantities)
    .bind(column(|line| line.title.clone()))
    .bind(column(|line| line.variant_title.clone()))
    .bind(prices)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes everything out of a cart that another one has now.
pub(in crate::cart) async fn empty(
    tx: &mut TenantTx,
    id: CartId,
    now: OffsetDateTime,
) -> Result<(), DbError> {
    sqlx::query(
        "with gone as (
           delete from cart_lines where tenant_id = $1 and cart_id = $2
         )
         update carts
            set email = null, shipping_address = null, billing_address = null,
                shipping_option_id = null, version = version + 1, updated_at = $3, status = 'open',
                completing_until = null
          where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A cart of an account as it is kept.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::cart) struct KeptCart {
    pub(in crate::cart) id: CartId,
    pub(in crate::cart) storefront_id: StorefrontId,
    pub(in crate::cart) currency: Currency,
    pub(in crate::cart) email: Option<Email>,
    pub(in crate::cart) shipping_address: Option<Json<PostalAddress>>,
    pub(in crate::cart) billing_address: Option<Json<PostalAddress>>,
    pub(in crate::cart) updated_at: OffsetDateTime,
}

/// The carts of an account, the newest first. Storefronts are few.
pub(in crate::cart) async fn of_account(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<Vec<KeptCart>, DbError> {
    Ok(sqlx::query_as(
        "select id, storefront_id, currency, email, shipping_address, billing_address, updated_at
           from carts
          where tenant_id = $1 and user_id = $2 and status <> 'completed'
          order by id desc
          limit 100",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
    .await?)
}

/// What holds when a guest's cart is taken over.
pub(in crate::cart) async fn rule(tx: &mut TenantTx) -> Result<TakeoverRule, DbError> {
    let found: Option<TakeoverRule> =
        sqlx::query_scalar("select takeover_rule from cart_settings where tenant_id = $1")
            .bind(tx.tenant_id())
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.unwrap_or(TakeoverRule::Sum))
}

pub(in crate::cart) async fn set_rule(
    tx: &mut TenantTx,
    rule: TakeoverRule,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into cart_settings (tenant_id, takeover_rule)
         values ($1, $2)
         on conflict (tenant_id) do update set takeover_rule = excluded.takeover_rule",
    )
    .bind(tx.tenant_id())
    .bind(rule)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes a person who is gone out of the carts with their address, and out of those of their account. One that
/// is being paid for keeps the address until it is an order, or forgotten with its last change.
pub(crate) async fn forget_person(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<(), DbError> {
    sqlx::query(
        "update carts
            set email = null, shipping_address = null, billing_address = null, version = version + 1
          where tenant_id = $1 and email = $2 and status <> 'completing'",
    )
    .bind(tx.tenant_id())
    .bind(email.as_str())
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update carts
            set email = null, shipping_address = null, billing_address = null, version = version + 1
          where tenant_id = $1 and user_id = $2 and status <> 'completing'",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .execute(tx.conn())
    .await?;
    sqlx::query("update carts set user_id = null where tenant_id = $1 and user_id = $2")
        .bind(tx.tenant_id())
        .bind(user_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
