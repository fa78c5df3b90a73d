//! A platform with a database of its own, and what the tests furnish it with.

use std::sync::{Arc, Mutex};

use db::{Db, OperatorDb};
use domain::identity::{Identity, Passwords, Policy, Secrets, TokenKeys, Tokens};
use domain::tenancy::{
    CreateTenant, OwnerDraft, Platform, Provisioned, Provisioning, StorefrontDraft, Tenancy,
    TenancyError, TenantDraft,
};
use infra::keys::LocalKeys;
use infra::oidc::{OpenId, Reach};
use kernel::config::Secret;
use kernel::host::Host;
use kernel::ids::TenantId;
use kernel::ports::Clock;
use kernel::{Caller, OperatorCaller};
use sqlx::{Connection, PgConnection};
use testkit::TestDb;
use time::{Duration, OffsetDateTime, macros::datetime};

/// A key that signs in tests only.
pub(crate) const KEY: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
-----END PRIVATE KEY-----
";
pub(crate) const OWNERS_PASSWORD: &str = "a long way to Aurora";

/// A clock that stands still until it is told otherwise.
#[derive(Debug, Clone)]
pub(crate) struct StillClock(Arc<Mutex<OffsetDateTime>>);

impl StillClock {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(datetime!(2026-01-01 12:00 UTC))))
    }

    pub(crate) fn forward(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for StillClock {
    fn now(&self) -> OffsetDateTime {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct House {
    pub(crate) test: TestDb,
    pub(crate) clock: StillClock,
    pub(crate) db: Db,
    pub(crate) operators: OperatorDb,
    pub(crate) passwords: Passwords,
    pub(crate) tenancy: Tenancy,
    pub(crate) provisioning: Provisioning,
    pub(crate) identity: Identity,
}

impl House {
    pub(crate) async fn new() -> Self {
        let test = TestDb::new().await;
        let clock = StillClock::new();
        let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
        let operators = OperatorDb::connect(&test.operator_url(), testkit::patient_pool()).unwrap();
        let passwords = Passwords::new(2);
        let platform = Platform {
            domain: Host::parse("stoa.test").unwrap(),
            hosts: [
                "platform.example",
                "shop.stoa.test",
                "aurora-club.stoa.test",
            ]
            .map(|host| Host::parse(host).unwrap())
            .into(),
        };
        let provisioning = Provisioning::new(
            operators.clone(),
            Arc::new(clock.clone()),
            passwords.clone(),
            platform,
        );
        let identity = Identity::new(
            db.clone(),
            operators.clone(),
            Arc::new(clock.clone()),
            secrets(passwords.clone(), tokens(KEY)),
            Policy::built_in().await.unwrap(),
        )
        .with_optional_operator_factor(true);
        Self {
            tenancy: Tenancy::new(db.clone(), Arc::new(clock.clone())),
            test,
            clock,
            db,
            operators,
            passwords,
            provisioning,
            identity,
        }
    }

    /// Asks for a tenant on the command line.
    pub(crate) async fn create(&self, draft: TenantDraft) -> Result<Provisioned, TenancyError> {
        let command = CreateTenant {
            draft,
            idempotency_key: None,
        };
        let caller = OperatorCaller::command_line();
        self.provisioning.create_tenant(&caller, command).await
    }

    /// A tenant with nothing but the defaults.
    pub(crate) async fn tenant(&self, slug: &str) -> TenantId {
        self.create(draft(slug)).await.unwrap().tenant.tenant.id
    }

    pub(crate) async fn superuser(&self) -> PgConnection {
        PgConnection::connect(&self.test.superuser_url())
            .await
            .unwrap()
    }

    /// How many rows each table has that a new tenant writes to.
    pub(crate) async fn rows(&self) -> Vec<i64> {
        let mut conn = self.superuser().await;
        sqlx::query_scalar(
            "select count(*) from tenants union all
             select count(*) from storefronts union all
             select count(*) from hosts union all
             select count(*) from publishable_keys union all
             select count(*) from merchants union all
             select count(*) from memberships union all
             select count(*) from staff union all
             select count(*) from shipping_options union all
             select count(*) from counters union all
             select count(*) from outbox",
        )
        .fetch_all(&mut conn)
        .await
        .unwrap()
    }
}

pub(crate) fn tokens(pem: &str) -> Tokens {
    Tokens::new(TokenKeys::from_pem(pem).unwrap(), "stoa.test")
}

/// What credentials are checked and kept with.
pub(crate) fn secrets(passwords: Passwords, tokens: Tokens) -> Secrets {
    let keys: LocalKeys = "5a".repeat(32).parse().unwrap();
    Secrets {
        passwords,
        tokens,
        keys: Arc::new(keys),
        issuers: Arc::new(OpenId::new(Reach::Local)),
    }
}

pub(crate) fn system(tenant_id: TenantId) -> Caller {
    Caller::system(tenant_id)
}

pub(crate) fn draft(slug: &str) -> TenantDraft {
    TenantDraft {
        slug: slug.to_owned(),
        name: slug.to_uppercase(),
        owner: OwnerDraft {
            email: format!("owner@{slug}.example"),
            password: Secret::new(OWNERS_PASSWORD.to_owned()),
            name: None,
        },
        storefront: StorefrontDraft {
            currency: "EUR".to_owned(),
            country: "DE".to_owned(),
            locale: None,
            tagline: None,
            tax: None,
            brand: None,
        },
        merchants: vec![],
        shipping_options: vec![],
        hosts: vec![],
    }
}
