//! Shoppers' accounts: sign-up, sign-in, recovery and profile.

mod addresses;
mod answers;
mod carts;
mod codes;
mod consents;
mod email_change;
mod export;
mod export_files;
mod own;
mod social;

use domain::identity::{
    ConfirmEmail, GivenConsents, IdentityError, NewPassword, Password, Profile, ResetPassword,
    SignIn, SignUp,
};
use gateway::{ApiResult, ClientAddress, Contract, Cost, Device, Invalid, Visitor};
use kernel::contact::Email;
use kernel::{FieldFault, Permission};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use self::answers::ShopperSession;
use self::carts::GuestCart;
use crate::{App, Tag};

pub(crate) use addresses::{AddressesApi, CONTRACTS as ADDRESS_CONTRACTS};
pub(crate) use answers::{Done, MailSent};
pub(crate) use carts::{AccountCartApi, CONTRACTS as CART_CONTRACTS};
pub(crate) use codes::{CONTRACTS as CODE_CONTRACTS, LoginCodesApi};
pub(crate) use consents::{CONTRACTS as CONSENT_CONTRACTS, ConsentsApi};
pub(crate) use email_change::{CONTRACTS as EMAIL_CHANGE_CONTRACTS, EmailChangeApi};
pub(crate) use export::{CONTRACTS as EXPORT_CONTRACTS, ExportApi};
pub(crate) use export_files::{CONTRACTS as EXPORT_FILE_CONTRACTS, ExportFilesApi};
pub(crate) use own::{AccountApi, CONTRACTS as OWN_CONTRACTS};
pub(crate) use social::{CONTRACTS as SOCIAL_CONTRACTS, IdentitiesApi, SocialApi};

pub(crate) struct ShopperAuthApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_sign_up")
        .costs(Cost::Mail)
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::WEAK_PASSWORD, IdentityError::SIGN_IN_BUSY]),
    Contract::of("storefront_resend_verification")
        .costs(Cost::Mail)
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_verify_email")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[
            IdentityError::INVALID_TOKEN,
            IdentityError::PASSWORD_REQUIRED,
            IdentityError::WRONG_PASSWORD,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_login")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[
            IdentityError::INVALID_CREDENTIALS,
            IdentityError::ACCOUNT_BLOCKED,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_refresh")
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::UNAUTHENTICATED]),
    Contract::of("storefront_logout").needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_forgot_password")
        .costs(Cost::Mail)
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_reset_password")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[
            IdentityError::INVALID_TOKEN,
            IdentityError::WEAK_PASSWORD,
            IdentityError::SIGN_IN_BUSY,
        ]),
];

#[OpenApi(prefix_path = "/storefront/v1/auth", tag = "Tag::ShopperAuth")]
impl ShopperAuthApi {
    /// Sign up
    ///
    /// Always answers 202. An e-mail to the address holds a link, which confirms this sign-up and no
    /// other: send its token to `verify-email` to open the account with the password given here. Several
    /// sign-ups for one address may be pending; confirming one ends the others. An address that has an
    /// account gets an e-mail that says so. One e-mail is sent to an address in a minute: a further
    /// request within it sends none, and is confirmed by sending its password with the link's token. What was
    /// agreed to is recorded with the account, as of the sign-up.
    #[oai(path = "/signup", method = "post", operation_id = "storefront_sign_up")]
    async fn sign_up(&self, visitor: Visitor, body: Json<SignUpRequest>) -> ApiResult<MailSent> {
        let request = body.0.into_command()?;
        self.0.identity.sign_up(visitor.caller(), request).await?;
        Ok(MailSent::Accepted)
    }

    /// Resend the confirmation e-mail
    ///
    /// Always answers 202. Earlier links stay good until they expire. One e-mail is sent to an address in
    /// a minute.
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

