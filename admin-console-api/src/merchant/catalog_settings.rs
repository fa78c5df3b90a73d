//! What the tenant wants of its catalogue.

use domain::catalog::CatalogError;
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct CatalogSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_catalog_settings").needs(&[Permission::ProductsRead]),
    Contract::of("admin_set_catalog_settings")
        .needs(&[Permission::ProductsWrite])
        .fails(&[CatalogError::SKU_TAKEN]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl CatalogSettingsApi {
    /// Show the catalogue settings
    ///
    /// Whether two variants may have the same stock keeping unit.
    #[oai(
        path = "/catalog/settings",
        method = "get",
        operation_id = "admin_get_catalog_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<CatalogSettings>> {
        let unique_skus = self.0.catalog.unique_skus(staff.caller()).await?;
        Ok(Json(CatalogSettings { unique_skus }))
    }

    /// Replace the catalogue settings
    ///
    /// Returns 409 `sku_taken` if unique SKUs are wanted while variants on sale share one.
    #[oai(
        path = "/catalog/settings",
        method = "put",
        operation_id = "admin_set_catalog_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<CatalogSettings>,
    ) -> ApiResult<Json<CatalogSettings>> {
        let unique_skus = body.0.unique_skus;
        let catalog = &self.0.catalog;
        catalog.set_unique_skus(staff.caller(), unique_skus).await?;
        Ok(Json(CatalogSettings { unique_skus }))
    }
}

/// Settings of the catalogue.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CatalogSettings {
    /// Whether two variants on sale may not have the same SKU. Default: `false`.
    unique_skus: bool,
}
