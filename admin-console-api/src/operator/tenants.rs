//! The tenants of the platform.

use domain::tenancy::{self, ListTenants, Origin, Provisioned};
use gateway::{ApiResult, Id, IdempotencyKey, Invalid, Operator};
use kernel::host::Host;
use kernel::ids::TenantId;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::drafts::CreateTenant;
use super::storefronts::TenantStorefront;
use crate::{App, Tag};

pub(crate) struct TenantsApi(pub(crate) App);

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorTenants")]
impl TenantsApi {
    /// Create a tenant
    ///
    /// It works at once: with a storefront, a host below the platform's domain, a publishable key,
    /// a merchant, a way to ship and an owner. Asking again for the same, with the same
    /// `Idempotency-Key`, another or none, finds the same tenant; the same slug with other contents
    /// is refused with `tenant_slug_taken`.
    #[oai(
        path = "/tenants",
        method = "post",
        operation_id = "operator_create_tenant"
    )]
    async fn create_tenant(
        &self,
        operator: Operator,
        #[oai(name = "Idempotency-Key")] key: Header<Option<IdempotencyKey>>,
        body: Json<CreateTenant>,
    ) -> ApiResult<TenantCreated> {
        let command = body.0.into_command(key.0.as_ref());
        let provisioned = self
            .0
            .provisioning
            .create_tenant(operator.caller(), command)
            .await?;
        Ok(provisioned.into())
    }

    /// List the tenants
    ///
    /// The oldest first.
    #[oai(
        path = "/tenants",
        method = "get",
        operation_id = "operator_list_tenants"
    )]
    async fn list_tenants(
        &self,
        operator: Operator,
        /// How many, at most 100.
        #[oai(
            default = "page_size",
            validator(minimum(value = "1"), maximum(value = "100"))
        )]
        limit: Query<i64>,
        /// The `next_cursor` of the page before.
        cursor: Query<Option<String>>,
    ) -> ApiResult<Json<TenantPage>> {
        let query = ListTenants {
            after: cursor.0.as_deref().map(after).transpose()?,
            limit: limit.0,
        };
        let page = self
            .0
            .provisioning
            .list_tenants(operator.caller(), query)
            .await?;
        Ok(Json(page.into()))
    }

    /// Show a tenant
    #[oai(
        path = "/tenants/:tenant_id",
        method = "get",
        operation_id = "operator_get_tenant"
    )]
    async fn get_tenant(
        &self,
        operator: Operator,
        tenant_id: Path<Id<TenantId>>,
    ) -> ApiResult<Json<TenantDetails>> {
        let tenant = self
            .0
            .provisioning
            .get_tenant(operator.caller(), tenant_id.0.0)
            .await?;
        Ok(Json(tenant.into()))
    }
}

fn page_size() -> i64 {
    20
}

fn after(cursor: &str) -> Result<TenantId, Invalid> {
    cursor
        .parse()
        .map_err(|_| Invalid::field("cursor", "malformed", "a `next_cursor` of an earlier page"))
}

/// How the wish for a tenant ends.
#[derive(ApiResponse)]
enum TenantCreated {
    /// The tenant exists from now on.
    #[oai(status = 201)]
    Created(
        Json<TenantDetails>,
        /// `true` when an earlier request with the same key created it.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
    /// The tenant existed already, and is what was asked for.
    #[oai(status = 200)]
    Found(Json<TenantDetails>),
}

impl From<Provisioned> for TenantCreated {
    fn from(provisioned: Provisioned) -> Self {
        let Provisioned {
            tenant,
            origin,
            is_owner_new: _,
        } = provisioned;
        let tenant = Json(tenant.into());
        match origin {
            Origin::Created => Self::Created(tenant, None),
            Origin::SameKey => Self::Created(tenant, Some("true".to_owned())),
            Origin::SameContent => Self::Found(tenant),
        }
    }
}

/// A tenant with everything it was given.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct TenantDetails {
    /// Its id.
    id: String,
    /// The first part of its host.
    slug: String,
    /// What people call it.
    name: String,
    /// `active` or `suspended`.
    status: String,
    /// The host that links lead to.
    host: Option<String>,
    /// Since when it exists.
    created_at: OffsetDateTime,
    /// Its storefronts, the first one first.
    storefronts: Vec<TenantStorefront>,
    /// Its merchants, the default one first.
    merchants: Vec<TenantMerchant>,
}

/// Tenants.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct TenantPage {
    /// The tenants.
    data: Vec<Tenant>,
    /// Whether more follow.
    has_more: bool,
    /// Leads to the next page.
    next_cursor: Option<String>,
}

/// A brand that rents the platform.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Tenant {
    /// Its id.
    id: String,
    /// The first part of its host.
    slug: String,
    /// What people call it.
    name: String,
    /// `active` or `suspended`.
    status: String,
    /// The host that links lead to.
    host: Option<String>,
    /// Since when it exists.
    created_at: OffsetDateTime,
}

/// A seller inside a tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TenantMerchant {
    /// Its id.
    id: String,
    /// What imports call it.
    slug: String,
    /// What people call it.
    name: String,
    /// The platform's commission on its goods, in hundredths of a per cent.
    commission_bps: i32,
    /// Whether goods that name no seller are its goods.
    is_default: bool,
}

impl Tenant {
    fn new(tenant: tenancy::Tenant, host: Option<Host>) -> Self {
        let tenancy::Tenant {
            id,
            slug,
            name,
            status,
            created_at,
        } = tenant;
        Self {
            id: id.to_string(),
            slug,
            name,
            status: status.name().to_owned(),
            host: host.map(|host| host.as_str().to_owned()),
            created_at,
        }
    }
}

impl From<tenancy::ProvisionedTenant> for TenantDetails {
    fn from(found: tenancy::ProvisionedTenant) -> Self {
        let tenancy::ProvisionedTenant {
            tenant,
            storefronts,
            merchants,
        } = found;
        let host = storefronts
            .first()
            .and_then(|storefront| storefront.hosts.first().cloned());
        let Tenant {
            id,
            slug,
            name,
            status,
            host,
            created_at,
        } = Tenant::new(tenant, host);
        Self {
            id,
            slug,
            name,
            status,
            host,
            created_at,
            storefronts: storefronts.into_iter().map(Into::into).collect(),
            merchants: merchants.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<tenancy::TenantPage> for TenantPage {
    fn from(page: tenancy::TenantPage) -> Self {
        let tenancy::TenantPage { tenants, has_more } = page;
        let last = tenants.last().filter(|_| has_more);
        Self {
            next_cursor: last.map(|(tenant, _)| tenant.id.to_string()),
            data: tenants
                .into_iter()
                .map(|(tenant, host)| Tenant::new(tenant, host))
                .collect(),
            has_more,
        }
    }
}

impl From<tenancy::Merchant> for TenantMerchant {
    fn from(merchant: tenancy::Merchant) -> Self {
        let tenancy::Merchant {
            id,
            slug,
            name,
            commission_bps,
            is_default,
        } = merchant;
        Self {
            id: id.to_string(),
            slug,
            name,
            commission_bps,
            is_default,
        }
    }
}
