//! How Amazon's services are called: over rustls and ring, and not for long.

use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_smithy_http_client::Builder as HttpClient;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use kernel::config::Secret;

/// A key that was made for the program. Without one the machine's role is used, as Amazon's tools do.
#[derive(Debug, Clone)]
pub struct AccessKey {
    /// Its id.
    pub id: String,
    /// What it signs with.
    pub secret: Secret<String>,
}

/// How long a service is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until there is a connection.
    pub connect: Duration,
    /// For one attempt, of three.
    pub attempt: Duration,
    /// From first to last.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(2),
            attempt: Duration::from_secs(5),
            whole: Duration::from_secs(12),
        }
    }
}

/// What every client of this crate is made from.
pub(crate) async fn config(region: &str, key: Option<AccessKey>, limits: Limits) -> SdkConfig {
    let tls = Provider::Rustls(CryptoMode::Ring);
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(limits.connect)
        .operation_attempt_timeout(limits.attempt)
        .build();
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .http_client(HttpClient::new().tls_provider(tls).build_https())
        .region(Region::new(region.to_owned()))
        .retry_config(RetryConfig::standard().with_max_attempts(3))
        .timeout_config(timeouts);
    if let Some(key) = key {
        let secret = key.secret.expose().clone();
        loader =
            loader.credentials_provider(Credentials::new(key.id, secret, None, None, "settings"));
    }
    Box::pin(loader.load()).await
}
