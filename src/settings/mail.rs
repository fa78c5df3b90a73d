//! How people are written to.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use aws_backends::{AccessKey, BadSesAddress, SesAddress};
use domain::notifications::StorefrontLinks;
use infra::mail::{BadRoute, MailRoute, SendGridEvents, SnsTopic};
use kernel::config::Env;
use kernel::host::Host;

use super::aws::access_key;

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum MailPlace {
    /// To SES.
    Ses(SesAddress),
    /// To another provider, a mail server or a folder.
    Other(MailRoute),
}

/// Text that does not say where mail goes.
#[derive(Debug, Clone, Copy, thiserror::Error)]
pub enum BadPlace {
    /// It has another form.
    #[error(
        "must be smtps://user:password@host, smtp://host?tls=required, sendgrid://:KEY@api.sendgrid.com, ses://REGION, \
         or file:///folder"
    )]
    Malformed,
    /// It is not an address of SES.
    #[error(transparent)]
    Ses(BadSesAddress),
    /// It is not where mail can go.
    #[error(transparent)]
    Other(BadRoute),
}

impl FromStr for MailPlace {
    type Err = BadPlace;

    fn from_str(text: &str) -> Result<Self, BadPlace> {
        if text.starts_with("ses:") {
            return text.parse().map(Self::Ses).map_err(BadPlace::Ses);
        }
        text.parse().map(Self::Other).map_err(|why| match why {
            BadRoute::Malformed => BadPlace::Malformed,
            other @ BadRoute::InTheClear => BadPlace::Other(other),
        })
    }
}

/// How people are written to.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// `MAIL_URL`: the SMTP server or the provider that takes mail, or in development a folder.
    pub route: MailPlace,
    /// `MAIL_SECOND_URL`: who takes mail while the first one does not.
    pub second_route: Option<MailPlace>,
    /// `MAIL_ACCESS_KEY_ID` and `MAIL_SECRET_ACCESS_KEY`: a key for SES; without them the machine's role is used.
    pub key: Option<AccessKey>,
    /// `MAIL_FROM` (default `no-reply@` and the platform's domain): the sender's address. The
    /// sender's name is the brand's.
    pub from: String,
    /// `SENDGRID_WEBHOOK_KEY`: the key that SendGrid signs events about mail with.
    pub sendgrid_events: Option<SendGridEvents>,
    /// `SES_FEEDBACK_TOPIC`: the topic of SNS through which SES tells what became of mail.
    pub ses_feedback: Option<SnsTopic>,
    /// `DNS_SERVER` (default: those of the system): the name server that records of sender domains are looked up at.
    pub dns_server: Option<SocketAddr>,
    /// `MAIL_SPF_INCLUDE` (default none): what SPF records of sender domains should include.
    pub spf_include: Option<SpfInclude>,
    /// `STOREFRONT_URL` (default `https://{host}`): where links in mail lead.
    pub links: StorefrontLinks,
}

/// A name in an SPF record, which may have underscores, such as `_spf.example.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpfInclude(pub String);

impl FromStr for SpfInclude {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_label = |label: &str| {
            let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (1..=63).contains(&label.len()) && label.bytes().all(is_known)
        };
        if text.len() <= 200 && text.contains('.') && text.split('.').all(is_label) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err("must be a domain name such as _spf.example.com")
        }
    }
}

impl MailSettings {
    pub(super) fn from_env(env: &mut Env, domain: &Host) -> Self {
        let nowhere = MailPlace::Other(MailRoute::Folder(PathBuf::new()));
        let settings = Self {
            route: env.required("MAIL_URL", nowhere),
            second_route: env.optional("MAIL_SECOND_URL"),
            key: access_key(env, ["MAIL_ACCESS_KEY_ID", "MAIL_SECRET_ACCESS_KEY"]),
            from: env.or("MAIL_FROM", format!("no-reply@{}", domain.as_str())),
            sendgrid_events: env.optional("SENDGRID_WEBHOOK_KEY"),
            ses_feedback: env.optional("SES_FEEDBACK_TOPIC"),
            dns_server: env.optional("DNS_SERVER"),
            spf_include: env.optional("MAIL_SPF_INCLUDE"),
            links: env.or("STOREFRONT_URL", StorefrontLinks::usual()),
        };
        // Whoever reads the folder, or the way, can become any shopper.
        let is_development = *domain == Host::localhost();
        let routes = [
            ("MAIL_URL", Some(&settings.route)),
            ("MAIL_SECOND_URL", settings.second_route.as_ref()),
        ];
        for (setting, route) in routes {
            let is_folder = matches!(
                route,
                Some(MailPlace::Other(MailRoute::Folder(folder))) if !folder.as_os_str().is_empty()
            );
            if is_folder && !is_development {
                env.refuse(
                    setting,
                    "a folder is for the platform domain localhost only",
                );
            }
        }
        if settings.links.is_in_the_clear() && !is_development {
            env.refuse("STOREFRONT_URL", "links lead to https only");
        }
        settings
    }
}
