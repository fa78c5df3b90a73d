//! How text messages are sent.

use infra::sms::SmsRoute;
use kernel::config::Env;
use kernel::host::Host;

use super::Settings;

const URL: &str = "SMS_URL";

/// Where text messages go, if anywhere.
pub(super) fn from_env(env: &mut Env, domain: &Host) -> Option<SmsRoute> {
    let route = env.optional(URL);
    if matches!(route, Some(SmsRoute::Folder(_))) && *domain != Host::localhost() {
        env.refuse(URL, "a folder is for the platform domain localhost only");
    }
    route
}

impl Settings {
    /// Where a provider of text messages tells what became of them: on the first of the platform's hosts.
    pub fn sms_callback(&self) -> String {
        let hosts = &self.gateway.platform_hosts;
        let host = hosts.first().unwrap_or(&self.platform_domain);
        format!("https://{}/webhooks/twilio", host.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_for_development() {
        let refused = |domain: &str, url: &str| {
            let env = [("PLATFORM_DOMAIN", domain), (URL, url)];
            let env = Env::of(env.map(|(name, value)| (name.to_owned(), value.to_owned())));
            let problems = Settings::from_env(env).unwrap_err().0;
            problems.into_iter().find(|it| it.starts_with(URL))
        };
        let twilio = "twilio://AC0a:hunter2@api.twilio.com?from=Aurora";

        assert_eq!(refused("localhost", "file:///tmp/mail"), None);
        assert_eq!(refused("stoa.example", twilio), None);
        assert_eq!(refused("stoa.example", ""), None);
        let why = "SMS_URL: a folder is for the platform domain localhost only";
        assert_eq!(
            refused("stoa.example", "file:///tmp/mail").as_deref(),
            Some(why)
        );
        let odd = refused("stoa.example", "https://AC0a:hunter2@api.twilio.com").unwrap();
        assert!(!odd.contains("hunter2"), "{odd}");
    }
}
