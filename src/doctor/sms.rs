//! Text messages: whether Twilio takes our word for who we are, or the folder our files.

use infra::sms::{SmsRoute, Twilio};

use super::Patient;
use super::finding::Finding;
use super::folders::is_writable;

const URL: &str = "SMS_URL";

/// Nothing to say when none are sent.
pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    if !patient.has(&[URL]) {
        return None;
    }
    Some(match patient.settings.sms.as_ref()? {
        SmsRoute::Folder(folder) => match is_writable(folder) {
            Ok(()) => Finding::ok(
                URL,
                "text messages are kept in a folder, and sent to nobody",
            ),
            Err(why) => Finding::fail(URL, why).advise("let this user write to the folder"),
        },
        SmsRoute::Twilio(address) => {
            let callback = patient.settings.sms_callback();
            match Twilio::new(address.clone(), &callback).check().await {
                Ok(()) => Finding::ok(
                    URL,
                    format!("Twilio answers, and is asked to call {callback}"),
                ),
                Err(why) => Finding::fail(URL, format!("Twilio: {}", kernel::chain(&why))).advise(
                    "see that this machine reaches it, and that account and token are right",
                ),
            }
        }
    })
}
