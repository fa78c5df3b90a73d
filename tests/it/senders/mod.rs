//! Tenants that send e-mail from their own domain: over real SMTP, with keys in a real name server.

mod domains;
mod keys;
mod letters;
mod rivals;

use mail_auth::hickory_resolver::config::{
    ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts,
};
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{DnsServer, SmtpServer};

use crate::harness::{Answer, SHOPPERS_PASSWORD, Shop, System, text};

/// A system whose mail goes to a mail server and whose questions go to a name server.
struct Post {
    system: System,
    smtp: SmtpServer,
    dns: DnsServer,
}

impl Post {
    async fn start() -> Self {
        Self::with(&[]).await
    }

    async fn with(changed: &[(&str, &str)]) -> Self {
        let (smtp, dns) = (SmtpServer::start().await, DnsServer::start().await);
        let (url, server) = (format!("smtp://{}", smtp.address), dns.address.to_string());
        let mut settings = vec![
            ("MAIL_URL", url.as_str()),
            ("DNS_SERVER", server.as_str()),
            ("MAIL_FROM", "no-reply@mail.stoa.test"),
        ];
        settings.extend_from_slice(changed);
        let system = System::with(&settings).await;
        Self { system, smtp, dns }
    }

    /// Has everything that a domain asks for in the DNS.
    fn publish(&self, domain: &Value) {
        for record in domain["records"].as_array().unwrap() {
            let (name, value) = (text(record, "/name"), text(record, "/value"));
            self.dns.publish(&name, &[&value]);
        }
    }

    /// The next letter that the mail server takes, to somebody new.
    async fn letter(&self, shop: &Shop<'_>) -> String {
        let count = self.smtp.taken().len();
        let email = format!("reader{count}@example.com");
        let asked = shop.sign_up(&email, SHOPPERS_PASSWORD).await;
        asked.expect(202);
        self.system.is_quiet().await;
        let taken = self.smtp.taken();
        assert_eq!(taken.len(), count + 1);
        // Lines end as they came.
        taken[count].replace('\n', "\r\n")
    }

    /// Lets the day pass after which a domain is looked at again.
    async fn a_day_later(&self) {
        let due = "update sender_domains set next_check_at = now()";
        self.system.execute(due).await;
        let due = "update outbox set available_at = now() where topic = 'sender_domain.check_due'";
        self.system.execute(due).await;
        self.system.is_quiet().await;
    }

    /// What an independent reader thinks of the signatures of a message.
    async fn signatures(&self, message: &str) -> Vec<DkimResult> {
        let connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(|mut it| {
            it.port = self.dns.address.port();
            it
        });
        let server = NameServerConfig::new(self.dns.address.ip(), true, connections.into());
        let config = ResolverConfig::from_name_servers(vec![server]);
        let reader = MessageAuthenticator::new(config, ResolverOpts::default()).unwrap();
        let parsed = AuthenticatedMessage::parse(message.as_bytes()).unwrap();
        let outputs = reader.verify_dkim(&parsed).await;
        outputs.iter().map(|it| it.result().clone()).collect()
    }
}

/// A header of a message, on one line.
fn header(message: &str, name: &str) -> Option<String> {
    let (head, _) = message.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let mut lines = unfolded.lines();
    lines.find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    })
}

async fn create(shop: &Shop<'_>, domain: &str) -> Answer {
    let body = json!({"domain": domain});
    shop.admin(Method::POST, "/sender-domains", body).await
}

async fn verify(shop: &Shop<'_>, domain: &Value) -> Answer {
    let path = format!("/sender-domains/{}/verify", text(domain, "/id"));
    shop.admin(Method::POST, &path, Value::Null).await
}

async fn shown(shop: &Shop<'_>, domain: &Value) -> Value {
    let path = format!("/sender-domains/{}", text(domain, "/id"));
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200)
}

async fn storefront(shop: &Shop<'_>) -> String {
    let list = shop.admin(Method::GET, "/storefronts", Value::Null).await;
    text(&list.expect(200), "/data/0/id")
}

async fn set_sender(shop: &Shop<'_>, sender: Value) -> Answer {
    let path = format!("/storefronts/{}/sender", storefront(shop).await);
    shop.admin(Method::PUT, &path, sender).await
}

async fn sender(shop: &Shop<'_>) -> Value {
    let path = format!("/storefronts/{}/sender", storefront(shop).await);
    shop.admin(Method::GET, &path, Value::Null)
        .await
        .expect(200)
}

/// What became of each record: `dkim ok`, and so on.
fn states(domain: &Value) -> Vec<String> {
    let records = domain["records"].as_array().unwrap().iter();
    records
        .map(|it| format!("{} {}", text(it, "/purpose"), text(it, "/state")))
        .collect()
}

/// Where a request was refused, and why.
#[track_caller]
fn faults(answer: &Answer) -> Vec<(String, String)> {
    answer.refused(400, "invalid_request");
    let errors = answer.body["errors"].as_array().unwrap().iter();
    errors
        .map(|it| (text(it, "/pointer"), text(it, "/code")))
        .collect()
}

fn fault(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}
