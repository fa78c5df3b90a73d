//! Which addresses are asked: public ones, so that nobody reaches what is behind our own walls through us.

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::Name;
use kernel::ports::OpenIdError;
use tower_service::Service;
use url::{Host, Url};

/// Issuers are asked at this port and no other; the network lets no other through, either.
const PORT: u16 = 443;
const LONGEST: usize = 500;

/// Which part of the network is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses over TLS.
    Public,
    /// For development and tests: this machine, too, and that in the clear.
    Local,
}

impl Reach {
    /// Takes an address that may be asked, or that browsers may be sent to.
    pub(super) fn parse(self, text: &str) -> Result<Url, OpenIdError> {
        let refused = |why: &str| OpenIdError::Unusable(why.to_owned());
        if text.len() > LONGEST || text.contains(|c: char| c.is_control() || c.is_whitespace()) {
            return Err(refused("an address is too long or has spaces"));
        }
        let url = Url::parse(text).map_err(|_| refused("an address is malformed"))?;
        let is_local = self == Self::Local && is_this_machine(&url);
        if url.scheme() != "https" && !(url.scheme() == "http" && is_local) {
            return Err(refused("an address does not begin with https"));
        }
        if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
            return Err(refused("an address has credentials or a fragment"));
        }
        if self == Self::Public && url.port_or_known_default() != Some(PORT) {
            return Err(refused("an address has a port other than 443"));
        }
        let is_open = match url.host() {
            Some(Host::Ipv4(address)) => self.allows(address.into()),
            Some(Host::Ipv6(address)) => self.allows(address.into()),
            Some(Host::Domain(name)) => self == Self::Local || is_public_name(name),
            None => false,
        };
        if is_open {
            Ok(url)
        } else {
            Err(refused("an address is not public"))
        }
    }

    /// Whether a connection may be made to this address.
    pub(super) fn allows(self, address: IpAddr) -> bool {
        match (self, address) {
            (Self::Local, _) => true,
            (Self::Public, IpAddr::V4(address)) => is_public_v4(address),
            (Self::Public, IpAddr::V6(address)) => is_public_v6(address),
        }
    }
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Names of one label, and those that lead to a network of one's own.
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let private = ["localhost", "local", "internal", "home.arpa"];
    let is_private = private.iter().any(|private| {
        name.strip_suffix(private)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    name.contains('.') && !is_private
}

/// The registries of special addresses (RFC 6890) leave these.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = match (a, b, c) {
        (0 | 10 | 127 | 224..=255, ..)
        | (169, 254, _)
        | (192, 168, _)
        | (192, 0, 0 | 2)
        | (192, 88, 99)
        | (198, 51, 100)
        | (203, 0, 113) => true,
        (100, b, _) => (64..128).contains(&b),
        (172, b, _) => (16..32).contains(&b),
        (198, b, _) => (18..20).contains(&b),
        _ => false,
    };
    !is_special
}

/// What is routed (`2000::/3`), but for what stands for other addresses or for examples.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_routed = (0x2000..0x4000).contains(&first);
    let is_special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
        || first == 0x2002
        || (first == 0x3fff && second < 0x1000);
    is_routed && !is_special
}

/// Looks names up and leaves out the addresses that are not asked: a name cannot lead elsewhere than it did when it
/// was looked at.
#[derive(Debug, Clone)]
pub(super) struct Resolver(pub(super) Reach);

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let reach = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let allowed: Vec<SocketAddr> = found.filter(|found| reach.allows(found.ip())).collect();
            if allowed.is_empty() {
                return Err(io::Error::other("the name has no public address"));
            }
            Ok(allowed.into_iter())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_over_tls_are_asked() {
        for good in [
            "https://accounts.google.com",
            "https://login.example.com:443/a/b",
            "https://93.184.215.14/",
            "https://[2606:4700::1111]/",
        ] {
            assert!(Reach::Public.parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "accounts.google.com",
            "http://accounts.google.com",
            "ftp://accounts.google.com",
            "https://a@accounts.google.com",
            "https://accounts.google.com/#a",
            "https://accounts.google.com/a b",
            "https://accounts.google.com:22",
            "https://accounts.google.com:8443",
            "https://localhost",
            "https://localhost.",
            "https://a.localhost",
            "https://metadata.google.internal",
            "https://printer.local",
            "https://intranet",
            "https://127.0.0.1",
            "https://2130706433",
            "https://0177.0.0.1",
            "https://0x7f.1",
            "https://0.0.0.0",
            "https://10.0.0.1",
            "https://100.64.0.1",
            "https://169.254.169.254/latest",
            "https://172.16.0.1",
            "https://172.31.255.255",
            "https://192.168.1.1",
            "https://198.18.0.1",
            "https://224.0.0.1",
            "https://255.255.255.255",
            "https://[::]",
            "https://[::1]",
            "https://[::ffff:127.0.0.1]",
            "https://[::ffff:a9fe:a9fe]",
            "https://[64:ff9b::7f00:1]",
            "https://[fe80::1]",
            "https://[fc00::1]",
            "https://[fd00:ec2::254]",
            "https://[2001:db8::1]",
            "https://[2001::1]",
            "https://[2002:7f00:1::]",
            "https://[ff02::1]",
        ] {
            assert!(Reach::Public.parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn in_development_this_machine_is_asked_in_the_clear_and_no_other() {
        for good in ["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"] {
            assert!(Reach::Local.parse(good).is_ok(), "{good}");
            assert!(Reach::Public.parse(good).is_err(), "{good}");
        }
        assert!(Reach::Local.parse("http://accounts.google.com").is_err());
    }

    #[tokio::test]
    async fn a_name_that_leads_here_is_not_followed() {
        let name: Name = "localhost".parse().unwrap();
        assert!(Resolver(Reach::Public).call(name.clone()).await.is_err());
        assert!(Resolver(Reach::Local).call(name).await.is_ok());
    }
}
