//! Looking for a share that the provider has sent already.
//!
//! After the database went back to a backup, the row and the idempotency key of a transfer are gone, and
//! the provider would carry it out a second time. A share that is sent long after its charge is therefore
//! searched at the provider first. See ADR 27.

use kernel::Caller;
use tracing::{error, warn};

use super::store;
use super::{Status, Transfer};
use crate::providers::stripe::CallError;
use crate::providers::stripe::answers::{self, List};
use crate::{Billing, BillingError};

/// How many pages of an order's transfers are read. Each share is one transfer, and each has a merchant.
const PAGES: usize = 50;

/// What the provider shows for a share.
pub(super) enum Found {
    /// Nothing: it has not been sent.
    Nothing,
    /// Exactly this share.
    Share(Box<answers::Transfer>),
    /// Something that is not this share as it is now.
    Other(String),
}

impl Billing {
    /// Whether the share may have been sent by a history that is lost: it is sent so long after its
    /// charge that a restore may lie between. What a dispute gives back has no date that survives.
    pub(super) fn may_have_been_sent(&self, transfer: &Transfer) -> bool {
        let age = transfer.charged_at.map(|charged_at| self.age(charged_at));
        transfer.is_return || age.is_none_or(|age| age >= self.policy.transfer_search_after)
    }

    /// Searches the provider for a transfer of this share that no row of ours (`known`) is about.
    pub(super) async fn search_transfer(
        &self,
        transfer: &Transfer,
        destination: &str,
        known: &[String],
    ) -> Result<Found, CallError> {
        let list = format!(
            "/transfers?limit=100&expand[]=data.balance_transaction&transfer_group={}",
            transfer.order_id
        );
        let mut found = Vec::new();
        let mut after = String::new();
        for _ in 0..PAGES {
            let page: List<answers::Transfer> = self.stripe.get(&format!("{list}{after}")).await?;
            let final_id = page.data.last().map(|it| it.id.clone());
            let ours = |it: &answers::Transfer| {
                !known.contains(&it.id) && is_of_share(it, transfer, destination)
            };
            found.extend(page.data.into_iter().filter(ours));
            match final_id {
                Some(id) if page.has_more => after = format!("&starting_after={id}"),
                _ => return Ok(compare(found, transfer, destination)),
            }
        }
        Err(CallError::Unavailable {
            why: "the list of an order's transfers does not end".to_owned(),
            is_stored: false,
        })
    }

    /// Records a share that a history sent which is lost.
    pub(super) async fn adopt_transfer(
        &self,
        caller: &Caller,
        transfer: &Transfer,
        sent: &answers::Transfer,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(transfer) = store::lock(&mut tx, transfer.id).await? else {
            return Ok(());
        };
        // Changed meanwhile, or being sent: the next attempt looks again.
        if !matches!(transfer.status, Status::Due | Status::Blocked)
            || transfer.amount.minor != sent.amount
        {
            self.retry_transfer(&mut tx, transfer.id, 0).await?;
            tx.commit().await?;
            return Ok(());
        }
        store::move_to(&mut tx, transfer.id, Status::Sending, None).await?;
        self.book_transfer(&mut tx, &transfer, sent).await?;
        tx.commit().await?;
        warn!(
            transfer.id = %transfer.id, merchant.id = %transfer.merchant_id,
            "{} was sent before a restore, as {}: recorded, and not sent again", transfer.id, sent.id
        );
        Ok(())
    }

    /// Leaves a share to an operator: the provider shows something else for it.
    pub(super) async fn leave_to_operator(
        &self,
        caller: &Caller,
        (transfer, attempt): (&Transfer, u32),
        why: &str,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        error!(transfer.id = %transfer.id, merchant.id = %transfer.merchant_id, "{why}");
        let locked = store::lock(&mut tx, transfer.id).await?;
        if locked.is_some_and(|it| matches!(it.status, Status::Due | Status::Blocked)) {
            store::move_to(&mut tx, transfer.id, Status::Blocked, Some(why)).await?;
            self.retry_transfer(&mut tx, transfer.id, attempt).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// Whether a transfer was made for this payment, this merchant and the same reason.
fn is_of_share(it: &answers::Transfer, transfer: &Transfer, destination: &str) -> bool {
    let is_return = it.source_transaction.is_none();
    let is_merchants = match it.metadata.id("merchant_id") {
        Some(merchant_id) => transfer.merchant_id == merchant_id,
        None => it.destination_id() == Some(destination),
    };
    it.metadata.id("payment_id") == Some(transfer.payment_id)
        && is_return == transfer.is_return
        && is_merchants
}

fn compare(mut found: Vec<answers::Transfer>, transfer: &Transfer, destination: &str) -> Found {
    let Some(sent) = found.pop() else {
        return Found::Nothing;
    };
    let is_the_same = found.is_empty()
        && sent.amount == transfer.amount.minor
        && sent
            .currency
            .eq_ignore_ascii_case(transfer.amount.currency.code())
        && sent.amount_reversed == 0
        && sent.destination_id() == Some(destination);
    if is_the_same {
        return Found::Share(Box::new(sent));
    }
    Found::Other(format!(
        "the provider shows {} for this share of {}, which it is not: settle it by hand",
        sent.id, transfer.amount
    ))
}
