//! Identity providers that shoppers may sign in with.

use domain::identity::{self, SocialError};
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::config::Secret;
use kernel::ids::IdentityProviderId;
use kernel::ports::KeyRingError;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct IdentityProvidersApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_identity_providers").needs(&[Permission::SignInManage]),
    Contract::of("admin_create_identity_provider")
        .needs(&[Permission::SignInManage])
        .fails(&[
            SocialError::ISSUER_REFUSED,
            SocialError::ISSUER_IN_USE,
            SocialError::TOO_MANY_IDENTITY_PROVIDERS,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("admin_update_identity_provider")
        .needs(&[Permission::SignInManage])
        .fails(&[SocialError::ISSUER_REFUSED, KeyRingError::KEYS_UNAVAILABLE]),
    Contract::of("admin_delete_identity_provider").needs(&[Permission::SignInManage]),
];

#[OpenApi(
    prefix_path = "/admin/v1/identity-providers",
    tag = "Tag::AdminStorefronts"
)]
impl IdentityProvidersApi {
    /// List identity providers
    ///
    /// Providers that shoppers sign in with, oldest first, also those that are disabled. Secrets are not shown.
    #[oai(
        path = "/",
        method = "get",
        operation_id = "admin_list_identity_providers"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<IdentityProvider>>> {
        let providers = self.0.identity.identity_providers(staff.caller()).await?;
        Ok(Json(List::of(providers)))
    }

    /// Create an identity provider
    ///
    /// Any issuer of OpenID Connect. Register `https://{primary host}/account/social` of each storefront there as
    /// redirect URI. The issuer's configuration is read over https: 422 `issuer_refused` says what is wrong with it.
    /// A tenant has one provider for an issuer (409 `issuer_in_use`), and 20 at most.
    #[oai(
        path = "/",
        method = "post",
        operation_id = "admin_create_identity_provider"
    )]
    async fn create(
        &self,
        staff: Staff,
        body: Json<CreateIdentityProvider>,
    ) -> ApiResult<IdentityProviderCreated> {
        let identity = &self.0.identity;
        let provider = identity
            .add_identity_provider(staff.caller(), body.0.into())
            .await?;
        let location = "/admin/v1/identity-providers".to_owned();
        Ok(IdentityProviderCreated::Created(
            Json(provider.into()),
            location,
        ))
    }

    /// Change an identity provider
    ///
    /// Absent fields do not change. The issuer stays: another issuer is another provider. Enabling one reads its
    /// configuration again.
    #[oai(
        path = "/:identity_provider_id",
        method = "patch",
        operation_id = "admin_update_identity_provider"
    )]
    async fn change(
        &self,
        staff: Staff,
        /// Id of the provider.
        identity_provider_id: Path<IdentityProviderId>,
        body: Json<UpdateIdentityProvider>,
    ) -> ApiResult<Json<IdentityProvider>> {
        let identity = &self.0.identity;
        let provider = identity
            .change_identity_provider(staff.caller(), identity_provider_id.0, body.0.into())
            .await?;
        Ok(Json(provider.into()))
    }

    /// Delete an identity provider
    ///
    /// Shoppers' links to it are deleted, too. Their accounts stay; a password reset gives one to those without.
    #[oai(
        path = "/:identity_provider_id",
        method = "delete",
        operation_id = "admin_delete_identity_provider"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the provider.
        identity_provider_id: Path<IdentityProviderId>,
    ) -> ApiResult<IdentityProviderDeleted> {
        let identity = &self.0.identity;
        identity
            .delete_identity_provider(staff.caller(), identity_provider_id.0)
            .await?;
        Ok(IdentityProviderDeleted::Deleted)
    }
}

/// A provider that shoppers sign in with.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct IdentityProvider {
    /// Id of the provider.
    id: IdentityProviderId,
    /// Name that shoppers see.
    name: String,
    /// Issuer of its ID tokens.
    issuer: String,
    /// Client id that it gave out.
    client_id: String,
    /// Whether shoppers may sign in with it.
    is_enabled: bool,
    /// When it was created.
    created_at: OffsetDateTime,
    /// When it was last changed.
    updated_at: OffsetDateTime,
}

/// A provider to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateIdentityProvider {
    /// Name that shoppers see, 1 to 100 characters.
    #[oai(validator(max_length = 100))]
    name: String,
    /// Issuer, exactly as its configuration names it, such as `https://accounts.google.com`.
    #[oai(validator(max_length = 500))]
    issuer: String,
    /// Client id that the provider gave out.
    #[oai(validator(max_length = 500))]
    client_id: String,
    /// Client secret that the provider gave out. It is kept encrypted and not shown again.
    #[oai(validator(max_length = 2000))]
    client_secret: String,
    /// Whether shoppers may sign in with it; `true` if absent.
    is_enabled: Option<bool>,
}

/// Fields to change.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateIdentityProvider {
    /// Name that shoppers see, 1 to 100 characters.
    #[oai(validator(max_length = 100))]
    name: Option<String>,
    /// Client id that the provider gave out.
    #[oai(validator(max_length = 500))]
    client_id: Option<String>,
    /// Client secret that the provider gave out.
    #[oai(validator(max_length = 2000))]
    client_secret: Option<String>,
    /// Whether shoppers may sign in with it.
    is_enabled: Option<bool>,
}

/// Response of create.
#[derive(ApiResponse)]
enum IdentityProviderCreated {
    /// The provider.
    #[oai(status = 201)]
    Created(
        Json<IdentityProvider>,
        /// URL of the list of providers.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete.
#[derive(ApiResponse)]
enum IdentityProviderDeleted {
    /// The provider was deleted.
    #[oai(status = 204)]
    Deleted,
}

impl From<CreateIdentityProvider> for identity::NewIdentityProvider {
    fn from(body: CreateIdentityProvider) -> Self {
        Self {
            name: body.name,
            issuer: body.issuer,
            client_id: body.client_id,
            client_secret: Secret::new(body.client_secret),
            is_enabled: body.is_enabled.unwrap_or(true),
        }
    }
}

impl From<UpdateIdentityProvider> for identity::IdentityProviderChange {
    fn from(body: UpdateIdentityProvider) -> Self {
        Self {
            name: body.name,
            client_id: body.client_id,
            client_secret: body.client_secret.map(Secret::new),
            is_enabled: body.is_enabled,
        }
    }
}

impl From<identity::IdentityProvider> for IdentityProvider {
    fn from(provider: identity::IdentityProvider) -> Self {
        Self {
            id: provider.id,
            name: provider.name,
            issuer: provider.issuer,
            client_id: provider.client_id,
            is_enabled: provider.is_enabled,
            created_at: provider.created_at,
            updated_at: provider.updated_at,
        }
    }
}
