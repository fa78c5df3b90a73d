//! Signing in to a tenant's admin console.

use domain::identity::{AcceptInvitation, IdentityError, Password, SignIn, StaffError};
use gateway::{ApiResult, ClientAddress, Context, Contract, Cost, Device, Invalid, TenantHost};
use kernel::Caller;
use kernel::contact::Email;
use kernel::ports::KeyRingError;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::sessions::StaffSession;
use crate::{App, Tag};

pub(crate) struct AuthApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_login").costs(Cost::Credential).fails(&[
        IdentityError::INVALID_CREDENTIALS,
        IdentityError::SECOND_FACTOR_REQUIRED,
        IdentityError::INVALID_SECOND_FACTOR,
        IdentityError::TOO_MANY_ATTEMPTS,
        IdentityError::SIGN_IN_BUSY,
        KeyRingError::KEYS_UNAVAILABLE,
    ]),
    Contract::of("admin_refresh").fails(&[IdentityError::UNAUTHENTICATED]),
    Contract::of("admin_logout"),
    Contract::of("admin_forgot_password").costs(Cost::Mail),
    Contract::of("admin_reset_password")
        .costs(Cost::Credential)
        .fails(&[
            IdentityError::INVALID_TOKEN,
            IdentityError::WEAK_PASSWORD,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("admin_accept_invitation")
        .costs(Cost::Credential)
        .fails(&[
            IdentityError::INVALID_TOKEN,
            IdentityError::WEAK_PASSWORD,
            IdentityError::SIGN_IN_BUSY,
            StaffError::ACCOUNT_NEEDED,
        ]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAuth")]
impl AuthApi {
    /// Sign in
    ///
    /// The host names the tenant. An unknown address, a wrong password and an account of another
    /// tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
    /// within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
    /// before. If the account has a second factor and `code` is absent, a right password gets 401
    /// `second_factor_required`: ask for the code, and send all three. A code that is wrong, or was used,
    /// gets 401 `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429.
    #[oai(path = "/auth/login", method = "post", operation_id = "admin_login")]
    async fn login(
        &self,
        host: TenantHost,
        client: ClientAddress,
        device: Device,
        body: Json<StaffCredentials>,
    ) -> ApiResult<Json<StaffSession>> {
        let attempt = SignIn::new(&body.0.email, &body.0.password)
            .with_code(body.0.code, device.name())
            .from_client(client.0);
        let signed_in = self
            .0
            .identity
            .sign_in_staff(host.tenant_id(), attempt)
            .await?;
        Ok(Json(signed_in.into()))
    }

    /// Refresh the session
    ///
    /// Returns a new access token, and a new refresh token in the place of the one that was sent, which is good
    /// once. One that comes again gets 401; after more than ten seconds its session ends as well, and its
    /// owner gets an e-mail: the token may have been stolen. A session ends 7 days after it was last used, and
    /// 30 days after signing in.
    #[oai(
        path = "/auth/refresh",
        method = "post",
        operation_id = "admin_refresh"
    )]
    async fn refresh(
        &self,
        host: TenantHost,
        context: Context,
        body: Json<StaffRefresh>,
    ) -> ApiResult<Json<StaffSession>> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let session = self
            .0
            .identity
            .refresh_staff(host.tenant_id(), storefront_id, &body.0.refresh_token)
            .await?;
        Ok(Json(session.into()))
    }

    /// Sign out
    ///
    /// Ends the session of a refresh token, and its access tokens with it. Any other text changes nothing, and
    /// the response is the same.
    #[oai(path = "/auth/logout", method = "post", operation_id = "admin_logout")]
    async fn logout(&self, host: TenantHost, body: Json<StaffRefresh>) -> ApiResult<Done> {
        self.0
            .identity
            .sign_out_staff(host.tenant_id(), &body.0.refresh_token)
            .await?;
        Ok(Done::Done)
    }

    /// Request a new password
    ///
    /// Always answers 202. A staff member of this tenant with the address gets an e-mail with a link that is
    /// good for 30 minutes. One e-mail is sent to an address in a minute.
    #[oai(
        path = "/auth/forgot-password",
        method = "post",
        operation_id = "admin_forgot_password"
    )]
    async fn forgot_password(
        &self,
        host: TenantHost,
        context: Context,
        body: Json<StaffAddress>,
    ) -> ApiResult<LetterSent> {
        let email = Email::parse(&body.0.email)
            .map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
        let storefront_id = context.0.storefront()?.storefront_id;
        self.0
            .identity
            .forget_staff_password(host.tenant_id(), storefront_id, email)
            .await?;
        Ok(LetterSent::Accepted)
    }

    /// Reset the password
    ///
    /// Sets the password of the account that the link is about, and ends all its sessions, in every tenant. A
    /// second factor stays, and is asked for at the next sign-in.
    #[oai(
        path = "/auth/reset-password",
        method = "post",
        operation_id = "admin_reset_password"
    )]
    async fn reset_password(
        &self,
        host: TenantHost,
        context: Context,
        client: ClientAddress,
        body: Json<StaffPasswordReset>,
    ) -> ApiResult<Done> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let password = new_password(&body.0.password)?;
        self.0
            .identity
            .reset_staff_password(
                host.tenant_id(),
                storefront_id,
                (&body.0.token, password),
                Some(client.0),
            )
            .await?;
        Ok(Done::Done)
    }

    /// Accept an invitation
    ///
    /// The token is the one of the link that was sent to the invited address. A person who has an account
    /// keeps its name and password; a new account needs both, and without them the response is 422
    /// `account_needed`. Sign in afterwards.
    #[oai(
        path = "/staff-invitations/accept",
        method = "post",
        operation_id = "admin_accept_invitation"
    )]
    async fn accept_invitation(
        &self,
        host: TenantHost,
        body: Json<InvitationAcceptance>,
    ) -> ApiResult<Json<AcceptedInvitation>> {
        let accept = AcceptInvitation {
            token: body.0.token,
            name: body.0.name,
            password: body.0.password,
        };
        let caller = Caller::system(host.tenant_id());
        let accepted = self.0.identity.accept_invitation(&caller, accept).await?;
        Ok(Json(AcceptedInvitation {
            email: accepted.email.as_str().to_owned(),
            is_new_account: accepted.is_new,
        }))
    }
}

