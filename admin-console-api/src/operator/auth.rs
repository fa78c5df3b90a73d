//! Signing in to the platform's console.

use domain::identity::IdentityError;
use gateway::{ApiResult, ClientAddress, Contract, Cost, PlatformHost};
use kernel::ports::KeyRingError;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use crate::json::{Credentials, Session};
use crate::{App, Tag};

pub(crate) struct AuthApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("operator_login")
    .costs(Cost::Credential)
    .fails(&[
        IdentityError::INVALID_CREDENTIALS,
        IdentityError::SECOND_FACTOR_REQUIRED,
        IdentityError::INVALID_SECOND_FACTOR,
        IdentityError::TOO_MANY_ATTEMPTS,
        IdentityError::SIGN_IN_BUSY,
        KeyRingError::KEYS_UNAVAILABLE,
    ])];

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorAuth")]
impl AuthApi {
    /// Sign in
    ///
    /// An unknown address and a wrong password get the same answer, `invalid_credentials`. After 10
    /// wrong passwords for one address within 15 minutes the answer is 429 `too_many_attempts`, except
    /// to clients that have signed in before. If the account has a second factor and `code` is absent, a right
    /// password gets 401 `second_factor_required`; a code that is wrong, or was used, gets 401
    /// `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429. Where operators need a second factor,
    /// who has none may do nothing but enrol one: 403 `step_up_required`.
    #[oai(path = "/auth/login", method = "post", operation_id = "operator_login")]
    async fn login(
        &self,
        _host: PlatformHost,
        client: ClientAddress,
        body: Json<Credentials>,
    ) -> ApiResult<Json<Session>> {
        let attempt = body.0.into_attempt().from_client(client.0);
        let signed_in = self.0.identity.sign_in_operator(attempt).await?;
        Ok(Json(Session::from(&signed_in)))
    }
}
