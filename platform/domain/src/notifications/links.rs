//! Where the pages of a storefront are.

use std::str::FromStr;

use kernel::goods::Malformed;
use kernel::host::Host;
use url::Url;

const HOST: &str = "{host}";

/// How the address of a storefront is made from its host: `https://{host}`, or in development
/// `http://{host}:8080`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorefrontLinks(String);

impl StorefrontLinks {
    /// Storefronts are where browsers look for them.
    pub fn usual() -> Self {
        Self(format!("https://{HOST}"))
    }

    /// Whether what is sent there can be read on the way.
    pub fn is_in_the_clear(&self) -> bool {
        self.0.starts_with("http://")
    }

    /// The address of the storefront, without a slash at its end.
    pub fn base(&self, host: &Host) -> String {
        self.0.replace(HOST, host.as_str())
    }
}

impl FromStr for StorefrontLinks {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let refused = Malformed {
            rule: "must be like https://{host} or http://{host}:8080",
        };
        let text = text.trim_end_matches('/');
        let url = Url::parse(&text.replace(HOST, "shop.example")).map_err(|_| refused)?;
        let is_base = matches!(url.scheme(), "https" | "http")
            && url.host_str() == Some("shop.example")
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none();
        if is_base && text.matches(HOST).count() == 1 {
            Ok(Self(text.to_owned()))
        } else {
            Err(refused)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_stands_where_hosts_stand() {
        let host = Host::parse("aurora.localhost").unwrap();
        let base = |text: &str| text.parse().map(|links: StorefrontLinks| links.base(&host));

        assert_eq!(
            base("https://{host}"),
            Ok("https://aurora.localhost".into())
        );
        assert_eq!(
            base("http://{host}:8080/"),
            Ok("http://aurora.localhost:8080".into())
        );
        for text in [
            "",
            "{host}",
            "https://evil.example/{host}",
            "https://shop.example",
            "ftp://{host}",
            "https://{host}/?next=",
            "https://{host}.{host}",
            "https://{host}@evil.example",
        ] {
            assert!(base(text).is_err(), "{text}");
        }
    }
}
