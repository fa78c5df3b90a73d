//! The tenant's merchants.

use std::collections::BTreeMap;

use billing::ConnectedAccount;
use domain::tenancy;
use gateway::{ApiResult, Staff};
use kernel::ids::MerchantId;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct MerchantsApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl MerchantsApi {
    /// List the merchants
    ///
    /// All of them, the default one first, each with its account at the payment provider.
    #[oai(
        path = "/merchants",
        method = "get",
        operation_id = "admin_list_merchants"
    )]
    async fn list_merchants(&self, staff: Staff) -> ApiResult<Json<MerchantPage>> {
        let merchants = self.0.tenancy.merchants(staff.caller()).await?;
        let accounts = self.0.billing.connected_accounts(staff.caller()).await?;
        Ok(Json(MerchantPage::new(merchants, accounts)))
    }
}

/// Merchants.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct MerchantPage {
    /// The merchants.
    data: Vec<Merchant>,
    /// Always false: a tenant's merchants fit on one page.
    has_more: bool,
}

/// A seller inside the tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Merchant {
    /// Its id.
    id: String,
    /// What imports call it.
    slug: String,
    /// What people call it.
    name: String,
    /// The platform's commission on its goods, in hundredths of a per cent.
    commission_bps: i32,
    /// Whether goods that name no seller are its goods.
    is_default: bool,
    /// Its account at the payment provider. Shares wait until it can take them.
    account: MerchantAccount,
}

/// A merchant's account at the payment provider.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct MerchantAccount {
    /// What the provider calls it, once it has one.
    id: Option<String>,
    /// `requested`, `onboarding`, `active` or `restricted`.
    status: String,
}

impl MerchantPage {
    fn new(merchants: Vec<tenancy::Merchant>, accounts: Vec<ConnectedAccount>) -> Self {
        let mut accounts: BTreeMap<MerchantId, ConnectedAccount> = accounts
            .into_iter()
            .map(|account| (account.merchant_id, account))
            .collect();
        Self {
            data: merchants
                .into_iter()
                .map(|merchant| {
                    let account = accounts.remove(&merchant.id);
                    Merchant::new(merchant, account)
                })
                .collect(),
            has_more: false,
        }
    }
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
            id: id.to_string(),
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
                status: "requested".to_owned(),
            },
        }
    }
}
