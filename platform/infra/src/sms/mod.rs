//! Text messages: by Twilio, or into the folder where a developer reads mail.

mod folder;
mod twilio;
mod twilio_status;

use std::path::PathBuf;
use std::str::FromStr;

use url::Url;

pub use folder::SmsFolder;
pub use twilio::{Twilio, TwilioAddress};
pub use twilio_status::TwilioStatus;

/// Where text messages go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmsRoute {
    /// To Twilio: `twilio://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=%2B4915…` or `?service=MG…`.
    Twilio(TwilioAddress),
    /// Into a folder: `file:///var/mail`. For development.
    Folder(PathBuf),
}

/// Text that does not say where text messages go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be twilio://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com with ?from=%2B and a number or ?service= and \
     a messaging service, or file:///folder"
)]
pub struct BadSmsRoute;

impl FromStr for SmsRoute {
    type Err = BadSmsRoute;

    fn from_str(text: &str) -> Result<Self, BadSmsRoute> {
        let url = Url::parse(text).map_err(|_| BadSmsRoute)?;
        match url.scheme() {
            "file" => url
                .to_file_path()
                .map(Self::Folder)
                .map_err(|()| BadSmsRoute),
            "twilio" => TwilioAddress::parse(&url)
                .map(Self::Twilio)
                .ok_or(BadSmsRoute),
            _ => Err(BadSmsRoute),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_messages_go_to_twilio_or_into_a_folder() {
        let route = |text: &str| text.parse::<SmsRoute>();

        for text in [
            "twilio://AC0a:secret@api.twilio.com?from=%2B4915112345678",
            "twilio://AC0a:secret@api.twilio.com?from=Aurora",
            "twilio://AC0a:secret@127.0.0.1:4010?service=MG0a",
        ] {
            assert!(matches!(route(text), Ok(SmsRoute::Twilio(_))), "{text}");
            assert!(!format!("{:?}", route(text)).contains("secret"));
        }
        let folder = SmsRoute::Folder("/var/mail".into());
        assert_eq!(route("file:///var/mail"), Ok(folder));
        for text in [
            "",
            "api.twilio.com",
            "https://AC0a:secret@api.twilio.com?from=Aurora",
            "twilio://api.twilio.com?from=Aurora",
            "twilio://AC0a@api.twilio.com?from=Aurora",
            "twilio://SK0a:secret@api.twilio.com?from=Aurora",
            "twilio://AC0a:secret@api.twilio.com",
            "twilio://AC0a:secret@api.twilio.com?from=+4915112345678",
            "twilio://AC0a:secret@api.twilio.com?from=anna@example.com",
            "twilio://AC0a:secret@api.twilio.com?service=AC0a",
            "twilio://AC0a:secret@api.twilio.com?from=Aurora&service=MG0a",
        ] {
            assert_eq!(route(text), Err(BadSmsRoute), "{text}");
        }
    }
}
