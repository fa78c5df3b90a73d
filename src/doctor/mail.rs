//! Mail: whether the server takes our word for who we are, or the folder our files.

use infra::mail::{BadSmtp, MailRoute, SendGrid, Smtp};

use super::Patient;
use super::finding::Finding;
use super::folders::is_writable;
use crate::app::ses;
use crate::settings::{MailPlace, MailSettings};

const URL: &str = "MAIL_URL";
const SECOND_URL: &str = "MAIL_SECOND_URL";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    if !patient.has(&[URL, "MAIL_FROM"]) {
        return None;
    }
    let settings = &patient.settings.mail;
    Some(look_at(URL, &settings.route, settings).await)
}

/// The way that mail leaves while the first one is out; nothing to say when there is none.
pub(super) async fn look_at_second(patient: &Patient) -> Option<Finding> {
    if !patient.has(&[SECOND_URL, "MAIL_FROM"]) {
        return None;
    }
    let settings = &patient.settings.mail;
    let place = settings.second_route.as_ref()?;
    Some(look_at(SECOND_URL, place, settings).await)
}

async fn look_at(setting: &'static str, place: &MailPlace, settings: &MailSettings) -> Finding {
    match place {
        MailPlace::Other(route) => look_at_route(setting, route, &settings.from).await,
        MailPlace::Ses(address) => match ses(address, settings).await.check().await {
            Ok(()) => Finding::ok(setting, "SES answers, and the sender's domain is verified"),
            Err(why) => Finding::fail(setting, kernel::chain(&why)).advise(
                "see that the domain of MAIL_FROM is a verified identity in this region, and that the role has \
                 `ses:GetEmailIdentity` and `ses:SendEmail`",
            ),
        },
    }
}

async fn look_at_route(setting: &'static str, route: &MailRoute, from: &str) -> Finding {
    let url = match route {
        MailRoute::Folder(folder) => {
            return match is_writable(folder) {
                Ok(()) => Finding::ok(setting, "e-mails are kept in a folder, and sent to nobody"),
                Err(why) => Finding::fail(setting, why).advise("let this user write to the folder"),
            };
        }
        MailRoute::SendGrid(address) => {
            return match SendGrid::new(address.clone(), from).check().await {
                Ok(()) => Finding::ok(setting, "SendGrid answers, and the key may send mail"),
                Err(why) => Finding::fail(setting, format!("SendGrid: {}", kernel::chain(&why)))
                    .advise("see that this machine reaches it, and that the key has `mail.send`"),
            };
        }
        MailRoute::Smtp(url) => url,
    };
    match Smtp::new(url.expose(), from) {
        Ok(smtp) => match smtp.check().await {
            Ok(()) => Finding::ok(setting, "the mail server answers, and lets us sign in"),
            Err(why) => Finding::fail(setting, format!("the mail server: {}", kernel::chain(&why)))
                .advise("see that this machine reaches it, and that user and password are right"),
        },
        Err(why @ BadSmtp::Server(_)) => Finding::fail(setting, kernel::chain(&why)),
        Err(why @ BadSmtp::Sender) => Finding::fail("MAIL_FROM", why.to_string()),
    }
}
