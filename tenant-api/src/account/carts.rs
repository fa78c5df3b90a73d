//! The cart of a shopper's account, and what a guest's cart leaves to it.

use domain::cart::{self, CartSide, LeftOut, LeftOutReason, TakeoverOutcome, TakeoverRule};
use domain::identity;
use gateway::{ApiResult, Contract, Invalid, Shopper};
use kernel::contact::PostalAddress;
use kernel::ids::{CartId, StorefrontId, VariantId};
use kernel::{Caller, Currency, Permission};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::answers::ShopperSession;
use crate::{App, Tag};

pub(crate) struct AccountCartApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("storefront_open_account_cart").needs(&[Permission::AccountManage])];

impl App {
    /// The answer to a sign-in: the session, and what became of the guest's cart if there was one.
    pub(super) async fn welcome(
        &self,
        visitor: &Caller,
        session: identity::ShopperSession,
        guest: Option<cart::GuestCart>,
    ) -> ApiResult<ShopperSession> {
        let Some(guest) = guest else {
            return Ok(session.into());
        };
        let shopper = self.identity.caller_of(visitor, &session)?;
        let cart = self.carts.open_own(&shopper, Some(guest)).await?;
        Ok(ShopperSession::from(session).with_cart(cart.into()))
    }
}

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl AccountCartApi {
    /// Open the account's cart
    ///
    /// The account's cart on this storefront, which is created if there is none, with a token for this session: it is
    /// good as long as the session is, and ten of them are. With `guest_cart`, what is in that cart moves to the
    /// account's by the store's rule, as at sign-in; sending it again moves nothing twice. Show the cart with
    /// `GET /storefront/v1/carts/{cart_id}`.
    #[oai(
        path = "/cart",
        method = "post",
        operation_id = "storefront_open_account_cart"
    )]
    async fn open(
        &self,
        shopper: Shopper,
        body: Json<OpenAccountCart>,
    ) -> ApiResult<Json<AccountCart>> {
        let guest = GuestCart::parse(body.0.guest_cart)?;
        let cart = self.0.carts.open_own(shopper.caller(), guest).await?;
        Ok(Json(cart.into()))
    }
}

/// A guest's cart to take over, if there is one.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OpenAccountCart {
    /// Cart to take over.
    guest_cart: Option<GuestCart>,
}

/// The cart that a guest had.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct GuestCart {
    /// Cart id.
    id: CartId,
    /// The cart's access token.
    #[oai(validator(max_length = 128))]
    token: String,
}

impl GuestCart {
    pub(super) fn parse(sent: Option<Self>) -> Result<Option<cart::GuestCart>, Invalid> {
        let Some(Self { id, token }) = sent else {
            return Ok(None);
        };
        let is_token = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_token {
            Ok(Some(cart::GuestCart { id, token }))
        } else {
            let rule = "the 64 hexadecimal digits that came with the cart";
            Err(Invalid::field("/guest_cart/token", "malformed", rule))
        }
    }
}

/// The cart of an account.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct AccountCart {
    /// Cart id.
    id: CartId,
    /// Access token of the cart for this session, sent as the header `Cart-Token`.
    token: String,
    /// What became of the guest's cart; absent if none was sent.
    takeover: Option<CartTakeover>,
}

/// What became of a guest's cart.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CartTakeover {
    /// What became of it.
    outcome: TakeoverOutcome,
    /// The store's rule.
    rule: TakeoverRule,
    /// Units that are not in the account's cart, with the reason; a line may be named twice.
    left_out: Vec<CartLeftOut>,
}

/// Units that are not in the account's cart.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CartLeftOut {
    /// Variant.
    variant_id: VariantId,
    /// Product title.
    title: String,
    /// Variant title; empty for a product with one variant.
    variant_title: String,
    /// Whose cart they were in.
    side: CartSide,
    /// How many there would have been in the line.
    wanted: i32,
    /// How many there are; 0 when there is no line.
    kept: i32,
    /// Why.
    reason: LeftOutReason,
}

impl From<cart::AccountCart> for AccountCart {
    fn from(cart: cart::AccountCart) -> Self {
        let cart::AccountCart {
            id,
            token,
            takeover,
        } = cart;
        Self {
            id,
            token,
            takeover: takeover.map(|takeover| CartTakeover {
                outcome: takeover.outcome,
                rule: takeover.rule,
                left_out: takeover.left_out.into_iter().map(Into::into).collect(),
            }),
        }
    }
}

impl From<LeftOut> for CartLeftOut {
    fn from(left_out: LeftOut) -> Self {
        let LeftOut {
            variant_id,
            title,
            variant_title,
            side,
            wanted,
            kept,
            reason,
        } = left_out;
        Self {
            variant_id,
            title,
            variant_title,
            side,
            wanted,
            kept,
            reason,
        }
    }
}

/// A cart of the account, as it is kept.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct ExportedCart {
    /// Cart id.
    id: CartId,
    /// Storefront that it is on.
    storefront_id: StorefrontId,
    /// Currency.
    currency: Currency,
    /// Contact e-mail; absent until it is set.
    email: Option<String>,
    /// Shipping address; absent until it is set.
    shipping_address: Option<gateway::Address>,
    /// Billing address; absent when it is the shipping address.
    billing_address: Option<gateway::Address>,
    /// Lines, in the order in which they were added.
    lines: Vec<ExportedCartLine>,
    /// When it was last changed.
    updated_at: OffsetDateTime,
}

/// A line of an exported cart.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ExportedCartLine {
    /// Variant.
    variant_id: VariantId,
    /// Product title.
    title: String,
    /// Variant title; empty for a product with one variant.
    variant_title: String,
    /// Quantity.
    quantity: i32,
}

impl From<cart::KeptCart> for ExportedCart {
    fn from(cart: cart::KeptCart) -> Self {
        let address = |address: Option<PostalAddress>| address.map(gateway::Address::from);
        let lines = cart.lines.into_iter();
        let lines = lines.map(
            |(variant_id, title, variant_title, quantity)| ExportedCartLine {
                variant_id,
                title,
                variant_title,
                quantity,
            },
        );
        Self {
            id: cart.id,
            storefront_id: cart.storefront_id,
            currency: cart.currency,
            email: cart.email.map(|email| email.as_str().to_owned()),
            shipping_address: address(cart.shipping_address),
            billing_address: address(cart.billing_address),
            lines: lines.collect(),
            updated_at: cart.updated_at,
        }
    }
}
