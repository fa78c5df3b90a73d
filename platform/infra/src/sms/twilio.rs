//! Text messages by Twilio's API (`POST /2010-04-01/Accounts/{sid}/Messages.json`).

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::http::{Request, header};
use kernel::config::Secret;
use kernel::ids::{TenantId, TextMessageId};
use kernel::ports::{SentText, TextError, TextMessage, Texter};
use percent_encoding::percent_decode_str;
use url::Url;
use url::form_urlencoded::Serializer;

use crate::http::{Answer, Http, is_this_machine};

/// Where Twilio's API is, whose account it is, and whom messages come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwilioAddress {
    base: String,
    account: String,
    pub(super) token: Secret<String>,
    sender: Sender,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Sender {
    /// A number in E.164, or a name of up to 11 letters and digits.
    From(String),
    /// A messaging service, which chooses one.
    Service(String),
}

impl Sender {
    fn parse(url: &Url) -> Option<Self> {
        let mut pairs = url.query_pairs();
        let (name, value) = pairs.next()?;
        let is_plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_number = |text: &str| {
            text.strip_prefix('+').is_some_and(|digits| {
                (5..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
            })
        };
        let is_name = |text: &str| (1..=11).contains(&text.len()) && is_plain(text);
        let sender = match &*name {
            "from" if is_number(&value) || is_name(&value) => Self::From(value.into_owned()),
            "service" if value.starts_with("MG") && is_plain(&value) => {
                Self::Service(value.into_owned())
            }
            _ => return None,
        };
        pairs.next().is_none().then_some(sender)
    }
}

impl TwilioAddress {
    /// Reads a `twilio` URL; none unless it holds an account, its token and a sender.
    pub(super) fn parse(url: &Url) -> Option<Self> {
        let host = url.host_str().filter(|host| !host.is_empty())?;
        let account = url.username();
        let is_account =
            account.starts_with("AC") && account.bytes().all(|b| b.is_ascii_alphanumeric());
        let token = url
            .password()
            .filter(|token| is_account && !token.is_empty())?;
        let token = percent_decode_str(token).decode_utf8().ok()?.into_owned();
        let scheme = if is_this_machine(url) {
            "http"
        } else {
            "https"
        };
        let port = url
            .port()
            .map_or_else(String::new, |port| format!(":{port}"));
        Some(Self {
            base: format!("{scheme}://{host}{port}/2010-04-01/Accounts/{account}"),
            account: account.to_owned(),
            token: Secret::new(token),
            sender: Sender::parse(url)?,
        })
    }
}

/// Where Twilio tells what became of a message.
pub(super) fn callback(base: &str, tenant_id: TenantId, message_id: TextMessageId) -> String {
    format!("{base}?tenant_id={tenant_id}&message_id={message_id}")
}

/// Hands text messages to Twilio.
#[derive(Debug, Clone)]
pub struct Twilio {
    address: TwilioAddress,
    /// The address of the operation that Twilio calls, without its query.
    callback: String,
    http: Http,
}

impl Twilio {
    /// Messages of which Twilio tells at `callback`. Nothing is connected yet.
    pub fn new(address: TwilioAddress, callback: &str) -> Self {
        Self {
            address,
            callback: callback.to_owned(),
            http: Http::new("twilio"),
        }
    }

    /// Asks whether the account is open, and sends nothing.
    pub async fn check(&self) -> Result<(), TextError> {
        let answer = self.ask("GET", ".json", String::new()).await?;
        match answer.status.as_u16() {
            200 if text(&answer, "status") == Some("active") => Ok(()),
            200 => Err(TextError::Unavailable(
                "the account is not active".to_owned(),
            )),
            status => Err(TextError::Unavailable(format!("it answers {status}"))),
        }
    }

    async fn ask(&self, method: &str, path: &str, body: String) -> Result<Answer, TextError> {
        let TwilioAddress {
            base,
            account,
            token,
            ..
        } = &self.address;
        let credentials = STANDARD.encode(format!("{account}:{}", token.expose()));
        let request = Request::builder()
            .method(method)
            .uri(format!("{base}{path}"))
            .header(header::AUTHORIZATION, format!("Basic {credentials}"));
        let form = ("application/x-www-form-urlencoded", body.into_bytes());
        self.http.send(request, form).await.map_err(|why| {
            if why.may_have_arrived {
                TextError::Unknown(why.to_string())
            } else {
                TextError::Unavailable(why.to_string())
            }
        })
    }
}

#[async_trait]
impl Texter for Twilio {
    async fn send(&self, message: &TextMessage) -> Result<SentText, TextError> {
        let callback = callback(&self.callback, message.tenant_id, message.id);
        let (name, sender) = match &self.address.sender {
            Sender::From(number) => ("From", number),
            Sender::Service(id) => ("MessagingServiceSid", id),
        };
        let form = Serializer::new(String::new())
            .append_pair("To", message.to.as_str())
            .append_pair(name, sender)
            .append_pair("Body", &message.text)
            .append_pair("StatusCallback", &callback)
            .finish();
        let answer = self.ask("POST", "/Messages.json", form).await?;
        match answer.status.as_u16() {
            200 | 201 => Ok(SentText {
                provider_id: text(&answer, "sid").map(str::to_owned),
            }),
            // The message or its number. What Twilio says about it repeats the number.
            400 => Err(TextError::Refused {
                code: code(&answer),
            }),
            // Somebody between Twilio and us, who does not know.
            status @ (502 | 504) => Err(TextError::Unknown(format!("it answers {status}"))),
            status => Err(TextError::Unavailable(format!("it answers {status}"))),
        }
    }
}

fn code(answer: &Answer) -> Option<i32> {
    i32::try_from(answer.body.get("code")?.as_i64()?).ok()
}

fn text<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.body.get(name)?.as_str()
}
