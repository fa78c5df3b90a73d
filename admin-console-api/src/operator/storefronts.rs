//! The storefronts of a tenant, and the hosts that lead to them.

use domain::tenancy::{self, AddHost, TenancyError};
use gateway::{ApiResult, Contract, Operator};
use kernel::ids::{StorefrontId, TenantId};
use kernel::{Currency, Permission};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::drafts::CreateTenantStorefront;
use crate::{App, Tag};

pub(crate) struct StorefrontsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("operator_add_storefront")
        .needs(&[Permission::TenantsWrite])
        .fails(&[
            TenancyError::BRAND_REFUSED,
            TenancyError::STOREFRONT_SLUG_TAKEN,
            TenancyError::HOST_TAKEN,
        ]),
    Contract::of("operator_add_host")
        .needs(&[Permission::TenantsWrite])
        .fails(&[TenancyError::HOST_TAKEN, TenancyError::STOREFRONT_NOT_FOUND]),
];

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorTenants")]
impl StorefrontsApi {
    /// Create a storefront
    ///
    /// With a host under the platform's domain, a publishable key and a shipping option. Repeating the request
    /// returns the same storefront; the same slug with other contents returns 409
    /// `storefront_slug_taken`.
    #[oai(
        path = "/tenants/:tenant_id/storefronts",
        method = "post",
        operation_id = "operator_add_storefront"
    )]
    async fn add_storefront(
        &self,
        operator: Operator,
        tenant_id: Path<TenantId>,
        body: Json<CreateTenantStorefront>,
    ) -> ApiResult<StorefrontOpened> {
        let command = body.0.into_command(tenant_id.0);
        let (storefront, is_new) = self
            .0
            .provisioning
            .add_storefront(operator.caller(), command)
            .await?;
        let storefront = Json(storefront.into());
        Ok(if is_new {
            StorefrontOpened::Created(storefront, format!("/operator/v1/tenants/{}", tenant_id.0))
        } else {
            StorefrontOpened::Found(storefront)
        })
    }

    /// Add a domain to a storefront
    ///
    /// Repeating the request changes nothing. A host of another storefront returns 409
    /// `host_taken`.
    #[oai(
        path = "/tenants/:tenant_id/hosts",
        method = "post",
        operation_id = "operator_add_host"
    )]
    async fn add_host(
        &self,
        operator: Operator,
        tenant_id: Path<TenantId>,
        body: Json<CreateHost>,
    ) -> ApiResult<Json<TenantStorefront>> {
        let command = body.0.into_command(tenant_id.0);
        let storefront = self
            .0
            .provisioning
            .add_host(operator.caller(), command)
            .await?;
        Ok(Json(storefront.into()))
    }
}

/// A domain to add.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateHost {
    /// Host name, such as `shop.example.com`.
    host: String,
    /// Storefront; the tenant's first one by default.
    storefront_id: Option<StorefrontId>,
    /// Whether this becomes the primary host, used in links.
    #[oai(default)]
    is_primary: bool,
}

impl CreateHost {
    fn into_command(self, tenant_id: TenantId) -> AddHost {
        AddHost {
            tenant_id,
            storefront_id: self.storefront_id,
            host: self.host,
            is_primary: self.is_primary,
        }
    }
}

/// Response of create-storefront.
#[derive(ApiResponse)]
enum StorefrontOpened {
    /// The storefront was created.
    #[oai(status = 201)]
    Created(
        Json<TenantStorefront>,
        /// URL of the tenant, which lists its storefronts.
        #[oai(header = "Location")]
        String,
    ),
    /// The storefront existed with the same contents.
    #[oai(status = 200)]
    Found(Json<TenantStorefront>),
}

/// A storefront of a tenant, with its hosts.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct TenantStorefront {
    /// Storefront id.
    id: StorefrontId,
    /// Slug, unique in the tenant.
    slug: String,
    /// Store name.
    name: String,
    /// Primary host, used in links; absent without one.
    host: Option<String>,
    /// All hosts of the storefront.
    hosts: Vec<String>,
    /// Publishable key, sent by apps that call a host of the platform.
    publishable_key: String,
    /// Currency of all prices (ISO 4217).
    currency: Currency,
    /// Country it sells from (ISO 3166-1 alpha-2).
    country: String,
    /// Language and region (BCP 47).
    locale: String,
}

impl From<tenancy::OpenStorefront> for TenantStorefront {
    fn from(open: tenancy::OpenStorefront) -> Self {
        let tenancy::OpenStorefront {
            storefront,
            hosts,
            publishable_key,
        } = open;
        let hosts: Vec<String> = hosts.iter().map(|host| host.as_str().to_owned()).collect();
        Self {
            id: storefront.id,
            slug: storefront.slug,
            name: storefront.name,
            host: hosts.first().cloned(),
            hosts,
            publishable_key,
            currency: storefront.currency,
            country: storefront.country,
            locale: storefront.locale,
        }
    }
}
