//! The cart of an account, and what a guest's cart leaves to it when its shopper signs in.

use db::TenantTx;
use kernel::contact::{Email, PostalAddress};
use kernel::ids::{CartId, CartLineId, SessionId, StorefrontId, UserId, VariantId};
use kernel::ports::Ids;
use kernel::{Actor, Caller, Currency, Permission};
use time::OffsetDateTime;

use super::found::{Found, assemble, find, known};
use super::takeover::{CartSide, LeftOut, LeftOutReason, Plan, TakeoverRule, Wanted, plan};
use super::{Cart, CartError, CartLine, CartStatus, Carts, store};
use crate::{catalog, identity};

kernel::words! {
    /// What became of a guest's cart: `taken_over`; `already_own`, it is the account's cart; `not_found`, there is
    /// none for this token; `completed`, it was paid for, or `locked`, it or the account's cart is being paid for;
    /// `total_too_large`, together they come to more than a cart can. Only `taken_over` changes something.
    pub enum TakeoverOutcome as "CartTakeoverOutcome" {
        /// Its lines are in the account's cart, but for those that are left out.
        TakenOver = "taken_over",
        /// It is the account's cart.
        AlreadyOwn = "already_own",
        /// No guest has such a cart.
        NotFound = "not_found",
        /// It was paid for.
        Completed = "completed",
        /// One of the carts is being paid for.
        Locked = "locked",
        /// Together they come to too much.
        TotalTooLarge = "total_too_large",
    }
}

/// The cart that a guest had, and its token.
#[derive(Debug, Clone)]
pub struct GuestCart {
    /// The cart.
    pub id: CartId,
    /// What it is reached with.
    pub token: String,
}

/// The cart of an account.
#[derive(Debug, Clone)]
pub struct AccountCart {
    /// The cart.
    pub id: CartId,
    /// What the session reaches it with. Only its hash is kept.
    pub token: String,
    /// What became of the guest's cart, if there was one.
    pub takeover: Option<Takeover>,
}

/// What became of a guest's cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeover {
    /// What became of it.
    pub outcome: TakeoverOutcome,
    /// The tenant's rule.
    pub rule: TakeoverRule,
    /// What is not in the account's cart.
    pub left_out: Vec<LeftOut>,
}

/// A cart of an account as it is kept, without prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCart {
    /// The cart.
    pub id: CartId,
    /// Where it is.
    pub storefront_id: StorefrontId,
    /// Its currency.
    pub currency: Currency,
    /// Whom to write to.
    pub email: Option<Email>,
    /// Where it goes.
    pub shipping_address: Option<PostalAddress>,
    /// Who is billed.
    pub billing_address: Option<PostalAddress>,
    /// What is in it: variant, product's title, variant's title, units.
    pub lines: Vec<(VariantId, String, String, i32)>,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

impl Carts {
    /// The cart of the caller's account in this storefront, which is made if there is none, with a token for the
    /// caller's session. What is in a guest's cart goes into it by the tenant's rule.
    pub async fn open_own(
        &self,
        caller: &Caller,
        guest: Option<GuestCart>,
    ) -> Result<AccountCart, CartError> {
        let (user_id, session_id) = owner(caller)?;
        let storefront_id = caller.storefront_id().ok_or(CartError::NoStorefront)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let new_id = CartId::from_uuid(self.ids.uuid());
        // An account that is gone has no cart, and no session either.
        if !identity::hold_account(&mut tx, user_id).await? {
            return Err(CartError::NotFound(new_id));
        }
        let id = store::own(&mut tx, (storefront_id, user_id), new_id, now)
            .await?
            .ok_or(CartError::NotFound(new_id))?;
        let token = self.ids.token();
        store::put_token(&mut tx, (id, session_id), &Ids::token_hash(&token), now).await?;
        let Some(guest) = guest else {
            tx.commit().await?;
            return Ok(AccountCart {
                id,
                token,
                takeover: None,
            });
        };
        let rule = store::rule(&mut tx).await?;
        let guest = guests(&mut tx, caller, &guest, (user_id, now)).await?;
        let (outcome, left_out) = match guest {
            Ok(guest_id) => {
                let carts = (id, guest_id);
                self.take_over(&mut tx, (storefront_id, carts), rule, now)
                    .await?
            }
            Err(outcome) => (outcome, Vec::new()),
        };
        tx.commit().await?;
        metrics::counter!("cart_takeovers_total", "outcome" => outcome.name()).increment(1);
        Ok(AccountCart {
            id,
            token,
            takeover: Some(Takeover {
                outcome,
                rule,
                left_out,
            }),
        })
    }

