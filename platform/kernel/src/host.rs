//! Host names that lead to a storefront.

use crate::goods::Malformed;

/// A host name in lower case, without a port.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Host(String);

impl Host {
    /// Takes the value of a `Host` header; a port and a trailing dot are dropped.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let refused = Malformed {
            rule: "a host name such as shop.example.com",
        };
        let name = match text.rsplit_once(':') {
            Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => {
                name
            }
            Some(_) => return Err(refused),
            None => text,
        };
        let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
        let is_name = (1..=253).contains(&name.len())
            && name.split('.').all(|label| {
                (1..=63).contains(&label.len())
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        if is_name {
            Ok(Self(name))
        } else {
            Err(refused)
        }
    }

    /// This machine, as it calls itself.
    pub fn localhost() -> Self {
        Self("localhost".to_owned())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Host {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_and_the_case_do_not_matter() {
        assert_eq!(
            Host::parse("Aurora.LOCALHOST:8080").map(|h| h.0),
            Ok("aurora.localhost".into())
        );
        assert_eq!(
            Host::parse("shop.example.com.").map(|h| h.0),
            Ok("shop.example.com".into())
        );
        for text in [
            "",
            "a b",
            "evil.com/x",
            "a..b",
            "-a.b",
            "[::1]:80",
            "a:b",
            "ü.de",
        ] {
            assert!(Host::parse(text).is_err(), "{text}");
        }
    }
}