    /// Confirm an e-mail address
    ///
    /// Opens the account of the sign-up that the link was sent for, with its password. Anybody can sign
    /// up with any address, so a page behind the link should ask for the password and send it too: then
    /// only a sign-up with that password is confirmed, and 422 `wrong_password` is returned if none of
    /// the address's has it. A link that was sent again while several sign-ups were pending needs the
    /// password (422 `password_required`). A token that is wrong, was used or has expired returns 400
    /// `invalid_token`.
    #[oai(
        path = "/verify-email",
        method = "post",
        operation_id = "storefront_verify_email"
    )]
    async fn verify_email(&self, visitor: Visitor, body: Json<MailToken>) -> ApiResult<Done> {
        let confirm = ConfirmEmail {
            token: body.0.token,
            password: body.0.password.as_deref().map(Password::typed),
        };
        self.0
            .identity
            .verify_email(visitor.caller(), confirm)
            .await?;
        Ok(Done::Done)
    }

    /// Sign in
    ///
    /// An unknown address, a wrong password, an address that was not confirmed and an account of
    /// another tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one
    /// address within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have
    /// signed in to the account before; resetting the password lets its owner in at once.
    ///
    /// With `guest_cart`, what is in that cart moves to the account's cart by the store's rule, and `cart` of the
    /// response names what was left out. A cart that cannot be taken over does not keep anybody from signing in.
    #[oai(path = "/login", method = "post", operation_id = "storefront_login")]
    async fn login(
        &self,
        visitor: Visitor,
        device: Device,
        client: ClientAddress,
        body: Json<Credentials>,
    ) -> ApiResult<Json<ShopperSession>> {
        let guest = GuestCart::parse(body.0.guest_cart)?;
        let attempt = SignIn::new(&body.0.email, &body.0.password).from_client(client.0);
        let session = self
            .0
            .identity
            .sign_in_shopper(visitor.caller(), attempt, device.name())
            .await?;
        let session = self.0.welcome(visitor.caller(), session, guest).await?;
        Ok(Json(session))
    }

    /// Refresh the session
    ///
    /// Returns a new access token, and a new refresh token in the place of the one that was sent, which
    /// is good once. Within ten seconds it may be sent again, while no token it was answered with has
    /// been used: each answer's token is good then, until a newer one is used. Any other reuse ends the
    /// session, and its owner gets an e-mail: the token may have been stolen. A session ends 30 days after
    /// it was last used, and 90 days after signing in.
    #[oai(
        path = "/refresh",
        method = "post",
        operation_id = "storefront_refresh"
    )]
    async fn refresh(
        &self,
        visitor: Visitor,
        client: ClientAddress,
        body: Json<RefreshToken>,
    ) -> ApiResult<Json<ShopperSession>> {
        let token = body.0.parse()?;
        let session = self
            .0
            .identity
            .refresh(visitor.caller(), &token, Some(client.0))
            .await?;
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

    /// Request a password reset
    ///
    /// Always answers 202. If the address has an account, an e-mail with a link is on its way; one is sent
    /// to an address in a minute. A link is good once, for 30 minutes, and until the password changes.
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

    /// Reset the password
    ///
    /// With the token of a link. Every session of the account and every other link ends, and its owner
    /// gets an e-mail about it.
    #[oai(
        path = "/reset-password",
        method = "post",
        operation_id = "storefront_reset_password"
    )]
    async fn reset_password(
        &self,
        visitor: Visitor,
        client: ClientAddress,
        body: Json<PasswordReset>,
    ) -> ApiResult<Done> {
        let reset = body.0.into_command()?;
        self.0
            .identity
            .reset_password(visitor.caller(), reset, Some(client.0))
            .await?;
        Ok(Done::Done)
    }
}

/// A sign-up.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SignUpRequest {
    /// E-mail address to sign in with. The part before the `@` is ASCII; the domain may be
    /// internationalised and is kept in its ASCII form (`xn--…`).
    #[oai(validator(max_length = 254))]
    email: String,
    /// At least 10 characters, not easily guessed and not the e-mail address.
    #[oai(validator(max_length = 1024))]
    password: String,
    /// Given name, or the only one: 1 to 100 characters, none invisible or a control character.
    #[oai(validator(max_length = 100))]
    first_name: String,
    /// Family name, under the same rule; people with one name leave it out.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
    /// Version of the store's terms that were accepted, as the storefront calls it: 1 to 50 characters.
    #[oai(validator(max_length = 50))]
    terms_version: Option<String>,
    /// Whether offers may come by e-mail; `false` if absent.
    marketing_email: Option<bool>,
    /// Whether offers may come by text message; `false` if absent.
    marketing_sms: Option<bool>,
}

impl SignUpRequest {
    fn into_command(self) -> Result<SignUp, Invalid> {
        let profile = Profile {
            first_name: self.first_name,
            last_name: self.last_name.unwrap_or_default(),
        };
        let wants = (
            self.marketing_email.unwrap_or_default(),
            self.marketing_sms.unwrap_or_default(),
        );
        let consents = GivenConsents::parse(self.terms_version.as_deref(), wants);
        let request = SignUp::parse(&self.email, &self.password, profile);
        match (request, consents) {
            (Ok(request), Ok(consents)) => Ok(request.with_consents(consents)),
            (Ok(_), Err(fault)) => Err(Invalid::fields(vec![fault])),
            (Err(faults), consents) => {
                let faults = faults.into_iter().chain(consents.err());
                Err(Invalid::fields(faults.collect()))
            }
        }
    }
}

/// An e-mail address.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "EmailAddress")]
struct Address {
    /// E-mail address.
    #[oai(validator(max_length = 254))]
    email: String,
}

impl Address {
    fn parse(self) -> Result<Email, Invalid> {
        Email::parse(&self.email).map_err(|why| Invalid::field("/email", "malformed", why))
    }
}

/// Credentials of a shopper.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "ShopperCredentials")]
struct Credentials {
    /// E-mail address of the account.
    #[oai(validator(max_length = 254))]
    email: String,
    /// Password of the account.
    #[oai(validator(max_length = 1024))]
    password: String,
    /// Cart of the guest who signs in.
    guest_cart: Option<GuestCart>,
}

/// Confirms a sign-up.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct MailToken {
    /// Token from the link in the e-mail.
    #[oai(validator(max_length = 128))]
    token: String,
    /// The password that was chosen when signing up. If absent, the sign-up that the link was sent for
    /// is confirmed.
    #[oai(validator(max_length = 1024))]
    password: Option<String>,
}

/// A refresh request.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RefreshToken {
    /// The most recent refresh token of the session.
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

/// Resets a password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PasswordReset {
    /// Token from the link in the e-mail.
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
