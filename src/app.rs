//! Builds every service out of the settings, and puts the gateway in front of the operations.

use std::sync::Arc;
use std::time::Duration;

use billing::{Billing, Policy as BillingPolicy};
use db::{Db, DbError, Message, OperatorDb, PoolOptions, RelayDb};
use domain::cart::Carts;
use domain::catalog::Catalog;
use domain::checkout::{Checkout, CheckoutPolicy};
use domain::identity::{Identity, Passwords, Policy, PolicyError, Tokens};
use domain::orders::Orders;
use domain::tenancy::{Platform, Provisioning, Tenancy};
use gateway::health::Readiness;
use gateway::{DocumentError, Gateway, WithDocs};
use infra::objects::Folder;
use kernel::ports::{Clock, Ids, ObjectStore, Payments, SystemClock};
use poem::{Endpoint, EndpointExt, IntoEndpoint, Response};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::api;
use crate::settings::Settings;
use crate::worker::{Consumer, Worker};

/// Connections of the roles that requests do not wait for.
const FEW: u32 = 4;
/// Webhooks that one look into their table takes on.
const WEBHOOKS_AT_ONCE: i64 = 50;
/// How long webhooks are kept after they were applied.
const WEBHOOKS_KEPT: Duration = Duration::from_hours(24 * 30);
/// How often what is old is looked for.
const HOUSEKEEPING: Duration = Duration::from_mins(10);

