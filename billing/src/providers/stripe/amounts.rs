//! What Stripe takes in one payment, by currency.
//!
//! Source: docs.stripe.com/currencies ("Supported currencies", "Minimum and maximum charge amounts"). A
//! currency is taken only when Stripe counts it in the same minor units as ISO 4217, so these are not: ISK
//! and UGX, which Stripe counts in hundredths; MGA, which it does not; and those of three decimals, whose
//! last digit it wants to be zero, which shares cannot promise.

use kernel::Currency;
use kernel::ports::AmountLimits;

const TAKEN: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN",
    "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP",
    "CNY", "COP", "CRC", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ETB", "EUR", "FJD",
    "FKP", "GBP", "GEL", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR",
    "ILS", "INR", "JMD", "JPY", "KES", "KGS", "KHR", "KMF", "KRW", "KYD", "KZT", "LAK", "LBP",
    "LKR", "LRD", "LSL", "MAD", "MDL", "MKD", "MMK", "MNT", "MOP", "MUR", "MVR", "MWK", "MXN",
    "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR",
    "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SEK", "SGD", "SHP",
    "SOS", "SRD", "SZL", "THB", "TJS", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "UYU",
    "UZS", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW",
];

/// The smallest charge where it is more than one minor unit. Stripe may refuse a little more than that,
/// since it compares the settled amount.
const LEAST: &[(&str, i64)] = &[
    ("AED", 200),
    ("AUD", 50),
    ("BGN", 100),
    ("BRL", 50),
    ("CAD", 50),
    ("CHF", 50),
    ("CZK", 1_500),
    ("DKK", 250),
    ("EUR", 50),
    ("GBP", 30),
    ("HKD", 400),
    ("HUF", 17_500),
    ("INR", 50),
    ("JPY", 50),
    ("MXN", 1_000),
    ("MYR", 200),
    ("NOK", 300),
    ("NZD", 50),
    ("PLN", 200),
    ("RON", 200),
    ("SEK", 300),
    ("SGD", 50),
    ("THB", 1_000),
    ("USD", 50),
];
/// Eight digits.
const MOST: i64 = 99_999_999;

/// What Stripe takes in one payment; nothing in a currency that it does not count as we do.
pub(crate) fn limits(currency: Currency) -> Option<AmountLimits> {
    let code = currency.code();
    TAKEN.binary_search(&code).ok()?;
    let least = LEAST.iter().find(|(known, _)| *known == code);
    Some(AmountLimits {
        least: least.map_or(1, |(_, least)| *least),
        most: MOST,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_that_stripe_counts_otherwise_are_not_taken() {
        assert!(TAKEN.is_sorted());
        let taken = |code: &str| limits(code.parse().unwrap()).map(|it| (it.least, it.most));
        for code in [
            "ISK", "UGX", "MGA", "KWD", "BHD", "JOD", "OMR", "TND", "IRR",
        ] {
            assert_eq!(taken(code), None, "{code}");
        }
        for (code, least) in [
            ("EUR", 50),
            ("JPY", 50),
            ("VND", 1),
            ("HUF", 17_500),
            ("THB", 1_000),
        ] {
            assert_eq!(taken(code), Some((least, 99_999_999)), "{code}");
        }
        for code in TAKEN {
            let currency: Currency = code.parse().unwrap();
            assert!(matches!(currency.exponent(), 0 | 2), "{code}");
        }
    }
}
