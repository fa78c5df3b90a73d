//! The whole program in this process, asked through its front door. Only the payments are made up.

mod addresses;
mod admin_orders;
mod ask;
mod cart;
mod checkout;
mod fulfillments;
mod malformed;
mod operators;
mod orders;
mod product_bodies;
mod products;
mod reviews;

use std::sync::Arc;

use domain::checkout::{Checkout, CheckoutPolicy};
use domain::orders::Orders;
use domain::tenancy::{
    CreateTenant, OwnerDraft, RateDraft, ShippingDraft, StorefrontDraft, TenantDraft,
};
use kernel::config::{Env, Secret};
use kernel::ids::VariantId;
use kernel::ports::{Clock, Ids, SystemClock};
use kernel::{Money, OperatorCaller};
use poem::endpoint::BoxEndpoint;
use poem::http::Method;
use poem::{EndpointExt, IntoEndpoint};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use stoa::app::App;
use stoa::settings::Settings;
use testkit::{FakePayments, TestDb};

use crate::harness::ENCRYPTION_KEY;
use tokio::sync::Mutex;
use uuid::Uuid;

pub(crate) use ask::Ask;

const TOKEN_KEY: &str = "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\\n-----END PRIVATE KEY-----";
const PASSWORD: &str = "a long way to Aurora";
pub(crate) const AURORA: &str = "aurora.localhost";
pub(crate) const BOREALIS: &str = "borealis.localhost";

/// A running program with two tenants, `aurora` and `borealis`.
pub(crate) struct House {
    pub(crate) endpoint: BoxEndpoint<'static>,
    pub(crate) payments: Arc<FakePayments>,
    pub(crate) app: App,
    superuser: Mutex<PgConnection>,
    _db: TestDb,
}

/// A cart and what it is reached with.
#[derive(Debug, Clone)]
pub(crate) struct Basket {
    pub(crate) id: String,
    pub(crate) token: String,
}

impl Basket {
    pub(crate) fn path(&self) -> String {
        format!("/storefront/v1/carts/{}", self.id)
    }
}

impl House {
    pub(crate) async fn new() -> Self {
        let db = TestDb::new().await;
        let mut app = App::build(settings(&db)).await.unwrap();
        let payments = Arc::new(FakePayments::default());
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let checkout = Checkout::new(
            app.databases.app.clone(),
            clock.clone(),
            Ids,
            payments.clone(),
            CheckoutPolicy::default(),
        );
        let orders = Orders::new(app.databases.app.clone(), clock, Ids, payments.clone());
        app.checkout = checkout;
        app.orders = orders;
        for slug in ["aurora", "borealis"] {
            let command = CreateTenant {
                draft: tenant(slug),
                idempotency_key: None,
            };
            let caller = OperatorCaller::command_line();
            let provisioning = &app.provisioning;
            provisioning.create_tenant(&caller, command).await.unwrap();
        }
        Self {
            endpoint: app.router().unwrap().into_endpoint().boxed(),
            superuser: Mutex::new(PgConnection::connect(&db.superuser_url()).await.unwrap()),
            payments,
            app,
            _db: db,
        }
    }

