//! Where a request really comes from. Headers are believed only from proxies we know.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use ipnet::{IpNet, Ipv6Net};
use kernel::Client;
use kernel::goods::Malformed;
use poem::Request;

/// A range of addresses, such as `10.0.0.0/8` or `192.0.2.7`. IPv4 addresses are compared as IPv4-mapped IPv6
/// addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(Ipv6Net);

impl Network {
    /// Whether it is larger than any network of proxies: IPv4 in the first 96 bits counts as well.
    pub(crate) fn is_very_large(&self) -> bool {
        let (address, length) = (self.0.addr(), self.0.prefix_len());
        let is_v4 = length >= 96 && address.to_ipv4_mapped().is_some();
        length < if is_v4 { 96 + 8 } else { 16 }
    }

    /// Whether `address` lies in the range.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&mapped(address))
    }
}

impl FromStr for Network {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        network(text).map(Self).ok_or(Malformed {
            rule: "an address or a network such as 10.0.0.0/8",
        })
    }
}

/// The address is read by the standard library: `ipnet` would take 010 for 10.
fn network(text: &str) -> Option<Ipv6Net> {
    let network: IpNet = match text.split_once('/') {
        Some((address, length)) => IpNet::new(address.parse().ok()?, length.parse().ok()?).ok()?,
        None => text.parse::<IpAddr>().ok()?.into(),
    };
    let offset = if network.addr().is_ipv4() { 96 } else { 0 };
    Ipv6Net::new(mapped(network.addr()), offset + network.prefix_len()).ok()
}

fn mapped(address: IpAddr) -> Ipv6Addr {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped(),
        IpAddr::V6(v6) => v6,
    }
}

/// What one client is counted by.
pub(crate) const fn client_bits(address: IpAddr) -> u128 {
    Client::of(address).bits()
}

/// The client's address: the socket's peer; when that is a trusted proxy, the right-most address
/// in `X-Forwarded-For` that is not one.
pub(crate) fn client_ip(request: &Request, trusted: &[Network]) -> IpAddr {
    let peer = request
        .remote_addr()
        .as_socket_addr()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), std::net::SocketAddr::ip);
    if trusted.is_empty() {
        return peer;
    }
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer;
    let forwarded = request.headers().get_all("x-forwarded-for");
    let mut hops = forwarded
        .iter()
        // A line that is not text is a hop that cannot be read.
        .flat_map(|value| value.to_str().unwrap_or("?").split(','))
        .collect::<Vec<_>>();
    while is_trusted(client) {
        // A hop that cannot be read ends the chain: what is left of it could be anything.
        match hops.pop().and_then(|hop| address(hop.trim())) {
            Some(next) => client = next,
            None => break,
        }
    }
    client
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711`.
fn address(hop: &str) -> Option<IpAddr> {
    if let Ok(address) = hop.parse::<IpAddr>() {
        return Some(address);
    }
    if let Ok(socket) = hop.parse::<std::net::SocketAddr>() {
        return Some(socket.ip());
    }
    let inner = hop.strip_prefix('[')?.strip_suffix(']')?;
    inner.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::web::RemoteAddr;
    use poem::{Addr, Body};

    fn request(peer: &str, forwarded: &[&str]) -> Request {
        let mut builder = poem::http::Request::builder().uri("/");
        for value in forwarded {
            builder = builder.header("X-Forwarded-For", *value);
        }
        let (parts, ()) = builder.body(()).unwrap().into_parts();
        let peer: std::net::SocketAddr = format!("{peer}:4711").parse().unwrap();
        let parts = poem::RequestParts::from((
            parts,
            poem::web::LocalAddr::default(),
            RemoteAddr(Addr::SocketAddr(peer)),
            poem::http::uri::Scheme::HTTP,
        ));
        Request::from_parts(parts, Body::empty())
    }

    fn networks(text: &[&str]) -> Vec<Network> {
        text.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn headers_of_strangers_change_nothing() {
        let request = request("198.51.100.9", &["203.0.113.1"]);

        assert_eq!(client_ip(&request, &[]).to_string(), "198.51.100.9");
        assert_eq!(
            client_ip(&request, &networks(&["10.0.0.0/8"])).to_string(),
            "198.51.100.9"
        );
    }

    #[test]
    fn behind_a_trusted_proxy_the_last_untrusted_hop_is_the_client() {
        let proxies = networks(&["10.0.0.0/8", "2001:db8:1::/48"]);

        for (hops, client) in [
            (vec!["203.0.113.1, 198.51.100.9, 10.0.0.2"], "198.51.100.9"),
            (vec!["203.0.113.1", "198.51.100.9"], "198.51.100.9"),
            (vec!["198.51.100.9:51000"], "198.51.100.9"),
            (vec!["[2001:db8:2::1]:443"], "2001:db8:2::1"),
            (vec!["2001:db8:2::1, 2001:db8:1::5"], "2001:db8:2::1"),
            (vec!["203.0.113.1, unknown"], "10.0.0.1"),
            (vec![], "10.0.0.1"),
        ] {
            let request = request("10.0.0.1", &hops);
            assert_eq!(
                client_ip(&request, &proxies).to_string(),
                client,
                "{hops:?}"
            );
        }
    }

    #[test]
    fn a_line_that_is_not_text_ends_the_chain() {
        let proxies = networks(&["10.0.0.0/8"]);
        let mut request = request("10.0.0.1", &["203.0.113.1"]);
        let unreadable = poem::http::HeaderValue::from_bytes(b"\xe9, 203.0.113.11").unwrap();
        request.headers_mut().append("X-Forwarded-For", unreadable);

        assert_eq!(client_ip(&request, &proxies).to_string(), "10.0.0.1");
    }

    #[test]
    fn networks_are_read_as_people_write_them() {
        assert!(networks(&["0.0.0.0/0"])[0].contains("203.0.113.1".parse().unwrap()));
        assert!(!networks(&["0.0.0.0/0"])[0].contains("2001:db8::1".parse().unwrap()));
        assert!(networks(&["::/0"])[0].contains("2001:db8::1".parse().unwrap()));
        assert!(networks(&["192.0.2.7"])[0].contains("192.0.2.7".parse().unwrap()));
        assert!(!networks(&["192.0.2.7"])[0].contains("192.0.2.8".parse().unwrap()));
        for text in [
            "",
            "10.0.0.0/33",
            "10.0.0.0/",
            "010.0.0.0/8",
            "10.0.0/8",
            "::/129",
            "a",
        ] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }

    #[test]
    fn one_household_is_one_client() {
        let client = |text: &str| client_bits(text.parse().unwrap());

        assert_eq!(client("2001:db8::1"), client("2001:db8::ffff:1"));
        assert_ne!(client("2001:db8::1"), client("2001:db8:0:1::1"));
        assert_ne!(client("192.0.2.1"), client("192.0.2.2"));
        assert_eq!(client("::ffff:192.0.2.1"), client("192.0.2.1"));
    }
}
