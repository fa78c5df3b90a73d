//! Signing in with an account at another company's, and what an account is linked to.

use domain::identity::{self, IdentityError, ReturnPath, SocialError, SocialReturn};
use gateway::{ApiResult, ClientAddress, Contract, Cost, Device, Invalid, List, Shopper, Visitor};
use kernel::config::Secret;
use kernel::ids::{IdentityProviderId, LinkedIdentityId};
use kernel::ports::{KeyRingError, OpenIdError};
use kernel::{Caller, Permission};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::Done;
use super::answers::ShopperSession;
use super::carts::GuestCart;
use crate::{App, Tag};

/// The page of the shop that providers send browsers back to.
const PAGE: &str = "/account/social";

pub(crate) struct SocialApi(pub(crate) App);

pub(crate) struct IdentitiesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_identity_providers").needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_begin_social_sign_in")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[OpenIdError::IDENTITY_PROVIDER_UNAVAILABLE]),
    Contract::of("storefront_finish_social_sign_in")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[
            SocialError::INVALID_STATE,
            SocialError::EMAIL_NOT_VERIFIED,
            SocialError::LINK_REQUIRED,
            SocialError::IDENTITY_IN_USE,
            KeyRingError::KEYS_UNAVAILABLE,
            OpenIdError::INVALID_CODE,
            OpenIdError::ID_TOKEN_REFUSED,
            OpenIdError::IDENTITY_PROVIDER_UNAVAILABLE,
            IdentityError::ACCOUNT_BLOCKED,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_list_identities").needs(&[Permission::AccountManage]),
    Contract::of("storefront_link_identity")
        .costs(Cost::Credential)
        .needs(&[Permission::AccountManage])
        .fails(&[IdentityError::INVALID_TOKEN, SocialError::IDENTITY_IN_USE]),
    Contract::of("storefront_unlink_identity")
        .needs(&[Permission::AccountManage])
        .fails(&[SocialError::LAST_SIGN_IN_METHOD]),
];

impl App {
    /// Where providers send browsers back to: on the host that the storefront is known by, whichever was asked.
    async fn social_page(&self, caller: &Caller) -> ApiResult<String> {
        let host = self.tenancy.primary_host(caller).await?;
        Ok(format!("{}{PAGE}", self.links.base(&host)))
    }
}

#[OpenApi(prefix_path = "/storefront/v1/auth/social", tag = "Tag::ShopperAuth")]
impl SocialApi {
    /// List identity providers
    ///
    /// Those that shoppers may sign in with, oldest first.
    #[oai(
        path = "/providers",
        method = "get",
        operation_id = "storefront_list_identity_providers"
    )]
    async fn providers(&self, visitor: Visitor) -> ApiResult<Json<List<SignInProvider>>> {
        let providers = self.0.identity.sign_in_providers(visitor.caller()).await?;
        Ok(Json(List::of(providers)))
    }

    /// Start a sign-in with an identity provider
    ///
    /// Keep `browser_token` in this browser, such as in its session storage, and send the browser to
    /// `authorization_url`. It comes back to `/account/social` on the primary host of the storefront, with `code`
    /// and `state`, or with `error` if the shopper did not go on. 503 `identity_provider_unavailable` if the
    /// provider does not answer.
    #[oai(
        path = "/providers/:identity_provider_id/start",
        method = "post",
        operation_id = "storefront_begin_social_sign_in"
    )]
    async fn begin(
        &self,
        visitor: Visitor,
        /// Id of the provider.
        identity_provider_id: Path<IdentityProviderId>,
        body: Json<BeginSocialSignIn>,
    ) -> ApiResult<Json<SocialStart>> {
        let return_to =
            ReturnPath::parse(&body.0.return_to).map_err(|fault| Invalid::fields(vec![fault]))?;
        let page = self.0.social_page(visitor.caller()).await?;
        let identity = &self.0.identity;
        let started = identity
            .begin_social_sign_in(visitor.caller(), identity_provider_id.0, (page, return_to))
            .await?;
        Ok(Json(SocialStart {
            authorization_url: started.authorization_url,
            browser_token: started.browser_token.expose().clone(),
            expires_at: started.expires_at,
        }))
    }

    /// Finish a sign-in with an identity provider
    ///
    /// Signs in to the account that the identity is linked to, or opens one if the provider has verified the e-mail
    /// address and no account has it. Each start is good for one try, within 10 minutes, in the browser that has its
    /// token, on the storefront where it began: 400 `invalid_state` otherwise. 400 `invalid_code` if the provider
    /// does not take the code, 422 `id_token_refused` if its ID token is not right, 422 `email_not_verified` without
    /// a verified address.
    ///
    /// 409 `link_required` if the address has an account: its owner signs in with the password or a code, and sends
    /// the same `browser_token` to `POST /storefront/v1/account/identities` within 30 minutes. `guest_cart` is taken
    /// over as at signing in with a password.
    #[oai(
        path = "/callback",
        method = "post",
        operation_id = "storefront_finish_social_sign_in"
    )]
    async fn finish(
        &self,
        visitor: Visitor,
        device: Device,
        client: ClientAddress,
        body: Json<FinishSocialSignIn>,
    ) -> ApiResult<Json<SocialSession>> {
        let body = body.0;
        let guest = GuestCart::parse(body.guest_cart)?;
        let back = SocialReturn {
            state: body.state,
            code: Secret::new(body.code),
            issuer: body.iss,
            browser_token: Secret::new(body.browser_token),
            redirect_uri: self.0.social_page(visitor.caller()).await?,
        };
        let from = (device.name(), Some(client.0));
        let finished = self
            .0
            .identity
            .finish_social_sign_in(visitor.caller(), back, from)
            .await?;
        let caller = visitor.caller();
        Ok(Json(SocialSession {
            session: self.0.welcome(caller, finished.session, guest).await?,
            return_to: finished.return_to,
        }))
    }
}

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl IdentitiesApi {
    /// List linked identities
    ///
    /// Accounts at identity providers that sign in to this account, oldest first, and whether it has a password.
    #[oai(
        path = "/identities",
        method = "get",
        operation_id = "storefront_list_identities"
    )]
    async fn list(&self, shopper: Shopper) -> ApiResult<Json<SignInMethods>> {
        let identity = &self.0.identity;
        let (identities, has_password) = identity.linked_identities(shopper.caller()).await?;
        Ok(Json(SignInMethods {
            has_password,
            identities: identities.into_iter().map(Into::into).collect(),
        }))
    }

    /// Link an identity
    ///
    /// The identity of a sign-in that was answered with `link_required` because this account has its address. 400
    /// `invalid_token` for any other token, and after 30 minutes.
    #[oai(
        path = "/identities",
        method = "post",
        operation_id = "storefront_link_identity"
    )]
    async fn link(&self, shopper: Shopper, body: Json<LinkIdentity>) -> ApiResult<IdentityLinked> {
        let identity = &self.0.identity;
        let linked = identity
            .link_identity(shopper.caller(), &body.0.browser_token)
            .await?;
        let location = "/storefront/v1/account/identities".to_owned();
        Ok(IdentityLinked::Created(Json(linked.into()), location))
    }

    /// Unlink an identity
    ///
    /// It does not sign in to the account any more. 409 `last_sign_in_method` if the account has no password and no
    /// other identity: a password reset gives it one.
    #[oai(
        path = "/identities/:linked_identity_id",
        method = "delete",
        operation_id = "storefront_unlink_identity"
    )]
    async fn unlink(
        &self,
        shopper: Shopper,
        /// Id of the linked identity.
        linked_identity_id: Path<LinkedIdentityId>,
    ) -> ApiResult<Done> {
        let identity = &self.0.identity;
        identity
            .unlink_identity(shopper.caller(), linked_identity_id.0)
            .await?;
        Ok(Done::Done)
    }
}

