//! What is refused before anything is written: amounts that cannot be paid, and holding too much stock.

use db::TenantTx;
use kernel::Money;
use kernel::ports::PaymentProvider;

use super::{Checkout, CheckoutError};
use crate::orders::{self, NewOrder};

/// Whoever has more than this part of what is allowed is counted alone. Below it, orders of the same
/// moment do not wait for each other; the rate limit bounds how many those are.
const MANY: i64 = 10;

impl Checkout {
    /// Whether the provider can take the amount at all.
    pub(super) fn check_amount(
        &self,
        provider: PaymentProvider,
        total: Money,
    ) -> Result<(), CheckoutError> {
        let limit = |minor| Money::new(minor, total.currency);
        match self.payments.limits(provider, total.currency) {
            None => Err(CheckoutError::CurrencyNotTaken(provider, total.currency)),
            Some(limits) if total.minor < limits.least => {
                Err(CheckoutError::TotalTooSmall(limit(limits.least)))
            }
            Some(limits) if total.minor > limits.most => {
                Err(CheckoutError::TotalTooLarge(limit(limits.most)))
            }
            Some(_) => Ok(()),
        }
    }

    /// Whether the client and the address may have another unpaid order, which holds its stock back.
    pub(super) async fn check_unpaid(
        &self,
        tx: &mut TenantTx,
        order: &NewOrder,
    ) -> Result<(), CheckoutError> {
        let policy = &self.policy;
        let units: i64 = order
            .lines
            .iter()
            .map(|line| i64::from(line.quantity))
            .sum();
        let exceeds = |(orders, held): (i64, i64), part: i64| {
            let is_over = |count: i64, most: i64| most > 0 && count * part > most;
            is_over(orders + 1, policy.unpaid_orders) || is_over(held + units, policy.unpaid_units)
        };
        let client = order.client.as_deref();
        let mut unpaid = orders::unpaid(tx, client, &order.email, false).await?;
        if exceeds(unpaid, MANY) {
            unpaid = orders::unpaid(tx, client, &order.email, true).await?;
        }
        if exceeds(unpaid, 1) {
            return Err(CheckoutError::TooMuchUnpaid);
        }
        Ok(())
    }
}
