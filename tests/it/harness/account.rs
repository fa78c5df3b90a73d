//! A shopper with an account, who reads mail.

use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::shop::text;
use super::{Answer, Shop, System, send};

/// What shoppers in these tests sign in with.
pub(crate) const SHOPPERS_PASSWORD: &str = "lamp river otter seven";

/// A letter that somebody got.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// Where one click of a mail program ends such letters.
    pub(crate) unsubscribe: Option<String>,
}

/// A shopper who has signed in.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: String,
    pub(crate) access_token: String,
    pub(crate) refresh_token: String,
}

impl Letter {
    /// The token in the letter's link.
    #[track_caller]
    pub(crate) fn token(&self) -> String {
        let (_, rest) = self.text.split_once("token=").expect("a link with a token");
        rest.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned()
    }
}

impl System {
    /// What an address got so far, the oldest first, once everything that was said has been handled.
    pub(crate) async fn letters(&self, to: &str) -> Vec<Letter> {
        self.is_quiet().await;
        let mailbox = self.request(Method::GET, "localhost", "/dev/mailbox.json");
        let mails = send(mailbox).await.expect(200);
        let letter = |mail: &Value| Letter {
            subject: text(mail, "/subject"),
            text: text(mail, "/text"),
            html: text(mail, "/html"),
            unsubscribe: mail["unsubscribe"].as_str().map(str::to_owned),
        };
        let mails = mails.as_array().unwrap().iter().rev();
        mails.filter(|mail| mail["to"] == to).map(letter).collect()
    }

    /// Lets the minute pass in which an address is sent no further mail.
    pub(crate) async fn a_minute_later(&self) {
        self.execute("update mail_slots set expires_at = expires_at - interval '1 minute'")
            .await;
    }

    /// The newest letter of an address that has got `count` so far.
    pub(crate) async fn letter(&self, to: &str, count: usize) -> Letter {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let letters = self.letters(to).await;
            match letters.last() {
                Some(letter) if letters.len() == count => return letter.clone(),
                _ if Instant::now() > until => {
                    panic!("{to} has {} letters, not {count}", letters.len())
                }
                _ => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }
}

impl Shop<'_> {
    /// A request about an account, without signing in.
    pub(crate) fn auth(&self, path: &str, body: &Value) -> RequestBuilder {
        let path = format!("/storefront/v1/auth/{path}");
        self.system
            .request(Method::POST, &self.host, &path)
            .json(body)
    }

    /// A request of a shopper about the own account.
    pub(crate) async fn account(
        &self,
        token: &str,
        method: Method,
        path: &str,
        body: Value,
    ) -> Answer {
        let path = format!("/storefront/v1/account{path}");
        let request = self
            .system
            .request(method, &self.host, &path)
            .bearer_auth(token);
        send(if body.is_null() {
            request
        } else {
            request.json(&body)
        })
        .await
    }

    /// Asks for an account.
    pub(crate) async fn sign_up(&self, email: &str, password: &str) -> Answer {
        let body = json!({
            "email": email, "password": password, "first_name": "Anna", "last_name": "Berg",
        });
        send(self.auth("signup", &body)).await
    }

    /// Signs a shopper in.
    pub(crate) async fn log_in(&self, email: &str, password: &str) -> Answer {
        let body = json!({"email": email, "password": password});
        send(self.auth("login", &body)).await
    }

    /// Whoever reads this address gets the newsletter; the token that ends it.
    pub(crate) async fn reader(&self, email: &str) -> String {
        let sent = self.system.letters(email).await.len();
        let post = |path: &str, body: Value| {
            let path = format!("/storefront/v1/newsletter/{path}");
            send(
                self.system
                    .request(Method::POST, &self.host, &path)
                    .json(&body),
            )
        };
        let asked = post("subscriptions", json!({"email": email})).await;
        asked.expect(202);
        let token = self.system.letter(email, sent + 1).await.token();
        post("confirm", json!({"token": token})).await.expect(204);
        self.system.letter(email, sent + 2).await.token()
    }

    /// Somebody with an account, signed in.
    pub(crate) async fn member(&self, email: &str) -> Account {
        let sent = self.system.letters(email).await.len();
        self.sign_up(email, SHOPPERS_PASSWORD).await.expect(202);
        let token = self.system.letter(email, sent + 1).await.token();
        send(self.auth("verify-email", &json!({"token": token})))
            .await
            .expect(204);
        Account::of(&self.log_in(email, SHOPPERS_PASSWORD).await.expect(200))
    }
}

impl Account {
    /// The account of an answer to signing in.
    #[track_caller]
    pub(crate) fn of(session: &Value) -> Self {
        Self {
            id: text(session, "/account/id"),
            access_token: text(session, "/access_token"),
            refresh_token: text(session, "/refresh_token"),
        }
    }
}
