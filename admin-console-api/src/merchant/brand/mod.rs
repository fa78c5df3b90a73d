//! How the tenant's storefronts look: a draft, a preview of it, and what is published.

mod images;
mod json;

use domain::tenancy::TenancyError;
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::StorefrontId;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

pub(super) use images::{BrandImagesApi, IMAGE_CONTRACTS};
use json::{
    AdminStorefront, BrandKit, BrandState, BrandVersion, PreviewLink, PublishBrand, SavedBrand,
};

use crate::{App, Tag};

pub(crate) struct BrandApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_storefronts").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_get_brand").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_list_brand_versions").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_save_brand_draft")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[TenancyError::BRAND_REFUSED]),
    Contract::of("admin_delete_brand_draft").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_create_brand_preview")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[TenancyError::NO_DRAFT]),
    Contract::of("admin_publish_brand")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[TenancyError::VERSION_NOT_FOUND]),
];

#[OpenApi(prefix_path = "/admin/v1/storefronts", tag = "Tag::AdminStorefronts")]
impl BrandApi {
    /// List storefronts
    ///
    /// All storefronts of the tenant, in the order in which they were created.
    #[oai(path = "/", method = "get", operation_id = "admin_list_storefronts")]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<AdminStorefront>>> {
        let storefronts = self.0.tenancy.storefronts(staff.caller()).await?;
        Ok(Json(List::of(storefronts)))
    }

    /// Show a brand
    ///
    /// The published version, and the draft if there is one.
    #[oai(
        path = "/:storefront_id/brand",
        method = "get",
        operation_id = "admin_get_brand"
    )]
    async fn show(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<BrandState>> {
        let tenancy = &self.0.tenancy;
        let state = tenancy.kit_state(staff.caller(), storefront_id.0).await?;
        Ok(Json(state.into()))
    }

    /// List versions of a brand
    ///
    /// The latest first, up to 100.
    #[oai(
        path = "/:storefront_id/brand/versions",
        method = "get",
        operation_id = "admin_list_brand_versions"
    )]
    async fn versions(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<List<BrandVersion>>> {
        let tenancy = &self.0.tenancy;
        let versions = tenancy
            .kit_versions(staff.caller(), storefront_id.0)
            .await?;
        Ok(Json(List::of(versions)))
    }

    /// Save the draft of a brand
    ///
    /// Replaces the draft; shoppers see it once it is published. Text needs a contrast of at least 4.5:1 on
    /// its background: 422 `brand_refused` names the colour and one that would do.
    #[oai(
        path = "/:storefront_id/brand/draft",
        method = "put",
        operation_id = "admin_save_brand_draft"
    )]
    async fn save(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
        body: Json<BrandKit>,
    ) -> ApiResult<Json<SavedBrand>> {
        let tenancy = &self.0.tenancy;
        let draft = body.0.into();
        let saved = tenancy.save_draft(staff.caller(), storefront_id.0, draft);
        Ok(Json(saved.await?.into()))
    }

    /// Delete the draft of a brand
    ///
    /// Without a draft nothing happens.
    #[oai(
        path = "/:storefront_id/brand/draft",
        method = "delete",
        operation_id = "admin_delete_brand_draft"
    )]
    async fn discard(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<BrandState>> {
        let tenancy = &self.0.tenancy;
        tenancy
            .discard_draft(staff.caller(), storefront_id.0)
            .await?;
        let state = tenancy.kit_state(staff.caller(), storefront_id.0).await?;
        Ok(Json(state.into()))
    }

    /// Create a preview link
    ///
    /// Anyone with the link sees the storefront with the draft for 24 hours, or until the draft is published
    /// or another link is created. Returns 409 `no_draft` without a draft.
    #[oai(
        path = "/:storefront_id/brand/preview-links",
        method = "post",
        operation_id = "admin_create_brand_preview"
    )]
    async fn preview(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<PreviewLink>> {
        let tenancy = &self.0.tenancy;
        let preview = tenancy
            .preview_draft(staff.caller(), storefront_id.0)
            .await?;
        let base = self.0.links.base(&preview.host);
        Ok(Json(PreviewLink {
            url: format!("{base}/?preview={}", preview.token),
            expires_at: preview.expires_at,
        }))
    }

    /// Publish a brand
    ///
    /// Publishes the draft, or rolls back to an earlier version. Shoppers see it within five seconds.
    #[oai(
        path = "/:storefront_id/brand/publish",
        method = "post",
        operation_id = "admin_publish_brand"
    )]
    async fn publish(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
        body: Json<PublishBrand>,
    ) -> ApiResult<Json<BrandState>> {
        let tenancy = &self.0.tenancy;
        let state = tenancy.publish_kit(staff.caller(), storefront_id.0, body.0.version);
        Ok(Json(state.await?.into()))
    }
}
