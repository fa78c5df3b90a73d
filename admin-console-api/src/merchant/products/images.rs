//! Images of products.

use std::collections::BTreeMap;

use domain::catalog::{CatalogError, ChangeImage, ImageChange};
use gateway::{ApiResult, Contract, RawFile, Staff};
use imaging::UPLOAD_BYTES_MAX;
use kernel::ids::{ImageId, ProductId};
use kernel::picture::FocalPoint;
use kernel::{Change, Permission};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::records::{AdminImage, AdminProduct};
use crate::{App, Tag};

pub(crate) struct ImagesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_upload_image")
        .takes_up_to(UPLOAD_BYTES_MAX)
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too()
        .fails(&[
            CatalogError::IMAGE_UNSUPPORTED,
            CatalogError::IMAGE_UNREADABLE,
            CatalogError::IMAGE_TOO_LARGE,
            CatalogError::TOO_MANY_IMAGES,
            CatalogError::MEDIA_UNAVAILABLE,
        ]),
    Contract::of("admin_get_image")
        .needs(&[Permission::ProductsRead])
        .for_merchants_too(),
    Contract::of("admin_update_image")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too(),
    Contract::of("admin_delete_image")
        .needs(&[Permission::ProductsWrite])
        .for_merchants_too(),
];

/// Fields of an image to change; absent fields do not change.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
struct UpdateImage {
    /// Alternative text: what the image shows, on one line of at most 512 characters.
    alt: Option<String>,
    /// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
    /// before. Storefronts show the one of their locale, else of their language, else `alt`.
    alt_translations: Option<BTreeMap<String, String>>,
    /// What stays visible where the image is cropped; `null` for its middle.
    focal_point: Change<FocalPoint>,
    /// Position among the product's images, from 1; a number beyond the last one is the last position.
    position: Option<i32>,
}

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminProducts")]
impl ImagesApi {
    /// Upload an image
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a
    /// side. Its bytes decide what it is. The image is turned upright, converted to sRGB and stored
    /// without EXIF data, after the product's other images; a product has at most 50. Uploading an
    /// image that the product already has returns 200 with that image and changes nothing.
    #[oai(
        path = "/products/:product_id/images",
        method = "post",
        operation_id = "admin_upload_image"
    )]
    async fn upload_image(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
        body: RawFile,
    ) -> ApiResult<ImageUploaded> {
        let product_id = product_id.0;
        let added = self
            .0
            .catalog
            .add_image(staff.caller(), product_id, body.0)
            .await?;
        let (id, image, is_new) = added;
        let image = Json(AdminImage::new(Some(id), image));
        if !is_new {
            return Ok(ImageUploaded::Known(image));
        }
        let location = format!("/admin/v1/products/{product_id}/images/{id}");
        Ok(ImageUploaded::Created(image, location))
    }

    /// Show an image
    ///
    /// One image of the product, with its alternative text and position.
    #[oai(
        path = "/products/:product_id/images/:image_id",
        method = "get",
        operation_id = "admin_get_image"
    )]
    async fn get_image(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
        image_id: Path<ImageId>,
    ) -> ApiResult<Json<AdminImage>> {
        let (catalog, id) = (&self.0.catalog, image_id.0);
        let image = catalog.image(staff.caller(), product_id.0, id).await?;
        Ok(Json(AdminImage::new(Some(id), image)))
    }

    /// Change an image
    ///
    /// Absent fields do not change. A new position moves the images in between. Returns the product.
    #[oai(
        path = "/products/:product_id/images/:image_id",
        method = "patch",
        operation_id = "admin_update_image"
    )]
    async fn update_image(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
        image_id: Path<ImageId>,
        body: Json<UpdateImage>,
    ) -> ApiResult<Json<AdminProduct>> {
        let command = ChangeImage {
            product_id: product_id.0,
            image_id: image_id.0,
            change: ImageChange {
                alt: body.0.alt,
                alts: body.0.alt_translations,
                focal_point: body.0.focal_point,
            },
            position: body.0.position,
        };
        let product = self.0.catalog.change_image(staff.caller(), command).await?;
        Ok(Json(product.into()))
    }

    /// Delete an image
    ///
    /// Variants that showed it have no image of their own any more. Its URL stays valid.
    #[oai(
        path = "/products/:product_id/images/:image_id",
        method = "delete",
        operation_id = "admin_delete_image"
    )]
    async fn delete_image(
        &self,
        staff: Staff,
        product_id: Path<ProductId>,
        image_id: Path<ImageId>,
    ) -> ApiResult<ImageDeleted> {
        let (catalog, id) = (&self.0.catalog, image_id.0);
        catalog
            .remove_image(staff.caller(), product_id.0, id)
            .await?;
        Ok(ImageDeleted::Deleted)
    }
}

/// Response of upload-image.
#[derive(ApiResponse)]
enum ImageUploaded {
    /// The product already has this image.
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

/// Response of delete-image.
#[derive(ApiResponse)]
enum ImageDeleted {
    /// The image is deleted.
    #[oai(status = 204)]
    Deleted,
}
