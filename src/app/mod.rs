//! Builds every service out of the settings, and puts the gateway in front of the operations.

mod databases;
mod keys;
mod mail;
mod media;
mod nodes;
mod oversight;
mod product_documents;
mod queue;
mod senders;
mod sms;
mod work;

use std::sync::Arc;
use std::time::Duration;

use billing::{Billing, Policy as BillingPolicy};
use db::Db;
use domain::analytics::Analytics;
use domain::audit::Audit;
use domain::cart::Carts;
use domain::catalog::Catalog;
use domain::checkout::Checkout;
use domain::documents::Documents;
use domain::identity::{Identity, Passwords, Policy, PolicyError, Secrets, Tokens};
use domain::inventory::Inventory;
use domain::notifications::Notifications;
use domain::orders::Orders;
use domain::reviews::Reviews;
use domain::search::{PostgresSearch, Search};
use domain::senders::Senders;
use domain::tenancy::{BrandImages, Platform, Provisioning, Tenancy};
use gateway::health::Readiness;
use gateway::{DocumentError, Gateway, WithDocs};
use infra::oidc::{OpenId, Reach};
use infra::pdf::Pdf;
use infra::redis::Redis;
use kernel::ports::{Clock, Ids, KeyRing, ObjectStore, Payments, SystemClock, WorkQueue};
use poem::{Endpoint, EndpointExt, IntoEndpoint, Response};
use tokio_util::sync::CancellationToken;
use webshop::{BadBundle, Bundle, WithWebShop};

pub use databases::{CheckError, Databases, check_app, check_relay};
pub(crate) use keys::key_ring;
pub(crate) use mail::ses;
pub use media::object_store;
pub use product_documents::document_store;

use crate::api;
use crate::settings::Settings;

/// How often the pools of connections are measured.
const POOLS_LOOK: Duration = Duration::from_secs(5);

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
    /// The built web shop.
    #[error("STOREFRONT_DIR: {0}")]
    WebShop(#[from] BadBundle),
}

/// Every service, over one database.
#[derive(Clone)]
pub struct App {
    /// Where the data is.
    pub databases: Databases,
    /// Whether this process should get requests.
    pub readiness: Readiness,
    /// Where pictures are.
    pub objects: Arc<dyn ObjectStore>,
    /// Storefronts and the hosts and keys that lead to them.
    pub tenancy: Tenancy,
    /// Pictures of brands.
    pub brand_images: BrandImages,
    /// New tenants.
    pub provisioning: Provisioning,
    /// Who people are.
    pub identity: Identity,
    /// What was sold and earned.
    pub analytics: Analytics,
    /// Who changed what.
    pub audit: Audit,
    /// Where letters come from.
    pub senders: Senders,
    /// Letters to people.
    pub notifications: Notifications,
    /// Products, their pictures and categories.
    pub catalog: Catalog,
    /// Where goods are, and how many.
    pub inventory: Inventory,
    /// Finding products.
    pub search: Search,
    /// Carts.
    pub carts: Carts,
    /// From a cart to an order.
    pub checkout: Checkout,
    /// Orders and refunds.
    pub orders: Orders,
    /// Invoices, credit notes and packing slips.
    pub documents: Documents,
    /// Reviews of products.
    pub reviews: Reviews,
    /// Payments, transfers and the books.
    pub billing: Billing,
    /// What counts for all processes and tells them of changes, if there is one.
    redis: Option<Redis>,
    work_queue: Option<Arc<dyn WorkQueue>>,
    settings: Arc<Settings>,
}

