//! Where carriers show a parcel.

const NUMBER: &str = "{number}";

/// The pages of carriers, by their names without spaces and in lower case.
const PAGES: &[(&str, &str)] = &[
    (
        "dhl",
        "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
    ),
    (
        "dpd",
        "https://tracking.dpd.de/status/en_GB/parcel/{number}",
    ),
    ("fedex", "https://www.fedex.com/fedextrack/?trknbr={number}"),
    ("gls", "https://gls-group.com/track/{number}"),
    (
        "hermes",
        "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#{number}",
    ),
    ("postnl", "https://jouw.postnl.nl/track-and-trace/{number}"),
    (
        "royalmail",
        "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
    ),
    ("ups", "https://www.ups.com/track?tracknum={number}"),
    (
        "usps",
        "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
    ),
];

/// The page of a well-known carrier about a parcel.
pub(super) fn tracking_url(carrier: &str, number: &str) -> Option<String> {
    let name: String = carrier
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let (_, page) = PAGES.iter().find(|(known, _)| *known == name)?;
    let number: String = url::form_urlencoded::byte_serialize(number.as_bytes()).collect();
    Some(page.replace(NUMBER, &number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_carrier_has_a_page_however_it_is_written() {
        let page = "https://www.royalmail.com/track-your-item#/tracking-results/AB+12%2F3";
        assert_eq!(tracking_url("Royal Mail", "AB 12/3").as_deref(), Some(page));
        assert_eq!(
            tracking_url("UPS", "1Z").as_deref(),
            Some("https://www.ups.com/track?tracknum=1Z")
        );
        assert_eq!(tracking_url("Uncle Bob", "1"), None);
    }
}
