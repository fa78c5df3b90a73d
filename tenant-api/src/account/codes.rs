//! Signing in with a code from an e-mail.

use domain::identity::IdentityError;
use gateway::{ApiResult, ClientAddress, Contract, Cost, Device, Invalid, Visitor};
use kernel::Permission;
use kernel::contact::Email;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::answers::ShopperSession;
use super::carts::GuestCart;
use super::{Address, MailSent};
use crate::{App, Tag};

pub(crate) struct LoginCodesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_request_login_code")
        .costs(Cost::Mail)
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_login_with_code")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[
            IdentityError::INVALID_CREDENTIALS,
            IdentityError::ACCOUNT_BLOCKED,
            IdentityError::TOO_MANY_ATTEMPTS,
        ]),
];

#[OpenApi(prefix_path = "/storefront/v1/auth", tag = "Tag::ShopperAuth")]
impl LoginCodesApi {
    /// Request a code to sign in with
    ///
    /// Always answers 202. An address that has an account gets an e-mail with a code of eight digits, which is
    /// good once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a
    /// minute.
    #[oai(
        path = "/login-code",
        method = "post",
        operation_id = "storefront_request_login_code"
    )]
    async fn request_code(&self, visitor: Visitor, body: Json<Address>) -> ApiResult<MailSent> {
        let email = body.0.parse()?;
        self.0
            .identity
            .request_login_code(visitor.caller(), email)
            .await?;
        Ok(MailSent::Accepted)
    }

    /// Sign in with a code
    ///
    /// A wrong or used code, one that has expired and an unknown address get the same answer,
    /// `invalid_credentials`. After 5 wrong codes for one address within 15 minutes the answer is 429
    /// `too_many_attempts`. `guest_cart` is taken over as at signing in with a password.
    #[oai(
        path = "/login-with-code",
        method = "post",
        operation_id = "storefront_login_with_code"
    )]
    async fn login_with_code(
        &self,
        visitor: Visitor,
        device: Device,
        client: ClientAddress,
        body: Json<CodeCredentials>,
    ) -> ApiResult<Json<ShopperSession>> {
        let email = Email::parse(&body.0.email)
            .map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
        let guest = GuestCart::parse(body.0.guest_cart)?;
        let from = (device.name(), Some(client.0));
        let session = self
            .0
            .identity
            .sign_in_with_code(visitor.caller(), (&email, &body.0.code), from)
            .await?;
        let session = self.0.welcome(visitor.caller(), session, guest).await?;
        Ok(Json(session))
    }
}

/// A code in the place of a password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CodeCredentials {
    /// E-mail address of the account.
    #[oai(validator(max_length = 320))]
    email: String,
    /// Code of the e-mail; spaces do not matter.
    #[oai(validator(max_length = 40))]
    code: String,
    /// Cart of the guest who signs in.
    guest_cart: Option<GuestCart>,
}