impl App {
    /// Puts the services together. Talks to nobody yet.
    pub async fn build(settings: Settings) -> Result<Self, BuildError> {
        let databases = Databases::connect(&settings.database)?;
        let db = &databases.app;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let passwords = Passwords::new(settings.identity.password_slots);
        let tenancy = Tenancy::new(db.clone(), Arc::clone(&clock));
        let keys = encryption_keys(&settings).await?;
        let identity = identity(&settings, &databases, (&clock, &keys), &passwords).await?;
        let provisioning = provisioning(&settings, &databases, &clock, passwords);
        let billing = billing(&settings, &databases, &clock);
        let payments: Arc<dyn Payments> = Arc::new(billing.clone());
        let carts = Carts::new(db.clone(), Arc::clone(&clock), Ids);
        let checkout = checkout(&settings, (db, &clock), &payments);
        let orders = Orders::new(db.clone(), Arc::clone(&clock), Ids, payments);
        let documents = Documents::new(db.clone(), Arc::clone(&clock), Ids, Arc::new(Pdf));
        let objects = object_store(&settings.media).await;
        let reviews = Reviews::new(
            db.clone(),
            Arc::clone(&clock),
            Ids,
            tenancy.clone(),
            Arc::clone(&objects),
        );
        let mailer = mail::mailer(&settings.mail).await?;
        let senders = senders::senders(&settings, (db, &clock), keys, mailer.signs());
        let texter = sms::texter(&settings);
        let notifications = Notifications::new(
            identity.clone(),
            (tenancy.clone(), orders.clone(), reviews.clone()),
            (db.clone(), Arc::clone(&clock)),
            (mailer, senders.clone(), texter),
            settings.mail.links.clone(),
        );
        let read_from = product_documents::documents(settings.product_documents.as_ref(), db).await;
        let catalog = Catalog::new(
            db.clone(),
            tenancy.clone(),
            Arc::clone(&clock),
            Arc::clone(&objects),
        )
        .with_documents(read_from.clone());
        let search = search(db, &tenancy, &clock).with_documents(read_from);
        Ok(Self {
            readiness: Readiness::new(db.clone()),
            inventory: Inventory::new(db.clone(), Arc::clone(&clock)),
            brand_images: BrandImages::new(db.clone(), Arc::clone(&clock), Arc::clone(&objects)),
            analytics: Analytics::new(db.clone(), Arc::clone(&clock)),
            audit: Audit::new(db.clone()),
            databases,
            objects,
            tenancy,
            provisioning,
            identity,
            senders,
            notifications,
            catalog,
            search,
            carts,
            checkout,
            orders,
            documents,
            reviews,
            billing,
            redis: nodes::redis(&settings)?,
            work_queue: queue::work_queue(&settings).await,
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
        let endpoint = WithDocs::new(operations, Arc::clone(&document), api::samples);
        let endpoint = mail::WithMailbox::new(endpoint, &self.settings.mail.route);
        let endpoint = self.with_pages(endpoint)?;
        let gateway = Gateway::new(
            self.settings.gateway.clone(),
            Arc::new(self.tenancy.clone()),
            Arc::new(self.identity.clone()),
            document,
            self.nodes(),
        );
        Ok(gateway.guard(endpoint))
    }

    /// Puts the web shop's pages beside the operations, if it was built.
    fn with_pages<E: Endpoint<Output = Response>>(
        &self,
        endpoint: E,
    ) -> Result<WithWebShop<E>, BuildError> {
        let settings = &self.settings.web_shop;
        let bundle = settings.folder.as_deref().map(Bundle::read).transpose()?;
        let services = webshop::Services {
            tenancy: self.tenancy.clone(),
            catalog: self.catalog.clone(),
            links: self.settings.mail.links.clone(),
            freshness: self.nodes().freshness,
        };
        Ok(WithWebShop::new(endpoint, bundle, services, settings))
    }

    /// Tells how the pools of connections are used, until `stop`.
    pub async fn watch_pools(&self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            self.databases.measure();
            tokio::select! {
                () = tokio::time::sleep(POOLS_LOOK) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Closes every connection to the database, after those in use are given back.
    pub async fn close(&self) {
        self.databases.close().await;
    }
}

fn checkout(
    settings: &Settings,
    (db, clock): (&Db, &Arc<dyn Clock>),
    payments: &Arc<dyn Payments>,
) -> Checkout {
    let payments = Arc::clone(payments);
    Checkout::new(
        db.clone(),
        Arc::clone(clock),
        Ids,
        payments,
        settings.checkout,
    )
}

fn provisioning(
    settings: &Settings,
    databases: &Databases,
    clock: &Arc<dyn Clock>,
    passwords: Passwords,
) -> Provisioning {
    let platform = Platform {
        domain: settings.platform_domain.clone(),
        hosts: settings.gateway.platform_hosts.clone(),
    };
    Provisioning::new(
        databases.operator.clone(),
        Arc::clone(clock),
        passwords,
        platform,
    )
}

fn search(db: &Db, tenancy: &Tenancy, clock: &Arc<dyn Clock>) -> Search {
    let engine = Arc::new(PostgresSearch::new(db.clone()));
    Search::new(db.clone(), tenancy.clone(), Arc::clone(clock), engine)
}

fn billing(settings: &Settings, databases: &Databases, clock: &Arc<dyn Clock>) -> Billing {
    let policy = BillingPolicy {
        comparison_lag: settings.comparison_lag,
        ..BillingPolicy::default()
    };
    Billing::new(
        databases.app.clone(),
        databases.relay.clone(),
        Arc::clone(clock),
        settings.stripe.clone(),
        policy,
    )
}

async fn encryption_keys(settings: &Settings) -> Result<Arc<dyn KeyRing>, BuildError> {
    let missing = || BuildError::Setting("ENCRYPTION_KEYS", "must be set".to_owned());
    let keys = settings.identity.encryption_keys.as_ref();
    let keys = Box::pin(keys::key_ring(keys.ok_or_else(missing)?)).await;
    keys.ok_or_else(missing)
}

/// Identity providers may be on this machine where storefronts are in the clear, which is in development only.
fn reach(settings: &Settings) -> Reach {
    if settings.mail.links.is_in_the_clear() {
        Reach::Local
    } else {
        Reach::Public
    }
}

async fn identity(
    settings: &Settings,
    databases: &Databases,
    (clock, keys): (&Arc<dyn Clock>, &Arc<dyn KeyRing>),
    passwords: &Passwords,
) -> Result<Identity, BuildError> {
    let signing = settings.identity.token_keys.clone();
    let signing =
        signing.ok_or_else(|| BuildError::Setting("TOKEN_KEYS", "must be set".to_owned()))?;
    let tokens = Tokens::new(signing, settings.platform_domain.as_str());
    let secrets = Secrets {
        passwords: passwords.clone(),
        tokens,
        keys: Arc::clone(keys),
        issuers: Arc::new(OpenId::new(reach(settings))),
    };
    let identity = Identity::new(
        databases.app.clone(),
        databases.operator.clone(),
        Arc::clone(clock),
        secrets,
        Policy::built_in().await?,
    );
    Ok(identity.with_optional_operator_factor(!settings.identity.operator_second_factor))
}
