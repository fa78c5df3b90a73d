// Generated from the API document by `make gen`. Do not edit.

//! The operations of the document under `/operator`.

use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::models;
use crate::options::Options;
use crate::request::Operation;

/// The operations of the document under `/operator`. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Operator {
    client: Client,
}

impl Operator {
    /// A client with these options.
    pub fn new(options: Options) -> Result<Self> {
        Ok(Self { client: Client::new(options)? })
    }

    /// Sign in.
    ///
    /// An unknown address and a wrong password get the same answer, `invalid_credentials`. After 10
    /// wrong passwords for one address within 15 minutes the answer is 429 `too_many_attempts`, except
    /// to clients that have signed in before. If the account has a second factor and `code` is absent, a right
    /// password gets 401 `second_factor_required`; a code that is wrong, or was used, gets 401
    /// `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429. Where operators need a second factor,
    /// who has none may do nothing but enrol one: 403 `step_up_required`.
    pub fn login(&self, body: &models::Credentials) -> Call<models::Session> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/auth/login",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show the own account.
    ///
    /// Who is signed in, and the second factor: since when there is one, how many recovery codes are left, and
    /// whether nothing else is allowed without one.
    pub fn get_me(&self) -> Call<models::OperatorMe> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/operator/v1/me",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Start enrolling a second factor.
    ///
    /// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
    /// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
    /// passwords within 15 minutes the answer is 429.
    pub fn begin_second_factor(&self, body: &models::SecondFactorEnrolment) -> Call<models::SecondFactorSeed> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/me/second-factor",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Confirm the second factor.
    ///
    /// Takes the first code of the app. From now on signing in needs a code. The recovery codes are shown this
    /// once. The answer has an access token that was given for the code: where a second factor is required, older
    /// ones stay refused.
    pub fn confirm_second_factor(&self, body: &models::SecondFactorCode) -> Call<models::OperatorSecondFactorConfirmed> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/me/second-factor/confirm",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Regenerate recovery codes.
    ///
    /// Needs a code, or a recovery code. The old recovery codes stop working.
    pub fn renew_recovery_codes(&self, body: &models::SecondFactorCode) -> Call<models::RecoveryCodes> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/me/second-factor/recovery-codes",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Remove the second factor.
    ///
    /// Needs a code, or a recovery code. Where a second factor is required, nothing is allowed after the next
    /// sign-in until another one is enrolled.
    pub fn remove_second_factor(&self, body: &models::SecondFactorCode) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/me/second-factor/remove",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List tenants.
    ///
    /// Oldest first.
    pub fn list_tenants(&self) -> Call<models::TenantPage, ListTenants> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/operator/v1/tenants",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a tenant.
    ///
    /// Ready at once, with a storefront, a host under the platform's domain, a publishable key, a merchant, a
    /// shipping option and an owner. Repeating the request, with the same
    /// `Idempotency-Key`, another or none, returns the same tenant; the same slug with other contents
    /// returns 409 `tenant_slug_taken`.
    pub fn create_tenant(&self, body: &models::CreateTenant) -> Call<models::Tenant> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/tenants",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .body(body)
    }

    /// Show a tenant.
    ///
    /// With its storefronts, their hosts, and its merchants.
    pub fn get_tenant(&self, tenant_id: &str) -> Call<models::Tenant> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/operator/v1/tenants/{tenant_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
    }

    /// Open access to a tenant.
    ///
    /// Opens `/admin/v1` of one tenant for at most an hour, read-only unless `may_write` is set. Its owners get an
    /// e-mail with the reason, and each request made with the token is in the tenant's audit log. No access
    /// allows refunds, payout accounts, secret keys, or changes of staff and roles. The token is shown this once;
    /// send it as `Authorization: Bearer …` to a host of the tenant.
    pub fn open_access(&self, tenant_id: &str, body: &models::CreateOperatorAccess) -> Call<models::OpenedOperatorAccess> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/tenants/{tenant_id}/access",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
            .body(body)
    }

    /// End an access.
    ///
    /// Its token stops working at once.
    pub fn end_access(&self, tenant_id: &str, operator_access_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/operator/v1/tenants/{tenant_id}/access/{operator_access_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
            .path("operator_access_id", operator_access_id)
    }

    /// Add a domain to a storefront.
    ///
    /// Repeating the request changes nothing. A host of another storefront returns 409
    /// `host_taken`.
    pub fn add_host(&self, tenant_id: &str, body: &models::CreateHost) -> Call<models::TenantStorefront> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/tenants/{tenant_id}/hosts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
            .body(body)
    }

    /// Create a storefront.
    ///
    /// With a host under the platform's domain, a publishable key and a shipping option. Repeating the request
    /// returns the same storefront; the same slug with other contents returns 409
    /// `storefront_slug_taken`.
    pub fn add_storefront(&self, tenant_id: &str, body: &models::CreateTenantStorefront) -> Call<models::TenantStorefront> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/operator/v1/tenants/{tenant_id}/storefronts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
            .body(body)
    }
}

/// The optional parameters of [`Operator::list_tenants`].
#[derive(Debug, Clone, Copy)]
pub struct ListTenants;

impl Call<models::TenantPage, ListTenants> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}
