//! Every setting of the program, read from the environment once. `.env.sample` lists them all.

mod aws;
mod database;
mod keys;
mod mail;
mod media;
mod sms;

use std::time::Duration;

use billing::StripeSettings;
use domain::checkout::CheckoutPolicy;
use domain::identity::TokenKeys;
use gateway::GatewaySettings;
use gateway::server::ServerSettings;
use gateway::telemetry::TelemetrySettings;
use infra::redis::RedisUrl;
use infra::sms::SmsRoute;
use kernel::config::{ConfigError, Env, Secret};
use kernel::host::Host;
use webshop::WebShopSettings;

pub use aws::{ProductDocumentsSettings, WorkQueueSettings};
pub use database::{DatabaseSettings, app_url, backup_url, owner_url, relay_url};
pub use keys::EncryptionKeys;
pub use mail::{BadPlace, MailPlace, MailSettings};
pub use media::MediaSettings;

use crate::worker::WorkerSettings;

/// The settings of a process that serves requests or works on messages.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What is logged and counted.
    pub telemetry: TelemetrySettings,
    /// How connections are treated.
    pub server: ServerSettings,
    /// How requests are treated.
    pub gateway: GatewaySettings,
    /// Where the data is.
    pub database: DatabaseSettings,
    /// `REDIS_URL` (default none): the Redis that counts requests for all processes and tells them of changes.
    pub redis: Option<RedisUrl>,
    /// `WORK_QUEUE` (default none): the SQS queues that messages are handed to workers by. Without them workers look
    /// into the database.
    pub work_queue: Option<WorkQueueSettings>,
    /// `PRODUCT_DOCUMENTS` (default none): the store that products are read from, but for prices and stock. Without it
    /// they are read from their own tables.
    pub product_documents: Option<ProductDocumentsSettings>,
    /// Who people are.
    pub identity: IdentitySettings,
    /// How people are written to.
    pub mail: MailSettings,
    /// `SMS_URL` (default none): who takes text messages, or in development a folder.
    pub sms: Option<SmsRoute>,
    /// How storefronts' pages are rendered.
    pub web_shop: WebShopSettings,
    /// How Stripe is reached.
    pub stripe: StripeSettings,
    /// `CHECKOUT_UNPAID_ORDERS` (default 30) and `CHECKOUT_UNPAID_UNITS` (default 200): what one client, or
    /// one e-mail address, may have waiting to be paid at one tenant; 0 is any number.
    pub checkout: CheckoutPolicy,
    /// `LEDGER_COMPARISON_LAG_SECONDS` (default 900): how long ago the moment is that the ledger and
    /// the provider's balance are compared at. What is under way for less makes no difference.
    pub comparison_lag: Duration,
    /// How messages are worked on.
    pub worker: WorkerSettings,
    /// `PLATFORM_DOMAIN` (default `localhost`): the domain below which every tenant gets a host.
    pub platform_domain: Host,
    /// Where pictures are kept.
    pub media: MediaSettings,
}

/// Who people are.
#[derive(Debug, Clone)]
pub struct IdentitySettings {
    /// `TOKEN_KEYS`: one or more Ed25519 private keys in PEM form, the signing one first; `\n` may
    /// stand for a line's end.
    pub token_keys: Option<TokenKeys>,
    /// `PASSWORD_SLOTS` (default 2): passwords that are checked at the same time. Each takes 19 MiB.
    pub password_slots: usize,
    /// `ENCRYPTION_KEYS`: one or more keys of 64 hexadecimal digits, or one of KMS, the one that encrypts first.
    /// What the database keeps secret is encrypted with them: lose them, and second factors are lost.
    pub encryption_keys: Option<EncryptionKeys>,
    /// `OPERATOR_SECOND_FACTOR` (default true): whether operators may do nothing without a second factor.
    /// `stoa dev` asks for none.
    pub operator_second_factor: bool,
}

impl Settings {
    /// The settings that `env` holds, or everything that is wrong with them.
    pub fn from_env(mut env: Env) -> Result<Self, ConfigError> {
        let settings = Self::read(&mut env);
        env.finish().map(|()| settings)
    }

