//! Shoppers' accounts: asked for, signed in to, recovered and looked at.

mod answers;
mod own;

use domain::identity::{NewPassword, Profile, ResetPassword, SignIn, SignUp};
use gateway::{ApiResult, Device, Invalid, Visitor};
use kernel::FieldFault;
use kernel::contact::Email;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use self::answers::ShopperSession;
use crate::{App, Tag};

pub(crate) use own::AccountApi;

pub(crate) struct ShopperAuthApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1/auth", tag = "Tag::ShopperAuth")]
impl ShopperAuthApi {
    /// Ask for an account
    ///
    /// The answer is the same whether the address has an account or not: what there is to know is in a
    /// mail to it. There is an account once the token of that mail has been sent to `verify-email`, with
    /// the password that was given here. Asking again takes the place of the earlier request.
    #[oai(path = "/signup", method = "post", operation_id = "storefront_sign_up")]
    async fn sign_up(&self, visitor: Visitor, body: Json<SignUpRequest>) -> ApiResult<MailSent> {
        let request = body.0.into_command()?;
        self.0.identity.sign_up(visitor.caller(), request).await?;
        Ok(MailSent::Accepted)
    }

    /// Ask for the mail about an account again
    ///
    /// The token of the earlier mail is then void. The answer is the same for every address.
    #[oai(
        path = "/resend-verification",
        method = "post",
        operation_id = "storefront_resend_verification"
    )]
    async fn resend(&self, visitor: Visitor, body: Json<Address>) -> ApiResult<MailSent> {
        let email = body.0.parse()?;
        self.0
            .identity
            .resend_verification(visitor.caller(), email)
            .await?;
        Ok(MailSent::Accepted)
    }

    /// Confirm an address
    ///
    /// Makes the account that the mail was about. A token that is wrong, was used, is too old, or was
    /// followed by a newer one gets the same answer, `invalid_token`.
    #[oai(
        path = "/verify-email",
        method = "post",
        operation_id = "storefront_verify_email"
    )]
    async fn verify_email(&self, visitor: Visitor, body: Json<MailToken>) -> ApiResult<Done> {
        self.0
            .identity
            .verify_email(visitor.caller(), &body.0.token)
            .await?;
        Ok(Done::Done)
    }

    /// Sign in
    ///
    /// An unknown address, a wrong password, an address that was not confirmed and an account of
    /// another tenant get the same answer, `invalid_credentials`.
    #[oai(path = "/login", method = "post", operation_id = "storefront_login")]
    async fn login(
        &self,
        visitor: Visitor,
        device: Device,
        body: Json<Credentials>,
    ) -> ApiResult<Json<ShopperSession>> {
        let attempt = SignIn::new(&body.0.email, &body.0.password);
        let session = self
            .0
            .identity
            .sign_in_shopper(visitor.caller(), attempt, device.name())
            .await?;
        Ok(Json(session.into()))
    }

    /// Stay signed in
    ///
    /// Gives a new access token, and a new refresh token in the place of the one that was sent, which
    /// is good once. Within ten seconds it may be sent again, as long as nobody has used what it was
    /// answered with: the newest answer counts. After that the session ends, and its owner gets a mail:
    /// somebody else may have the token.
    #[oai(
        path = "/refresh",
        method = "post",
        operation_id = "storefront_refresh"
    )]
    async fn refresh(
        &self,
        visitor: Visitor,
        body: Json<RefreshToken>,
    ) -> ApiResult<Json<ShopperSession>> {
        let token = body.0.parse()?;
        let session = self.0.identity.refresh(visitor.caller(), &token).await?;
        Ok(Json(session.into()))
    }

    /// Sign out
    ///
    /// Ends the session at once: neither its refresh token nor its access tokens are good any more.
    #[oai(path = "/logout", method = "post", operation_id = "storefront_logout")]
    async fn logout(&self, visitor: Visitor, body: Json<RefreshToken>) -> ApiResult<Done> {
        let token = body.0.parse()?;
        self.0.identity.sign_out(visitor.caller(), &token).await?;
        Ok(Done::Done)
    }

    /// Say that a password is forgotten
    ///
    /// Sends a mail, if the address has an account. The answer is the same for every address.
    #[oai(
        path = "/forgot-password",
        method = "post",
        operation_id = "storefront_forgot_password"
    )]
    async fn forgot_password(&self, visitor: Visitor, body: Json<Address>) -> ApiResult<MailSent> {
        let email = body.0.parse()?;
        self.0
            .identity
            .forget_password(visitor.caller(), email)
            .await?;
        Ok(MailSent::Accepted)
    }

    /// Choose a new password
    ///
    /// With the token of the mail about a forgotten one. Every session of the account ends, and its
    /// owner gets a mail about it.
    #[oai(
        path = "/reset-password",
        method = "post",
        operation_id = "storefront_reset_password"
    )]
    async fn reset_password(&self, visitor: Visitor, body: Json<PasswordReset>) -> ApiResult<Done> {
        let reset = body.0.into_command()?;
        self.0
            .identity
            .reset_password(visitor.caller(), reset)
            .await?;
        Ok(Done::Done)
    }
}

