//! Amounts, days and rates as people write them in a language.

use kernel::contact::PostalAddress;
use kernel::{Currency, Money};
use time::Date;

use super::words::Language;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Format {
    language: Language,
    group: &'static str,
    decimal: &'static str,
}

impl Format {
    /// The one of a language and region: `de`, `de-CH`, `en-GB`.
    pub(super) fn of(locale: &str) -> Self {
        let language = Language::of(locale);
        let (group, decimal) = match language {
            Language::German if locale.ends_with("-CH") || locale.ends_with("-LI") => ("’", "."),
            Language::German => (".", ","),
            Language::English => (",", "."),
        };
        Self {
            language,
            group,
            decimal,
        }
    }

    /// `1,234.50`, with as many decimals as the currency has.
    pub(super) fn amount(self, minor: i64, currency: Currency) -> String {
        let text = Money::new(minor, currency).to_string();
        let number = text.split(' ').next().unwrap_or_default();
        let (sign, number) = match number.strip_prefix('-') {
            Some(rest) => ("−", rest),
            None => ("", number),
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let mut grouped = String::new();
        for (index, digit) in whole.char_indices() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push_str(self.group);
            }
            grouped.push(digit);
        }
        let decimal = if decimals.is_empty() {
            ""
        } else {
            self.decimal
        };
        format!("{sign}{grouped}{decimal}{decimals}")
    }

    /// `1,234.50 EUR`.
    pub(super) fn money(self, minor: i64, currency: Currency) -> String {
        format!("{} {currency}", self.amount(minor, currency))
    }

    /// `19 %`.
    pub(super) fn rate(self, ppm: i32) -> String {
        let text = format!("{}.{:04}", ppm / 10_000, ppm % 10_000);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        format!("{} %", text.replace('.', self.decimal))
    }

    /// `30 November 2026`, `30.11.2026`.
    pub(super) fn day(self, day: Date) -> String {
        match self.language {
            Language::English => format!("{} {} {}", day.day(), day.month(), day.year()),
            Language::German => {
                format!(
                    "{:02}.{:02}.{}",
                    day.day(),
                    u8::from(day.month()),
                    day.year()
                )
            }
        }
    }
}

/// An address, line by line.
pub(super) fn address_lines(address: &PostalAddress) -> Vec<String> {
    let join = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
        parts.join(" ")
    };
    let region = address.region.as_deref().unwrap_or_default();
    // These write the code behind the town.
    let is_behind = ["US", "CA", "AU", "GB", "IE", "IN", "NZ"].contains(&address.country.as_str());
    let town = if is_behind {
        join(&[&address.city, region, &address.postal_code])
    } else {
        join(&[&address.postal_code, &address.city])
    };
    let region = if is_behind { "" } else { region };
    [
        address.company.clone().unwrap_or_default(),
        join(&[&address.first_name, &address.last_name]),
        address.street_name.clone(),
        address.second_line.clone().unwrap_or_default(),
        town,
        region.to_owned(),
        address.country.clone(),
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;

    #[test]
    fn amounts_have_the_decimals_of_their_currency_and_the_signs_of_the_language() {
        for (locale, minor, currency, text) in [
            ("en", 123_456, Currency::Eur, "1,234.56 EUR"),
            ("de-DE", 123_456, Currency::Eur, "1.234,56 EUR"),
            ("de-CH", 123_456_789, Currency::Chf, "1’234’567.89 CHF"),
            ("en-US", 5, Currency::Usd, "0.05 USD"),
            ("de", -100_000, Currency::Eur, "−1.000,00 EUR"),
            ("en", 1_234_567, Currency::Jpy, "1,234,567 JPY"),
            ("de", 999, Currency::Jpy, "999 JPY"),
            ("en", 1_234_567, Currency::Kwd, "1,234.567 KWD"),
            ("de", 1, Currency::Kwd, "0,001 KWD"),
        ] {
            assert_eq!(Format::of(locale).money(minor, currency), text, "{locale}");
        }
    }

    #[test]
    fn rates_and_days_are_written_in_the_language() {
        let day = Date::from_calendar_date(2026, Month::March, 7).unwrap();
        let (english, german) = (Format::of("fr"), Format::of("de-AT"));
        assert_eq!(english.day(day), "7 March 2026");
        assert_eq!(german.day(day), "07.03.2026");
        assert_eq!(english.rate(190_000), "19 %");
        assert_eq!(german.rate(82_500), "8,25 %");
        assert_eq!(german.rate(0), "0 %");
    }

    #[test]
    fn an_address_has_its_town_where_the_country_writes_it() {
        let mut address = PostalAddress {
            first_name: "Anna".to_owned(),
            street_name: "Main Street 1".to_owned(),
            city: "Springfield".to_owned(),
            postal_code: "62701".to_owned(),
            region: Some("IL".to_owned()),
            country: "US".to_owned(),
            ..PostalAddress::default()
        };
        let lines = address_lines(&address);
        assert_eq!(
            lines,
            ["Anna", "Main Street 1", "Springfield IL 62701", "US"]
        );
        address.country = "DE".to_owned();
        address.region = None;
        let lines = address_lines(&address);
        assert_eq!(lines, ["Anna", "Main Street 1", "62701 Springfield", "DE"]);
    }
}
