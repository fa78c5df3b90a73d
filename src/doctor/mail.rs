//! Mail: whether the server takes our word for who we are, or the folder our files.

use infra::mail::{BadSmtp, MailRoute, Smtp};

use super::Patient;
use super::finding::Finding;
use super::folders::is_writable;

const URL: &str = "MAIL_URL";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    if !patient.has(&[URL, "MAIL_FROM"]) {
        return None;
    }
    let settings = &patient.settings.mail;
    let url = match &settings.route {
        MailRoute::Folder(folder) => {
            return Some(match is_writable(folder) {
                Ok(()) => Finding::ok(URL, "e-mails are kept in a folder, and sent to nobody"),
                Err(why) => Finding::fail(URL, why).advise("let this user write to the folder"),
            });
        }
        MailRoute::Smtp(url) => url,
    };
    Some(match Smtp::new(url.expose(), &settings.from) {
        Ok(smtp) => match smtp.check().await {
            Ok(()) => Finding::ok(URL, "the mail server answers, and lets us sign in"),
            Err(why) => Finding::fail(URL, format!("the mail server: {}", kernel::chain(&why)))
                .advise("see that this machine reaches it, and that user and password are right"),
        },
        Err(why @ BadSmtp::Server(_)) => Finding::fail(URL, kernel::chain(&why)),
        Err(why @ BadSmtp::Sender) => Finding::fail("MAIL_FROM", why.to_string()),
    })
}
