//! Mail: by SMTP, by SendGrid, or into a folder where a developer reads it.

mod failover;
mod folder;
mod sendgrid;
mod sendgrid_events;
mod ses_events;
mod smtp;

use std::path::PathBuf;
use std::str::FromStr;

use kernel::config::Secret;
use url::Url;

use crate::http::is_this_machine;

pub use failover::Failover;
pub use folder::{Folder, KeptMail};
pub use sendgrid::{SendGrid, SendGridAddress};
pub use sendgrid_events::SendGridEvents;
pub use ses_events::{BadTopic, SesEvents, SnsTopic};
pub use smtp::{BadSmtp, Smtp};

/// Where mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailRoute {
    /// To an SMTP server: `smtps://user:password@host`, or `smtp://…` with `?tls=required`.
    Smtp(Secret<String>),
    /// To SendGrid: `sendgrid://:KEY@api.sendgrid.com`.
    SendGrid(SendGridAddress),
    /// Into a folder: `file:///var/mail`. For development.
    Folder(PathBuf),
}

/// Text that does not say where mail goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRoute {
    /// Neither a server nor a folder.
    #[error(
        "must be smtps://user:password@host, smtp://host?tls=required, sendgrid://:KEY@api.sendgrid.com, \
         or file:///folder"
    )]
    Malformed,
    /// Anybody on the way could read it.
    #[error("mail leaves this machine over TLS only: smtps://, or smtp:// with ?tls=required")]
    InTheClear,
}

impl FromStr for MailRoute {
    type Err = BadRoute;

    fn from_str(text: &str) -> Result<Self, BadRoute> {
        let url = Url::parse(text).map_err(|_| BadRoute::Malformed)?;
        match url.scheme() {
            "file" => url
                .to_file_path()
                .map(Self::Folder)
                .map_err(|()| BadRoute::Malformed),
            "smtp" | "smtps" if url.has_host() => {
                let is_required = url
                    .query_pairs()
                    .any(|(name, value)| name == "tls" && value == "required");
                if url.scheme() == "smtps" || is_required || is_this_machine(&url) {
                    Ok(Self::Smtp(Secret::new(text.to_owned())))
                } else {
                    Err(BadRoute::InTheClear)
                }
            }
            "sendgrid" => SendGridAddress::parse(&url)
                .map(Self::SendGrid)
                .ok_or(BadRoute::Malformed),
            _ => Err(BadRoute::Malformed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_goes_over_tls_to_this_machine_or_into_a_folder() {
        let route = |text: &str| text.parse::<MailRoute>();

        for text in [
            "smtps://stoa:secret@mail.example",
            "smtp://stoa:secret@mail.example:587?tls=required",
            "smtp://127.0.0.1:1025",
            "smtp://localhost:1025",
            "smtp://[::1]:1025",
        ] {
            let smtp = MailRoute::Smtp(Secret::new(text.to_owned()));
            assert_eq!(route(text), Ok(smtp), "{text}");
        }
        let folder = MailRoute::Folder("/var/mail".into());
        assert_eq!(route("file:///var/mail"), Ok(folder));
        for text in [
            "smtp://mail.example",
            "smtp://mail.example?tls=opportunistic",
        ] {
            assert_eq!(route(text), Err(BadRoute::InTheClear), "{text}");
        }
        for text in [
            "",
            "mail.example",
            "https://mail.example",
            "smtp://",
            "sendgrid://api.sendgrid.com",
        ] {
            assert_eq!(route(text), Err(BadRoute::Malformed), "{text}");
        }
    }
}
