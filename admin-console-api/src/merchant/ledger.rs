//! The tenant's book: what is on its accounts.

use billing::ledger;
use gateway::json::Money;
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::MerchantId;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct LedgerApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("admin_list_balances")
    .needs(&[Permission::LedgerRead])
    .for_merchants_too()];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminLedger")]
impl LedgerApi {
    /// List balances
    ///
    /// All accounts of the tenant's ledger: debits are positive, credits negative. In each
    /// currency they sum to zero.
    #[oai(
        path = "/ledger/balances",
        method = "get",
        operation_id = "admin_list_balances"
    )]
    async fn list_balances(&self, staff: Staff) -> ApiResult<Json<List<AccountBalance>>> {
        let balances = self.0.billing.balances(staff.caller()).await?;
        Ok(Json(List::of(balances)))
    }
}

/// The balance of a ledger account.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "LedgerBalance"
)]
struct AccountBalance {
    /// Account: `stripe_clearing` (held by the provider), `merchant_payable` (owed to a merchant),
    /// `merchant_receivable` (owed by a merchant), `platform_fee_revenue`,
    /// `customer_refund_payable` or `unapplied_cash`.
    account: String,
    /// Merchant of the account; absent for accounts of the platform.
    merchant_id: Option<MerchantId>,
    /// Class: `asset`, `liability`, `revenue` or `expense`.
    class: String,
    /// Balance: debits are positive, credits negative.
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
            merchant_id,
            class,
            balance: balance.into(),
        }
    }
}
