//! Categories, and their images.

use std::collections::BTreeMap;

use domain::catalog::{CatalogError, ChangeCategoryImage, ImageChange, ListCategories};
use gateway::{ApiResult, Contract, Cursor, Limit, Page, RawFile, Staff};
use imaging::UPLOAD_BYTES_MAX;
use kernel::ids::CategoryId;
use kernel::picture::FocalPoint;
use kernel::{Change, Permission};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::products::{AdminCategory, AdminImage};
use crate::{App, Tag};

pub(super) struct CategoriesApi(pub(super) App);

/// What holds for each operation beside its types.
pub(super) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_categories")
        .needs(&[Permission::ProductsRead])
        .fails(&[CatalogError::CURSOR_INVALID]),
    Contract::of("admin_upload_category_image")
        .takes_up_to(UPLOAD_BYTES_MAX)
        .needs(&[Permission::ProductsWrite])
        .fails(&[
            CatalogError::IMAGE_UNSUPPORTED,
            CatalogError::IMAGE_UNREADABLE,
            CatalogError::IMAGE_TOO_LARGE,
            CatalogError::MEDIA_UNAVAILABLE,
        ]),
    Contract::of("admin_get_category_image").needs(&[Permission::ProductsRead]),
    Contract::of("admin_update_category_image").needs(&[Permission::ProductsWrite]),
    Contract::of("admin_delete_category_image").needs(&[Permission::ProductsWrite]),
];

/// Fields of a category's image to change; absent fields do not change.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
struct UpdateCategoryImage {
    /// Alternative text: what the image shows, on one line of at most 512 characters.
    alt: Option<String>,
    /// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
    /// before. Storefronts show the one of their locale, else of their language, else `alt`.
    alt_translations: Option<BTreeMap<String, String>>,
    /// What stays visible where the image is cropped; `null` for its middle.
    focal_point: Change<FocalPoint>,
}

#[OpenApi(prefix_path = "/admin/v1/categories", tag = "Tag::AdminProducts")]
impl CategoriesApi {
    /// List categories
    ///
    /// All of them, also those without products on sale: the oldest first, which has parents before their children.
    #[oai(path = "/", method = "get", operation_id = "admin_list_categories")]
    async fn list(
        &self,
        staff: Staff,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<AdminCategory>>> {
        let query = ListCategories {
            limit: limit.0.get(),
            cursor: cursor.0.into_text(),
        };
        let page = self
            .0
            .catalog
            .list_categories(staff.caller(), query)
            .await?;
        Ok(Json(Page::of(page.data, page.next_cursor)))
    }

    /// Upload the image of a category
    ///
    /// The body is the file itself, as for images of products. A category has one image: another one takes its place,
    /// without its alternative texts and its focal point. Uploading the image that the category already has returns
    /// 200 with that image and changes nothing.
    #[oai(
        path = "/:category_id/image",
        method = "post",
        operation_id = "admin_upload_category_image"
    )]
    async fn upload(
        &self,
        staff: Staff,
        /// Category id.
        category_id: Path<CategoryId>,
        body: RawFile,
    ) -> ApiResult<CategoryImageUploaded> {
        let (catalog, id) = (&self.0.catalog, category_id.0);
        let set = catalog.set_category_image(staff.caller(), id, body.0).await;
        let (image, is_new) = set?;
        let image = Json(AdminImage::new(None, image));
        if !is_new {
            return Ok(CategoryImageUploaded::Known(image));
        }
        let location = format!("/admin/v1/categories/{id}/image");
        Ok(CategoryImageUploaded::Created(image, location))
    }

    /// Show the image of a category
    ///
    /// Returns 404 for a category without one.
    #[oai(
        path = "/:category_id/image",
        method = "get",
        operation_id = "admin_get_category_image"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Category id.
        category_id: Path<CategoryId>,
    ) -> ApiResult<Json<AdminImage>> {
        let (catalog, id) = (&self.0.catalog, category_id.0);
        let image = catalog.category_image(staff.caller(), id).await?;
        Ok(Json(AdminImage::new(None, image)))
    }

    /// Change the image of a category
    ///
    /// Absent fields do not change.
    #[oai(
        path = "/:category_id/image",
        method = "patch",
        operation_id = "admin_update_category_image"
    )]
    async fn update(
        &self,
        staff: Staff,
        /// Category id.
        category_id: Path<CategoryId>,
        body: Json<UpdateCategoryImage>,
    ) -> ApiResult<Json<AdminImage>> {
        let command = ChangeCategoryImage {
            category_id: category_id.0,
            change: ImageChange {
                alt: body.0.alt,
                alts: body.0.alt_translations,
                focal_point: body.0.focal_point,
            },
        };
        let catalog = &self.0.catalog;
        let image = catalog
            .change_category_image(staff.caller(), command)
            .await?;
        Ok(Json(AdminImage::new(None, image)))
    }

    /// Delete the image of a category
    ///
    /// Its URL stays valid.
    #[oai(
        path = "/:category_id/image",
        method = "delete",
        operation_id = "admin_delete_category_image"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Category id.
        category_id: Path<CategoryId>,
    ) -> ApiResult<CategoryImageDeleted> {
        let (catalog, id) = (&self.0.catalog, category_id.0);
        catalog.remove_category_image(staff.caller(), id).await?;
        Ok(CategoryImageDeleted::Deleted)
    }
}

/// Response of upload.
#[derive(ApiResponse)]
enum CategoryImageUploaded {
    /// The category already has this image.
    #[oai(status = 200)]
    Known(Json<AdminImage>),
    /// The image.
    #[oai(status = 201)]
    Created(
        Json<AdminImage>,
        /// URL of the image's record.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete.
#[derive(ApiResponse)]
enum CategoryImageDeleted {
    /// The category has no image any more.
    #[oai(status = 204)]
    Deleted,
}
