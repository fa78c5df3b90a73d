//! A tenant with something to sell, made through the operator's API and the importer.

use kernel::Caller;
use kernel::ids::TenantId;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

use super::{Answer, System, send};

/// The password of everybody in these tests.
pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// A tenant, as its owner and its shoppers know it.
pub(crate) struct Shop<'s> {
    pub(crate) system: &'s System,
    pub(crate) tenant_id: String,
    pub(crate) host: String,
    pub(crate) publishable_key: String,
    pub(crate) owner_token: String,
    pub(crate) merchants: Vec<String>,
}

impl System {
    /// An operator's access token.
    pub(crate) async fn operator_token(&self) -> String {
        let email = kernel::contact::Email::parse("operator@stoa.test").unwrap();
        let password = domain::identity::Password::parse(PASSWORD).unwrap();
        self.app
            .identity
            .save_operator(&email, "Operator", password)
            .await
            .unwrap();
        let login = self
            .request(Method::POST, "localhost", "/operator/v1/auth/login")
            .json(&json!({"email": "operator@stoa.test", "password": PASSWORD}));
        text(&send(login).await.expect(200), "/access_token")
    }

    /// A tenant that sells in euros, tax included, with these merchants (none: its own).
    pub(crate) async fn shop(&self, slug: &str, merchants: &[(&str, i32)]) -> Shop<'_> {
        let merchants: Vec<Value> = merchants
            .iter()
            .map(|(slug, bps)| json!({"slug": slug, "name": slug, "commission_bps": bps}))
            .collect();
        let mut tenant = json!({
            "slug": slug,
            "name": slug,
            "owner": {"email": format!("owner@{slug}.test"), "password": PASSWORD},
            "storefront": {
                "currency": "EUR", "country": "DE", "locale": "en",
                "tax": {"included": true, "rate_ppm": 190_000, "name": "VAT"},
            },
            "shipping_options": [{
                "name": "Parcel", "rate": {"kind": "flat", "price": {"amount": 490, "currency": "EUR"}},
            }],
        });
        if !merchants.is_empty() {
            tenant["merchants"] = json!(merchants);
        }
        self.shop_of(&tenant).await
    }

    /// A tenant that is there, as its owner who signs in again, such as at another process.
    pub(crate) async fn reopen(&self, slug: &str) -> Shop<'_> {
        let host = format!("{slug}.localhost");
        let owner = json!({"email": format!("owner@{slug}.test"), "password": PASSWORD});
        let login = self
            .request(Method::POST, &host, "/admin/v1/auth/login")
            .json(&owner);
        let owner_token = text(&send(login).await.expect(200), "/access_token");
        let mut superuser = PgConnection::connect(&self.db.superuser_url())
            .await
            .unwrap();
        let id: uuid::Uuid = sqlx::query_scalar("select id from tenants where slug = $1")
            .bind(slug)
            .fetch_one(&mut superuser)
            .await
            .unwrap();
        Shop {
            system: self,
            tenant_id: TenantId::from_uuid(id).to_string(),
            publishable_key: String::new(),
            host,
            owner_token,
            merchants: Vec::new(),
        }
    }

    /// The tenant that this description makes.
    pub(crate) async fn shop_of(&self, tenant: &Value) -> Shop<'_> {
        let token = self.operator_token().await;
        let slug = tenant["slug"].as_str().unwrap();
        let create = self
            .request(Method::POST, "localhost", "/operator/v1/tenants")
            .bearer_auth(token)
            .header("idempotency-key", format!("tenant-{slug}"))
            .json(tenant);
        let made = send(create).await.expect(201);
        let host = text(&made, "/storefronts/0/host");
        let owner = json!({
            "email": tenant["owner"]["email"], "password": tenant["owner"]["password"],
        });
        let login = self
            .request(Method::POST, &host, "/admin/v1/auth/login")
            .json(&owner);
        Shop {
            system: self,
            tenant_id: text(&made, "/id"),
            publishable_key: text(&made, "/storefronts/0/publishable_key"),
            owner_token: text(&send(login).await.expect(200), "/access_token"),
            merchants: made["merchants"]
                .as_array()
                .unwrap()
                .iter()
                .map(|merchant| text(merchant, "/id"))
                .collect(),
            host,
        }
    }
}

