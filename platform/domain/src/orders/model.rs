//! What an order is, and how it may change.

use kernel::contact::{Email, PostalAddress};
use kernel::ids::{
    CartId, MerchantId, OrderId, OrderLineId, ProductId, StorefrontId, UserId, VariantId,
};
use kernel::{Currency, Money, Seller};
use serde::Serialize;
use time::OffsetDateTime;

use super::cancellation::Cancellation;
use super::filing::Filed;
use super::fulfillment::Fulfillment;
use super::refund::Refund;
use super::returns::ReturnableLine;
use crate::pricing::{MerchantShare, TaxRule, Taxed};

kernel::words! {
    /// Order status.
    pub enum OrderStatus {
        /// Reserves its stock and awaits payment.
        PendingPayment = "pending_payment",
        /// Placed. The shopper's bank has set the money aside, and it is not captured.
        Authorized = "authorized",
        /// Paid.
        Paid = "paid",
        /// Paid, then refunded in full.
        Refunded = "refunded",
        /// Cancelled, or not paid in time. Its stock was released.
        Cancelled = "cancelled",
    }
}

impl OrderStatus {
    /// The only legal moves.
    ///
    /// A cancelled order becomes paid, or authorized, when its payment arrives late and its stock can be had once
    /// more; a refunded one is paid again when the provider could not give the money back after all.
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (
                Self::PendingPayment,
                Self::Authorized | Self::Paid | Self::Cancelled
            ) | (Self::Authorized, Self::Paid | Self::Cancelled)
                | (Self::Paid, Self::Refunded)
                | (Self::Cancelled, Self::Authorized | Self::Paid)
                | (Self::Refunded, Self::Paid)
        )
    }
}

kernel::words! {
    /// Payment status of an order.
    pub enum PaymentStatus as "OrderPaymentStatus" {
        /// Not paid.
        Unpaid = "unpaid",
        /// Authorized by the shopper's bank, and not captured.
        Authorized = "authorized",
        /// Paid in full.
        Paid = "paid",
        /// Refunded in part.
        PartiallyRefunded = "partially_refunded",
        /// Refunded in full.
        Refunded = "refunded",
    }
}

impl PaymentStatus {
    /// Where the money of an order is of which `refunded` of `total` has been given back.
    pub const fn of(total_minor: i64, refunded_minor: i64) -> Self {
        if refunded_minor == 0 {
            Self::Paid
        } else if refunded_minor < total_minor {
            Self::PartiallyRefunded
        } else {
            Self::Refunded
        }
    }
}

kernel::words! {
    /// When the money of an order is captured.
    #[derive(Default)]
    pub enum CaptureRule {
        /// When the shopper pays.
        #[default]
        Automatic = "automatic",
        /// When staff capture it.
        Manual = "manual",
        /// When every unit is shipped or cancelled, or before the authorization expires once a unit is shipped.
        OnFulfillment = "on_fulfillment",
    }
}

kernel::words! {
    /// What the provider is asked to do with an authorized payment.
    pub enum PaymentAction {
        /// To take the money.
        Capture = "capture",
        /// To let it go.
        Cancel = "cancel",
    }
}

kernel::words! {
    /// Fulfillment status of an order.
    pub enum OrderFulfillment as "OrderFulfillmentStatus" {
        /// Nothing is shipped.
        Unfulfilled = "unfulfilled",
        /// Some units are shipped.
        PartiallyFulfilled = "partially_fulfilled",
        /// Every unit is shipped.
        Fulfilled = "fulfilled",
    }
}

kernel::words! {
    /// Sort order of orders.
    #[derive(Default)]
    pub enum OrderSort {
        /// Newest first.
        #[default]
        Newest = "newest",
        /// Oldest first.
        Oldest = "oldest",
        /// By payment status in alphabetical order, newest first within a status.
        PaymentStatus = "payment_status",
        /// By fulfillment status in alphabetical order, newest first within a status.
        FulfillmentStatus = "fulfillment_status",
        /// By total, the largest first, newest first within a total. Filter by currency to compare like with like.
        Largest = "largest",
    }
}

