//! Host names that lead to a storefront.

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};

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

    /// Takes a domain as people type it, in its ASCII form (IDNA): two labels at least, and no address of a machine.
    pub fn parse_domain(text: &str) -> Result<Self, Malformed> {
        const FORM: Malformed = Malformed {
            rule: "a domain name such as shop.example.com",
        };
        let (ascii, lengths) = (AsciiDenyList::STD3, DnsLength::Verify);
        let ascii = Uts46::new().to_ascii(text.as_bytes(), ascii, Hyphens::Check, lengths);
        let host = Self::parse(&ascii.map_err(|_| FORM)?).map_err(|_| FORM)?;
        match host.0.rsplit_once('.') {
            Some((_, last)) if !last.bytes().all(|b| b.is_ascii_digit()) => Ok(host),
            _ => Err(FORM),
        }
    }

    /// Whether it is `domain`, or below it.
    pub fn is_within(&self, domain: &Self) -> bool {
        let rest = self.0.strip_suffix(&domain.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
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

    #[test]
    fn a_domain_is_typed_in_any_script_and_has_two_labels() {
        let of = |text: &str| Host::parse_domain(text).map(|host| host.0);

        assert_eq!(of("Aurora.Example"), Ok("aurora.example".into()));
        assert_eq!(of("bücher.example"), Ok("xn--bcher-kva.example".into()));
        for text in [
            "",
            "com",
            "localhost",
            "127.0.0.1",
            "a..b",
            "aurora.example:80",
            "https://aurora.example",
            "orders@aurora.example",
            "_dmarc.aurora.example",
            "aurora example.com",
        ] {
            assert!(of(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_host_is_within_its_own_domain_and_those_above() {
        let host = |text: &str| Host::parse(text).unwrap();

        assert!(host("mail.stoa.example").is_within(&host("stoa.example")));
        assert!(host("stoa.example").is_within(&host("stoa.example")));
        assert!(!host("mystoa.example").is_within(&host("stoa.example")));
        assert!(!host("example").is_within(&host("stoa.example")));
    }
}
