//! The storefronts of a tenant, and the hosts that lead to them.

use domain::tenancy::{self, AddHost};
use gateway::{ApiResult, Id, Operator};
use kernel::ids::{StorefrontId, TenantId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use super::drafts::CreateTenantStorefront;
use crate::{App, Tag};

pub(crate) struct StorefrontsApi(pub(crate) App);

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorTenants")]
impl StorefrontsApi {
    /// Open another storefront
    ///
    /// With a host below the platform's domain, a publishable key and a way to ship. Asking again
    /// for the same finds it; the same slug with other contents is refused with
    /// `storefront_slug_taken`.
    #[oai(
        path = "/tenants/:tenant_id/storefronts",
        method = "post",
        operation_id = "operator_add_storefront"
    )]
    async fn add_storefront(
        &self,
        operator: Operator,
        tenant_id: Path<Id<TenantId>>,
        body: Json<CreateTenantStorefront>,
    ) -> ApiResult<StorefrontOpened> {
        let command = body.0.into_command(tenant_id.0.0);
        let (storefront, is_new) = self
            .0
            .provisioning
            .add_storefront(operator.caller(), command)
            .await?;
        let storefront = Json(storefront.into());
        Ok(if is_new {
            StorefrontOpened::Created(storefront)
        } else {
            StorefrontOpened::Found(storefront)
        })
    }

    /// Give a storefront another host
    ///
    /// Asking again changes nothing. A host that leads to another storefront is refused with
    /// `host_taken`.
    #[oai(
        path = "/tenants/:tenant_id/hosts",
        method = "post",
        operation_id = "operator_add_host"
    )]
    async fn add_host(
        &self,
        operator: Operator,
        tenant_id: Path<Id<TenantId>>,
        body: Json<CreateHost>,
    ) -> ApiResult<Json<TenantStorefront>> {
        let command = body.0.into_command(tenant_id.0.0);
        let storefront = self
            .0
            .provisioning
            .add_host(operator.caller(), command)
            .await?;
        Ok(Json(storefront.into()))
    }
}

/// A host for a storefront.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateHost {
    /// The host name, such as `shop.example.com`.
    host: String,
    /// The storefront; the tenant's first one unless given.
    storefront_id: Option<Id<StorefrontId>>,
    /// Whether links lead to this host from now on.
    #[oai(default)]
    is_primary: bool,
}

impl CreateHost {
    fn into_command(self, tenant_id: TenantId) -> AddHost {
        AddHost {
            tenant_id,
            storefront_id: self.storefront_id.map(|id| id.0),
            host: self.host,
            is_primary: self.is_primary,
        }
    }
}

/// How the wish for a storefront ends.
#[derive(ApiResponse)]
enum StorefrontOpened {
    /// The storefront is open from now on.
    #[oai(status = 201)]
    Created(Json<TenantStorefront>),
    /// The storefront was open already, and is what was asked for.
    #[oai(status = 200)]
    Found(Json<TenantStorefront>),
}

/// A storefront of a tenant, and the doors that lead to it.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct TenantStorefront {
    /// Its id.
    id: String,
    /// What the tenant calls it.
    slug: String,
    /// What shoppers call it.
    name: String,
    /// The host that links lead to.
    host: Option<String>,
    /// Every host that leads to it.
    hosts: Vec<String>,
    /// What an app without a host of its own sends.
    publishable_key: String,
    /// The currency of all its prices.
    currency: String,
    /// The country it sells from.
    country: String,
    /// The language and region it speaks.
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
            id: storefront.id.to_string(),
            slug: storefront.slug,
            name: storefront.name,
            host: hosts.first().cloned(),
            hosts,
            publishable_key,
            currency: storefront.currency.code().to_owned(),
            country: storefront.country,
            locale: storefront.locale,
        }
    }
}
