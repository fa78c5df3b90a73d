//! Refusals are told to the reports, by what a store could do something about.

use std::collections::BTreeSet;

use kernel::ports::PaymentsError;
use kernel::{Caller, Event, Fault, FieldFault};
use tracing::warn;

use super::{Checkout, CheckoutError, PlaceOrder};
use crate::inventory::InventoryError;

impl Checkout {
    /// Has a refusal counted. The shopper is answered the same when it cannot be.
    pub(super) async fn tell_of_refusal(
        &self,
        caller: &Caller,
        command: &PlaceOrder,
        refused: &CheckoutError,
    ) {
        let reasons = reasons(refused);
        let Some(storefront_id) = caller.storefront_id().filter(|_| !reasons.is_empty()) else {
            return;
        };
        let event = Event::CheckoutRefused {
            cart_id: command.cart_id,
            storefront_id,
            reasons,
            at: self.clock.now(),
        };
        let told = async {
            let mut tx = self.db.begin_async_commit(caller).await?;
            tx.publish(&event).await?;
            tx.commit().await
        };
        if let Err(error) = told.await {
            warn!(%error, "a refusal is not counted");
        }
    }
}

/// Why, by codes that never change: of an incomplete cart what is missing, otherwise the refusal's own. None for what
/// is no reason of a shopper's: another request, a cart that is not there, a failure of ours.
fn reasons(refused: &CheckoutError) -> Vec<String> {
    match refused {
        CheckoutError::Incomplete(faults) => {
            let names: BTreeSet<String> = faults.iter().map(reason).collect();
            names.into_iter().collect()
        }
        CheckoutError::CartChanged(_)
        | CheckoutError::TotalTooSmall(_)
        | CheckoutError::TotalTooLarge(_)
        | CheckoutError::CurrencyNotTaken(..)
        | CheckoutError::TooMuchUnpaid
        | CheckoutError::CustomerBlocked
        | CheckoutError::Inventory(InventoryError::InsufficientStock { .. })
        | CheckoutError::Payments(PaymentsError::Refused(_) | PaymentsError::Unavailable) => {
            vec![refused.case().code.to_owned()]
        }
        CheckoutError::InProgress
        | CheckoutError::KeyReused
        | CheckoutError::Cart(_)
        | CheckoutError::Order(_)
        | CheckoutError::Inventory(_)
        | CheckoutError::Payments(_)
        | CheckoutError::Denied(_)
        | CheckoutError::Db(_) => Vec::new(),
    }
}

/// The field, without its place in a list, and what is wrong with it: `lines.not_sellable`.
fn reason(fault: &FieldFault) -> String {
    let field = fault.pointer.trim_start_matches('/');
    let field = field.split('/').next().unwrap_or_default();
    format!("{field}.{}", fault.code)
}
