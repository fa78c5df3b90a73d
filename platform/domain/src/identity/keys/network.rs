//! Networks in CIDR form, as Postgres reads them.

use std::net::IpAddr;

use ipnet::IpNet;

/// Whether the text is an address, or a network whose address has no bits beyond its length.
pub(super) fn is_network(text: &str) -> bool {
    let address = text.split('/').next().unwrap_or_default();
    let has_no_more = |it: IpNet| it.prefix_len() > 0 && it.trunc() == it;
    // `ipnet` would take 010 for 10.
    address.parse::<IpAddr>().is_ok() && (address == text || text.parse().is_ok_and(has_no_more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_have_no_host_bits() {
        for good in [
            "203.0.113.7",
            "203.0.113.0/24",
            "10.0.0.0/8",
            "2001:db8::/32",
            "::1",
            "::1/128",
            "1.2.3.4/32",
        ] {
            assert!(is_network(good), "{good}");
        }
        for bad in [
            "",
            "203.0.113.7/24",
            "10.0.0.0/33",
            "10.0.0.0/",
            "0.0.0.0/0",
            "10.0.0.0/+8",
            "host",
            "2001:db8::1/32",
            "1.2.3.4/008x",
            "010.0.0.0/8",
            "010.0.0.1",
        ] {
            assert!(!is_network(bad), "{bad}");
        }
    }
}
