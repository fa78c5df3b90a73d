//! Mail by SendGrid's API (`POST /v3/mail/send`), and what SendGrid tells of it afterwards.

use async_trait::async_trait;
use hyper::http::{Request, StatusCode, header};
use kernel::config::Secret;
use kernel::ports::{Mail, MailError, MailProvider, Mailer};
use serde_json::{Map, Value, json};
use url::Url;

use crate::http::{Http, is_this_machine};

/// Where SendGrid's API is, and the key to it: `sendgrid://:KEY@api.sendgrid.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendGridAddress {
    base: String,
    key: Secret<String>,
}

impl SendGridAddress {
    /// Reads a `sendgrid` URL; none unless it holds a key.
    pub(super) fn parse(url: &Url) -> Option<Self> {
        let host = url.host_str().filter(|host| !host.is_empty())?;
        let key = url.password().filter(|key| !key.is_empty())?;
        let scheme = if is_this_machine(url) {
            "http"
        } else {
            "https"
        };
        let port = url
            .port()
            .map_or_else(String::new, |port| format!(":{port}"));
        Some(Self {
            base: format!("{scheme}://{host}{port}/v3"),
            key: Secret::new(key.to_owned()),
        })
    }
}

/// Hands mail to SendGrid.
#[derive(Debug, Clone)]
pub struct SendGrid {
    address: SendGridAddress,
    from: String,
    http: Http,
}

impl SendGrid {
    /// Mail from the address `from`. Nothing is connected yet.
    pub fn new(address: SendGridAddress, from: &str) -> Self {
        Self {
            address,
            from: from.to_owned(),
            http: Http::new("sendgrid"),
        }
    }

    /// Asks what the key is good for, and sends nothing.
    pub async fn check(&self) -> Result<(), MailError> {
        let (status, body) = self.ask("GET", "/scopes", Vec::new()).await?;
        let scopes = body.get("scopes").and_then(Value::as_array);
        let may_send = scopes.is_some_and(|all| all.iter().any(|it| it == "mail.send"));
        match status {
            StatusCode::OK if may_send => Ok(()),
            StatusCode::OK => Err(MailError::Unavailable(
                "the key may not send mail".to_owned(),
            )),
            status => Err(MailError::Unavailable(format!(
                "it answers {}",
                status.as_u16()
            ))),
        }
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        body: Vec<u8>,
    ) -> Result<(StatusCode, Value), MailError> {
        let key = format!("Bearer {}", self.address.key.expose());
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address.base))
            .header(header::AUTHORIZATION, key);
        let sent = self.http.send(request, ("application/json", body)).await;
        let answer = sent.map_err(|why| MailError::Unavailable(why.to_string()))?;
        Ok((answer.status, answer.body))
    }
}

#[async_trait]
impl Mailer for SendGrid {
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError> {
        let mut headers = Map::new();
        let domain = self.from.rsplit('@').next().unwrap_or_default();
        headers.insert(
            "Message-ID".to_owned(),
            json!(format!("<{}@{domain}>", mail.id)),
        );
        for (name, value) in mail.list_headers() {
            headers.insert(name.to_owned(), json!(value));
        }
        let mut message = json!({
            "personalizations": [{
                "to": [{"email": mail.to.as_str()}],
                // Told again with everything that becomes of the message.
                "custom_args": {"tenant_id": mail.tenant_id.to_string(), "mail_id": mail.id.to_string()},
            }],
            "from": {"email": self.from, "name": mail.from_name},
            "subject": mail.subject,
            "headers": headers,
            "content": [
                {"type": "text/plain", "value": mail.text},
                {"type": "text/html", "value": mail.html},
            ],
            // Links of ours hold tokens: they are not rewritten, and nobody is followed.
            "tracking_settings": {
                "click_tracking": {"enable": false, "enable_text": false},
                "open_tracking": {"enable": false},
            },
        });
        if let (Some(reply_to), Some(fields)) = (&mail.reply_to, message.as_object_mut()) {
            let reply_to = json!({"email": reply_to.as_str()});
            fields.insert("reply_to".to_owned(), reply_to);
        }
        let (status, _) = self
            .ask("POST", "/mail/send", message.to_string().into_bytes())
            .await?;
        match status.as_u16() {
            200 | 202 => Ok(MailProvider::SendGrid),
            // The message or its address; a key that is refused stops every message, which is an outage.
            400 | 413 => Err(MailError::Refused(format!(
                "it answers {}",
                status.as_u16()
            ))),
            status => Err(MailError::Unavailable(format!("it answers {status}"))),
        }
    }

    /// SendGrid puts messages together itself, and there is nothing to sign before.
    fn signs(&self) -> bool {
        false
    }
}
