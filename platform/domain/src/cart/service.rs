//! What a shopper does with a cart.

use std::sync::Arc;

use db::{Db, DbError, TenantTx};
use kernel::contact::PostalAddress;
use kernel::goods::Quantity;
use kernel::ids::{AddressId, CartId, CartLineId, VariantId};
use kernel::ports::{Clock, Ids};
use kernel::{Actor, Caller, Change, Event, FunnelStep, Money, Permission};
use time::OffsetDateTime;

use super::found::{Found, assemble, find, lock, price};
use super::model::MAX_LINES;
use super::store;
use super::{
    AddLine, Cart, CartError, CartLine, CartStatus, ChangeLine, OfferedShipping, UpdateCart,
};
use crate::identity;
use crate::inventory::InventoryError;
use crate::pricing::TaxRule;

/// Carts, for shoppers.
#[derive(Clone)]
pub struct Carts {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Ids,
}

/// A cart that was just made.
#[derive(Debug, Clone)]
pub struct NewCart {
    /// The cart.
    pub cart: Cart,
    /// What it is reached with. Only its hash is kept: this is the one time it can be read.
    pub token: String,
}

impl Carts {
    /// Carts in `db`.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Ids) -> Self {
        Self { db, clock, ids }
    }

    /// Makes an empty cart in the caller's storefront.
    pub async fn create(&self, caller: &Caller) -> Result<NewCart, CartError> {
        caller.require(Permission::CartsWrite)?;
        let storefront_id = caller.storefront_id().ok_or(CartError::NoStorefront)?;
        let id = CartId::from_uuid(self.ids.uuid());
        let token = self.ids.token();
        let hash = Ids::token_hash(&token);
        let mut tx = self.db.begin_async_commit(caller).await?;
        let shop = store::create(&mut tx, id, storefront_id, &hash, self.clock.now())
            .await?
            .ok_or(CartError::NoStorefront)?;
        tx.commit().await?;
        let empty = Found {
            id,
            storefront_id,
            storefront_name: shop.name,
            user_id: None,
            status: CartStatus::Open,
            order_id: None,
            currency: shop.currency.parse().map_err(DbError::unreadable)?,
            tax: TaxRule {
                is_included: shop.tax_included,
                rate_ppm: shop.tax_rate_ppm,
            },
            tax_name: shop.tax_name,
            email: None,
            shipping_address: None,
            billing_address: None,
            option: None,
        };
        let cart = empty.with(Vec::new())?;
        Ok(NewCart { cart, token })
    }

    /// The cart, at today's prices.
    pub async fn get(&self, caller: &Caller, id: CartId, token: &str) -> Result<Cart, CartError> {
        caller.require(Permission::CartsWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let found = find(&mut tx, caller, id, token, self.clock.now()).await?;
        price(&mut tx, found).await
    }

    /// Puts more of a variant into the cart.
    pub async fn add_line(
        &self,
        caller: &Caller,
        token: &str,
        command: AddLine,
    ) -> Result<Cart, CartError> {
        caller.require(Permission::CartsWrite)?;
        let now = self.clock.now();
        let mut tx = self.db.begin_async_commit(caller).await?;
        let found = lock_open(&mut tx, caller, command.cart_id, token, now).await?;
        let mut lines = store::lines(&mut tx, command.cart_id).await?;
        let is_started = lines.is_empty();
        let (variant_id, storefront_id) = (command.variant_id, found.storefront_id);
        let is_full = lines.len() >= MAX_LINES;
        let line_id = match lines.iter_mut().find(|line| line.variant_id == variant_id) {
            Some(line) => {
                let sum = line.quantity.saturating_add(command.quantity.get());
                if sum > Quantity::MAX {
                    return Err(CartError::QuantityTooLarge);
                }
                line.quantity = sum;
                line.id
            }
            None if is_full => return Err(CartError::Full),
            None => {
                let id = CartLineId::from_uuid(self.ids.uuid());
                lines.push(new_line(id, variant_id, command.quantity.get()));
                id
            }
        };
        let cart = keep_line(&mut tx, found, lines, line_id, now).await?;
        if is_started {
            tx.publish(&Event::FunnelStepTaken {
                step: FunnelStep::CartStarted,
                cart_id: cart.id,
                storefront_id,
                at: now,
            })
            .await?;
        }
        tx.commit().await?;
        Ok(cart)
    }

    /// Changes how many a line holds, or removes it.
    pub async fn change_line(
        &self,
        caller: &Caller,
        token: &str,
        command: ChangeLine,
    ) -> Result<Cart, CartError> {
        caller.require(Permission::CartsWrite)?;
        let now = self.clock.now();
        let mut tx = self.db.begin_async_commit(caller).await?;
        let found = lock_open(&mut tx, caller, command.cart_id, token, now).await?;
        let mut lines = store::lines(&mut tx, command.cart_id).await?;
        let line = lines
            .iter_mut()
            .find(|line| line.id == command.line_id)
            .ok_or(CartError::LineNotFound(command.line_id))?;
        let cart = if let Some(quantity) = command.quantity {
            line.quantity = quantity.get();
            keep_line(&mut tx, found, lines, command.line_id, now).await?
        } else {
            store::remove_line(&mut tx, command.cart_id, command.line_id, now).await?;
            lines.retain(|line| line.id != command.line_id);
            assemble(&mut tx, found, lines).await?
        };
        tx.commit().await?;
        Ok(cart)
    }

    /// Says who buys, where it goes and how it gets there.
    pub async fn update(
        &self,
        caller: &Caller,
        token: &str,
        command: UpdateCart,
    ) -> Result<Cart, CartError> {
        caller.require(Permission::CartsWrite)?;
        let now = self.clock.now();
        let mut tx = self.db.begin_async_commit(caller).await?;
        let mut found = lock_open(&mut tx, caller, command.cart_id, token, now).await?;
        command.email.apply(&mut found.email);
        let shipping = (command.shipping_address, command.shipping_address_id);
        let shipping = address_of(&mut tx, caller, "shipping_address", shipping).await?;
        shipping.apply(&mut found.shipping_address);
        let billing = (command.billing_address, command.billing_address_id);
        let billing = address_of(&mut tx, caller, "billing_address", billing).await?;
        billing.apply(&mut found.billing_address);
        match command.shipping_option_id {
            Change::Keep => {}
            Change::Clear => found.option = None,
            Change::Set(wanted) => {
                let code = found.currency.code();
                let options = store::options(&mut tx, found.storefront_id, code).await?;
                let option = options.into_iter().find(|option| option.id == wanted);
                found.option = Some(option.ok_or(CartError::ShippingOptionNotFound(wanted))?);
            }
        }
        store::update(
            &mut tx,
            found.id,
            store::Details {
                email: found.email.as_ref(),
                shipping_address: found.shipping_address.as_ref(),
                billing_address: found.billing_address.as_ref(),
                option_id: found.option.as_ref().map(|option| option.id),
            },
            now,
        )
        .await?;
        let cart = price(&mut tx, found).await?;
        tx.commit().await?;
        Ok(cart)
    }

    /// The ways to ship that take the cart where it should go, and their prices.
    pub async fn shipping_options(
        &self,
        caller: &Caller,
        id: CartId,
        token: &str,
    ) -> Result<Vec<OfferedShipping>, CartError> {
        caller.require(Permission::CartsWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let found = find(&mut tx, caller, id, token, self.clock.now()).await?;
        let options = store::options(&mut tx, found.storefront_id, found.currency.code()).await?;
        let cart = price(&mut tx, found).await?;
        let parcel = cart.parcel();
        Ok(options
            .into_iter()
            .filter_map(|option| {
                let price_minor = option.price(parcel)?;
                Some(OfferedShipping {
                    id: option.id,
                    name: option.name,
                    price: Money::new(price_minor, cart.currency),
                })
            })
            .collect())
    }
}

async fn lock_open(
    tx: &mut TenantTx,
    caller: &Caller,
    id: CartId,
    token: &str,
    now: OffsetDateTime,
) -> Result<Found, CartError> {
    let found = lock(tx, caller, id, token, now).await?;
    match found.status {
        CartStatus::Open => Ok(found),
        CartStatus::Completing | CartStatus::Completed => Err(CartError::Locked),
    }
}

/// The change of an address, which is written out or named in the caller's address book.
async fn address_of(
    tx: &mut TenantTx,
    caller: &Caller,
    field: &'static str,
    (written, id): (Change<PostalAddress>, Option<AddressId>),
) -> Result<Change<PostalAddress>, CartError> {
    let Some(id) = id else {
        return Ok(written);
    };
    let saved = match caller.actor() {
        Actor::Shopper(user_id, _) => identity::saved_address(tx, user_id, id).await?,
        Actor::Anonymous
        | Actor::Staff(_)
        | Actor::ApiKey(_)
        | Actor::Operator(_)
        | Actor::System => None,
    };
    let saved = saved.ok_or(CartError::AddressNotFound(field))?;
    if written == Change::Keep {
        Ok(Change::Set(saved))
    } else {
        Err(CartError::TwoAddresses(field))
    }
}

/// Keeps the line `line_id` of `lines` as it is sold today, if it can be had.
async fn keep_line(
    tx: &mut TenantTx,
    found: Found,
    lines: Vec<CartLine>,
    line_id: CartLineId,
    now: OffsetDateTime,
) -> Result<Cart, CartError> {
    let mut cart = assemble(tx, found, lines).await?;
    let line = cart
        .lines
        .iter_mut()
        .find(|line| line.id == line_id)
        .ok_or(CartError::LineNotFound(line_id))?;
    let offer = line
        .offer
        .as_ref()
        .ok_or(CartError::VariantNotFound(line.variant_id))?;
    if let Some(available) = line.available
        && available < i64::from(line.quantity)
    {
        return Err(InventoryError::InsufficientStock {
            variant_id: line.variant_id,
            available,
        }
        .into());
    }
    line.title.clone_from(&offer.title);
    line.variant_title.clone_from(&offer.variant_title);
    line.shown_price_minor = offer.unit_price_minor;
    store::put_line(tx, cart.id, line, now).await?;
    Ok(cart)
}

fn new_line(id: CartLineId, variant_id: VariantId, quantity: i32) -> CartLine {
    CartLine {
        id,
        variant_id,
        quantity,
        title: String::new(),
        variant_title: String::new(),
        shown_price_minor: 0,
        offer: None,
        available: None,
        quoted: None,
    }
}
