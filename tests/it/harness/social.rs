//! A browser that goes to an identity provider and comes back.

use std::collections::HashMap;

use reqwest::redirect::Policy;
use reqwest::{Method, Url};
use serde_json::{Value, json};
use testkit::{OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OidcServer};

use super::{Account, Answer, Shop, send, text};

/// What a browser has when a provider has sent it back.
#[derive(Debug, Clone)]
pub(crate) struct Trip {
    /// What it kept.
    pub(crate) browser_token: String,
    /// Where it was sent.
    pub(crate) authorization_url: String,
    /// Where it was sent back to.
    pub(crate) back: String,
}

impl Trip {
    /// What the address that it came back to says under a name.
    pub(crate) fn said(&self, name: &str) -> String {
        query(&self.back).remove(name).unwrap_or_default()
    }

    /// What it sends to the shop.
    pub(crate) fn body(&self) -> Value {
        json!({
            "browser_token": self.browser_token, "code": self.said("code"),
            "state": self.said("state"), "iss": self.said("iss"),
        })
    }
}

/// What an address asks.
pub(crate) fn query(address: &str) -> HashMap<String, String> {
    let url = Url::parse(address).unwrap();
    url.query_pairs().into_owned().collect()
}

impl Shop<'_> {
    /// An identity provider of the tenant's; its id.
    pub(crate) async fn identity_provider(&self, issuer: &OidcServer) -> String {
        let made = self.add_provider(&issuer.issuer()).await;
        text(&made.expect(201), "/id")
    }

    /// Adds an identity provider with this issuer.
    pub(crate) async fn add_provider(&self, issuer: &str) -> Answer {
        let body = json!({
            "name": "Example ID", "issuer": issuer, "client_id": OIDC_CLIENT_ID,
            "client_secret": OIDC_CLIENT_SECRET,
        });
        self.admin(Method::POST, "/identity-providers", body).await
    }

    /// Asks where to send a browser.
    pub(crate) async fn leave(&self, provider: &str, return_to: &str) -> Answer {
        let path = format!("social/providers/{provider}/start");
        send(self.auth(&path, &json!({"return_to": return_to}))).await
    }

    /// Sends a browser to a provider, whose answer it brings back.
    pub(crate) async fn trip(&self, provider: &str) -> Trip {
        let started = self.leave(provider, "/account?tab=1").await.expect(200);
        let authorization_url = text(&started, "/authorization_url");
        let browser = reqwest::Client::builder().redirect(Policy::none());
        let sent = browser.build().unwrap().get(&authorization_url).send();
        let sent = sent.await.unwrap();
        assert_eq!(sent.status().as_u16(), 302);
        let back = sent.headers()["location"].to_str().unwrap().to_owned();
        Trip {
            browser_token: text(&started, "/browser_token"),
            authorization_url,
            back,
        }
    }

    /// Shows the shop what a browser brought back.
    pub(crate) async fn come_back(&self, trip: &Trip) -> Answer {
        self.finish(&trip.body()).await
    }

    /// Shows the shop this.
    pub(crate) async fn finish(&self, body: &Value) -> Answer {
        send(self.auth("social/callback", body)).await
    }

    /// Links what a browser brought back to an account.
    pub(crate) async fn link(&self, account: &Account, trip: &Trip) -> Answer {
        let body = json!({"browser_token": trip.browser_token});
        self.account(&account.access_token, Method::POST, "/identities", body)
            .await
    }

    /// What an account is linked to.
    pub(crate) async fn identities(&self, account: &Account) -> Value {
        let token = &account.access_token;
        let list = self.account(token, Method::GET, "/identities", Value::Null);
        list.await.expect(200)
    }
}
