//! How pages are rendered and kept.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use kernel::config::Env;
use url::Url;

use crate::renderer::Limits;

/// The settings of the web shop.
#[derive(Debug, Clone)]
pub struct WebShopSettings {
    /// `STOREFRONT_DIR` (default none): the folder of the built web shop; without it storefronts have the
    /// API and no pages.
    pub folder: Option<PathBuf>,
    /// `STOREFRONT_CACHE_BYTES` (default 67108864): how much memory rendered pages may take.
    pub cache_bytes: u64,
    /// `STRIPE_JS_URL` (default `https://js.stripe.com/v3/`): Stripe's script for browsers, or the
    /// simulator's.
    pub stripe_js: String,
    /// `CATALOG_CACHE_TTL_MS`: pages are as fresh as the answers of the API.
    pub fresh: Duration,
    /// `COMPRESS_ANSWERS`: like every other answer.
    pub compresses: bool,
    /// What rendering may cost. `STOREFRONT_ENGINES` (default: one for each core) is how many pages are
    /// rendered at the same time.
    pub limits: Limits,
}

impl WebShopSettings {
    /// Reads the settings; what is wrong with them is told by [`Env::finish`].
    pub fn from_env(env: &mut Env, fresh: Duration, compresses: bool) -> Self {
        const STRIPE_JS: &str = "https://js.stripe.com/v3/";
        let folder: String = env.or("STOREFRONT_DIR", String::new());
        let stripe_js: String = env.or("STRIPE_JS_URL", STRIPE_JS.to_owned());
        if !is_script(&stripe_js) {
            env.refuse(
                "STRIPE_JS_URL",
                "must be an https address, or an http address on this machine",
            );
        }
        let cores = std::thread::available_parallelism().map_or(2, NonZeroUsize::get);
        let engines: usize = env.one_or_more("STOREFRONT_ENGINES", cores);
        Self {
            folder: (!folder.is_empty()).then(|| PathBuf::from(folder)),
            cache_bytes: env.or("STOREFRONT_CACHE_BYTES", 64 * 1024 * 1024),
            stripe_js,
            fresh,
            compresses,
            limits: Limits {
                engines: NonZeroUsize::new(engines).unwrap_or(NonZeroUsize::MIN),
                ..Limits::usual()
            },
        }
    }
}

impl Limits {
    /// What a page may cost: it takes a few milliseconds and a few megabytes.
    pub const fn usual() -> Self {
        Self {
            engines: NonZeroUsize::MIN,
            memory: 64 * 1024 * 1024,
            stack: 1024 * 1024,
            load_time: Duration::from_secs(10),
            call_time: Duration::from_millis(500),
            wait: Duration::from_secs(1),
            calls: 1000,
        }
    }
}

fn is_script(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else {
        return false;
    };
    match url.scheme() {
        "https" => url.has_host(),
        "http" => matches!(url.host_str(), Some("127.0.0.1" | "localhost")),
        _ => false,
    }
}
