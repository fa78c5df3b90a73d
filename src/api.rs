//! Every operation of the program, and the document that describes them.

use std::sync::{Arc, OnceLock};

use gateway::health::{self, HealthApi};
use gateway::{ApiDocument, DocumentError, Samples};
use infra::mail::SesEvents;
use kernel::ports::{MailFeedback, TextFeedback};
use poem_openapi::registry::{MetaApi, Registry};
use poem_openapi::{LicenseObject, OpenApi, OpenApiService};

use crate::app::App;

/// Of the API, in the sense of semantic versioning.
const VERSION: &str = "0.1.0";

const DESCRIPTION: &str = "\
Stoa is one commerce platform under many brands. The document has three parts:

- `/storefront/v1`: what shoppers' apps and sites are built on. The host names the storefront; \
programs that call a host of the platform send the header `Stoa-Publishable-Key` instead.
- `/admin/v1`: a tenant's admin console, for its staff, on the tenant's hosts.
- `/operator/v1`: the platform's own console, on the platform's hosts.

Money is an amount in minor units and a currency. Lists have `data`, `has_more` and, when there is \
more, `next_cursor`. Every error is `application/problem+json` (RFC 9457) with a stable `code`. What \
belongs to another account or tenant is answered like what does not exist.";

/// Every operation, over the services of `app`.
fn apis(app: &App) -> impl OpenApi + use<> {
    (
        tenant_api::apis(&for_shoppers(app)),
        admin_console_api::apis(&for_staff(app)),
        HealthApi(app.readiness.clone()),
    )
}

fn for_shoppers(app: &App) -> tenant_api::App {
    tenant_api::App {
        tenancy: app.tenancy.clone(),
        catalog: app.catalog.clone(),
        search: app.search.clone(),
        objects: Arc::clone(&app.objects),
        identity: app.identity.clone(),
        carts: app.carts.clone(),
        checkout: app.checkout.clone(),
        orders: app.orders.clone(),
        documents: app.documents.clone(),
        reviews: app.reviews.clone(),
        notifications: app.notifications.clone(),
        analytics: app.analytics.clone(),
        links: app.settings().mail.links.clone(),
    }
}

fn for_staff(app: &App) -> admin_console_api::App {
    admin_console_api::App {
        identity: app.identity.clone(),
        tenancy: app.tenancy.clone(),
        brand_images: app.brand_images.clone(),
        provisioning: app.provisioning.clone(),
        carts: app.carts.clone(),
        catalog: app.catalog.clone(),
        inventory: app.inventory.clone(),
        search: app.search.clone(),
        billing: app.billing.clone(),
        orders: app.orders.clone(),
        documents: app.documents.clone(),
        reviews: app.reviews.clone(),
        checkout: app.checkout.clone(),
        analytics: app.analytics.clone(),
        audit: app.audit.clone(),
        senders: app.senders.clone(),
        notifications: app.notifications.clone(),
        ses_feedback: app
            .settings()
            .mail
            .ses_feedback
            .clone()
            .map(|topic| -> Arc<dyn MailFeedback> { Arc::new(SesEvents::new(topic)) }),
        mail_feedback: app
            .settings()
            .mail
            .sendgrid_events
            .clone()
            .map(|events| -> Arc<dyn MailFeedback> { Arc::new(events) }),
        text_feedback: app
            .text_feedback()
            .map(|status| -> Arc<dyn TextFeedback> { Arc::new(status) }),
        links: app.settings().mail.links.clone(),
    }
}

/// The operations as an endpoint.
pub fn service(app: &App) -> OpenApiService<impl OpenApi + use<>, ()> {
    OpenApiService::new(apis(app), "Stoa", VERSION)
}

/// Code samples of the operations, which `make gen` writes beside the clients.
pub fn samples() -> Result<Samples, DocumentError> {
    Ok(serde_json::from_str(include_str!(
        "../clients/samples.json"
    ))?)
}

/// The document, made from the types alone: it needs no services, and there is one in a process.
pub fn document() -> Result<Arc<ApiDocument>, DocumentError> {
    static MADE: OnceLock<Arc<ApiDocument>> = OnceLock::new();
    if let Some(made) = MADE.get() {
        return Ok(Arc::clone(made));
    }
    let made = described()?;
    Ok(Arc::clone(MADE.get_or_init(|| Arc::new(made))))
}

fn described() -> Result<ApiDocument, DocumentError> {
    let service = OpenApiService::new(described_by(apis), "Stoa", VERSION)
        .description(DESCRIPTION)
        .license(LicenseObject::new(env!("CARGO_PKG_LICENSE")))
        .server("/");
    let contracts = [
        tenant_api::contracts(),
        admin_console_api::contracts(),
        health::CONTRACTS.to_vec(),
    ];
    ApiDocument::of(&service.spec(), &contracts.concat())
}

/// The operations of `T` without anything behind them.
struct Described<T>(std::marker::PhantomData<T>);

fn described_by<T: OpenApi>(_: impl Fn(&App) -> T) -> Described<T> {
    Described(std::marker::PhantomData)
}

impl<T: OpenApi> OpenApi for Described<T> {
    fn meta() -> Vec<MetaApi> {
        T::meta()
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn add_routes(self, _: &mut RouteTable) {}
}

type RouteTable = std::collections::HashMap<
    String,
    std::collections::HashMap<poem::http::Method, poem::endpoint::BoxEndpoint<'static>>,
>;
