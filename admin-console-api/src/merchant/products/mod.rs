//! What the tenant sells, drafts included.

mod commands;
mod records;

use domain::catalog::ListAllProducts;
use gateway::{ApiResult, Id, Staff};
use kernel::ids::{ProductId, VariantId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use crate::{App, Tag};
use commands::{ChangeProduct, CreateProduct, ProductState, SetPrice, SetStock};
use records::{AdminProduct, AdminProductPage};

pub(crate) struct ProductsApi(pub(crate) App);

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl ProductsApi {
    /// List the products
    ///
    /// All of them, the latest first.
    #[oai(
        path = "/products",
        method = "get",
        operation_id = "admin_list_products"
    )]
    async fn list_products(
        &self,
        staff: Staff,
        /// Only those with this status.
        status: Query<Option<ProductState>>,
        /// How many, at most 100.
        #[oai(
            default = "page_size",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<u32>,
        /// The `next_cursor` of the page before. It belongs to the same status.
        cursor: Query<Option<String>>,
    ) -> ApiResult<Json<AdminProductPage>> {
        let query = ListAllProducts {
            limit: limit.0,
            cursor: cursor.0,
            status: status.0.map(ProductState::into),
        };
        let page = self.0.catalog.list_all(staff.caller(), query).await?;
        Ok(Json(page.into()))
    }

    /// Create a product
    ///
    /// Without a slug it gets one made of its title. A slug or a stock keeping unit that another
    /// product has is refused with `slug_taken` or `sku_taken`.
    #[oai(
        path = "/products",
        method = "post",
        operation_id = "admin_create_product"
    )]
    async fn create_product(
        &self,
        staff: Staff,
        body: Json<CreateProduct>,
    ) -> ApiResult<ProductCreated> {
        let command = body.0.into_command()?;
        let product = self.0.catalog.create(staff.caller(), command).await?;
        Ok(ProductCreated::Created(Json(product.into())))
    }

    /// Show a product
    #[oai(
        path = "/products/:product_id",
        method = "get",
        operation_id = "admin_get_product"
    )]
    async fn get_product(
        &self,
        staff: Staff,
        product_id: Path<Id<ProductId>>,
    ) -> ApiResult<Json<AdminProduct>> {
        let id = product_id.0.0;
        let product = self.0.catalog.get_by_id(staff.caller(), id).await?;
        Ok(Json(product.into()))
    }

    /// Change a product
    ///
    /// What is not sent stays. With the `version` that was read before, a change that somebody else
    /// made meanwhile is not lost: it is refused with `version_mismatch`, and `current_version`
    /// says which version there is.
    #[oai(
        path = "/products/:product_id",
        method = "patch",
        operation_id = "admin_update_product"
    )]
    async fn update_product(
        &self,
        staff: Staff,
        product_id: Path<Id<ProductId>>,
        body: Json<ChangeProduct>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(product_id.0.0);
        let product = self.0.catalog.update(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }

    /// Set the price of a variant
    ///
    /// In the currency of the price; prices in other currencies stay.
    #[oai(
        path = "/variants/:variant_id/price",
        method = "put",
        operation_id = "admin_set_variant_price"
    )]
    async fn set_price(
        &self,
        staff: Staff,
        variant_id: Path<Id<VariantId>>,
        body: Json<SetPrice>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(variant_id.0.0)?;
        let product = self.0.catalog.set_price(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }

    /// Set the stock of a variant
    ///
    /// What was counted, units that unpaid orders hold back included: fewer than those are refused
    /// with `stock_reserved`. Without `on_hand` the variant is no longer tracked.
    #[oai(
        path = "/variants/:variant_id/stock",
        method = "put",
        operation_id = "admin_set_variant_stock"
    )]
    async fn set_stock(
        &self,
        staff: Staff,
        variant_id: Path<Id<VariantId>>,
        body: Json<SetStock>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(variant_id.0.0);
        let product = self.0.catalog.set_stock(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }
}

const fn page_size() -> u32 {
    20
}

/// A product was created.
#[derive(ApiResponse)]
enum ProductCreated {
    /// The product.
    #[oai(status = 201)]
    Created(Json<AdminProduct>),
}