impl Shop<'_> {
    /// Stoa itself, working for this tenant.
    pub(crate) fn system_caller(&self) -> Caller {
        Caller::system(self.tenant_id.parse::<TenantId>().unwrap())
    }

    /// Makes somebody a member of the staff, with the owner's password.
    pub(crate) async fn enrol(&self, email: &str, role: &str) {
        let mut superuser = PgConnection::connect(&self.system.db.superuser_url())
            .await
            .unwrap();
        sqlx::query(
            "with person as (
               insert into staff (id, email, name, password_hash, created_at)
               select gen_random_uuid(), $2, $2, password_hash, now() from staff limit 1
               returning id
             )
             insert into memberships (tenant_id, staff_id, role, created_at)
             select $1, id, $3, now() from person",
        )
        .bind(self.tenant_id.parse::<TenantId>().unwrap().uuid())
        .bind(email)
        .bind(role)
        .execute(&mut superuser)
        .await
        .unwrap();
    }

    /// Signs somebody of the staff in.
    pub(crate) async fn sign_in(&self, email: &str) -> String {
        let login = self
            .system
            .request(Method::POST, &self.host, "/admin/v1/auth/login");
        let answer = send(login.json(&json!({"email": email, "password": PASSWORD}))).await;
        text(&answer.expect(200), "/access_token")
    }

    /// Imports products from text in the form that Shopify exports.
    pub(crate) async fn import(&self, csv: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("products.csv");
        std::fs::write(&path, csv).unwrap();
        super::admin::import(self, &path).await;
    }

    /// Imports a file of products, with the pictures beside it.
    pub(crate) async fn import_file(&self, path: &std::path::Path) {
        super::admin::import(self, path).await;
    }

    /// Simple products: name, price in cents, stock.
    pub(crate) async fn stock(&self, products: &[(&str, i64, i64)]) {
        let mut csv = String::from(
            "Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
             Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,\
             Variant Requires Shipping,Variant Taxable,Status\n",
        );
        for (name, cents, stock) in products {
            let (vendor, name) = name.split_once('/').unwrap_or(("", name));
            let row = format!(
                "{name},{name},{vendor},TRUE,Title,Default Title,{name},500,shopify,{stock},deny,\
                 {}.{:02},TRUE,TRUE,active\n",
                cents / 100,
                cents % 100
            );
            csv.push_str(&row);
        }
        self.import(&csv).await;
    }

    /// The first variant of the product with this slug.
    pub(crate) async fn variant(&self, slug: &str) -> String {
        let path = format!("/storefront/v1/products/{slug}");
        let product = send(self.system.request(Method::GET, &self.host, &path))
            .await
            .expect(200);
        text(&product, "/variants/0/id")
    }

    /// A request of the owner to the admin API.
    pub(crate) async fn admin(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = self
            .system
            .request(method, &self.host, &format!("/admin/v1{path}"))
            .bearer_auth(&self.owner_token);
        send(if body.is_null() {
            request
        } else {
            request.json(&body)
        })
        .await
    }

    /// Ships a parcel under this key.
    pub(crate) async fn fulfill(&self, order_id: &str, key: &str, body: &Value) -> Answer {
        self.ask_of_order((order_id, "fulfillments"), key, body)
            .await
    }

    /// Asks for a refund under this key.
    pub(crate) async fn refund(&self, order_id: &str, key: &str, body: &Value) -> Answer {
        self.ask_of_order((order_id, "refunds"), key, body).await
    }

    /// Cancels units under this key.
    pub(crate) async fn cancel_units(&self, order_id: &str, key: &str, body: &Value) -> Answer {
        self.ask_of_order((order_id, "cancellations"), key, body)
            .await
    }

    async fn ask_of_order(
        &self,
        (order_id, things): (&str, &str),
        key: &str,
        body: &Value,
    ) -> Answer {
        let path = format!("/admin/v1/orders/{order_id}/{things}");
        let request = self
            .system
            .request(Method::POST, &self.host, &path)
            .bearer_auth(&self.owner_token)
            .header("idempotency-key", key)
            .json(body);
        send(request).await
    }
}

/// The text at `pointer`.
#[track_caller]
pub(crate) fn text(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer).and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => panic!("no {pointer} in {value}"),
    }
}