/// The request was taken. Whether there is a mail, its reader knows.
#[derive(ApiResponse)]
enum MailSent {
    /// What there is to know is in a mail to the address.
    #[oai(status = 202)]
    Accepted,
}

/// It was done, and there is nothing to tell.
#[derive(ApiResponse)]
pub(crate) enum Done {
    /// It was done.
    #[oai(status = 204)]
    Done,
}

/// Somebody who wants an account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SignUpRequest {
    /// Where mail goes, and what the person signs in with.
    #[oai(validator(max_length = 254))]
    email: String,
    /// At least 10 characters, and not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
    /// Given name.
    #[oai(validator(max_length = 100))]
    first_name: String,
    /// Family name.
    #[oai(validator(max_length = 100))]
    last_name: String,
}

impl SignUpRequest {
    fn into_command(self) -> Result<SignUp, Invalid> {
        let profile = Profile {
            first_name: self.first_name,
            last_name: self.last_name,
        };
        SignUp::parse(&self.email, &self.password, profile).map_err(Invalid::fields)
    }
}

/// An e-mail address.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "EmailAddress")]
struct Address {
    /// The address.
    #[oai(validator(max_length = 254))]
    email: String,
}

impl Address {
    fn parse(self) -> Result<Email, Invalid> {
        Email::parse(&self.email).map_err(|why| Invalid::field("/email", "malformed", why))
    }
}

/// What a shopper types to be let in.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "ShopperCredentials")]
struct Credentials {
    /// The e-mail address of the account.
    #[oai(validator(max_length = 254))]
    email: String,
    /// Its password.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// What a mail held.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct MailToken {
    /// The token in the mail's link.
    #[oai(validator(max_length = 128))]
    token: String,
}

/// What an access token is given for.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RefreshToken {
    /// The newest one that was given.
    #[oai(validator(max_length = 64))]
    refresh_token: String,
}

impl RefreshToken {
    fn parse(self) -> Result<String, Invalid> {
        let token = self.refresh_token;
        let is_token = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_token {
            Ok(token)
        } else {
            let rule = "the 64 hexadecimal digits that were given";
            Err(Invalid::field("/refresh_token", "malformed", rule))
        }
    }
}

/// A new password for a forgotten one.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PasswordReset {
    /// The token in the mail's link.
    #[oai(validator(max_length = 128))]
    token: String,
    /// At least 10 characters, and not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
}

impl PasswordReset {
    fn into_command(self) -> Result<ResetPassword, Invalid> {
        let password = NewPassword::parse(&self.password)
            .map_err(|fault: FieldFault| Invalid::fields(vec![fault]))?;
        Ok(ResetPassword {
            token: self.token,
            password,
        })
    }
}