    /// Reads every setting; what is wrong is kept in `env`.
    pub fn read(env: &mut Env) -> Self {
        let platform_domain = env.or("PLATFORM_DOMAIN", Host::localhost());
        let gateway = GatewaySettings::from_env(env);
        Self {
            telemetry: TelemetrySettings::from_env(env),
            server: ServerSettings::from_env(env, &gateway),
            web_shop: WebShopSettings::from_env(env, gateway.catalog_cache_ttl, gateway.compresses),
            gateway,
            database: DatabaseSettings::from_env(env),
            redis: env.optional("REDIS_URL"),
            work_queue: WorkQueueSettings::from_env(env),
            product_documents: ProductDocumentsSettings::from_env(env),
            identity: IdentitySettings::from_env(env),
            mail: MailSettings::from_env(env, &platform_domain),
            sms: sms::from_env(env, &platform_domain),
            stripe: StripeSettings::from_env(env),
            checkout: checkout(env),
            comparison_lag: comparison_lag(env),
            worker: worker(env),
            media: MediaSettings::from_env(env, &platform_domain),
            platform_domain,
        }
    }
}

impl IdentitySettings {
    fn from_env(env: &mut Env) -> Self {
        let pem = env.required("TOKEN_KEYS", Secret::new(String::new()));
        let keys = (!pem.expose().is_empty())
            .then(|| TokenKeys::from_pem(&pem.expose().replace("\\n", "\n")));
        let token_keys = match keys {
            Some(Ok(keys)) => Some(keys),
            Some(Err(why)) => {
                env.refuse("TOKEN_KEYS", why);
                None
            }
            None => None,
        };
        let encryption_keys = env.required("ENCRYPTION_KEYS", Given(None)).0;
        Self {
            token_keys,
            password_slots: env.one_or_more("PASSWORD_SLOTS", 2),
            encryption_keys,
            operator_second_factor: env.or("OPERATOR_SECOND_FACTOR", true),
        }
    }
}

/// Keys that may be missing while the other settings are read.
struct Given(Option<EncryptionKeys>);

impl std::str::FromStr for Given {
    type Err = keys::BadEncryptionKeys;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(|keys| Self(Some(keys)))
    }
}

fn checkout(env: &mut Env) -> CheckoutPolicy {
    let usual = CheckoutPolicy::default();
    CheckoutPolicy {
        unpaid_orders: i64::from(env.or("CHECKOUT_UNPAID_ORDERS", 30_u32)),
        unpaid_units: i64::from(env.or("CHECKOUT_UNPAID_UNITS", 200_u32)),
        ..usual
    }
}

fn comparison_lag(env: &mut Env) -> Duration {
    let usual = billing::Policy::default().comparison_lag.as_secs();
    Duration::from_secs(env.one_or_more("LEDGER_COMPARISON_LAG_SECONDS", usual))
}

