//! Prices that a customer group has of its own.

use domain::catalog::{self, GroupPriceChange};
use gateway::json::Money;
use gateway::{ApiResult, Cursor, Limit, Page, Staff};
use kernel::Currency;
use kernel::ids::{CustomerGroupId, VariantId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CustomerGroupPricesApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminCustomers")]
impl CustomerGroupPricesApi {
    /// List a customer group's prices
    ///
    /// Variants that the group has prices of its own for, oldest variants first.
    #[oai(
        path = "/customer-groups/:customer_group_id/prices",
        method = "get",
        operation_id = "admin_list_customer_group_prices"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        /// Page size in variants, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<CustomerGroupPrices>>> {
        let caller = staff.caller();
        let list = format!(
            "{}/group_prices/{}",
            caller.tenant_id(),
            customer_group_id.0
        );
        let page = (cursor.0.read(&list)?, limit.0.get());
        let catalog = &self.0.catalog;
        let (found, is_more) = catalog
            .group_prices(caller, customer_group_id.0, page)
            .await?;
        let next = found.last().filter(|_| is_more).map(|it| it.variant_id);
        Ok(Json(Page::behind(found, &list, next)))
    }

    /// Set a customer group's prices
    ///
    /// All of them or none; prices that the request does not name stay. A price of the group's own replaces its
    /// discount for the variant; one that is higher than the list price has no effect. A variant needs a list price
    /// in the currency to be on sale.
    #[oai(
        path = "/customer-groups/:customer_group_id/prices",
        method = "patch",
        operation_id = "admin_set_customer_group_prices"
    )]
    async fn set(
        &self,
        staff: Staff,
        /// Id of the group.
        customer_group_id: Path<CustomerGroupId>,
        body: Json<SetCustomerGroupPrices>,
    ) -> ApiResult<PricesSet> {
        let changes = body.0.prices.into_iter().map(|it| GroupPriceChange {
            variant_id: it.variant_id,
            currency: it.currency,
            amount_minor: it.amount,
        });
        let changes: Vec<_> = changes.collect();
        self.0
            .catalog
            .set_group_prices(staff.caller(), customer_group_id.0, &changes)
            .await?;
        Ok(PricesSet::Done)
    }
}

/// Prices to set.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetCustomerGroupPrices {
    /// Prices, 1 to 500; each variant once in a currency.
    prices: Vec<SetCustomerGroupPrice>,
}

/// A price to set.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetCustomerGroupPrice {
    /// Variant id.
    variant_id: VariantId,
    /// Currency (ISO 4217), such as `EUR`.
    currency: Currency,
    /// Price of one unit in minor units; absent to remove the group's own price.
    amount: Option<i64>,
}

/// The prices that a group has of its own for a variant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CustomerGroupPrices {
    /// Variant id.
    variant_id: VariantId,
    /// Price of one unit in each currency, by currency.
    prices: Vec<Money>,
}

/// Response of set.
#[derive(ApiResponse)]
enum PricesSet {
    /// The group has these prices.
    #[oai(status = 204)]
    Done,
}

impl From<catalog::GroupPrices> for CustomerGroupPrices {
    fn from(of: catalog::GroupPrices) -> Self {
        Self {
            variant_id: of.variant_id,
            prices: of.prices.into_iter().map(Money::from).collect(),
        }
    }
}