/// A new password of a staff member, if it has the form that one must have.
pub(super) fn new_password(text: &str) -> Result<Password, Invalid> {
    Password::parse(text).map_err(|why| Invalid::field("/password", "malformed", why.rule))
}

/// Success without content.
#[derive(ApiResponse)]
pub(super) enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// An e-mail may follow.
#[derive(ApiResponse)]
enum LetterSent {
    /// Accepted: if a staff member has the address, an e-mail follows.
    #[oai(status = 202)]
    Accepted,
}

/// Credentials of a staff member.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffCredentials {
    /// E-mail address of the account.
    email: String,
    /// Password of the account.
    #[oai(validator(max_length = 1024))]
    password: String,
    /// Code of the second factor, or a recovery code.
    #[oai(validator(max_length = 40))]
    code: Option<String>,
}

/// A refresh token.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffRefresh {
    /// Refresh token of the session.
    #[oai(validator(max_length = 64))]
    refresh_token: String,
}

/// An address whose password is forgotten.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffAddress {
    /// E-mail address of the account.
    #[oai(validator(max_length = 320))]
    email: String,
}

/// A new password in the place of one that was forgotten.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffPasswordReset {
    /// Token of the link.
    #[oai(validator(max_length = 200))]
    token: String,
    /// New password: 15 to 1024 characters that are not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// What an invited person sends.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct InvitationAcceptance {
    /// Token of the link.
    token: String,
    /// Name of a new account, 1 to 200 characters.
    name: Option<String>,
    /// Password of a new account: 15 to 1024 characters that are not easily guessed.
    password: Option<String>,
}

/// An accepted invitation.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AcceptedInvitation {
    /// E-mail address to sign in with.
    email: String,
    /// Whether the account is new; otherwise its password stays.
    is_new_account: bool,
}
