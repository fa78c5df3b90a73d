//! What the tenant sells, drafts included.

mod commands;
mod images;
mod records;

use domain::catalog::{CatalogError, ListAllProducts, ProductStatus};
use gateway::{ApiResult, Contract, Cursor, Limit, Page, Staff};
use kernel::Permission;
use kernel::ids::{ProductId, VariantId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::stock::VariantStock;
use crate::{App, Tag};
use commands::{ChangeProduct, CreateProduct, SetPrice, SetStock};
use records::{AdminProduct, AdminProductSummary};

pub(crate) use images::{CONTRACTS as IMAGE_CONTRACTS, ImagesApi};
pub(super) use records::{AdminCategory, AdminImage};

pub(crate) struct ProductsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_products")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too()
        .fails(&[CatalogError::CURSOR_INVALID]),
    Contract::of("admin_create_product")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[
            CatalogError::SLUG_TAKEN,
            CatalogError::SKU_TAKEN,
            CatalogError::MERCHANT_NOT_FOUND,
        ]),
    Contract::of("admin_get_product")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too(),
    Contract::of("admin_update_product")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[CatalogError::VERSION_MISMATCH]),
    Contract::of("admin_set_variant_price")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too(),
    Contract::of("admin_set_variant_stock")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[CatalogError::STOCK_RESERVED]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl ProductsApi {
    /// List products
    ///
    /// Newest first.
    #[oai(
        path = "/products",
        method = "get",
        operation_id = "admin_list_products"
    )]
    async fn list_products(
        &self,
        staff: Staff,
        /// Only products with this status.
        status: Query<Option<ProductStatus>>,
        /// Text in the title or vendor, or a whole SKU or barcode; at most 200 characters.
        #[oai(validator(max_length = 200))]
        q: Query<Option<String>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same status and text.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<AdminProductSummary>>> {
        let query = ListAllProducts {
            limit: limit.0.get(),
            cursor: cursor.0.into_text(),
            status: status.0,
            text: q.0,
        };
        let page = self.0.catalog.list_all(staff.caller(), query).await?;
        Ok(Json(Page::of(page.data, page.next_cursor)))
    }

    /// Create a product
    ///
    /// Without a slug one is made of the title. A slug, or where SKUs are unique an SKU, of another
    /// product returns 409 `slug_taken` or `sku_taken`. Without `merchant_id` it is the default merchant's;
    /// an unknown one returns 422 `merchant_not_found`.
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
        let location = format!("/admin/v1/products/{}", product.id);
        Ok(ProductCreated::Created(Json(product.into()), location))
    }

    /// Show a product
    ///
    /// Drafts and archived products as well, with all variants, images and stock.
    #[oai(
        path = "/products/:product_id",
        method = "get",
        operation_id = "admin_get_product"
    )]
    async fn get_product(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
    ) -> ApiResult<Json<AdminProduct>> {
        let id = product_id.0;
        let product = self.0.catalog.get_by_id(staff.caller(), id).await?;
        Ok(Json(product.into()))
    }

    /// Change a product
    ///
    /// Absent fields do not change. With the `version` that was read, the request returns 409
    /// `version_mismatch` if the product was changed meanwhile, and `current_version`
    /// is its version.
    #[oai(
        path = "/products/:product_id",
        method = "patch",
        operation_id = "admin_update_product"
    )]
    async fn update_product(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
        body: Json<ChangeProduct>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(product_id.0);
        let product = self.0.catalog.update(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }

    /// Set the price of a variant
    ///
    /// In the currency of the price; prices in other currencies do not change.
    #[oai(
        path = "/variants/:variant_id/price",
        method = "put",
        operation_id = "admin_set_variant_price"
    )]
    async fn set_price(
        &self,
        staff: Staff,
        variant_id: Path<VariantId>,
        body: Json<SetPrice>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(variant_id.0)?;
        let product = self.0.catalog.set_price(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }

    /// Show a variant's stock
    ///
    /// Altogether and by location. Returns 404 for a variant whose stock is not tracked.
    #[oai(
        path = "/variants/:variant_id/stock",
        method = "get",
        operation_id = "admin_get_variant_stock"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the variant.
        variant_id: Path<VariantId>,
    ) -> ApiResult<Json<VariantStock>> {
        let inventory = &self.0.inventory;
        let found = inventory.of_variant(staff.caller(), variant_id.0).await?;
        Ok(Json(found.into()))
    }

    /// Set the stock of a variant
    ///
    /// A count of all units, reserved units included: fewer than are reserved returns 409
    /// `stock_reserved`. Without `on_hand` stock is no longer tracked.
    #[oai(
        path = "/variants/:variant_id/stock",
        method = "put",
        operation_id = "admin_set_variant_stock"
    )]
    async fn set_stock(
        &self,
        staff: Staff,
        variant_id: Path<VariantId>,
        body: Json<SetStock>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = body.0.into_command(variant_id.0);
        let product = self.0.catalog.set_stock(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }
}

/// Response of create-product.
#[derive(ApiResponse)]
enum ProductCreated {
    /// The product.
    #[oai(status = 201)]
    Created(
        Json<AdminProduct>,
        /// URL of the product.
        #[oai(header = "Location")]
        String,
    ),
}
