//! Networks in CIDR form, as Postgres reads them.

use std::net::IpAddr;

/// Whether the text is an address, or a network whose address has no bits beyond its length.
pub(super) fn is_network(text: &str) -> bool {
    let (address, length) = text.split_once('/').unwrap_or((text, ""));
    let Ok(address) = address.parse::<IpAddr>() else {
        return false;
    };
    let (bits, width) = match address {
        IpAddr::V4(address) => (u128::from(u32::from(address)) << 96, 32),
        IpAddr::V6(address) => (u128::from(address), 128),
    };
    if length.is_empty() {
        return !text.contains('/');
    }
    let is_plain = length.len() <= 3 && length.bytes().all(|byte| byte.is_ascii_digit());
    let length: u32 = match length.parse() {
        Ok(length) if is_plain && (1..=width).contains(&length) => length,
        _ => return false,
    };
    bits.checked_shl(length).unwrap_or(0) == 0
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
        ] {
            assert!(!is_network(bad), "{bad}");
        }
    }
}
