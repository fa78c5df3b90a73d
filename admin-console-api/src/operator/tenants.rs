//! The tenants of the platform.

use domain::identity::IdentityError;
use domain::tenancy::{self, ListTenants, Origin, Provisioned, TenancyError, TenantStatus};
use gateway::{ApiResult, Contract, Cursor, IdempotencyKey, Limit, Operator, Page};
use kernel::Permission;
use kernel::host::Host;
use kernel::ids::{MerchantId, TenantId};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use super::drafts::CreateTenant;
use super::storefronts::TenantStorefront;
use crate::{App, Tag};

pub(crate) struct TenantsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("operator_create_tenant")
        .needs(&[Permission::TenantsWrite])
        .fails(&[
            TenancyError::BRAND_REFUSED,
            TenancyError::TENANT_SLUG_TAKEN,
            TenancyError::HOST_TAKEN,
            TenancyError::IDEMPOTENCY_KEY_REUSED,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("operator_list_tenants").needs(&[Permission::TenantsRead]),
    Contract::of("operator_get_tenant").needs(&[Permission::TenantsRead]),
];

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorTenants")]
impl TenantsApi {
    /// Create a tenant
    ///
    /// Ready at once, with a storefront, a host under the platform's domain, a publishable key, a merchant, a
    /// shipping option and an owner. Repeating the request, with the same
    /// `Idempotency-Key`, another or none, returns the same tenant; the same slug with other contents
    /// returns 409 `tenant_slug_taken`.
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

    /// List tenants
    ///
    /// Oldest first.
    #[oai(
        path = "/tenants",
        method = "get",
        operation_id = "operator_list_tenants"
    )]
    async fn list_tenants(
        &self,
        operator: Operator,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<TenantSummary>>> {
        let query = ListTenants {
            after: cursor.0.read(LIST)?,
            limit: i64::from(limit.0.get()),
        };
        let page = self
            .0
            .provisioning
            .list_tenants(operator.caller(), query)
            .await?;
        let last = page.tenants.last().filter(|_| page.has_more);
        let next = last.map(|(tenant, _)| tenant.id);
        let tenants = page
            .tenants
            .into_iter()
            .map(|(tenant, host)| TenantSummary::new(tenant, host));
        Ok(Json(Page::behind(tenants, LIST, next)))
    }

    /// Show a tenant
    ///
    /// With its storefronts, their hosts, and its merchants.
    #[oai(
        path = "/tenants/:tenant_id",
        method = "get",
        operation_id = "operator_get_tenant"
    )]
    async fn get_tenant(
        &self,
        operator: Operator,
        tenant_id: Path<TenantId>,
    ) -> ApiResult<Json<Tenant>> {
        let tenant = self
            .0
            .provisioning
            .get_tenant(operator.caller(), tenant_id.0)
            .await?;
        Ok(Json(tenant.into()))
    }
}

/// What cursors of the list of tenants are bound to.
const LIST: &str = "operator/tenants";

/// Response of create-tenant.
#[derive(ApiResponse)]
enum TenantCreated {
    /// The tenant was created.
    #[oai(status = 201)]
    Created(
        Json<Tenant>,
        /// URL of the tenant.
        #[oai(header = "Location")]
        String,
        /// `true` if an earlier request with the same key created it; absent otherwise.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
    /// The tenant existed with the same contents.
    #[oai(status = 200)]
    Found(Json<Tenant>),
}

impl From<Provisioned> for TenantCreated {
    fn from(provisioned: Provisioned) -> Self {
        let Provisioned {
            tenant,
            origin,
            is_owner_new: _,
        } = provisioned;
        let location = format!("/operator/v1/tenants/{}", tenant.tenant.id);
        let tenant = Json(tenant.into());
        match origin {
            Origin::Created => Self::Created(tenant, location, None),
            Origin::SameKey => Self::Created(tenant, location, Some("true".to_owned())),
            Origin::SameContent => Self::Found(tenant),
        }
    }
}

/// A tenant, with its storefronts and merchants.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Tenant {
    /// Tenant id.
    id: TenantId,
    /// Slug, unique on the platform and the first label of the tenant's host.
    slug: String,
    /// Tenant name.
    name: String,
    /// Tenant status.
    status: TenantStatus,
    /// Primary host, used in links; absent without one.
    host: Option<String>,
    /// When the tenant was created.
    created_at: OffsetDateTime,
    /// Storefronts, oldest first.
    storefronts: Vec<TenantStorefront>,
    /// Merchants, the default one first.
    merchants: Vec<TenantMerchant>,
}

/// A tenant in a list.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct TenantSummary {
    /// Tenant id.
    id: TenantId,
    /// Slug, unique on the platform and the first label of the tenant's host.
    slug: String,
    /// Tenant name.
    name: String,
    /// Tenant status.
    status: TenantStatus,
    /// Primary host, used in links; absent without one.
    host: Option<String>,
    /// When the tenant was created.
    created_at: OffsetDateTime,
}

/// A merchant of a tenant.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TenantMerchant {
    /// Merchant id.
    id: MerchantId,
    /// Slug, matched by imports.
    slug: String,
    /// Merchant name.
    name: String,
    /// Commission of the platform in basis points: 500 is 5 %.
    commission_bps: i32,
    /// Whether products without a merchant belong to it.
    is_default: bool,
}

impl TenantSummary {
    fn new(tenant: tenancy::Tenant, host: Option<Host>) -> Self {
        let tenancy::Tenant {
            id,
            slug,
            name,
            status,
            created_at,
        } = tenant;
        Self {
            id,
            slug,
            name,
            status,
            host: host.map(|host| host.as_str().to_owned()),
            created_at,
        }
    }
}

impl From<tenancy::ProvisionedTenant> for Tenant {
    fn from(found: tenancy::ProvisionedTenant) -> Self {
        let tenancy::ProvisionedTenant {
            tenant,
            storefronts,
            merchants,
        } = found;
        let host = storefronts
            .first()
            .and_then(|storefront| storefront.hosts.first().cloned());
        let TenantSummary {
            id,
            slug,
            name,
            status,
            host,
            created_at,
        } = TenantSummary::new(tenant, host);
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
            id,
            slug,
            name,
            commission_bps,
            is_default,
        }
    }
}
