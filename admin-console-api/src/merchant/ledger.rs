//! The tenant's book: what is on its accounts.

use billing::ledger;
use gateway::json::Money;
use gateway::{ApiResult, Staff};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct LedgerApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminLedger")]
impl LedgerApi {
    /// Show the balances
    ///
    /// Every account of the tenant's double-entry book: above zero a debit, below a credit. In each
    /// currency they add up to zero.
    #[oai(
        path = "/ledger/balances",
        method = "get",
        operation_id = "admin_list_balances"
    )]
    async fn list_balances(&self, staff: Staff) -> ApiResult<Json<BalancePage>> {
        let balances = self.0.billing.balances(staff.caller()).await?;
        Ok(Json(BalancePage {
            data: balances.into_iter().map(AccountBalance::from).collect(),
            has_more: false,
        }))
    }
}

/// Balances.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "LedgerBalancePage")]
struct BalancePage {
    /// The accounts, by code, currency and merchant.
    data: Vec<AccountBalance>,
    /// Always false: a book's accounts fit on one page.
    has_more: bool,
}

/// An account and what is on it.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "LedgerBalance"
)]
struct AccountBalance {
    /// `stripe_clearing` (what the provider holds), `merchant_payable` (what a merchant is owed),
    /// `merchant_receivable` (what a merchant owes), `platform_fee_revenue`,
    /// `customer_refund_payable` or `unapplied_cash`.
    account: String,
    /// The merchant whose account it is.
    merchant_id: Option<String>,
    /// `asset`, `liability`, `revenue` or `expense`.
    class: String,
    /// Above zero a debit, below a credit.
    balance: Money,
}

impl From<ledger::Balance> for AccountBalance {
    fn from(balance: ledger::Balance) -> Self {
        let ledger::Balance {
            account,
            merchant_id,
            class,
            balance,
        } = balance;
        Self {
            account,
            merchant_id: merchant_id.map(|id| id.to_string()),
            class,
            balance: balance.into(),
        }
    }
}
