//! Money: an amount in minor units, and its currency. No floats, no silent arithmetic.

use std::fmt;
use std::str::FromStr;

use poem_openapi::registry::MetaSchema;
use serde::{Deserialize, Serialize};

use crate::wire::wire_text;

/// The largest amount in minor units: what a JSON number carries exactly in every language.
pub const MAX_MINOR: i64 = 9_007_199_254_740_991;

/// Arithmetic on money that has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Larger than [`MAX_MINOR`].
    #[error("the amount is too large")]
    Overflow,
    /// Two currencies in one sum.
    #[error("{0} and {1} cannot be added")]
    CurrencyMismatch(Currency, Currency),
    /// Nothing to share by.
    #[error("there is nothing to share by")]
    NothingToShareBy,
    /// A currency that is not known here.
    #[error("not a currency code that is supported")]
    UnknownCurrency,
}

macro_rules! currencies {
    ($($variant:ident $code:literal $exponent:literal),* $(,)?) => {
        /// An ISO 4217 currency.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the codes are their own names")]
        pub enum Currency { $($variant),* }

        impl Currency {
            /// Every currency that is supported.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The ISO code, in upper case.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// How many digits the minor unit has: 2 for the euro, 0 for the yen.
            pub const fn exponent(self) -> u32 {
                match self { $(Self::$variant => $exponent),* }
            }
        }

        impl FromStr for Currency {
            type Err = MoneyError;

            fn from_str(text: &str) -> Result<Self, MoneyError> {
                match text {
                    $($code => Ok(Self::$variant),)*
                    _ => Err(MoneyError::UnknownCurrency),
                }
            }
        }
    };
}

// Every currency of ISO 4217 that money is paid in, also those that others have replaced; a test compares
// the list with a library that is kept.
currencies! {
    Aed "AED" 2, Afn "AFN" 2, All "ALL" 2, Amd "AMD" 2, Aoa "AOA" 2, Ars "ARS" 2, Aud "AUD" 2, Awg
    "AWG" 2, Azn "AZN" 2, Bam "BAM" 2, Bbd "BBD" 2, Bdt "BDT" 2, Bgn "BGN" 2, Bhd "BHD" 3, Bif "BIF"
    0, Bmd "BMD" 2, Bnd "BND" 2, Bob "BOB" 2, Brl "BRL" 2, Bsd "BSD" 2, Btn "BTN" 2, Bwp "BWP" 2,
    Byn "BYN" 2, Bzd "BZD" 2, Cad "CAD" 2, Cdf "CDF" 2, Chf "CHF" 2, Clp "CLP" 0, Cny "CNY" 2, Cop
    "COP" 2, Crc "CRC" 2, Cuc "CUC" 2, Cup "CUP" 2, Cve "CVE" 2, Czk "CZK" 2, Djf "DJF" 0, Dkk "DKK"
    2, Dop "DOP" 2, Dzd "DZD" 2, Egp "EGP" 2, Ern "ERN" 2, Etb "ETB" 2, Eur "EUR" 2, Fjd "FJD" 2,
    Fkp "FKP" 2, Gbp "GBP" 2, Gel "GEL" 2, Ghs "GHS" 2, Gip "GIP" 2, Gmd "GMD" 2, Gnf "GNF" 0, Gtq
    "GTQ" 2, Gyd "GYD" 2, Hkd "HKD" 2, Hnl "HNL" 2, Hrk "HRK" 2, Htg "HTG" 2, Huf "HUF" 2, Idr "IDR"
    2, Ils "ILS" 2, Inr "INR" 2, Iqd "IQD" 3, Irr "IRR" 2, Isk "ISK" 0, Jmd "JMD" 2, Jod "JOD" 3,
    Jpy "JPY" 0, Kes "KES" 2, Kgs "KGS" 2, Khr "KHR" 2, Kmf "KMF" 0, Kpw "KPW" 2, Krw "KRW" 0, Kwd
    "KWD" 3, Kyd "KYD" 2, Kzt "KZT" 2, Lak "LAK" 2, Lbp "LBP" 2, Lkr "LKR" 2, Lrd "LRD" 2, Lsl "LSL"
    2, Lyd "LYD" 3, Mad "MAD" 2, Mdl "MDL" 2, Mga "MGA" 2, Mkd "MKD" 2, Mmk "MMK" 2, Mnt "MNT" 2,
    Mop "MOP" 2, Mru "MRU" 2, Mur "MUR" 2, Mvr "MVR" 2, Mwk "MWK" 2, Mxn "MXN" 2, Myr "MYR" 2, Mzn
    "MZN" 2, Nad "NAD" 2, Ngn "NGN" 2, Nio "NIO" 2, Nok "NOK" 2, Npr "NPR" 2, Nzd "NZD" 2, Omr "OMR"
    3, Pab "PAB" 2, Pen "PEN" 2, Pgk "PGK" 2, Php "PHP" 2, Pkr "PKR" 2, Pln "PLN" 2, Pyg "PYG" 0,
    Qar "QAR" 2, Ron "RON" 2, Rsd "RSD" 2, Rub "RUB" 2, Rwf "RWF" 0, Sar "SAR" 2, Sbd "SBD" 2, Scr
    "SCR" 2, Sdg "SDG" 2, Sek "SEK" 2, Sgd "SGD" 2, Shp "SHP" 2, Sle "SLE" 2, Sll "SLL" 2, Sos "SOS"
    2, Srd "SRD" 2, Ssp "SSP" 2, Stn "STN" 2, Svc "SVC" 2, Syp "SYP" 2, Szl "SZL" 2, Thb "THB" 2,
    Tjs "TJS" 2, Tmt "TMT" 2, Tnd "TND" 3, Top "TOP" 2, Try "TRY" 2, Ttd "TTD" 2, Twd "TWD" 2, Tzs
    "TZS" 2, Uah "UAH" 2, Ugx "UGX" 0, Usd "USD" 2, Uyu "UYU" 2, Uzs "UZS" 2, Ved "VED" 2, Ves "VES"
    2, Vnd "VND" 0, Vuv "VUV" 0, Wst "WST" 2, Xaf "XAF" 0, Xcd "XCD" 2, Xcg "XCG" 2, Xof "XOF" 0,
    Xpf "XPF" 0, Yer "YER" 2, Zar "ZAR" 2, Zmw "ZMW" 2, Zwg "ZWG" 2, Zwl "ZWL" 2,
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

crate::text_column!(Currency, Self::code);

wire_text!(
    Currency,
    "currency",
    MetaSchema {
        pattern: Some("^[A-Z]{3}$".to_owned()),
        ..MetaSchema::new_with_format("string", "iso-4217")
    }
);

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// An amount in minor units of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units: cents, yen, fils.
    #[serde(rename = "amount")]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// `minor` units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, of `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The sum, or why there is none.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        bounded(self.minor.checked_add(other.minor)).map(|minor| Self::new(minor, self.currency))
    }

    /// The difference, or why there is none.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        bounded(self.minor.checked_sub(other.minor)).map(|minor| Self::new(minor, self.currency))
    }

    /// `quantity` times this.
    pub fn times(self, quantity: i64) -> Result<Self, MoneyError> {
        bounded(self.minor.checked_mul(quantity)).map(|minor| Self::new(minor, self.currency))
    }

    fn same(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch(self.currency, other.currency))
        }
    }
}

