//! Amounts as files write them.

use std::borrow::Cow;

use kernel::Currency;
use kernel::money::MAX_MINOR;

/// Why text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotAnAmount {
    /// Signs, separators of thousands, decimal commas, currency symbols.
    #[error("an amount is digits and at most one decimal point, such as 1234.50")]
    Malformed,
    /// More digits after the point than the currency has.
    #[error("{0} has {1} digits after the decimal point at most")]
    TooPrecise(Currency, u32),
    /// More than can be charged.
    #[error("the amount is too large")]
    TooLarge,
}

impl NotAnAmount {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "price_malformed",
            Self::TooPrecise(..) => "price_too_precise",
            Self::TooLarge => "price_too_large",
        }
    }
}

/// The minor units that `text` stands for: `12.5` in euros is 1250. Nothing is rounded, so digits
/// that the currency does not have must be zeros.
pub(super) fn minor_units(text: &str, currency: Currency) -> Result<i64, NotAnAmount> {
    let exponent = currency.exponent();
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return Err(NotAnAmount::Malformed),
        None => (text, ""),
    };
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) {
        return Err(NotAnAmount::Malformed);
    }
    let fraction = fraction.trim_end_matches('0');
    let missing = u32::try_from(fraction.len())
        .ok()
        .and_then(|digits| exponent.checked_sub(digits))
        .ok_or(NotAnAmount::TooPrecise(currency, exponent))?;
    // At most nineteen digits fit, so leading zeros are the only way to be longer and fine.
    format!("{whole}{fraction}")
        .trim_start_matches('0')
        .parse::<i64>()
        .or_else(|why| match why.kind() {
            std::num::IntErrorKind::Empty => Ok(0),
            _ => Err(NotAnAmount::TooLarge),
        })?
        .checked_mul(10_i64.pow(missing))
        .filter(|&minor| minor <= MAX_MINOR)
        .ok_or(NotAnAmount::TooLarge)
}

/// An amount with a decimal comma, such as `1.234,50`, with a point instead. Whatever is none stays.
pub(super) fn with_decimal_point(text: &str) -> Cow<'_, str> {
    let Some((whole, fraction)) = text.split_once(',') else {
        return Cow::Borrowed(text);
    };
    let mut groups = whole.split('.');
    let is_first = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()));
    let are_groups = !whole.contains('.') || (is_first && groups.all(|group| group.len() == 3));
    if are_groups && !fraction.contains([',', '.']) {
        Cow::Owned(format!("{}.{fraction}", whole.replace('.', "")))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether the only point or comma of a number may have been one of thousands: `1.250` grams.
pub(super) fn is_ambiguous(text: &str) -> bool {
    text.split_once(['.', ','])
        .is_some_and(|(whole, fraction)| {
            (1..=3).contains(&whole.len())
                && !whole.starts_with('0')
                && fraction.len() == 3
                && fraction.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use kernel::Money;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_by_the_digits_of_their_currency() {
        for (text, currency, minor) in [
            ("12.5", Currency::Eur, 1250),
            ("12.50", Currency::Eur, 1250),
            ("12.500", Currency::Eur, 1250),
            ("12", Currency::Eur, 1200),
            ("0", Currency::Eur, 0),
            ("0.00", Currency::Eur, 0),
            ("007.01", Currency::Eur, 701),
            ("1200", Currency::Jpy, 1200),
            ("1200.00", Currency::Jpy, 1200),
            ("1.205", Currency::Kwd, 1205),
            ("90071992547409.91", Currency::Eur, MAX_MINOR),
        ] {
            assert_eq!(minor_units(text, currency), Ok(minor), "{text} {currency}");
        }
    }

    #[test]
    fn whatever_would_have_to_be_guessed_is_refused() {
        for text in [
            "", ".", "12.", ".5", "-1", "+1", "1,234.50", "12,50", "1 000", "1'000", "1e3", "€12",
            "12 EUR", "1.2.3", "0x10", "١٢", "NaN", " 1",
        ] {
            let read = minor_units(text, Currency::Eur);

            assert_eq!(read, Err(NotAnAmount::Malformed), "{text}");
        }
        assert_eq!(
            minor_units("12.345", Currency::Eur),
            Err(NotAnAmount::TooPrecise(Currency::Eur, 2))
        );
        assert_eq!(
            minor_units("0.5", Currency::Jpy),
            Err(NotAnAmount::TooPrecise(Currency::Jpy, 0))
        );
        for text in [
            "90071992547409.92",
            "99999999999999999999999",
            "9223372036854775808",
        ] {
            let read = minor_units(text, Currency::Eur);

            assert_eq!(read, Err(NotAnAmount::TooLarge), "{text}");
        }
    }

    #[test]
    fn decimal_commas_are_read_where_they_are_meant() {
        for (text, read) in [
            ("12,50", "12.50"),
            ("1.234,50", "1234.50"),
            ("1.234.567,5", "1234567.5"),
            ("12.50", "12.50"),
            ("12,5,0", "12,5,0"),
            ("1,234.50", "1,234.50"),
            ("12.34,5", "12.34,5"),
        ] {
            assert_eq!(with_decimal_point(text), read);
        }
        for (text, expected) in [
            ("1.250", true),
            ("1,250", true),
            ("999.000", true),
            ("1250.000", false),
            ("1.250,00", false),
            ("12,5,0", false),
            ("0.500", false),
            ("1.25", false),
        ] {
            assert_eq!(is_ambiguous(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            minor in 0..=MAX_MINOR,
            currency in prop::sample::select(Currency::ALL),
        ) {
            let written = Money::new(minor, currency).to_string();
            let amount = written.split(' ').next().unwrap();
            prop_assert_eq!(minor_units(amount, currency), Ok(minor));
        }
    }
}
