//! The pictures of the store's products.

use gateway::media::{Picture, picture};
use gateway::{ApiResult, Context};
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Response;

use crate::{App, Tag};

pub(crate) struct MediaApi(pub(crate) App);

#[OpenApi(prefix_path = "/media", tag = "Tag::Media")]
impl MediaApi {
    /// Show a picture
    ///
    /// Products name the addresses of their pictures. What is under an address never changes.
    #[oai(
        path = "/:tenant_id/:file",
        method = "get",
        operation_id = "storefront_get_picture"
    )]
    async fn get_picture(
        &self,
        context: Context,
        /// The tenant that the host names.
        tenant_id: Path<String>,
        /// The file's name.
        file: Path<String>,
    ) -> ApiResult<Response<Picture>> {
        picture(&context.0, self.0.objects.as_ref(), &tenant_id, &file).await
    }
}
