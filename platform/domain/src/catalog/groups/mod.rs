//! Customer groups: shoppers with prices of their own, and with products that only they see.
//!
//! Staff put customers into groups by hand. A group has a discount on everything, and may have prices of its own for
//! single variants, which the discount does not touch. A member pays the lowest of the list price and what their
//! groups pay. A product that names groups is shown and sold to their members only: the statements of storefronts ask
//! `shown_to_shopper`, which knows the shopper from the transaction.

mod manage;
mod members;
mod pricing;
mod store;
mod visibility;

use kernel::ids::{CustomerGroupId, UserId, VariantId};
use kernel::{Currency, Money};
use time::OffsetDateTime;

pub(super) use pricing::Offers;

/// Groups that a tenant can have.
pub(super) const MOST_GROUPS: i64 = 100;
/// Customers or prices that one request changes.
pub const GROUP_CHANGES_MAX: usize = 500;
const LONGEST_NAME: usize = 80;

/// A group of customers.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CustomerGroup {
    /// Its id.
    pub id: CustomerGroupId,
    /// Its name, which staff see and customers do not.
    pub name: String,
    /// What its members get off every price that the group has no price of its own for.
    pub discount_ppm: i32,
    /// How many customers are in it.
    pub members: i64,
    /// When it was created.
    pub created_at: OffsetDateTime,
    /// When it was last changed.
    pub updated_at: OffsetDateTime,
}

/// What to change of a group; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct CustomerGroupChange {
    /// Its name.
    pub name: Option<String>,
    /// Its discount.
    pub discount_ppm: Option<i32>,
}

/// A customer in a group.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct GroupMember {
    /// The customer's account.
    pub customer_id: UserId,
    /// The address to sign in with.
    pub email: String,
    /// Since when they are in the group.
    pub added_at: OffsetDateTime,
}

/// The prices that a group has of its own for a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPrices {
    /// What is priced.
    pub variant_id: VariantId,
    /// What one unit costs, in one currency each.
    pub prices: Vec<Money>,
}

/// A price to set or to take away.
#[derive(Debug, Clone, Copy)]
pub struct GroupPriceChange {
    /// What is priced.
    pub variant_id: VariantId,
    /// In which currency.
    pub currency: Currency,
    /// What one unit is to cost; none to have no price of its own.
    pub amount_minor: Option<i64>,
}
