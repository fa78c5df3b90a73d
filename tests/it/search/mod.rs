//! Search, as shoppers and staff use it: over HTTP, with the worker keeping the index.

mod bad_input;
mod facets;
mod finding;
mod golden;
mod isolation;
mod keeping;
mod plans;
mod terms;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, System, send};

/// A product of the tests: its title, and what else is not the same for all.
pub(crate) struct Made<'a> {
    pub(crate) title: &'a str,
    pub(crate) more: Value,
}

pub(crate) fn made(title: &str, more: Value) -> Made<'_> {
    Made { title, more }
}

impl Shop<'_> {
    /// Creates products through the admin API, and waits until they are in the index. `more` is merged into the
    /// body; its `price` is that of the variants that have none.
    pub(crate) async fn create(&self, products: &[Made<'_>]) {
        for product in products {
            let mut body = json!({
                "title": product.title, "status": "active",
                "variants": [{"price": {"amount": 1_000, "currency": "EUR"}}],
            });
            for (name, value) in product.more.as_object().into_iter().flatten() {
                body[name] = value.clone();
            }
            self.admin(Method::POST, "/products", body)
                .await
                .expect(201);
        }
        self.system.is_quiet().await;
    }

    /// The answer of a search.
    pub(crate) async fn ask(&self, query: &[(&str, &str)]) -> Answer {
        let path = with_query("/storefront/v1/search", query);
        send(self.system.request(Method::GET, &self.host, &path)).await
    }

    /// What a search finds.
    pub(crate) async fn find(&self, query: &[(&str, &str)]) -> Value {
        self.ask(query).await.expect(200)
    }

    /// The titles that these words find, in their order.
    pub(crate) async fn titles(&self, words: &str) -> Vec<String> {
        titles(&self.find(&[("q", words)]).await)
    }

    /// What these letters are completed to.
    pub(crate) async fn suggest(&self, typed: &str) -> Value {
        let path = with_query("/storefront/v1/search/suggestions", &[("q", typed)]);
        send(self.system.request(Method::GET, &self.host, &path))
            .await
            .expect(200)
    }
}

/// A path with these parameters.
pub(crate) fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut encoded = url::form_urlencoded::Serializer::new(String::new());
    format!("{path}?{}", encoded.extend_pairs(query).finish())
}

pub(crate) fn titles(found: &Value) -> Vec<String> {
    let products = found["data"].as_array().unwrap();
    products
        .iter()
        .map(|product| product["title"].as_str().unwrap().to_owned())
        .collect()
}

/// A tenant whose storefront speaks this language.
pub(crate) async fn shop_in<'s>(system: &'s System, slug: &str, locale: &str) -> Shop<'s> {
    let tenant = json!({
        "slug": slug,
        "name": slug,
        "owner": {"email": format!("owner@{slug}.test"), "password": crate::harness::STAFF_PASSWORD},
        "storefront": {
            "currency": "EUR", "country": "DE", "locale": locale,
            "tax": {"included": true, "rate_ppm": 190_000, "name": "VAT"},
        },
        "shipping_options": [{
            "name": "Parcel", "rate": {"kind": "flat", "price": {"amount": 490, "currency": "EUR"}},
        }],
    });
    system.shop_of(&tenant).await
}
