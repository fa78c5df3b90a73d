//! The ledger: one double-entry book for each tenant.
//!
//! Owns `ledger_accounts`, `ledger_transactions`, `ledger_postings`. Invariants, all of them held by
//! the database too:
//! - a fact is recorded once, whoever tells it and however often;
//! - it adds up to zero in each currency, and never changes;
//! - a correction is another fact.
//!
//! The rest of billing records facts with `record`, in the transaction that changes the state they
//! belong to. May import nothing of billing.

mod model;
mod store;

pub use model::{Account, Entry, Fact, Posting, Unbalanced, credit, debit};
pub(crate) use store::{
    AccountBalance, OrderEntry, of_order, owed, receivables, record, trial_balance,
};

use kernel::ids::MerchantId;
use kernel::{Caller, Currency, Money, Permission};

use crate::{Billing, BillingError};

/// An account and what is on it: above zero a debit, below a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// The account's code, such as `merchant_payable`.
    pub account: String,
    /// The merchant whose account it is.
    pub merchant_id: Option<MerchantId>,
    /// `asset`, `liability`, `revenue` or `expense`.
    pub class: String,
    /// The balance.
    pub balance: Money,
}

impl Billing {
    /// Every account of the tenant's book, by code, currency and merchant; a merchant's own staff see those
    /// of the merchant.
    pub async fn balances(&self, caller: &Caller) -> Result<Vec<Balance>, BillingError> {
        caller.require_in_scope(Permission::LedgerRead)?;
        let mut tx = self.db.begin(caller).await?;
        let rows = store::balances(&mut tx).await?;
        Ok(rows
            .into_iter()
            .map(|row: AccountBalance| Balance {
                account: row.code,
                merchant_id: row.owner_id,
                class: row.class,
                balance: Money::new(row.balance, row.currency),
            })
            .collect())
    }

    /// The sum of every posting, for each currency. Anything but zero is a mistake of ours.
    pub async fn trial_balance(
        &self,
        caller: &Caller,
    ) -> Result<Vec<(Currency, i64)>, BillingError> {
        caller.require(Permission::LedgerRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(trial_balance(&mut tx).await?)
    }
}