fn worker(env: &mut Env) -> WorkerSettings {
    let usual = WorkerSettings::default();
    let poll = u64::try_from(usual.poll.as_millis()).unwrap_or(100);
    WorkerSettings {
        parallel: env.one_or_more("WORKER_PARALLEL", usual.parallel),
        parallel_mail: env.one_or_more("WORKER_PARALLEL_MAIL", usual.parallel_mail),
        parallel_search: env.one_or_more("WORKER_PARALLEL_SEARCH", usual.parallel_search),
        poll: Duration::from_millis(env.one_or_more("WORKER_POLL_MS", poll)),
        ..usual
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_sample_lists_every_setting_and_no_other() {
        let mut env = Env::of([]);
        Settings::read(&mut env);
        owner_url(&mut env);
        let asked: BTreeSet<&str> = env.asked().collect();

        let sample = include_str!("../../.env.sample");
        let listed: BTreeSet<&str> = sample
            .lines()
            .filter_map(|line| line.trim_start_matches("# ").split_once('='))
            .map(|(name, _)| name)
            .filter(|name| {
                // Those of single commands are on the command line too, which knows them.
                !name.starts_with("STOA_")
                    && name
                        .bytes()
                        .all(|byte| byte.is_ascii_uppercase() || byte == b'_')
            })
            .collect();

        assert_eq!(listed, asked);
    }

    #[test]
    fn without_any_setting_everything_that_is_missing_is_told() {
        let missing = Settings::from_env(Env::of([])).unwrap_err();

        assert_eq!(
            missing.0,
            [
                "DATABASE_URL: must be set",
                "DATABASE_RELAY_URL: must be set",
                "DATABASE_OPERATOR_URL: must be set",
                "TOKEN_KEYS: must be set",
                "ENCRYPTION_KEYS: must be set",
                "MAIL_URL: must be set",
                "STRIPE_SECRET_KEY: must be set",
                "STRIPE_PUBLISHABLE_KEY: must be set",
                "STRIPE_WEBHOOK_SECRETS: must be set",
            ]
        );
    }

    #[test]
    fn nothing_is_refused_where_it_would_stop_everything() {
        let names = [
            "MAX_CONNECTIONS",
            "HEADER_TIMEOUT_SECONDS",
            "REQUEST_DEADLINE_SECONDS",
            "DATABASE_POOL_MAX",
            "PASSWORD_SLOTS",
            "WORKER_PARALLEL",
            "WORKER_POLL_MS",
            "LEDGER_COMPARISON_LAG_SECONDS",
        ];
        let env = Env::of(names.map(|name| (name.to_owned(), "0".to_owned())));

        let refused = Settings::from_env(env).unwrap_err();

        for name in names {
            let told = format!("{name}: must be 1 or more");
            assert!(refused.0.contains(&told), "{name}: {refused}");
        }
    }

    #[test]
    fn a_live_key_does_not_travel_in_the_clear() {
        let env = Env::of([
            (
                "STRIPE_API_URL".to_owned(),
                "http://stripe.internal".to_owned(),
            ),
            ("STRIPE_SECRET_KEY".to_owned(), "sk_live_hunter2".to_owned()),
        ]);

        let refused = Settings::from_env(env).unwrap_err();

        let why = "STRIPE_SECRET_KEY: a live key is sent over https only";
        assert!(refused.0.contains(&why.into()), "{refused}");
    }

    #[test]
    fn nobody_reads_mail_on_its_way() {
        let env = |domain: &str| {
            Env::of(
                [
                    ("PLATFORM_DOMAIN", domain),
                    ("MAIL_URL", "file:///tmp/mail"),
                    ("STOREFRONT_URL", "http://{host}:8080"),
                ]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
            )
        };

        let refused = Settings::from_env(env("stoa.example")).unwrap_err();
        for why in [
            "MAIL_URL: a folder is for the platform domain localhost only",
            "STOREFRONT_URL: links lead to https only",
        ] {
            assert!(refused.0.contains(&why.into()), "{refused}");
        }
        let refused = Settings::from_env(env("localhost")).unwrap_err();
        let is_about_mail = |why: &&String| why.contains("MAIL") || why.contains("STOREFRONT");
        assert_eq!(refused.0.iter().find(is_about_mail), None);
    }

    #[test]
    fn a_key_that_is_none_is_refused_without_being_shown() {
        let env = Env::of([("TOKEN_KEYS".to_owned(), "hunter2".to_owned())]);

        let refused = Settings::from_env(env).unwrap_err();

        assert!(
            refused
                .0
                .contains(&"TOKEN_KEYS: there is no `PRIVATE KEY` in PEM form".into())
        );
        assert!(!refused.to_string().contains("hunter2"));

        let env = Env::of([("ENCRYPTION_KEYS".to_owned(), "hunter2".to_owned())]);
        let refused = Settings::from_env(env).unwrap_err();
        let why = "ENCRYPTION_KEYS: must be keys of 64 hexadecimal digits, between commas; make one \
                   with: openssl rand -hex 32";
        let is_told = refused.0.iter().any(|told| told.starts_with(why));
        assert!(is_told, "{refused}");
        assert!(!refused.to_string().contains("hunter2"));
    }
}
