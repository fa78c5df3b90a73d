//! How people are reached: e-mail addresses, postal addresses and phone numbers.

mod address;
mod country;
mod phone;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Serialize};

pub use address::PostalAddress;
pub use country::{Country, is_country};
pub use phone::{Phone, phone_key};

use crate::goods::Malformed;
use crate::text::is_invisible;

/// An e-mail address that mail can be sent to, in one form: two texts that mean one mailbox are equal.
///
/// The part before the `@` is ASCII in lower case: not every mail server takes other letters there
/// (`SMTPUTF8`), and mail that is lost on the way helps nobody. The domain is in its ASCII form
/// (IDNA), so that `bücher.example` and `xn--bcher-kva.example` are one domain. Lengths are those of
/// RFC 5321, section 4.5.3.1. That somebody reads the mailbox is not checked here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Email(String);

impl Email {
    /// Takes an address as people type it.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        const FORM: Malformed = Malformed {
            rule: "an e-mail address such as name@example.com",
        };
        const VISIBLE: Malformed = Malformed {
            rule: "an e-mail address without invisible characters",
        };
        const LOCAL: Malformed = Malformed {
            rule: "an e-mail address whose part before the @ has 1 to 64 letters a to z, digits and \
                   !#$%&'*+-/=?^_`{|}~, and single dots between them",
        };
        const DOMAIN: Malformed = Malformed {
            rule: "an e-mail address with a domain such as example.com after the @",
        };
        let text = text.trim();
        if text.chars().any(|c| c.is_control() || is_invisible(c)) {
            return Err(VISIBLE);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(FORM)?;
        let is_atom = |atom: &str| {
            let is_atext = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b);
            !atom.is_empty() && atom.bytes().all(is_atext)
        };
        if local.len() > 64 || !local.split('.').all(is_atom) {
            return Err(LOCAL);
        }
        let domain = Uts46::new()
            .to_ascii(
                domain.as_bytes(),
                AsciiDenyList::STD3,
                Hyphens::CheckFirstLast,
                DnsLength::Verify,
            )
            .map_err(|_| DOMAIN)?;
        // A last label of digits is no domain: it would be the end of an IPv4 address.
        let is_domain = domain
            .rsplit_once('.')
            .is_some_and(|(_, last)| last.bytes().any(|b| !b.is_ascii_digit()));
        let address = format!("{}@{domain}", local.to_ascii_lowercase());
        if is_domain && address.len() <= 254 {
            Ok(Self(address))
        } else {
            Err(DOMAIN)
        }
    }

    /// An address from one of our own rows, as it is: it was parsed when it was written, and a row
    /// that was written under older rules can still be read.
    pub const fn from_row(text: String) -> Self {
        Self(text)
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        Email::parse(text).ok().map(|email| email.0)
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        assert_eq!(
            parsed(" Anna.Berg+shop@Example.COM "),
            Some("anna.berg+shop@example.com".into())
        );
        for text in [
            "",
            "anna",
            "anna@",
            "@example.com",
            "anna@example",
            "a b@example.com",
            "a@b@c.de",
            "a@-b.de",
            ".a@example.com",
            "a.@example.com",
            "a..b@example.com",
            "\"a b\"@example.com",
            "a@1.2.3.4",
            "a@[127.0.0.1]",
            "a@b_c.de",
            "a@b..de",
            "a@example.com.",
            "josé@example.com",
            "\u{212a}arl@example.com",
            "zw\u{200b}@example.com",
            "\u{feff}bom@example.com",
            "rtl\u{202e}@example.com",
            "soft@exam\u{ad}ple.com",
            "a@xn--a.example",
        ] {
            assert_eq!(parsed(text), None, "{text:?}");
        }
        assert!(parsed(&format!("{}@example.com", "a".repeat(64))).is_some());
        assert_eq!(parsed(&format!("{}@example.com", "a".repeat(65))), None);
        assert_eq!(parsed(&format!("a@{}.com", "b".repeat(64))), None);
        assert_eq!(parsed(&format!("a@{}com", "b.".repeat(125))), None);
    }

    #[test]
    fn a_domain_is_one_however_it_is_written() {
        let one = Some("anna@xn--bcher-kva.example".into());
        for text in [
            "anna@bücher.example",
            "ANNA@BÜCHER.EXAMPLE",
            "anna@bu\u{308}cher.example",
            "anna@xn--bcher-kva.example",
            "anna@XN--BCHER-KVA.example",
        ] {
            assert_eq!(parsed(text), one, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_was_parsed_parses_again_to_itself(text in "\\PC{0,20}@\\PC{1,20}\\.[a-zİß]{1,5}") {
            if let Ok(email) = Email::parse(&text) {
                proptest::prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                proptest::prop_assert!(email.as_str().is_ascii());
            }
        }
    }

    #[test]
    fn a_row_is_read_as_it_is() {
        let old = Email::from_row("a@i\u{307}x.de".to_owned());
        assert_eq!(old.as_str(), "a@i\u{307}x.de");
    }
}