impl fmt::Display for Money {
    /// `12.05 EUR`, with the digits of the currency.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.currency.exponent());
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, rest) = (
            self.minor.unsigned_abs() / unit,
            self.minor.unsigned_abs() % unit,
        );
        match self.currency.exponent() {
            0 => write!(f, "{sign}{whole} {}", self.currency),
            2 => write!(f, "{sign}{whole}.{rest:02} {}", self.currency),
            _ => write!(f, "{sign}{whole}.{rest:03} {}", self.currency),
        }
    }
}

fn bounded(minor: Option<i64>) -> Result<i64, MoneyError> {
    minor
        .filter(|minor| minor.unsigned_abs() <= MAX_MINOR.unsigned_abs())
        .ok_or(MoneyError::Overflow)
}

fn narrow(minor: i128) -> Result<i64, MoneyError> {
    bounded(i64::try_from(minor).ok())
}

/// `amount × numerator ÷ denominator`, rounded to the nearest minor unit, ties to even.
///
/// For rates that are agreed: a tax, a commission. `denominator` must be positive.
pub fn rate(amount: i64, numerator: i64, denominator: i64) -> Result<i64, MoneyError> {
    if denominator <= 0 {
        return Err(MoneyError::NothingToShareBy);
    }
    let (product, denominator) = (
        i128::from(amount) * i128::from(numerator),
        i128::from(denominator),
    );
    let (quotient, remainder) = (
        product.div_euclid(denominator),
        product.rem_euclid(denominator),
    );
    let is_up = 2 * remainder > denominator || (2 * remainder == denominator && quotient % 2 != 0);
    narrow(quotient + i128::from(is_up))
}