/// A provider that shoppers may sign in with.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SignInProvider {
    /// Id of the provider.
    id: IdentityProviderId,
    /// What it is called.
    name: String,
}

/// A sign-in to start.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct BeginSocialSignIn {
    /// Path of the shop to return to, such as `/account`.
    #[oai(validator(max_length = 500))]
    return_to: String,
}

/// A sign-in that has started.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SocialStart {
    /// Address at the provider to send the browser to.
    authorization_url: String,
    /// Token that stays in this browser: 64 hexadecimal digits.
    browser_token: String,
    /// When the browser must be back.
    expires_at: OffsetDateTime,
}

/// What a browser came back with.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct FinishSocialSignIn {
    /// `code` of the address that the browser came back to.
    #[oai(validator(max_length = 2048))]
    code: String,
    /// `state` of that address.
    #[oai(validator(max_length = 64))]
    state: String,
    /// `iss` of that address, if it has one.
    #[oai(validator(max_length = 500))]
    iss: Option<String>,
    /// Token that the browser kept.
    #[oai(validator(max_length = 64))]
    browser_token: String,
    /// Cart of the guest who signs in.
    guest_cart: Option<GuestCart>,
}

/// A shopper who has signed in with an identity provider.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SocialSession {
    /// The session.
    session: ShopperSession,
    /// Path of the shop to return to.
    return_to: String,
}

/// How the account can be signed in to.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SignInMethods {
    /// Whether its owner has chosen a password.
    has_password: bool,
    /// What it is linked to.
    identities: Vec<LinkedIdentity>,
}

/// An account at an identity provider that signs in to this account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct LinkedIdentity {
    /// Id of the linked identity.
    id: LinkedIdentityId,
    /// Id of the provider.
    identity_provider_id: IdentityProviderId,
    /// What the provider is called.
    provider_name: String,
    /// Address that the provider had verified when it was linked.
    email: String,
    /// When it was linked.
    created_at: OffsetDateTime,
    /// When it last signed in.
    last_used_at: OffsetDateTime,
}

/// An identity to link.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct LinkIdentity {
    /// Token of the sign-in that was answered with `link_required`.
    #[oai(validator(max_length = 64))]
    browser_token: String,
}

/// Response of link.
#[derive(ApiResponse)]
enum IdentityLinked {
    /// The linked identity.
    #[oai(status = 201)]
    Created(
        Json<LinkedIdentity>,
        /// URL of the list of identities.
        #[oai(header = "Location")]
        String,
    ),
}

impl From<identity::IdentityProvider> for SignInProvider {
    fn from(provider: identity::IdentityProvider) -> Self {
        Self {
            id: provider.id,
            name: provider.name,
        }
    }
}

impl From<identity::LinkedIdentity> for LinkedIdentity {
    fn from(identity: identity::LinkedIdentity) -> Self {
        Self {
            id: identity.id,
            identity_provider_id: identity.provider_id,
            provider_name: identity.provider_name,
            email: identity.email,
            created_at: identity.created_at,
            last_used_at: identity.last_used_at,
        }
    }
}
