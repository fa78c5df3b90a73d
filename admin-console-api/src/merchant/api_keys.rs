//! Secret keys of the tenant's programs.

use domain::identity::{self, IdentityError};
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::{ApiKeyId, StaffId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::{Duration, OffsetDateTime};

use crate::{App, Tag};

/// How long a rotated key works on, unless it is said.
const OVERLAP: i32 = 24 * 60 * 60;

pub(crate) struct ApiKeysApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_api_keys").needs(&[Permission::ApiKeysManage]),
    Contract::of("admin_create_api_key")
        .needs(&[Permission::ApiKeysManage])
        .fails(&[
            IdentityError::AUTHORITY_NOT_HELD,
            IdentityError::TOO_MANY_API_KEYS,
        ]),
    Contract::of("admin_rotate_api_key")
        .needs(&[Permission::ApiKeysManage])
        .fails(&[
            IdentityError::AUTHORITY_NOT_HELD,
            IdentityError::API_KEY_NOT_WORKING,
        ]),
    Contract::of("admin_revoke_api_key").needs(&[Permission::ApiKeysManage]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminApiKeys")]
impl ApiKeysApi {
    /// List secret keys
    ///
    /// The latest first, without their secrets; also those that were revoked or have expired.
    #[oai(
        path = "/api-keys",
        method = "get",
        operation_id = "admin_list_api_keys"
    )]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<ApiKey>>> {
        let keys = self.0.identity.api_keys(staff.caller()).await?;
        Ok(Json(List::of(keys)))
    }

    /// Create a secret key
    ///
    /// A program sends the secret as `Authorization: Bearer stoa_sk_…`. The secret is in this response and
    /// nowhere else. A key has no authority that its creator does not hold, and none to manage keys.
    #[oai(
        path = "/api-keys",
        method = "post",
        operation_id = "admin_create_api_key"
    )]
    async fn create(&self, staff: Staff, body: Json<CreateApiKey>) -> ApiResult<ApiKeyCreated> {
        let identity = &self.0.identity;
        let (key, secret) = identity
            .create_api_key(staff.caller(), body.0.into())
            .await?;
        Ok(ApiKeyCreated::of(key, secret))
    }

    /// Rotate a secret key
    ///
    /// Creates another key with the same name, authorities, networks and expiry. The key that is rotated works
    /// for `overlap_seconds` more, so that programs can change over without a failed request.
    #[oai(
        path = "/api-keys/:api_key_id/rotate",
        method = "post",
        operation_id = "admin_rotate_api_key"
    )]
    async fn rotate(
        &self,
        staff: Staff,
        /// Id of the key.
        api_key_id: Path<ApiKeyId>,
        body: Json<RotateApiKey>,
    ) -> ApiResult<ApiKeyCreated> {
        let overlap = Duration::seconds(i64::from(body.0.overlap_seconds));
        let identity = &self.0.identity;
        let (key, secret) = identity
            .rotate_api_key(staff.caller(), api_key_id.0, overlap)
            .await?;
        Ok(ApiKeyCreated::of(key, secret))
    }

    /// Revoke a secret key
    ///
    /// The key stops working at once. Revoking it again changes nothing.
    #[oai(
        path = "/api-keys/:api_key_id",
        method = "delete",
        operation_id = "admin_revoke_api_key"
    )]
    async fn revoke(
        &self,
        staff: Staff,
        /// Id of the key.
        api_key_id: Path<ApiKeyId>,
    ) -> ApiResult<Json<ApiKey>> {
        let identity = &self.0.identity;
        let key = identity
            .revoke_api_key(staff.caller(), api_key_id.0)
            .await?;
        Ok(Json(key.into()))
    }
}

/// A secret key to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateApiKey {
    /// What it is for, 1 to 200 characters.
    name: String,
    /// What it may do, each as `object:action` such as `products:read`; at least one.
    authorities: Vec<String>,
    /// Addresses and networks (CIDR) that it works from, up to 50; from everywhere by default.
    #[oai(default)]
    networks: Vec<String>,
    /// When it stops working; never by default.
    expires_at: Option<OffsetDateTime>,
}

/// How to rotate a secret key.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RotateApiKey {
    /// Seconds that the rotated key still works, 0 to 604,800; a day by default.
    #[oai(default = "overlap")]
    overlap_seconds: i32,
}

const fn overlap() -> i32 {
    OVERLAP
}

/// A secret key, without its secret.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ApiKey {
    /// Id of the key.
    id: ApiKeyId,
    /// What it is for.
    name: String,
    /// The last four characters of the secret.
    last_four: String,
    /// What it may do, each as `object:action`.
    authorities: Vec<String>,
    /// Addresses and networks that it works from; empty for everywhere.
    networks: Vec<String>,
    /// When it was created.
    created_at: OffsetDateTime,
    /// Staff member who created it.
    created_by: StaffId,
    /// When it stops working; absent for never.
    expires_at: Option<OffsetDateTime>,
    /// When it was revoked; absent unless it was.
    revoked_at: Option<OffsetDateTime>,
    /// When it was last used, to the minute; absent if it never was.
    last_used_at: Option<OffsetDateTime>,
}

/// A new secret key.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewApiKey {
    /// The key.
    api_key: ApiKey,
    /// The secret: `stoa_sk_` and 64 hexadecimal digits. It is not shown again.
    secret: String,
}

/// Response of create and rotate.
#[derive(ApiResponse)]
enum ApiKeyCreated {
    /// The key, with its secret.
    #[oai(status = 201)]
    Created(
        Json<NewApiKey>,
        /// URL of the list of keys.
        #[oai(header = "Location")]
        String,
    ),
}

impl ApiKeyCreated {
    fn of(key: identity::ApiKey, secret: String) -> Self {
        let body = NewApiKey {
            api_key: key.into(),
            secret,
        };
        Self::Created(Json(body), "/admin/v1/api-keys".to_owned())
    }
}

impl From<CreateApiKey> for identity::NewApiKey {
    fn from(body: CreateApiKey) -> Self {
        Self {
            name: body.name,
            authorities: body.authorities,
            networks: body.networks,
            expires_at: body.expires_at,
        }
    }
}

impl From<identity::ApiKey> for ApiKey {
    fn from(key: identity::ApiKey) -> Self {
        Self {
            id: key.id,
            name: key.name,
            last_four: key.last_four,
            authorities: key
                .authorities
                .iter()
                .map(|permission| permission.name().to_owned())
                .collect(),
            networks: key.networks,
            created_at: key.created_at,
            created_by: key.created_by,
            expires_at: key.expires_at,
            revoked_at: key.revoked_at,
            last_used_at: key.last_used_at,
        }
    }
}
