//! What `stoa dev` tells: a file for scripts, and a page for people.

use std::fmt::Write;
use std::time::Duration;

use kernel::config::Secret;
use serde_json::{Value, json};

use super::demo::DemoTenant;

/// Where everything is, once it is ready.
pub(super) struct Report {
    pub(super) port: u16,
    pub(super) stripe_port: u16,
    pub(super) database_url: Secret<String>,
    pub(super) operator: Account,
    pub(super) stores: Vec<Store>,
}

/// An account to sign in with.
pub(super) struct Account {
    pub(super) email: String,
    pub(super) password: Secret<String>,
}

/// A demo store.
pub(super) struct Store {
    slug: String,
    name: String,
    tagline: String,
    host: String,
    publishable_key: String,
    owner: Account,
}

impl Account {
    fn json(&self) -> Value {
        json!({"email": self.email, "password": self.password.expose()})
    }
}

impl Store {
    /// The store of a demo tenant, on `port`.
    pub(super) fn new(demo: &DemoTenant, password: &str, port: u16) -> Self {
        let tenant = &demo.tenant.tenant;
        let open = demo.tenant.storefronts.first();
        let host = open.and_then(|open| open.hosts.first());
        Self {
            slug: tenant.slug.clone(),
            name: tenant.name.clone(),
            tagline: open
                .and_then(|open| open.storefront.tagline.clone())
                .unwrap_or_default(),
            host: host.map_or_else(String::new, |host| format!("{}:{port}", host.as_str())),
            publishable_key: open.map_or_else(String::new, |open| open.publishable_key.clone()),
            owner: Account {
                email: demo.owner_email.clone(),
                password: Secret::new(password.to_owned()),
            },
        }
    }
}

impl Report {
    fn api(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn stripe(&self) -> String {
        format!("http://127.0.0.1:{}", self.stripe_port)
    }

    /// For scripts.
    pub(super) fn json(&self) -> String {
        let tenants: Vec<Value> = self
            .stores
            .iter()
            .map(|store| {
                json!({
                    "slug": store.slug,
                    "host": store.host,
                    "publishable_key": store.publishable_key,
                    "owner": store.owner.json(),
                })
            })
            .collect();
        let told = json!({
            "api": self.api(),
            "stripe": self.stripe(),
            "database_url": self.database_url.expose(),
            "operator": self.operator.json(),
            "tenants": tenants,
        });
        format!("{told:#}\n")
    }

    /// For people.
    pub(super) fn page(&self, folder: &str, took: Duration) -> String {
        let mut page = format!("\nStoa is ready after {} ms.\n\n", took.as_millis());
        let mut line = |name: &str, what: &str| {
            // Writing to a string does not fail.
            let _ = writeln!(page, "  {name:<20}{what}");
        };
        for store in &self.stores {
            line(&store.name, &format!("http://{}", store.host));
            line("", &store.tagline);
            let owner = &store.owner;
            line(
                "",
                &format!("admin: {} {}", owner.email, owner.password.expose()),
            );
        }
        let operator = &self.operator;
        line("API", &format!("{}/docs", self.api()));
        line("Mailbox", &format!("{}/dev/mailbox", self.api()));
        line(
            "Operator",
            &format!("{} {}", operator.email, operator.password.expose()),
        );
        line("Stripe simulator", &self.stripe());
        if let Some(store) = self.stores.first() {
            let host = &store.host;
            let _ = write!(
                page,
                "\nTry\n\n  \
                 curl http://{host}/storefront/v1/store\n  \
                 curl http://{host}/storefront/v1/products?limit=3\n  \
                 curl -X POST http://{host}/storefront/v1/carts -H 'Content-Type: application/json' -d '{{}}'\n"
            );
        }
        let _ = write!(
            page,
            "\nEverything is kept in {folder}; {folder}/dev.json tells scripts where it is.\n\
             Ctrl-C stops everything.\n"
        );
        page
    }
}
