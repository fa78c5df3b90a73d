//! Which customer groups see a product.

use gateway::{ApiResult, Staff};
use kernel::ids::{CustomerGroupId, ProductId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct ProductVisibilityApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl ProductVisibilityApi {
    /// Show a product's visibility
    ///
    /// Which customer groups see the product in storefronts.
    #[oai(
        path = "/products/:product_id/visibility",
        method = "get",
        operation_id = "admin_get_product_visibility"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the product.
        product_id: Path<ProductId>,
    ) -> ApiResult<Json<ProductVisibility>> {
        let catalog = &self.0.catalog;
        let groups = catalog.product_groups(staff.caller(), product_id.0).await?;
        Ok(Json(ProductVisibility {
            customer_group_ids: groups,
        }))
    }

    /// Set a product's visibility
    ///
    /// Only members of the groups find, see and buy the product then. Without groups every shopper does.
    #[oai(
        path = "/products/:product_id/visibility",
        method = "put",
        operation_id = "admin_set_product_visibility"
    )]
    async fn set(
        &self,
        staff: Staff,
        /// Id of the product.
        product_id: Path<ProductId>,
        body: Json<ProductVisibility>,
    ) -> ApiResult<Json<ProductVisibility>> {
        let groups = &body.0.customer_group_ids;
        let catalog = &self.0.catalog;
        let groups = catalog
            .limit_product(staff.caller(), product_id.0, groups)
            .await?;
        Ok(Json(ProductVisibility {
            customer_group_ids: groups,
        }))
    }
}

/// Which customer groups see a product.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ProductVisibility {
    /// Ids of customer groups, at most 100; empty if every shopper sees it.
    customer_group_ids: Vec<CustomerGroupId>,
}
