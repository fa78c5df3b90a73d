//! The pictures of the store's products.

use gateway::media::{MEDIA_UNAVAILABLE, Picture, picture};
use gateway::{ApiResult, Context, Contract};
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Response;

use crate::{App, Tag};

pub(crate) struct MediaApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] =
    &[Contract::of("storefront_get_picture").fails(&[MEDIA_UNAVAILABLE])];

#[OpenApi(prefix_path = "/media", tag = "Tag::Media")]
impl MediaApi {
    /// Get an image
    ///
    /// Products and brands link to their images. The content of a URL never changes.
    #[oai(
        path = "/:tenant_id/:file",
        method = "get",
        operation_id = "storefront_get_picture"
    )]
    async fn get_picture(
        &self,
        context: Context,
        /// Tenant of the image.
        tenant_id: Path<String>,
        /// File name.
        file: Path<String>,
    ) -> ApiResult<Response<Picture>> {
        picture(&context.0, self.0.objects.as_ref(), &tenant_id, &file).await
    }
}