    /// The carts of the caller's account, as they are kept.
    pub async fn kept(&self, caller: &Caller) -> Result<Vec<KeptCart>, CartError> {
        let user_id = caller.account(Permission::AccountManage)?;
        let mut tx = self.db.begin(caller).await?;
        let mut kept = Vec::new();
        for cart in store::of_account(&mut tx, user_id).await? {
            let lines = store::lines(&mut tx, cart.id).await?.into_iter();
            let lines = lines.map(|it| (it.variant_id, it.title, it.variant_title, it.quantity));
            kept.push(KeptCart {
                id: cart.id,
                storefront_id: cart.storefront_id,
                currency: cart.currency,
                email: cart.email,
                shipping_address: cart.shipping_address.map(|address| address.0),
                billing_address: cart.billing_address.map(|address| address.0),
                lines: lines.collect(),
                updated_at: cart.updated_at,
            });
        }
        Ok(kept)
    }

    /// Which rule holds when a guest's cart is taken over.
    pub async fn takeover_rule(&self, caller: &Caller) -> Result<TakeoverRule, CartError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::rule(&mut tx).await?)
    }

    /// Replaces that rule.
    pub async fn set_takeover_rule(
        &self,
        caller: &Caller,
        rule: TakeoverRule,
    ) -> Result<(), CartError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        store::set_rule(&mut tx, rule).await?;
        Ok(tx.commit().await?)
    }

    /// Puts what is in a guest's cart into an account's, in the caller's transaction.
    async fn take_over(
        &self,
        tx: &mut TenantTx,
        (storefront_id, (own_id, guest_id)): (StorefrontId, (CartId, CartId)),
        rule: TakeoverRule,
        now: OffsetDateTime,
    ) -> Result<(TakeoverOutcome, Vec<LeftOut>), CartError> {
        store::lock_both(tx, [own_id, guest_id]).await?;
        let mut own = known(tx, (own_id, storefront_id), now).await?;
        let guest = known(tx, (guest_id, storefront_id), now).await?;
        match (own.status, guest.status) {
            (CartStatus::Open, CartStatus::Open) => {}
            (_, CartStatus::Completed) => return Ok((TakeoverOutcome::Completed, Vec::new())),
            _ => return Ok((TakeoverOutcome::Locked, Vec::new())),
        }
        let own_lines = store::lines(tx, own_id).await?;
        let guest_lines = store::lines(tx, guest_id).await?;
        let mut planned = plan(rule, own_lines, guest_lines);
        for wanted in planned.wanted.iter_mut().filter(|it| it.own == 0) {
            wanted.line.id = CartLineId::from_uuid(self.ids.uuid());
        }
        let guests_currency = guest.currency;
        adopt(&mut own, guest);
        let lines = planned.wanted.iter().map(|it| it.line.clone()).collect();
        let cart = match assemble(tx, own, lines).await {
            Ok(cart) => cart,
            Err(CartError::Pricing(_)) => {
                return Ok((TakeoverOutcome::TotalTooLarge, Vec::new()));
            }
            Err(error) => return Err(error),
        };
        let details = store::Details {
            email: cart.email.as_ref(),
            shipping_address: cart.shipping_address.as_ref(),
            billing_address: cart.billing_address.as_ref(),
            option_id: cart.shipping.as_ref().map(|chosen| chosen.id),
        };
        store::update(tx, own_id, details, now).await?;
        let kept = settle(tx, &mut planned, cart, guests_currency).await?;
        let kept: Vec<&CartLine> = kept.iter().collect();
        store::put_lines(tx, own_id, (&kept, &planned.gone), now).await?;
        store::empty(tx, guest_id, now).await?;
        Ok((TakeoverOutcome::TakenOver, planned.left_out))
    }
}