/// An order without its lines.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Its number, which people use; counted per tenant.
    pub number: i64,
    /// Where it was placed.
    pub storefront_id: StorefrontId,
    /// The cart that it was.
    pub cart_id: CartId,
    /// What the shopper agreed to: a cart with another content has another one.
    pub quote_hash: Vec<u8>,
    /// What it is doing.
    pub status: OrderStatus,
    /// Where the money is.
    pub payment_status: PaymentStatus,
    /// How much of it is shipped.
    pub fulfillment_status: OrderFulfillment,
    /// Whom to write to.
    pub email: Email,
    /// Where it goes; none when nothing has to be shipped.
    #[sqlx(json(nullable))]
    pub shipping_address: Option<PostalAddress>,
    /// Who is billed; none in an order without any address.
    #[sqlx(json(nullable))]
    pub billing_address: Option<PostalAddress>,
    /// How it gets there, as the storefront called it.
    pub shipping_name: Option<String>,
    /// The currency of every amount.
    pub currency: Currency,
    /// How it was taxed.
    #[sqlx(flatten)]
    pub tax: TaxRule,
    /// What the tax was called.
    pub tax_name: String,
    /// What the lines cost as they were shown.
    pub items_minor: i64,
    /// What shipping cost as it was shown.
    pub shipping_minor: i64,
    /// All tax.
    pub tax_minor: i64,
    /// What the shopper pays.
    pub total_minor: i64,
    /// What of it has been given back.
    pub refunded_minor: i64,
    /// When it was placed.
    pub placed_at: OffsetDateTime,
    /// When it was paid.
    pub paid_at: Option<OffsetDateTime>,
    /// When it was cancelled.
    pub cancelled_at: Option<OffsetDateTime>,
    /// When it gives its stock back unless it is paid.
    pub expires_at: OffsetDateTime,
    /// When its money is captured.
    pub capture: CaptureRule,
    /// When its payment was authorized; none when the money was taken at once.
    pub authorized_at: Option<OffsetDateTime>,
    /// When the authorization ends.
    pub capture_before: Option<OffsetDateTime>,
    /// What the provider is being asked for. Nothing is shipped or cancelled until the answer is known.
    pub payment_action: Option<PaymentAction>,
}

impl Order {
    /// What the shopper pays.
    pub const fn total(&self) -> Money {
        Money::new(self.total_minor, self.currency)
    }

    /// Until when the shopper's bank keeps the money aside; none when it was taken, or is not to be any more.
    pub fn authorized_until(&self) -> Option<OffsetDateTime> {
        let end = self.capture_before;
        end.filter(|_| self.status == OrderStatus::Authorized)
    }
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OrderLine {
    /// Its id.
    pub id: OrderLineId,
    /// The product at the time.
    pub product_id: ProductId,
    /// The variant at the time.
    pub variant_id: VariantId,
    /// Who sold it.
    pub merchant_id: MerchantId,
    /// The same, as shoppers see it.
    #[sqlx(json)]
    pub merchant: Seller,
    /// Its stock keeping unit at the time.
    pub sku: Option<String>,
    /// The product's title at the time.
    pub title: String,
    /// The variant's title at the time.
    pub variant_title: String,
    /// Where its picture is, for [`image_address`](crate::catalog::image_address).
    pub image_key: Option<String>,
    /// How many.
    pub quantity: i32,
    /// What one cost as it was shown.
    pub unit_price_minor: i64,
    /// What the shopper pays for the line.
    #[sqlx(flatten)]
    pub taxed: Taxed,
    /// How many have been given back, or are about to be.
    pub refunded_quantity: i32,
    /// How many are shipped.
    pub fulfilled_quantity: i32,
    /// How many of these come back.
    pub returning_quantity: i32,
    /// How many are cancelled, and will not be shipped.
    pub cancelled_quantity: i32,
    /// Whether the shopper cannot return it.
    pub is_final_sale: bool,
}

impl OrderLine {
    /// How many are neither shipped nor cancelled.
    pub(crate) const fn unshipped(&self) -> i32 {
        self.quantity - self.fulfilled_quantity - self.cancelled_quantity
    }