/// Why the program cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A setting makes no sense after all.
    #[error("{0}: {1}")]
    Setting(&'static str, String),
    /// The policy of who may do what.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The OpenAPI document.
    #[error(transparent)]
    Document(#[from] DocumentError),
}

/// Every service, over one database.
#[derive(Clone)]
pub struct App {
    /// Serves requests.
    pub db: Db,
    /// Moves messages.
    pub relay: RelayDb,
    /// Creates tenants.
    pub operators: OperatorDb,
    /// Whether this process should get requests.
    pub readiness: Readiness,
    /// Where pictures are.
    pub objects: Arc<dyn ObjectStore>,
    /// Storefronts and doors.
    pub tenancy: Tenancy,
    /// Who people are.
    pub identity: Identity,
    /// What is for sale.
    pub catalog: Catalog,
    /// Carts.
    pub carts: Carts,
    /// From a cart to an order.
    pub checkout: Checkout,
    /// Orders and refunds.
    pub orders: Orders,
    /// Payments, transfers and the books.
    pub billing: Billing,
    /// What the storefront API calls.
    pub tenant_api: tenant_api::App,
    /// What the admin and operator APIs call.
    pub admin_api: admin_console_api::App,
    settings: Arc<Settings>,
}

impl App {
    /// Puts the services together. Talks to nobody yet.
    pub async fn build(settings: Settings) -> Result<Self, BuildError> {
        let database = &settings.database;
        let few = PoolOptions {
            max: FEW,
            ..database.pool
        };
        let unreadable = |name| move |error: DbError| BuildError::Setting(name, error.to_string());
        let db = Db::connect(database.app_url.expose(), database.pool)
            .map_err(unreadable("DATABASE_URL"))?;
        let relay = RelayDb::connect(database.relay_url.expose(), few)
            .map_err(unreadable("DATABASE_RELAY_URL"))?;
        let operators = OperatorDb::connect(database.operator_url.expose(), few)
            .map_err(unreadable("DATABASE_OPERATOR_URL"))?;

        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let passwords = Passwords::new(settings.identity.password_slots);
        let tenancy = Tenancy::new(db.clone());
        let identity = identity(&settings, &db, &operators, &clock, &passwords).await?;
        let platform = Platform {
            domain: settings.platform_domain.clone(),
            hosts: settings.gateway.platform_hosts.clone(),
        };
        let provisioning =
            Provisioning::new(operators.clone(), Arc::clone(&clock), passwords, platform);
        let billing = Billing::new(
            db.clone(),
            relay.clone(),
            Arc::clone(&clock),
            settings.stripe.clone(),
            BillingPolicy::default(),
        );
        let payments: Arc<dyn Payments> = Arc::new(billing.clone());
        let carts = Carts::new(db.clone(), Arc::clone(&clock), Ids);
        let checkout = checkout(&db, &clock, &payments);
        let orders = Orders::new(db.clone(), Arc::clone(&clock), Ids, payments);
        let objects: Arc<dyn ObjectStore> = Arc::new(Folder::new(settings.media_dir.clone()));
        let catalog = Catalog::new(db.clone(), tenancy.clone(), clock, Arc::clone(&objects));
        Ok(Self {
            tenant_api: tenant_api::App {
                tenancy: tenancy.clone(),
                objects: Arc::clone(&objects),
                carts: carts.clone(),
                checkout: checkout.clone(),
                orders: orders.clone(),
            },
            admin_api: admin_console_api::App {
                identity: identity.clone(),
                tenancy: tenancy.clone(),
                provisioning,
                billing: billing.clone(),
                orders: orders.clone(),
                checkout: checkout.clone(),
            },
            readiness: Readiness::new(db.clone()),
            db,
            relay,
            operators,
            objects,
            tenancy,
            identity,
            catalog,
            carts,
            checkout,
            orders,
            billing,
            settings: Arc::new(settings),
        })
    }

    /// What the services were built from.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Every operation, behind the gateway.
    pub fn router(&self) -> Result<impl Endpoint<Output = Response> + use<>, BuildError> {
        let document = api::document()?;
        let operations = api::service(self).into_endpoint().boxed();
        let endpoint = WithDocs::new(operations, &document);
        let gateway = Gateway::new(
            self.settings.gateway.clone(),
            Arc::new(self.tenancy.clone()),
            Arc::new(self.identity.clone()),
            document,
        );
        Ok(gateway.guard(endpoint))
    }

    /// Works on messages and webhooks until `stop`.
    pub async fn work(&self, stop: CancellationToken) {
        let worker = Worker::new(
            self.relay.clone(),
            self.consumers(),
            self.settings.worker,
            stop.clone(),
        );
        let apply = || self.billing.apply_webhooks(WEBHOOKS_AT_ONCE);
        let work = worker.run(apply, self.billing.webhook_arrived());
        tokio::join!(work, self.forget_webhooks(stop));
    }

    /// Who reacts to messages.
    fn consumers(&self) -> Vec<Consumer> {
        let (orders, checkout) = (self.orders.clone(), self.checkout.clone());
        let billing = self.billing.clone();
        vec![
            Consumer::new("checkout", move |message: Message| {
                let checkout = checkout.clone();
                async move { checkout.handle(&message).await }
            }),
            Consumer::new("orders", move |message: Message| {
                let orders = orders.clone();
                async move { orders.handle(&message).await }
            }),
            Consumer::new("billing", move |message: Message| {
                let billing = billing.clone();
                async move { billing.handle(&message).await }
            }),
        ]
    }

    async fn forget_webhooks(&self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.billing.forget_webhooks(WEBHOOKS_KEPT).await {
                warn!(error = %error, "old webhooks could not be forgotten");
            }
            tokio::select! {
                () = tokio::time::sleep(HOUSEKEEPING) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Closes every connection to the database, after those in use are given back.
    pub async fn close(&self) {
        self.db.close().await;
        self.relay.close().await;
        self.operators.close().await;
    }
}

fn checkout(db: &Db, clock: &Arc<dyn Clock>, payments: &Arc<dyn Payments>) -> Checkout {
    Checkout::new(
        db.clone(),
        Arc::clone(clock),
        Ids,
        Arc::clone(payments),
        CheckoutPolicy::default(),
    )
}

async fn identity(
    settings: &Settings,
    db: &Db,
    operators: &OperatorDb,
    clock: &Arc<dyn Clock>,
    passwords: &Passwords,
) -> Result<Identity, BuildError> {
    let keys = settings.identity.token_keys.clone();
    let keys = keys.ok_or_else(|| BuildError::Setting("TOKEN_KEYS", "must be set".to_owned()))?;
    let tokens = Tokens::new(keys, settings.platform_domain.as_str());
    Ok(Identity::new(
        db.clone(),
        operators.clone(),
        Arc::clone(clock),
        passwords.clone(),
        tokens,
        Policy::built_in().await?,
    ))
}
