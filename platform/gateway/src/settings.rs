//! The settings of the gateway, read from the environment.

use std::fmt::Display;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use kernel::config::Env;
use kernel::host::Host;

use crate::client_ip::Network;

/// How the gateway treats requests.
#[derive(Debug, Clone)]
pub struct GatewaySettings {
    /// `PLATFORM_HOSTS` (default `localhost,127.0.0.1`): host names of the platform itself. They
    /// serve operators, webhooks and the documentation; any other host is a storefront's or
    /// nothing.
    pub platform_hosts: Vec<Host>,
    /// `TRUSTED_PROXIES` (default none): networks such as `10.0.0.0/8` whose `X-Forwarded-For` is
    /// believed.
    pub trusted_proxies: Vec<Network>,
    /// `REQUEST_DEADLINE_SECONDS` (default 30): how long a request may take.
    pub deadline: Duration,
    /// `BODY_LIMIT_BYTES` (default 1048576): the largest body of a request.
    pub body_limit: usize,
    /// `BODY_MEMORY_BYTES` (default 33554432): how much memory all bodies may take that are being
    /// received or answered; one client may use an eighth.
    pub body_memory: usize,
    /// `COMPRESS_ANSWERS` (default true): whether text is compressed for clients that can read it. A proxy
    /// in front may do that instead.
    pub compresses: bool,
    /// `ALLOW_HTTP_ORIGINS` (default false): whether a storefront's pages may come over plain HTTP
    /// and from any port. For development.
    pub allow_http_origins: bool,
    /// `CATALOG_CACHE_TTL_MS` (default 1000, 0 is off): how old a catalogue answer may be.
    pub catalog_cache_ttl: Duration,
    /// `CATALOG_CACHE_BYTES` (default 67108864): how much memory catalogue answers may take.
    pub catalog_cache_bytes: u64,
    /// The rate limits of one client at one tenant.
    pub rates: RateSettings,
}

/// How much one client may do at one tenant. `None` is without a limit.
#[derive(Debug, Clone, Copy, Default)]
pub struct RateSettings {
    /// `RATE_LIMIT_READ_PER_SECOND` (default 100, 0 is without).
    pub read_per_second: Option<NonZeroU32>,
    /// `RATE_LIMIT_WRITE_PER_SECOND` (default 30, 0 is without).
    pub write_per_second: Option<NonZeroU32>,
    /// `RATE_LIMIT_CHECKOUT_PER_MINUTE` (default 60, 0 is without).
    pub checkout_per_minute: Option<NonZeroU32>,
    /// `RATE_LIMIT_LOGIN_PER_MINUTE` (default 10, 0 is without). At all tenants together a client
    /// has three times as many.
    pub login_per_minute: Option<NonZeroU32>,
    /// `RATE_LIMIT_WEBHOOK_PER_SECOND` (default 500, 0 is without): providers deliver in bursts, from
    /// few addresses.
    pub webhook_per_second: Option<NonZeroU32>,
    /// `RATE_LIMIT_CLIENTS_PER_TENANT` (default 100, 0 is without): all clients of a tenant together may
    /// do as much as so many of them.
    pub clients_per_tenant: Option<NonZeroU32>,
}

impl GatewaySettings {
    /// Reads the settings; what is wrong with them is told by [`Env::finish`].
    pub fn from_env(env: &mut Env) -> Self {
        let hosts: List<Host> = env.or("PLATFORM_HOSTS", List::default());
        let mut platform_hosts = hosts.0;
        if platform_hosts.is_empty() {
            platform_hosts.extend(
                ["localhost", "127.0.0.1"]
                    .map(Host::parse)
                    .into_iter()
                    .flatten(),
            );
        }
        let proxies: List<Network> = env.or("TRUSTED_PROXIES", List::default());
        if proxies.0.iter().any(Network::is_very_large) {
            env.refuse(
                "TRUSTED_PROXIES",
                "a network of more than a /8 (IPv4) or a /16 (IPv6) lets anybody name their address",
            );
        }
        Self {
            platform_hosts,
            trusted_proxies: proxies.0,
            deadline: Duration::from_secs(env.one_or_more("REQUEST_DEADLINE_SECONDS", 30)),
            body_limit: env.one_or_more("BODY_LIMIT_BYTES", 1024 * 1024),
            body_memory: env.one_or_more("BODY_MEMORY_BYTES", 32 * 1024 * 1024),
            compresses: env.or("COMPRESS_ANSWERS", true),
            allow_http_origins: env.or("ALLOW_HTTP_ORIGINS", false),
            catalog_cache_ttl: Duration::from_millis(env.or("CATALOG_CACHE_TTL_MS", 1000)),
            catalog_cache_bytes: env.or("CATALOG_CACHE_BYTES", 64 * 1024 * 1024),
            rates: RateSettings {
                read_per_second: NonZeroU32::new(env.or("RATE_LIMIT_READ_PER_SECOND", 100)),
                write_per_second: NonZeroU32::new(env.or("RATE_LIMIT_WRITE_PER_SECOND", 30)),
                checkout_per_minute: NonZeroU32::new(env.or("RATE_LIMIT_CHECKOUT_PER_MINUTE", 60)),
                login_per_minute: NonZeroU32::new(env.or("RATE_LIMIT_LOGIN_PER_MINUTE", 10)),
                webhook_per_second: NonZeroU32::new(env.or("RATE_LIMIT_WEBHOOK_PER_SECOND", 500)),
                clients_per_tenant: NonZeroU32::new(env.or("RATE_LIMIT_CLIENTS_PER_TENANT", 100)),
            },
        }
    }
}

/// Words between commas.
struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromStr<Err: Display>> FromStr for List<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}
