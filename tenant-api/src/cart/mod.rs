//! Carts: what a shopper is about to buy.

mod answers;

use domain::cart::{AddLine, ChangeLine, Patch, UpdateCart};
use gateway::{ApiResult, CartToken, Id, Invalid, Visitor};
use kernel::FieldFault;
use kernel::contact::Email;
use kernel::goods::Quantity;
use kernel::ids::{CartId, CartLineId, ShippingOptionId, VariantId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::MaybeUndefined;
use poem_openapi::{ApiResponse, Object, OpenApi};

use self::answers::{Cart, ShippingOption, ShippingOptionPage};
use crate::json::Address;
use crate::{App, Tag};

pub(crate) struct CartApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Carts")]
impl CartApi {
    /// Create a cart
    ///
    /// The answer holds the cart's token: later calls send it as `Cart-Token`. It is shown once.
    #[oai(
        path = "/carts",
        method = "post",
        operation_id = "storefront_create_cart"
    )]
    async fn create_cart(&self, visitor: Visitor) -> ApiResult<CartCreated> {
        let made = self.0.carts.create(visitor.caller()).await?;
        let mut cart = Cart::from(made.cart);
        cart.token = Some(made.token);
        Ok(CartCreated::Created(Json(cart)))
    }

    /// Show the cart
    ///
    /// At today's prices and taxes. `requirements` tells what is missing before it can be ordered.
    #[oai(
        path = "/carts/:cart_id",
        method = "get",
        operation_id = "storefront_get_cart"
    )]
    async fn get_cart(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
    ) -> ApiResult<Json<Cart>> {
        let (id, token) = (cart_id.0.0, &token.0.key);
        let cart = self.0.carts.get(visitor.caller(), id, token).await?;
        Ok(Json(cart.into()))
    }

    /// Add to the cart
    ///
    /// The same variant again adds up in one line. More than there is is refused with
    /// `insufficient_stock`, and `available` tells how many could be had.
    #[oai(
        path = "/carts/:cart_id/lines",
        method = "post",
        operation_id = "storefront_add_cart_line"
    )]
    async fn add_line(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
        body: Json<AddCartLine>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0.0)?;
        let token = &token.0.key;
        let cart = self
            .0
            .carts
            .add_line(visitor.caller(), token, command)
            .await?;
        Ok(Json(cart.into()))
    }

    /// Change a line
    ///
    /// A quantity of 0 removes it.
    #[oai(
        path = "/carts/:cart_id/lines/:line_id",
        method = "patch",
        operation_id = "storefront_change_cart_line"
    )]
    async fn change_line(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
        line_id: Path<Id<CartLineId>>,
        body: Json<ChangeCartLine>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0.0, line_id.0.0)?;
        let token = &token.0.key;
        let cart = self
            .0
            .carts
            .change_line(visitor.caller(), token, command)
            .await?;
        Ok(Json(cart.into()))
    }

    /// Change the cart
    ///
    /// Fields that are absent stay as they are; `null` empties a field.
    #[oai(
        path = "/carts/:cart_id",
        method = "patch",
        operation_id = "storefront_update_cart"
    )]
    async fn update_cart(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
        body: Json<ChangeCart>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0.0)?;
        let token = &token.0.key;
        let cart = self
            .0
            .carts
            .update(visitor.caller(), token, command)
            .await?;
        Ok(Json(cart.into()))
    }

    /// List the cart's shipping options
    ///
    /// Those that take this cart, to the country of its address when it has one.
    #[oai(
        path = "/carts/:cart_id/shipping-options",
        method = "get",
        operation_id = "storefront_list_shipping_options"
    )]
    async fn shipping_options(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<Id<CartId>>,
    ) -> ApiResult<Json<ShippingOptionPage>> {
        let (id, token) = (cart_id.0.0, &token.0.key);
        let options = self
            .0
            .carts
            .shipping_options(visitor.caller(), id, token)
            .await?;
        Ok(Json(ShippingOptionPage {
            data: options.into_iter().map(ShippingOption::from).collect(),
            has_more: false,
        }))
    }
}

/// A cart was made.
#[derive(ApiResponse)]
enum CartCreated {
    /// The cart, with its token.
    #[oai(status = 201)]
    Created(Json<Cart>),
}

/// More of a variant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AddCartLine {
    /// What to add.
    variant_id: Id<VariantId>,
    /// How many.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl AddCartLine {
    fn into_command(self, cart_id: CartId) -> Result<AddLine, Invalid> {
        Ok(AddLine {
            cart_id,
            variant_id: self.variant_id.0,
            quantity: quantity(self.quantity)?,
        })
    }
}

/// Another quantity.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeCartLine {
    /// How many the line should hold; 0 removes it.
    #[oai(validator(minimum(value = "0"), maximum(value = "999")))]
    quantity: i64,
}

impl ChangeCartLine {
    fn into_command(self, cart_id: CartId, line_id: CartLineId) -> Result<ChangeLine, Invalid> {
        let quantity = match self.quantity {
            0 => None,
            number => Some(quantity(number)?),
        };
        Ok(ChangeLine {
            cart_id,
            line_id,
            quantity,
        })
    }
}

fn quantity(number: i64) -> Result<Quantity, Invalid> {
    Quantity::parse(number).map_err(|why| Invalid::field("/quantity", "out_of_range", why))
}

/// Who buys, where it goes and how it gets there.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeCart {
    /// Whom to write to; `null` empties it.
    #[oai(validator(max_length = 254))]
    email: MaybeUndefined<String>,
    /// Where it goes; `null` empties it.
    shipping_address: MaybeUndefined<Address>,
    /// One of the cart's shipping options; `null` empties it.
    shipping_option_id: MaybeUndefined<Id<ShippingOptionId>>,
}

impl ChangeCart {
    fn into_command(self, cart_id: CartId) -> Result<UpdateCart, Invalid> {
        let mut faults = Vec::new();
        let email = parsed(self.email, &mut faults, |text| {
            Email::parse(&text)
                .map_err(|why| vec![FieldFault::new("/email", "malformed", why.rule)])
        });
        let shipping_address = parsed(self.shipping_address, &mut faults, Address::parse);
        let shipping_option_id = parsed(self.shipping_option_id, &mut faults, |id| Ok(id.0));
        if !faults.is_empty() {
            return Err(Invalid::fields(faults));
        }
        Ok(UpdateCart {
            cart_id,
            email,
            shipping_address,
            shipping_option_id,
        })
    }
}

fn parsed<T, P>(
    field: MaybeUndefined<T>,
    faults: &mut Vec<FieldFault>,
    parse: impl FnOnce(T) -> Result<P, Vec<FieldFault>>,
) -> Patch<P> {
    match field {
        MaybeUndefined::Undefined => Patch::Keep,
        MaybeUndefined::Null => Patch::Clear,
        MaybeUndefined::Value(value) => match parse(value) {
            Ok(value) => Patch::Set(value),
            Err(found) => {
                faults.extend(found);
                Patch::Keep
            }
        },
    }
}