fn owner(caller: &Caller) -> Result<(UserId, SessionId), CartError> {
    let user_id = caller.account(Permission::AccountManage)?;
    match caller.actor() {
        Actor::Shopper(_, session_id) => Ok((user_id, session_id)),
        Actor::Anonymous
        | Actor::Staff(_)
        | Actor::ApiKey(_)
        | Actor::Operator(_)
        | Actor::System => Err(CartError::NoStorefront),
    }
}

/// The guest's cart that this is, or why nothing is taken over. Another account's cart is nobody's here, also with
/// its token: whoever used the device before is another person.
async fn guests(
    tx: &mut TenantTx,
    caller: &Caller,
    guest: &GuestCart,
    (user_id, now): (UserId, OffsetDateTime),
) -> Result<Result<CartId, TakeoverOutcome>, CartError> {
    let found = match find(tx, caller, guest.id, &guest.token, now).await {
        Ok(found) => found,
        Err(CartError::NotFound(_)) => return Ok(Err(TakeoverOutcome::NotFound)),
        Err(error) => return Err(error),
    };
    Ok(match found.user_id {
        None => Ok(found.id),
        Some(owner) if owner == user_id => Err(TakeoverOutcome::AlreadyOwn),
        Some(_) => Err(TakeoverOutcome::NotFound),
    })
}

/// Who buys and how it gets there is what the account's cart says, and where it says nothing, the guest's.
fn adopt(own: &mut Found, guest: Found) {
    own.email = own.email.take().or(guest.email);
    if own.shipping_address.is_none() {
        own.shipping_address = guest.shipping_address;
        own.billing_address = own.billing_address.take().or(guest.billing_address);
    }
    if own.currency == guest.currency {
        own.option = own.option.take().or(guest.option);
    }
}

/// The lines that the account's cart gets: as many units as can be had of what is sold in its currency. What the
/// account had itself stays, also if it cannot be bought; the cart's notices say so.
async fn settle(
    tx: &mut TenantTx,
    planned: &mut Plan,
    cart: Cart,
    guests_currency: Currency,
) -> Result<Vec<CartLine>, CartError> {
    let unsold = cart.lines.iter().filter(|line| line.offer.is_none());
    let unsold: Vec<VariantId> = unsold.map(|line| line.variant_id).collect();
    let elsewhere = if guests_currency == cart.currency || unsold.is_empty() {
        Vec::new()
    } else {
        catalog::sellable(tx, &unsold, guests_currency).await?
    };
    let mut kept = Vec::new();
    let wanted = std::mem::take(&mut planned.wanted);
    for (wanted, mut line) in wanted.iter().zip(cart.lines) {
        if wanted.guest == 0 {
            continue;
        }
        let Some(offer) = &line.offer else {
            let is_elsewhere = elsewhere.iter().any(|it| it.variant_id == line.variant_id);
            let reason = if is_elsewhere {
                LeftOutReason::OtherCurrency
            } else {
                LeftOutReason::NotSellable
            };
            let units = (wanted.line.quantity, wanted.own);
            planned
                .left_out
                .push(wanted.left_out(CartSide::Guest, units, reason));
            continue;
        };
        line.title.clone_from(&offer.title);
        line.variant_title.clone_from(&offer.variant_title);
        line.shown_price_minor = offer.unit_price_minor;
        if let Some(left) = limit_to_stock(wanted, &mut line) {
            planned.left_out.push(left);
        }
        if line.quantity > 0 {
            kept.push(line);
        }
    }
    Ok(kept)
}

/// Takes out of a line what is more than can be had; what the account had itself stays if there is nothing left.
fn limit_to_stock(wanted: &Wanted, line: &mut CartLine) -> Option<LeftOut> {
    let available = line.available?;
    let most = i32::try_from(available).unwrap_or(i32::MAX);
    if most >= line.quantity {
        return None;
    }
    let before = line.quantity;
    line.quantity = if most == 0 {
        wanted.own.min(before)
    } else {
        most
    };
    let units = (before, line.quantity);
    let reason = LeftOutReason::StockLimit;
    (line.quantity < before).then(|| wanted.left_out(wanted.side(), units, reason))
}
