//! What text messages say.

use super::TextNews;
use super::segments::segments;
use crate::notifications::words::{Words, texts};

/// The message: with the page of the parcel, if both fit into one segment.
pub(super) fn write(
    news: TextNews,
    (brand, locale): (&str, &str),
    number: i64,
    tracking_url: Option<&str>,
) -> String {
    let number = number.to_string();
    let text = Words::of(locale, brand).say(match news {
        TextNews::Shipped => texts::text_shipped(number),
        TextNews::Delivered => texts::text_delivered(number),
    });
    let url = tracking_url.filter(|_| news == TextNews::Shipped);
    let with_url = url.map(|url| format!("{text} {url}"));
    with_url.filter(|text| segments(text) == 1).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_segment_in_the_language_of_the_store() {
        let page = Some("https://gls-group.com/track/7");
        let english = |news| write(news, ("Aurora", "en-GB"), 1001, page);
        let german = |news| write(news, ("Aurora", "de_DE"), 1001, page);

        assert_eq!(
            english(TextNews::Shipped),
            "Aurora: a parcel of your order 1001 is on its way. https://gls-group.com/track/7"
        );
        assert_eq!(
            english(TextNews::Delivered),
            "Aurora: a parcel of your order 1001 was delivered."
        );
        assert_eq!(
            german(TextNews::Shipped),
            "Aurora: Ein Paket Ihrer Bestellung 1001 ist unterwegs. https://gls-group.com/track/7"
        );
        assert_eq!(
            german(TextNews::Delivered),
            "Aurora: Ein Paket Ihrer Bestellung 1001 wurde zugestellt."
        );
        let long = format!("https://carrier.example/{}", "7".repeat(100));
        assert_eq!(
            write(TextNews::Shipped, ("Aurora", "en"), 1, Some(&long)),
            "Aurora: a parcel of your order 1 is on its way."
        );
    }
}
