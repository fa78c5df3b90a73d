//! Carts: what a shopper is about to buy.
//!
//! Owns `carts`, `cart_lines`, `cart_tokens`, `cart_settings` and `shipping_options`. Invariants:
//! - a cart belongs to one storefront and is reached with its token only; a wrong token, another
//!   storefront's cart and an absent one all look the same;
//! - an account has one cart at a storefront that is not completed; each of its sessions is given tokens of its
//!   own for it, which end with the session. A guest's cart never becomes an account's: what is in it goes over;
//! - prices, taxes and totals are reckoned anew whenever a cart is looked at; nothing that a client
//!   sends is ever a price;
//! - what keeps a cart from becoming an order is told by [`Cart::requirements`], which the checkout
//!   asks as well;
//! - a cart that is being paid for does not change: `completing` locks it until its order is paid,
//!   its payment declined, or a few minutes have passed.
//!
//! May import `catalog`, `identity`, `inventory`, `pricing` and `tenancy`.

mod error;
mod found;
mod model;
mod own;
mod service;
mod store;
mod takeover;

pub use error::CartError;
pub(crate) use found::{lock, price};
pub use model::{
    AddLine, Cart, CartLine, CartStatus, ChangeLine, ChosenShipping, OfferedShipping, UpdateCart,
};
pub use own::{AccountCart, GuestCart, KeptCart, Takeover, TakeoverOutcome};
pub use service::{Carts, NewCart};
pub(crate) use store::{complete, forget_person, lock_row, reopen, start_completing};
pub use takeover::{CartSide, LeftOut, LeftOutReason, TakeoverRule};
