//! Signing in to the platform's console.

use gateway::{ApiResult, PlatformHost};
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use crate::json::{Credentials, Session};
use crate::{App, Tag};

pub(crate) struct AuthApi(pub(crate) App);

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorAuth")]
impl AuthApi {
    /// Sign in
    ///
    /// An unknown address and a wrong password get the same answer, `invalid_credentials`.
    #[oai(path = "/auth/login", method = "post", operation_id = "operator_login")]
    async fn login(
        &self,
        _host: PlatformHost,
        body: Json<Credentials>,
    ) -> ApiResult<Json<Session>> {
        let attempt = body.0.into_attempt();
        let signed_in = self.0.identity.sign_in_operator(attempt).await?;
        Ok(Json(Session::from(&signed_in)))
    }
}
