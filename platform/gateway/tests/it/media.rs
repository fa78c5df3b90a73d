//! Pictures of one tenant are not served on another's host.

use async_trait::async_trait;
use bytes::Bytes;
use gateway::media::{Picture, picture};
use gateway::{ApiResult, Context, Contract};
use kernel::ports::{Object, ObjectStore, ObjectStoreError};
use poem::test::TestClient;
use poem::{EndpointExt, IntoEndpoint};
use poem_openapi::param::Path;
use poem_openapi::payload::Response;
use poem_openapi::{OpenApi, OpenApiService};

use crate::support::{behind, problem, settings, tenant};

/// Holds one picture, one page and one program of tenant 1.
struct Shelf;

#[async_trait]
impl ObjectStore for Shelf {
    async fn put(&self, key: &str, _: Bytes, _: &str) -> Result<(), ObjectStoreError> {
        Err(ObjectStoreError::BadKey(key.to_owned()))
    }

    async fn remove(&self, key: &str) -> Result<(), ObjectStoreError> {
        Err(ObjectStoreError::BadKey(key.to_owned()))
    }

    async fn get(&self, key: &str) -> Result<Option<Object>, ObjectStoreError> {
        let (folder, file) = key.split_once('/').unwrap();
        assert_eq!(folder, tenant(1).to_string(), "a foreign key was asked for");
        let content_type = match file {
            "mug.png" => "image/png",
            "page.html" => "text/html",
            "broken.png" => return Err(ObjectStoreError::Unavailable("no disk".into())),
            ".." => return Err(ObjectStoreError::BadKey(key.to_owned())),
            _ => return Ok(None),
        };
        let (bytes, content_type) = (Bytes::from_static(b"png"), content_type.to_owned());
        Ok(Some(Object {
            bytes,
            content_type,
        }))
    }
}

struct Api;

#[OpenApi]
impl Api {
    /// Show a picture
    #[oai(
        path = "/media/:tenant/:file",
        method = "get",
        operation_id = "picture"
    )]
    async fn picture(
        &self,
        context: Context,
        tenant: Path<String>,
        file: Path<String>,
    ) -> ApiResult<Response<Picture>> {
        picture(&context.0, &Shelf, &tenant, &file).await
    }
}

#[tokio::test]
async fn a_picture_is_shown_at_its_own_tenants_door_only() {
    let service = OpenApiService::new(Api, "Test", "1.0.0");
    let spec = service.spec();
    let contracts = [Contract::of("picture")];
    let client = TestClient::new(behind(
        settings(),
        (&spec, &contracts),
        service.into_endpoint().boxed(),
    ));
    let get = |host: &'static str, path: String| client.get(path).header("Host", host).send();
    let own = format!("/media/{}", tenant(1));

    let shown = get("aurora.example", format!("{own}/mug.png")).await;
    shown.assert_status_is_ok();
    shown.assert_header("Content-Type", "image/png");
    shown.assert_header("Cache-Control", "public, max-age=31536000, immutable");
    shown.assert_header("X-Content-Type-Options", "nosniff");
    shown.assert_bytes(b"png").await;

    for (host, path) in [
        ("borealis.example", format!("{own}/mug.png")),
        ("aurora.example", format!("/media/{}/mug.png", tenant(2))),
        ("aurora.example", format!("{own}/absent.png")),
        ("aurora.example", format!("{own}/page.html")),
        ("aurora.example", format!("{own}/..")),
        ("aurora.example", "/media/../mug.png".to_owned()),
        ("api.example", format!("{own}/mug.png")),
    ] {
        let refused = get(host, path.clone()).await;
        assert_eq!(
            problem(refused).await,
            (404, "not_found".into()),
            "{host}{path}"
        );
    }
    let out = get("aurora.example", format!("{own}/broken.png")).await;
    assert_eq!(problem(out).await, (503, "media_unavailable".into()));
}