    /// What the line cost as it was shown.
    pub fn shown_minor(&self) -> i64 {
        // The product is in the order's total, which fits.
        self.unit_price_minor
            .saturating_mul(i64::from(self.quantity))
    }
}

/// An order that is about to be placed.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// Its id.
    pub id: OrderId,
    /// Where it is placed.
    pub storefront_id: StorefrontId,
    /// The cart that it was.
    pub cart_id: CartId,
    /// What the shopper agrees to.
    pub quote_hash: Vec<u8>,
    /// The hash of what the shopper reaches it with.
    pub token_hash: Vec<u8>,
    /// Whom to write to.
    pub email: Email,
    /// Whose account the address has.
    pub user_id: Option<UserId>,
    /// A digest of where the request came from.
    pub client: Option<Vec<u8>>,
    /// Where it goes.
    pub shipping_address: Option<PostalAddress>,
    /// Who is billed.
    pub billing_address: Option<PostalAddress>,
    /// How it gets there.
    pub shipping_name: Option<String>,
    /// The currency of every amount.
    pub currency: Currency,
    /// How it is taxed.
    pub tax: TaxRule,
    /// What the tax is called.
    pub tax_name: String,
    /// What the lines cost as they are shown.
    pub items_minor: i64,
    /// What shipping costs as it is shown.
    pub shipping_minor: i64,
    /// All tax.
    pub tax_minor: i64,
    /// What the shopper pays.
    pub total_minor: i64,
    /// Its lines.
    pub lines: Vec<NewOrderLine>,
    /// Each merchant's part.
    pub shares: Vec<MerchantShare>,
    /// When it is placed.
    pub placed_at: OffsetDateTime,
    /// When it gives its stock back unless it is paid.
    pub expires_at: OffsetDateTime,
    /// When its money is captured.
    pub capture: CaptureRule,
}

/// A line of an order that is about to be placed. The names are those of the columns.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the fields are those of an order's line")]
pub struct NewOrderLine {
    pub id: uuid::Uuid,
    pub position: i32,
    pub product_id: uuid::Uuid,
    pub variant_id: uuid::Uuid,
    pub merchant_id: uuid::Uuid,
    pub sku: Option<String>,
    pub title: String,
    pub variant_title: String,
    pub image_key: Option<String>,
    pub quantity: i32,
    pub unit_price_minor: i64,
    pub net_minor: i64,
    pub tax_minor: i64,
    pub is_final_sale: bool,
}

/// An order and everything that belongs to it.
#[derive(Debug, Clone)]
pub struct OrderDetails {
    /// The order.
    pub order: Order,
    /// Its lines, in the cart's order.
    pub lines: Vec<OrderLine>,
    /// Each merchant's part.
    pub shares: Vec<MerchantShare>,
    /// What was given back, the first first.
    pub refunds: Vec<Refund>,
    /// Its parcels, the first first.
    pub fulfillments: Vec<Fulfillment>,
    /// Which units were cancelled, the first first.
    pub cancellations: Vec<Cancellation>,
    /// What staff filed it under.
    pub filed: Filed,
    /// What the shopper can return of each line.
    pub returnable: Vec<ReturnableLine>,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of an order")]
pub struct OrderSummary {
    pub id: OrderId,
    pub number: i64,
    pub status: OrderStatus,
    pub payment_status: PaymentStatus,
    pub fulfillment_status: OrderFulfillment,
    pub email: Email,
    pub total: Money,
    pub refunded: Money,
    pub placed_at: OffsetDateTime,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_that_came_stays_visible_until_it_is_given_back() {
        assert!(OrderStatus::PendingPayment.may_become(OrderStatus::Paid));
        assert!(OrderStatus::PendingPayment.may_become(OrderStatus::Cancelled));
        assert!(OrderStatus::PendingPayment.may_become(OrderStatus::Authorized));
        assert!(OrderStatus::Authorized.may_become(OrderStatus::Paid));
        assert!(OrderStatus::Authorized.may_become(OrderStatus::Cancelled));
        assert!(!OrderStatus::Authorized.may_become(OrderStatus::Refunded));
        assert!(!OrderStatus::Paid.may_become(OrderStatus::Cancelled));
        assert!(!OrderStatus::Paid.may_become(OrderStatus::PendingPayment));
        assert!(!OrderStatus::Cancelled.may_become(OrderStatus::Refunded));
        assert_eq!(PaymentStatus::of(10, 0), PaymentStatus::Paid);
        assert_eq!(PaymentStatus::of(10, 9), PaymentStatus::PartiallyRefunded);
        assert_eq!(PaymentStatus::of(10, 10), PaymentStatus::Refunded);
    }
}
