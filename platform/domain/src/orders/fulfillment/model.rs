//! What a parcel is.

use kernel::goods::{Malformed, Quantity};
use kernel::ids::{FulfillmentId, MerchantId, OrderId, OrderLineId};
use kernel::text;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use url::Url;

use super::carrier;

const LONGEST_CARRIER: usize = 80;
const LONGEST_NUMBER: usize = 100;
const LONGEST_URL: usize = 2000;

kernel::words! {
    /// Status of a fulfillment.
    pub enum FulfillmentStatus {
        /// Handed to the carrier.
        Shipped = "shipped",
        /// Delivered to the shopper.
        Delivered = "delivered",
        /// Cancelled: its units are open again.
        Cancelled = "cancelled",
    }
}

/// A parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fulfillment {
    /// Its id.
    pub id: FulfillmentId,
    /// The order.
    pub order_id: OrderId,
    /// Who ships it.
    pub merchant_id: MerchantId,
    /// Its status.
    pub status: FulfillmentStatus,
    /// How to follow it.
    pub tracking: Tracking,
    /// What is in it.
    pub lines: Vec<FulfillmentLine>,
    /// When it was shipped.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// Who shipped it.
    pub created_by: String,
    /// When it was delivered.
    #[serde(with = "time::serde::rfc3339::option")]
    pub delivered_at: Option<OffsetDateTime>,
    /// When it was cancelled.
    #[serde(with = "time::serde::rfc3339::option")]
    pub cancelled_at: Option<OffsetDateTime>,
}

/// Units of a line in a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FulfillmentLine {
    /// The line of the order.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
}

/// How to follow a parcel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracking {
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub number: Option<String>,
    /// The page that shows where it is.
    pub url: Option<String>,
}

/// A part of a tracking that does not have its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadTracking {
    /// Its field.
    pub field: &'static str,
    /// What would be right.
    pub rule: Malformed,
}

impl Tracking {
    /// Takes what staff type. Without a page of its own, a parcel of a well-known carrier has the
    /// carrier's.
    pub fn parse(
        carrier: Option<&str>,
        number: Option<&str>,
        url: Option<&str>,
    ) -> Result<Self, BadTracking> {
        let bad = |field, rule| BadTracking {
            field,
            rule: Malformed { rule },
        };
        let line = |text: Option<&str>, max, field, rule| {
            text.map(|text| text::line(text, max).ok_or_else(|| bad(field, rule)))
                .transpose()
        };
        let rule = "1 to 80 characters without line breaks";
        let carrier = line(carrier, LONGEST_CARRIER, "carrier", rule)?;
        let rule = "1 to 100 characters without line breaks";
        let number = line(number, LONGEST_NUMBER, "number", rule)?;
        let page = || carrier::tracking_url(carrier.as_deref()?, number.as_deref()?);
        let url = match url {
            Some(text) => {
                let rule = "an address that begins with https://, at most 2000 characters";
                Some(page_of(text).ok_or_else(|| bad("url", rule))?)
            }
            None => page(),
        };
        Ok(Self {
            carrier,
            number,
            url,
        })
    }
}

/// The address of a page, without anything that a reader would take for another.
fn page_of(text: &str) -> Option<String> {
    let is_one_word = !text.chars().any(|c| c.is_control() || c.is_whitespace());
    let url = Url::parse(text).ok().filter(|_| is_one_word)?;
    let is_page = url.scheme() == "https"
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none();
    let url = String::from(url);
    (is_page && url.len() <= LONGEST_URL).then_some(url)
}

/// What to ship.
#[derive(Debug, Clone)]
pub enum ShippedGoods {
    /// All that is left of the merchant.
    Rest,
    /// How many of which line; each line once, all of one merchant.
    Lines(Vec<(OrderLineId, Quantity)>),
}

/// The request to ship a parcel.
#[derive(Debug, Clone)]
pub struct CreateFulfillment {
    /// The order.
    pub order_id: OrderId,
    /// What makes it safe to ask again.
    pub key: String,
    /// Whose units; none for those of the only merchant that they can be of.
    pub merchant_id: Option<MerchantId>,
    /// What is in it.
    pub goods: ShippedGoods,
    /// How to follow it.
    pub tracking: Tracking,
}

/// A parcel that was shipped.
#[derive(Debug, Clone)]
pub struct Fulfilled {
    /// The parcel.
    pub fulfillment: Fulfillment,
    /// Whether this is the answer to an earlier request with the same key.
    pub is_replayed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_tracking_is_a_page() {
        let own = Tracking::parse(Some("DHL"), Some("1"), Some("https://example.com/1")).unwrap();
        assert_eq!(own.url.as_deref(), Some("https://example.com/1"));
        let known = Tracking::parse(Some("gls"), Some(" 7 "), None).unwrap();
        assert_eq!(known.url.as_deref(), Some("https://gls-group.com/track/7"));
        assert_eq!(Tracking::parse(None, None, None), Ok(Tracking::default()));
        for url in [
            "javascript:alert(1)",
            "http://example.com",
            "https://dhl.com@evil.example/",
            "example.com",
            "https://example.com/1\0",
            "",
        ] {
            assert_eq!(
                Tracking::parse(None, None, Some(url)).unwrap_err().field,
                "url",
                "{url}"
            );
        }
        let bad = Tracking::parse(Some("D\nHL"), None, None).unwrap_err();
        assert_eq!(bad.field, "carrier");
    }
}
