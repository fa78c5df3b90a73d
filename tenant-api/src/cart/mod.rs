//! Carts: what a shopper is about to buy.

mod answers;

use domain::cart::{AddLine, CartError, ChangeLine, UpdateCart};
use domain::inventory::InventoryError;
use domain::pricing::PricingError;
use gateway::{Address, ApiResult, Buyer, CartToken, Contract, Invalid, List, Visitor};
use kernel::contact::Email;
use kernel::goods::Quantity;
use kernel::ids::{AddressId, CartId, CartLineId, ShippingOptionId, VariantId};
use kernel::{Change, FieldFault, Permission};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use self::answers::{Cart, ShippingOption};
use crate::{App, Tag};

pub(crate) struct CartApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_create_cart").needs(&[Permission::CartsWrite]),
    Contract::of("storefront_get_cart")
        .needs(&[Permission::CartsWrite])
        .fails(&[PricingError::TOTAL_TOO_LARGE]),
    Contract::of("storefront_add_cart_line")
        .needs(&[Permission::CartsWrite])
        .fails(&[
            CartError::CART_LOCKED,
            CartError::CART_FULL,
            CartError::QUANTITY_TOO_LARGE,
            CartError::VARIANT_NOT_FOUND,
            InventoryError::INSUFFICIENT_STOCK,
            PricingError::TOTAL_TOO_LARGE,
        ]),
    Contract::of("storefront_change_cart_line")
        .needs(&[Permission::CartsWrite])
        .fails(&[
            CartError::CART_LOCKED,
            CartError::VARIANT_NOT_FOUND,
            InventoryError::INSUFFICIENT_STOCK,
            PricingError::TOTAL_TOO_LARGE,
        ]),
    Contract::of("storefront_update_cart")
        .for_shoppers_too()
        .needs(&[Permission::CartsWrite])
        .fails(&[
            CartError::CART_LOCKED,
            CartError::SHIPPING_OPTION_NOT_FOUND,
            CartError::ADDRESS_NOT_FOUND,
            PricingError::TOTAL_TOO_LARGE,
        ]),
    Contract::of("storefront_list_shipping_options")
        .needs(&[Permission::CartsWrite])
        .fails(&[PricingError::TOTAL_TOO_LARGE]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Carts")]
impl CartApi {
    /// Create a cart
    ///
    /// The response holds the cart's token, once: later requests send it as the header `Cart-Token`.
    #[oai(
        path = "/carts",
        method = "post",
        operation_id = "storefront_create_cart"
    )]
    async fn create_cart(&self, visitor: Visitor) -> ApiResult<CartCreated> {
        let made = self.0.carts.create(visitor.caller()).await?;
        let location = format!("/storefront/v1/carts/{}", made.cart.id);
        let mut cart = Cart::from(made.cart);
        cart.token = Some(made.token);
        Ok(CartCreated::Created(Json(cart), location))
    }

    /// Show the cart
    ///
    /// With current prices and taxes. `requirements` lists what is missing before checkout.
    #[oai(
        path = "/carts/:cart_id",
        method = "get",
        operation_id = "storefront_get_cart"
    )]
    async fn get_cart(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<CartId>,
    ) -> ApiResult<Json<Cart>> {
        let (id, token) = (cart_id.0, &token.0.key);
        let cart = self.0.carts.get(visitor.caller(), id, token).await?;
        Ok(Json(cart.into()))
    }

    /// Add a line
    ///
    /// Adding a variant again increases its line's quantity. Returns 409 `insufficient_stock` if too few are
    /// left; `available` says how many are.
    #[oai(
        path = "/carts/:cart_id/lines",
        method = "post",
        operation_id = "storefront_add_cart_line"
    )]
    async fn add_line(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<CartId>,
        body: Json<AddCartLine>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0)?;
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
    /// A quantity of 0 removes the line.
    #[oai(
        path = "/carts/:cart_id/lines/:line_id",
        method = "patch",
        operation_id = "storefront_change_cart_line"
    )]
    async fn change_line(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<CartId>,
        line_id: Path<CartLineId>,
        body: Json<ChangeCartLine>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0, line_id.0)?;
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
    /// Absent fields do not change; `null` clears a field. A signed-in shopper, whose access token is sent
    /// as `Authorization: Bearer …` beside the cart's token, can name addresses of the address book. The
    /// cart keeps a copy: later changes of the address book do not change it.
    #[oai(
        path = "/carts/:cart_id",
        method = "patch",
        operation_id = "storefront_update_cart"
    )]
    async fn update_cart(
        &self,
        buyer: Buyer,
        token: CartToken,
        cart_id: Path<CartId>,
        body: Json<ChangeCart>,
    ) -> ApiResult<Json<Cart>> {
        let command = body.0.into_command(cart_id.0)?;
        let token = &token.0.key;
        let cart = self.0.carts.update(buyer.caller(), token, command).await?;
        Ok(Json(cart.into()))
    }

    /// List the cart's shipping options
    ///
    /// Options for the cart's weight and, once it has an address, its country.
    #[oai(
        path = "/carts/:cart_id/shipping-options",
        method = "get",
        operation_id = "storefront_list_shipping_options"
    )]
    async fn shipping_options(
        &self,
        visitor: Visitor,
        token: CartToken,
        cart_id: Path<CartId>,
    ) -> ApiResult<Json<List<ShippingOption>>> {
        let (id, token) = (cart_id.0, &token.0.key);
        let options = self
            .0
            .carts
            .shipping_options(visitor.caller(), id, token)
            .await?;
        Ok(Json(List::of(options)))
    }
}