/// Splits `total` by `weights`, by the largest remainder: the parts add up to the whole exactly.
///
/// Minor units lost to rounding go to the parts with the largest remainders; ties go to the larger
/// weight, then to the earlier part. Weights must not be negative.
pub fn allocate(total: i64, weights: &[i64]) -> Result<Vec<i64>, MoneyError> {
    if total == 0 {
        return Ok(vec![0; weights.len()]);
    }
    let sum: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
    if sum <= 0 || weights.iter().any(|&weight| weight < 0) {
        return Err(MoneyError::NothingToShareBy);
    }
    let amount = i128::from(total.unsigned_abs());
    let mut parts = Vec::with_capacity(weights.len());
    for (index, &weight) in weights.iter().enumerate() {
        let product = amount * i128::from(weight);
        parts.push((index, weight, product / sum, product % sum));
    }
    let left = amount - parts.iter().map(|part| part.2).sum::<i128>();
    parts.sort_by(|a, b| b.3.cmp(&a.3).then(b.1.cmp(&a.1)).then(a.0.cmp(&b.0)));
    for part in parts.iter_mut().take(usize::try_from(left).unwrap_or(0)) {
        part.2 += 1;
    }
    parts.sort_by_key(|part| part.0);
    parts
        .into_iter()
        .map(|part| narrow(part.2 * i128::from(total.signum())))
        .collect()
}

/// How much of `part` is due once `done` of `base` is: proportional, and exactly `part` at the end.
///
/// Differences of this function telescope: any sequence of partial refunds returns `part`, no
/// minor unit more or less. `base` must be positive and `done` within it.
pub fn due(part: i64, base: i64, done: i64) -> Result<i64, MoneyError> {
    if done == base {
        Ok(part)
    } else {
        rate(part, done, base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_is_one_of_iso_4217_with_its_decimals() {
        use iso_currency::IntoEnumIterator;
        let of_iso: std::collections::BTreeMap<String, u32> = iso_currency::Currency::iter()
            .filter(|it| !it.is_fund() && !it.is_special())
            .filter_map(|it| Some((it.code().to_owned(), u32::from(it.exponent()?))))
            .collect();
        let ours = Currency::ALL
            .iter()
            .map(|it| (it.code().to_owned(), it.exponent()))
            .collect();

        assert_eq!(of_iso, ours);
    }
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainders_get_the_cents_that_are_left() {
        assert_eq!(
            allocate(1000, &[3998, 501, 9999, 777]),
            Ok(vec![262, 33, 654, 51])
        );
        assert_eq!(allocate(505, &[5121, 10116, 1141]), Ok(vec![158, 312, 35]));
        assert_eq!(allocate(2, &[1, 1, 1]), Ok(vec![1, 1, 0]));
        assert_eq!(allocate(-2, &[1, 1, 1]), Ok(vec![-1, -1, 0]));
        assert_eq!(allocate(5, &[0, 0]), Err(MoneyError::NothingToShareBy));
        assert_eq!(allocate(0, &[]), Ok(vec![]));
    }

    #[test]
    fn ties_round_to_even() {
        assert_eq!(rate(25, 1, 10), Ok(2));
        assert_eq!(rate(35, 1, 10), Ok(4));
        assert_eq!(rate(-25, 1, 10), Ok(-2));
        assert_eq!(rate(MAX_MINOR, 2, 1), Err(MoneyError::Overflow));
    }

    #[test]
    fn money_is_written_with_the_digits_of_its_currency() {
        assert_eq!(Money::new(-1205, Currency::Eur).to_string(), "-12.05 EUR");
        assert_eq!(Money::new(1205, Currency::Jpy).to_string(), "1205 JPY");
        assert_eq!(Money::new(1205, Currency::Kwd).to_string(), "1.205 KWD");
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole(
            total in -MAX_MINOR..=MAX_MINOR,
            weights in prop::collection::vec(0_i64..1_000_000, 1..40),
        ) {
            prop_assume!(weights.iter().sum::<i64>() > 0);
            let parts = allocate(total, &weights).unwrap();
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
        }

        #[test]
        fn steps_of_a_refund_add_up_to_the_part(
            part in 0_i64..1_000_000_000,
            steps in prop::collection::vec(1_i64..10, 1..10),
        ) {
            let base: i64 = steps.iter().sum();
            let (mut done, mut paid) = (0, 0);
            for step in steps {
                let before = due(part, base, done).unwrap();
                done += step;
                let now = due(part, base, done).unwrap();
                prop_assert!(now >= before);
                paid += now - before;
            }
            prop_assert_eq!(paid, part);
        }
    }
}