    /// A request to Aurora's host.
    pub(crate) fn ask(&self, method: Method, path: &str) -> Ask<'_> {
        Ask::new(self, method, path).header("Host", AURORA)
    }

    /// A request about a cart, with its token.
    pub(crate) fn ask_cart(&self, method: Method, basket: &Basket, rest: &str) -> Ask<'_> {
        self.ask(method, &format!("{}{rest}", basket.path()))
            .header("Cart-Token", basket.token.clone())
    }

    /// Puts a product with one variant up for sale in a tenant.
    pub(crate) async fn sell(&self, slug: &str, price: i64, on_hand: Option<i32>) -> VariantId {
        let (product, variant) = (Ids.uuid(), Ids.uuid());
        let mut conn = self.superuser.lock().await;
        let (tenant, merchant): (Uuid, Uuid) = sqlx::query_as(
            "select t.id, m.id from tenants t join merchants m on m.tenant_id = t.id
              where t.slug = $1 and m.is_default",
        )
        .bind(slug)
        .fetch_one(&mut *conn)
        .await
        .unwrap();
        sqlx::query(
            "with p as (
               insert into products (tenant_id, id, merchant_id, slug, title, status, created_at,
                                     updated_at)
               values ($1, $2, $3, $2::text, 'Mug', 'active', now(), now())
             ), v as (
               insert into variants (tenant_id, id, product_id, sku, title, option_values, position,
                                     weight_grams)
               values ($1, $4, $2, $2::text, 'Blue', '{Blue}', 1, 300)
             ), s as (
               insert into stock_levels (tenant_id, variant_id, on_hand)
               select $1, $4, $6 where $6 is not null
             )
             insert into prices (tenant_id, variant_id, currency, amount_minor)
             values ($1, $4, 'EUR', $5)",
        )
        .bind(tenant)
        .bind(product)
        .bind(merchant)
        .bind(variant)
        .bind(price)
        .bind(on_hand)
        .execute(&mut *conn)
        .await
        .unwrap();
        VariantId::from_uuid(variant)
    }

    /// How many rows the tables of the shop have.
    pub(crate) async fn rows(&self) -> Vec<i64> {
        let mut conn = self.superuser.lock().await;
        sqlx::query_scalar(
            "select count(*) from carts union all
             select coalesce(sum(version), 0) from carts union all
             select coalesce(sum(quantity), 0) from cart_lines union all
             select count(*) from orders union all
             select count(*) from refunds union all
             select coalesce(sum(reserved), 0) from stock_levels union all
             select count(*) from idempotency_keys",
        )
        .fetch_all(&mut *conn)
        .await
        .unwrap()
    }

    pub(crate) async fn cart(&self) -> Basket {
        let cart = self
            .ask(Method::POST, "/storefront/v1/carts")
            .send()
            .await
            .ok(201);
        Basket {
            id: cart["id"].as_str().unwrap().to_owned(),
            token: cart["token"].as_str().unwrap().to_owned(),
        }
    }

    pub(crate) async fn add(&self, basket: &Basket, variant: VariantId, quantity: i64) -> Value {
        self.ask_cart(Method::POST, basket, "/lines")
            .json(&json!({"variant_id": variant, "quantity": quantity}))
            .send()
            .await
            .ok(200)
    }

    /// A cart with these goods that can be ordered, and what it comes to.
    pub(crate) async fn full_cart(&self, goods: &[(VariantId, i64)]) -> (Basket, Value) {
        let basket = self.cart().await;
        for &(variant, quantity) in goods {
            self.add(&basket, variant, quantity).await;
        }
        let options = self
            .ask_cart(Method::GET, &basket, "/shipping-options")
            .send()
            .await
            .ok(200);
        let cart = self
            .ask_cart(Method::PATCH, &basket, "")
            .json(&json!({
                "email": "anna@example.com",
                "shipping_address": address(),
                "shipping_option_id": options["data"][0]["id"],
            }))
            .send()
            .await
            .ok(200);
        (basket, cart["totals"]["total"].clone())
    }

    pub(crate) fn checkout(&self, basket: &Basket, key: &str, total: &Value) -> Ask<'_> {
        self.ask_cart(Method::POST, basket, "/checkout")
            .header("Idempotency-Key", key)
            .json(&json!({"expected_total": total, "payment_provider": "stripe"}))
    }

    /// An order that is paid, as the checkout answered it.
    pub(crate) async fn paid_order(&self, goods: &[(VariantId, i64)]) -> Value {
        let (basket, total) = self.full_cart(goods).await;
        let placed = self.checkout(&basket, "key", &total).send().await.ok(201);
        let order_id = placed["order"]["id"].as_str().unwrap().parse().unwrap();
        let event = self.payments.succeed(order_id);
        let tenant_id = {
            let mut conn = self.superuser.lock().await;
            sqlx::query_scalar("select id from tenants where slug = 'aurora'")
                .fetch_one(&mut *conn)
                .await
                .unwrap()
        };
        let message = db::Message {
            id: kernel::ids::MessageId::from_uuid(Ids.uuid()),
            tenant_id: kernel::ids::TenantId::from_uuid(tenant_id),
            event,
            attempts: 1,
            postponed: 0,
            traceparent: None,
        };
        self.app.checkout.handle(&message).await.unwrap();
        placed["order"].clone()
    }

    /// The header of a tenant's owner.
    pub(crate) async fn owner(&self, slug: &str) -> String {
        let session = self
            .ask(Method::POST, "/admin/v1/auth/login")
            .header("Host", format!("{slug}.localhost"))
            .json(&json!({"email": format!("owner@{slug}.example"), "password": PASSWORD}))
            .send()
            .await
            .ok(200);
        format!("Bearer {}", session["access_token"].as_str().unwrap())
    }
}

pub(crate) fn address() -> Value {
    json!({
        "first_name": "Anna",
        "last_name": "Example",
        "street_name": "Main street 1",
        "city": "Berlin",
        "postal_code": "10115",
        "country": "DE",
    })
}

fn tenant(slug: &str) -> TenantDraft {
    TenantDraft {
        slug: slug.to_owned(),
        name: slug.to_uppercase(),
        owner: OwnerDraft {
            email: format!("owner@{slug}.example"),
            password: Secret::new(PASSWORD.to_owned()),
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
        shipping_options: vec![ShippingDraft {
            name: "Standard".to_owned(),
            rate: RateDraft::Flat {
                price: Money::new(490, "EUR".parse().unwrap()),
            },
            countries: None,
        }],
        hosts: vec![],
    }
}

fn settings(db: &TestDb) -> Settings {
    let env = [
        ("DATABASE_URL", db.app_url()),
        ("DATABASE_RELAY_URL", db.relay_url()),
        ("DATABASE_OPERATOR_URL", db.operator_url()),
        ("TOKEN_KEYS", TOKEN_KEY.to_owned()),
        ("ENCRYPTION_KEYS", ENCRYPTION_KEY.to_owned()),
        ("STRIPE_API_URL", "http://127.0.0.1:1".to_owned()),
        ("STRIPE_SECRET_KEY", "sk_test_1".to_owned()),
        ("STRIPE_PUBLISHABLE_KEY", "pk_test_1".to_owned()),
        ("STRIPE_WEBHOOK_SECRETS", "whsec_1".to_owned()),
        ("MAIL_URL", "smtp://127.0.0.1:1".to_owned()),
    ];
    let env = env.map(|(name, value)| (name.to_owned(), value));
    let mut settings = Settings::from_env(Env::of(env)).unwrap();
    settings.gateway.rates = gateway::RateSettings::default();
    settings
}
