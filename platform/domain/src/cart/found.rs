//! Finding a cart with its token, and giving it lines and prices.

use std::collections::HashMap;

use db::TenantTx;
use kernel::contact::{Email, PostalAddress};
use kernel::ids::{CartId, OrderId, StorefrontId, UserId, VariantId};
use kernel::ports::Ids;
use kernel::{Caller, Currency};
use subtle::ConstantTimeEq;
use time::OffsetDateTime;

use super::model::{ShippingOption, parcel, quote_lines};
use super::store::{self, HeadRow};
use super::{Cart, CartError, CartLine, CartStatus};
use crate::pricing::TaxRule;
use crate::{catalog, inventory};

/// A cart without its lines, reached with its own token.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) id: CartId,
    pub(crate) storefront_id: StorefrontId,
    pub(super) storefront_name: String,
    pub(super) user_id: Option<UserId>,
    pub(crate) status: CartStatus,
    pub(super) order_id: Option<OrderId>,
    pub(super) currency: Currency,
    pub(super) tax: TaxRule,
    pub(super) tax_name: String,
    pub(super) email: Option<Email>,
    pub(super) shipping_address: Option<PostalAddress>,
    pub(super) billing_address: Option<PostalAddress>,
    pub(super) option: Option<ShippingOption>,
}

impl Found {
    pub(super) fn with(self, mut lines: Vec<CartLine>) -> Result<Cart, CartError> {
        let parcel = parcel(&lines, self.shipping_address.as_ref());
        let shipping = self.option.as_ref().map(|option| option.chosen(parcel));
        let quote = quote_lines(&mut lines, shipping.as_ref(), self.tax)?;
        Ok(Cart {
            id: self.id,
            storefront_id: self.storefront_id,
            storefront_name: self.storefront_name,
            status: self.status,
            order_id: self.order_id,
            currency: self.currency,
            tax: self.tax,
            tax_name: self.tax_name,
            email: self.email,
            shipping_address: self.shipping_address,
            billing_address: self.billing_address,
            shipping,
            lines,
            quote,
        })
    }
}

/// The caller's cart.
pub(super) async fn find(
    tx: &mut TenantTx,
    caller: &Caller,
    id: CartId,
    token: &str,
    now: OffsetDateTime,
) -> Result<Found, CartError> {
    let storefront_id = caller.storefront_id().ok_or(CartError::NotFound(id))?;
    let hash = Ids::token_hash(token);
    let row = store::find(tx, (id, &hash), storefront_id, now).await?;
    check(row, (id, storefront_id), &hash, now)
}

/// The caller's cart; nobody else can change it until the transaction ends.
pub(crate) async fn lock(
    tx: &mut TenantTx,
    caller: &Caller,
    id: CartId,
    token: &str,
    now: OffsetDateTime,
) -> Result<Found, CartError> {
    let storefront_id = caller.storefront_id().ok_or(CartError::NotFound(id))?;
    let hash = Ids::token_hash(token);
    let row = store::find_and_lock(tx, (id, &hash), storefront_id, now).await?;
    check(row, (id, storefront_id), &hash, now)
}

/// A cart whose owner is known, whatever it is reached with.
pub(super) async fn known(
    tx: &mut TenantTx,
    (id, storefront_id): (CartId, StorefrontId),
    now: OffsetDateTime,
) -> Result<Found, CartError> {
    let row = store::find(tx, (id, &[]), storefront_id, now).await?;
    let row = row.ok_or(CartError::NotFound(id))?;
    Ok(found(row, (id, storefront_id), now))
}

/// Gives a cart its lines, and everything today's price.
pub(crate) async fn price(tx: &mut TenantTx, found: Found) -> Result<Cart, CartError> {
    let lines = store::lines(tx, found.id).await?;
    assemble(tx, found, lines).await
}

/// Row-level security keeps tenants apart, not shoppers: what a cart is reached with is its token,
/// compared in a time that does not tell how much of it was right; or, of an account's cart, one that a
/// session of the account was given.
fn check(
    row: Option<HeadRow>,
    (id, storefront_id): (CartId, StorefrontId),
    token_hash: &[u8],
    now: OffsetDateTime,
) -> Result<Found, CartError> {
    let row = row
        .filter(|row| bool::from(row.token_hash.ct_eq(token_hash)) || row.is_opened)
        .ok_or(CartError::NotFound(id))?;
    Ok(found(row, (id, storefront_id), now))
}

fn found(row: HeadRow, (id, storefront_id): (CartId, StorefrontId), now: OffsetDateTime) -> Found {
    let status = match (row.status.as_str(), row.completing_until) {
        ("completed", _) => CartStatus::Completed,
        ("completing", Some(until)) if until > now => CartStatus::Completing,
        _ => CartStatus::Open,
    };
    Found {
        id,
        storefront_id,
        storefront_name: row.storefront_name,
        user_id: row.user_id,
        status,
        order_id: row.order_id,
        currency: row.currency,
        tax: TaxRule {
            is_included: row.tax_included,
            rate_ppm: row.tax_rate_ppm,
        },
        tax_name: row.tax_name,
        email: row.email,
        shipping_address: row.shipping_address.map(|address| address.0),
        billing_address: row.billing_address.map(|address| address.0),
        option: row.option.into_option(),
    }
}

/// Gives `lines` what is sold today, and the cart its totals.
pub(super) async fn assemble(
    tx: &mut TenantTx,
    found: Found,
    mut lines: Vec<CartLine>,
) -> Result<Cart, CartError> {
    if !lines.is_empty() {
        // The cart's prices are its owner's, whoever asks.
        tx.see_as(found.user_id).await?;
        let variants: Vec<VariantId> = lines.iter().map(|line| line.variant_id).collect();
        let mut offers: HashMap<VariantId, catalog::Sellable> =
            catalog::sellable(tx, &variants, found.currency)
                .await?
                .into_iter()
                .map(|offer| (offer.variant_id, offer))
                .collect();
        // What the cart's own order holds back is there for this cart.
        let held = match found.order_id {
            Some(order_id) => inventory::held(tx, order_id).await?,
            None => HashMap::new(),
        };
        for line in &mut lines {
            line.offer = offers.remove(&line.variant_id);
            let stock = line.offer.as_ref().and_then(|offer| offer.stock);
            let mine = held.get(&line.variant_id).copied().unwrap_or(0);
            line.available = stock
                .and_then(inventory::Stock::sellable)
                .map(|units| units + i64::from(mine));
        }
    }
    found.with(lines)
}