/// Response of create-cart.
#[derive(ApiResponse)]
enum CartCreated {
    /// The cart, with its token.
    #[oai(status = 201)]
    Created(
        Json<Cart>,
        /// URL of the cart.
        #[oai(header = "Location")]
        String,
    ),
}

/// A line to add.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AddCartLine {
    /// Variant to add.
    variant_id: VariantId,
    /// Quantity to add, 1 to 999.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl AddCartLine {
    fn into_command(self, cart_id: CartId) -> Result<AddLine, Invalid> {
        Ok(AddLine {
            cart_id,
            variant_id: self.variant_id,
            quantity: quantity(self.quantity)?,
        })
    }
}

/// A change of quantity.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeCartLine {
    /// New quantity; 0 removes the line.
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

/// Fields to change.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeCart {
    /// Contact e-mail; `null` clears it.
    #[oai(validator(max_length = 254))]
    email: Change<String>,
    /// Shipping address; `null` clears it.
    shipping_address: Change<Address>,
    /// Shipping address from the signed-in shopper's address book, in place of `shipping_address`.
    shipping_address_id: Option<AddressId>,
    /// Billing address; `null` clears it, and the shipping address is billed.
    billing_address: Change<Address>,
    /// Billing address from the signed-in shopper's address book, in place of `billing_address`.
    billing_address_id: Option<AddressId>,
    /// One of the cart's shipping options; `null` clears it.
    shipping_option_id: Change<ShippingOptionId>,
}

impl ChangeCart {
    fn into_command(self, cart_id: CartId) -> Result<UpdateCart, Invalid> {
        let mut faults = Vec::new();
        let email = parsed(self.email, &mut faults, |text| {
            Email::parse(&text)
                .map_err(|why| vec![FieldFault::new("/email", "malformed", why.rule)])
        });
        let shipping_address = parsed(self.shipping_address, &mut faults, |address| {
            address.parse("/shipping_address")
        });
        let billing_address = parsed(self.billing_address, &mut faults, |address| {
            address.parse("/billing_address")
        });
        if !faults.is_empty() {
            return Err(Invalid::fields(faults));
        }
        Ok(UpdateCart {
            cart_id,
            email,
            shipping_address,
            shipping_address_id: self.shipping_address_id,
            billing_address,
            billing_address_id: self.billing_address_id,
            shipping_option_id: self.shipping_option_id,
        })
    }
}

/// What `parse` makes of a field; what is wrong with it is added to `faults`.
fn parsed<T, P>(
    field: Change<T>,
    faults: &mut Vec<FieldFault>,
    parse: impl FnOnce(T) -> Result<P, Vec<FieldFault>>,
) -> Change<P> {
    field.try_map(parse).unwrap_or_else(|found| {
        faults.extend(found);
        Change::Keep
    })
}
