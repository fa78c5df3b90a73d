//! Pictures that the store uploads for its brand.

use domain::tenancy::{self, BrandImageError};
use gateway::{ApiResult, Contract, List, RawFile, Staff};
use imaging::UPLOAD_BYTES_MAX;
use kernel::Permission;
use kernel::ids::{BrandImageId, StorefrontId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(in crate::merchant) struct BrandImagesApi(pub(in crate::merchant) App);

/// What holds for each operation beside its types.
pub(in crate::merchant) const IMAGE_CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_brand_images").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_upload_brand_image")
        .takes_up_to(UPLOAD_BYTES_MAX)
        .needs(&[Permission::StorefrontWrite])
        .fails(&BrandImageError::UPLOAD),
    Contract::of("admin_delete_brand_image").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1/storefronts", tag = "Tag::AdminStorefronts")]
impl BrandImagesApi {
    /// List brand images
    ///
    /// The images that were uploaded for the storefront, the latest first.
    #[oai(
        path = "/:storefront_id/brand/images",
        method = "get",
        operation_id = "admin_list_brand_images"
    )]
    async fn list(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<List<BrandImage>>> {
        let images = &self.0.brand_images;
        let found = images.list(staff.caller(), storefront_id.0).await?;
        Ok(Json(List::of(found)))
    }

    /// Upload a brand image
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side. Its bytes
    /// decide what it is. It is turned upright, converted to sRGB and stored without EXIF data. Put its `url` into the
    /// brand as `logo_url`, or into a page. A storefront has at most 100 images. Uploading one that it has already
    /// returns 200 with that image and changes nothing.
    #[oai(
        path = "/:storefront_id/brand/images",
        method = "post",
        operation_id = "admin_upload_brand_image"
    )]
    async fn upload(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
        body: RawFile,
    ) -> ApiResult<BrandImageUploaded> {
        let storefront_id = storefront_id.0;
        let images = &self.0.brand_images;
        let (image, is_new) = images.add(staff.caller(), storefront_id, body.0).await?;
        let image = Json(BrandImage::from(image));
        if !is_new {
            return Ok(BrandImageUploaded::Known(image));
        }
        let location = format!("/admin/v1/storefronts/{storefront_id}/brand/images");
        Ok(BrandImageUploaded::Created(image, location))
    }

    /// Delete a brand image
    ///
    /// Its URL stays valid, where the brand shows it.
    #[oai(
        path = "/:storefront_id/brand/images/:brand_image_id",
        method = "delete",
        operation_id = "admin_delete_brand_image"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Storefront id.
        storefront_id: Path<StorefrontId>,
        /// Id of the image.
        brand_image_id: Path<BrandImageId>,
    ) -> ApiResult<BrandImageDeleted> {
        let images = &self.0.brand_images;
        images
            .delete(staff.caller(), storefront_id.0, brand_image_id.0)
            .await?;
        Ok(BrandImageDeleted::Deleted)
    }
}

/// An image of a storefront's brand.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct BrandImage {
    /// Image id.
    id: BrandImageId,
    /// URL, relative to the storefront's host. Its content never changes.
    url: String,
    /// Media type, such as `image/png`.
    content_type: String,
    /// Width in pixels.
    width: i32,
    /// Height in pixels.
    height: i32,
    /// When it was uploaded.
    created_at: OffsetDateTime,
}

/// Response of upload.
#[derive(ApiResponse)]
enum BrandImageUploaded {
    /// The storefront has the image already.
    #[oai(status = 200)]
    Known(Json<BrandImage>),
    /// The image.
    #[oai(status = 201)]
    Created(
        Json<BrandImage>,
        /// URL of the list.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete.
#[derive(ApiResponse)]
enum BrandImageDeleted {
    /// The image is gone.
    #[oai(status = 204)]
    Deleted,
}

impl From<tenancy::BrandImage> for BrandImage {
    fn from(image: tenancy::BrandImage) -> Self {
        Self {
            url: image.url(),
            id: image.id,
            content_type: image.content_type,
            width: image.width,
            height: image.height,
            created_at: image.created_at,
        }
    }
}
