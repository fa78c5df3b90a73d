//! The tenant's merchants.

use kernel::Permission;
use std::collections::BTreeMap;

use billing::{AccountStatus, ConnectedAccount};
use domain::tenancy;
use gateway::{ApiResult, Contract, List, Staff};
use kernel::ids::MerchantId;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct MerchantsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("admin_list_merchants")
    .needs(&[Permission::MerchantsRead])
    .for_merchants_too()];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl MerchantsApi {
    /// List merchants
    ///
    /// All merchants, the default one first, each with its account at the payment provider.
    #[oai(
        path = "/merchants",
        method = "get",
        operation_id = "admin_list_merchants"
    )]
    async fn list_merchants(&self, staff: Staff) -> ApiResult<Json<List<Merchant>>> {
        let merchants = self.0.tenancy.merchants(staff.caller()).await?;
        let accounts = self.0.billing.connected_accounts(staff.caller()).await?;
        let mut accounts: BTreeMap<MerchantId, ConnectedAccount> = accounts
            .into_iter()
            .map(|account| (account.merchant_id, account))
            .collect();
        let merchants = merchants.into_iter().map(|merchant| {
            let account = accounts.remove(&merchant.id);
            Merchant::new(merchant, account)
        });
        Ok(Json(List::of(merchants)))
    }
}

/// A merchant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Merchant {
    /// Merchant id.
    id: MerchantId,
    /// Slug, matched by imports.
    slug: String,
    /// Merchant name.
    name: String,
    /// Commission of the platform in basis points: 500 is 5 %.
    commission_bps: i32,
    /// Whether products without a merchant belong to it.
    is_default: bool,
    /// Account at the payment provider. Transfers wait until it is `active`.
    account: MerchantAccount,
}

/// A merchant's account at the payment provider.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct MerchantAccount {
    /// Id at the payment provider; absent until it has one.
    id: Option<String>,
    /// Account status.
    status: AccountStatus,
}

impl Merchant {
    fn new(merchant: tenancy::Merchant, account: Option<ConnectedAccount>) -> Self {
        let tenancy::Merchant {
            id,
            slug,
            name,
            commission_bps,
            is_default,
        } = merchant;
        Self {
            id,
            slug,
            name,
            commission_bps,
            is_default,
            account: account.into(),
        }
    }
}

impl From<Option<ConnectedAccount>> for MerchantAccount {
    /// A merchant that is new has no account yet; asking for one is under way.
    fn from(account: Option<ConnectedAccount>) -> Self {
        match account {
            Some(ConnectedAccount {
                merchant_id: _,
                account_id,
                status,
            }) => Self {
                id: account_id,
                status,
            },
            None => Self {
                id: None,
                status: AccountStatus::Requested,
            },
        }
    }
}
