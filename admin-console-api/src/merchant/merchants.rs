//! The tenant's merchants.

use domain::tenancy;
use gateway::{ApiResult, Staff};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct MerchantsApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminMerchants")]
impl MerchantsApi {
    /// List the merchants
    ///
    /// All of them, the default one first.
    #[oai(
        path = "/merchants",
        method = "get",
        operation_id = "admin_list_merchants"
    )]
    async fn list_merchants(&self, staff: Staff) -> ApiResult<Json<MerchantPage>> {
        let merchants = self.0.tenancy.merchants(staff.caller()).await?;
        Ok(Json(MerchantPage {
            data: merchants.into_iter().map(Merchant::from).collect(),
            has_more: false,
        }))
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
}

impl From<tenancy::Merchant> for Merchant {
    fn from(merchant: tenancy::Merchant) -> Self {
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
        }
    }
}
