//! How people are written to.

use std::path::PathBuf;

use domain::notifications::StorefrontLinks;
use infra::mail::{MailRoute, SendGridEvents};
use kernel::config::Env;
use kernel::host::Host;

/// How people are written to.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// `MAIL_URL`: the SMTP server or the provider that takes mail, or in development a folder.
    pub route: MailRoute,
    /// `MAIL_SECOND_URL`: who takes mail while the first one does not.
    pub second_route: Option<MailRoute>,
    /// `MAIL_FROM` (default `no-reply@` and the platform's domain): the sender's address. The
    /// sender's name is the brand's.
    pub from: String,
    /// `SENDGRID_WEBHOOK_KEY`: the key that SendGrid signs events about mail with.
    pub sendgrid_events: Option<SendGridEvents>,
    /// `STOREFRONT_URL` (default `https://{host}`): where links in mail lead.
    pub links: StorefrontLinks,
}

impl MailSettings {
    pub(super) fn from_env(env: &mut Env, domain: &Host) -> Self {
        let nowhere = MailRoute::Folder(PathBuf::new());
        let settings = Self {
            route: env.required("MAIL_URL", nowhere),
            second_route: env.optional("MAIL_SECOND_URL"),
            from: env.or("MAIL_FROM", format!("no-reply@{}", domain.as_str())),
            sendgrid_events: env.optional("SENDGRID_WEBHOOK_KEY"),
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
                Some(MailRoute::Folder(folder)) if !folder.as_os_str().is_empty()
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
