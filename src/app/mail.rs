//! Where mail goes; and in development, the page that shows it.

use std::path::Path;
use std::sync::Arc;

use askama::Template;
use aws_backends::{Limits, Ses, SesAddress};
use infra::mail::{BadSmtp, Failover, Folder, KeptMail, MailRoute, SendGrid, Smtp};
use kernel::ports::Mailer;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use poem::http::{HeaderValue, Method, StatusCode};
use poem::{Endpoint, Request, Response};

use super::BuildError;
use crate::settings::{MailPlace, MailSettings};

const PAGE: &str = "/dev/mailbox";
const JSON: &str = "/dev/mailbox.json";
/// Nothing runs on the page; what a letter brings along is shown in a frame that nothing runs in.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; frame-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// What the settings say about mail, as something that sends it.
pub(super) async fn mailer(settings: &MailSettings) -> Result<Arc<dyn Mailer>, BuildError> {
    let first = by_place("MAIL_URL", &settings.route, settings).await?;
    let Some(place) = &settings.second_route else {
        return Ok(first);
    };
    let second = by_place("MAIL_SECOND_URL", place, settings).await?;
    Ok(Arc::new(Failover::new(first, second)))
}

async fn by_place(
    setting: &'static str,
    place: &MailPlace,
    settings: &MailSettings,
) -> Result<Arc<dyn Mailer>, BuildError> {
    match place {
        MailPlace::Ses(address) => Ok(Arc::new(ses(address, settings).await)),
        MailPlace::Other(route) => by_route(setting, route, &settings.from),
    }
}

/// SES, as the settings reach it.
pub(crate) async fn ses(address: &SesAddress, settings: &MailSettings) -> Ses {
    let key = settings.key.clone();
    Box::pin(Ses::new(address, &settings.from, key, Limits::default())).await
}

fn by_route(
    setting: &'static str,
    route: &MailRoute,
    from: &str,
) -> Result<Arc<dyn Mailer>, BuildError> {
    Ok(match route {
        MailRoute::Folder(folder) => Arc::new(Folder::new(folder)),
        MailRoute::SendGrid(address) => Arc::new(SendGrid::new(address.clone(), from)),
        MailRoute::Smtp(url) => {
            let smtp = Smtp::new(url.expose(), from).map_err(|why| {
                let setting = match &why {
                    BadSmtp::Server(_) => setting,
                    BadSmtp::Sender => "MAIL_FROM",
                };
                BuildError::Setting(setting, kernel::chain(&why))
            })?;
            Arc::new(smtp)
        }
    })
}

/// Shows the mail of a folder beside an API. Where mail really leaves, there is no such page.
pub(super) struct WithMailbox<E> {
    endpoint: E,
    folder: Option<Folder>,
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct Mailbox {
    mails: Vec<KeptMail>,
}

impl<E: Endpoint> WithMailbox<E> {
    pub(super) fn new(endpoint: E, place: &MailPlace) -> Self {
        let folder = match place {
            MailPlace::Other(MailRoute::Folder(folder)) => Some(Folder::new(Path::new(folder))),
            MailPlace::Ses(_) | MailPlace::Other(_) => None,
        };
        Self { endpoint, folder }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for WithMailbox<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let path = request.uri().path();
        match &self.folder {
            Some(folder) if *request.method() == Method::GET && (path == PAGE || path == JSON) => {
                show(folder, path == JSON)
            }
            _ => self.endpoint.call(request).await,
        }
    }
}

fn show(folder: &Folder, as_json: bool) -> poem::Result<Response> {
    let broken = |why: &dyn std::fmt::Display| {
        poem::Error::from_string(why.to_string(), StatusCode::INTERNAL_SERVER_ERROR)
    };
    let mails = folder.read().map_err(|e| broken(&e))?;
    let (kind, body) = if as_json {
        let json = serde_json::to_string_pretty(&mails).map_err(|e| broken(&e))?;
        ("application/json", json)
    } else {
        let page = Mailbox { mails }.render().map_err(|e| broken(&e))?;
        ("text/html; charset=utf-8", page)
    };
    let mut response = Response::builder().body(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}
