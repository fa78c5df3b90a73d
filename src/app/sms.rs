//! Where text messages go, and where their provider calls.

use std::sync::Arc;

use infra::sms::{SmsFolder, SmsRoute, Twilio, TwilioStatus};
use kernel::ports::Texter;

use super::App;
use crate::settings::Settings;

/// What the settings say about text messages, as something that sends them.
pub(super) fn texter(settings: &Settings) -> Option<Arc<dyn Texter>> {
    Some(match settings.sms.as_ref()? {
        SmsRoute::Folder(folder) => Arc::new(SmsFolder::new(folder)),
        SmsRoute::Twilio(address) => {
            Arc::new(Twilio::new(address.clone(), &settings.sms_callback()))
        }
    })
}

impl App {
    /// Reads what a provider tells of text messages, if one does.
    pub(crate) fn text_feedback(&self) -> Option<TwilioStatus> {
        match self.settings.sms.as_ref()? {
            SmsRoute::Folder(_) => None,
            SmsRoute::Twilio(address) => {
                Some(TwilioStatus::new(address, &self.settings.sms_callback()))
            }
        }
    }
}
