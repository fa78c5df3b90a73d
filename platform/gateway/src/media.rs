//! Serves pictures out of the object store.

use kernel::ports::{ObjectStore, ObjectStoreError, cache_control};
use kernel::{Case, Fault};
use poem_openapi::ApiResponse;
use poem_openapi::payload::{Binary, Response};

use crate::access::Refusal;
use crate::context::RequestContext;
use crate::error::{ApiError, ApiResult};

/// Types that browsers show as pictures and never run.
const PICTURES: [&str; 5] = [
    "image/avif",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
];

/// A picture, of one of the types that browsers only show.
#[derive(ApiResponse)]
pub enum Picture {
    /// The picture; another one has another address. How long it may be kept, `Cache-Control` says.
    #[oai(status = 200, content_type = "image/*")]
    Found(Binary<Vec<u8>>),
}

#[derive(Debug, thiserror::Error)]
#[error("the pictures cannot be read at the moment")]
struct StoreOut(#[source] ObjectStoreError);

/// The case of pictures that cannot be read at the moment.
pub const MEDIA_UNAVAILABLE: Case = Case::unavailable("media_unavailable");

impl Fault for StoreOut {
    fn case(&self) -> Case {
        MEDIA_UNAVAILABLE
    }
}

/// The picture `tenant/file` for whoever came through the tenant's own hosts; to everybody else
/// there is nothing here.
pub async fn picture(
    context: &RequestContext,
    store: &dyn ObjectStore,
    tenant: &str,
    file: &str,
) -> ApiResult<Response<Picture>> {
    let storefront = context.storefront()?;
    let id = storefront.tenant_id;
    if tenant != id.to_string() && tenant != id.uuid().to_string() {
        return Err(Refusal::NotFound.into());
    }
    let object = match store.get(&format!("{tenant}/{file}")).await {
        Ok(object) => object,
        Err(ObjectStoreError::BadKey(_)) => None,
        Err(error @ ObjectStoreError::Unavailable(_)) => return Err(StoreOut(error).into()),
    };
    let object = object.ok_or_else(|| ApiError::from(Refusal::NotFound))?;
    if !PICTURES.contains(&object.content_type.as_str()) {
        return Err(Refusal::NotFound.into());
    }
    Ok(Response::new(Picture::Found(Binary(object.bytes.into())))
        .header("Content-Type", object.content_type)
        .header("Cache-Control", cache_control(file)))
}
