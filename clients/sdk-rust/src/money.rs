//! Money: whole minor units and a currency. No amount ever becomes a float.

use std::fmt;

use crate::generated::currencies::UNUSUAL_DIGITS;
use crate::models::Money;

/// What JSON carries exactly in every language, and so what the API allows.
const LARGEST: i64 = (1 << 53) - 1;

/// An amount that there cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyError(String);

impl fmt::Display for MoneyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for MoneyError {}

/// How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.
pub fn minor_digits(currency: &str) -> usize {
    UNUSUAL_DIGITS.iter().find(|(code, _)| *code == currency).map_or(2, |(_, digits)| *digits)
}

impl Money {
    /// `amount` minor units of `currency`.
    pub fn new(amount: i64, currency: &str) -> Result<Self, MoneyError> {
        if !(-LARGEST..=LARGEST).contains(&amount) {
            return Err(MoneyError(format!("{amount} is too large")));
        }
        if currency.len() != 3 || !currency.bytes().all(|it| it.is_ascii_uppercase()) {
            return Err(MoneyError(format!("`{currency}` is not a currency code like EUR")));
        }
        Ok(Self { amount, currency: currency.to_owned(), ..Self::default() })
    }

    /// The sum of two amounts of one currency.
    pub fn add(&self, other: &Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError(format!("{} and {} cannot be added", self.currency, other.currency)));
        }
        Self::new(self.amount.saturating_add(other.amount), &self.currency)
    }

    /// What is left without `other`.
    pub fn subtract(&self, other: &Self) -> Result<Self, MoneyError> {
        self.add(&other.multiply(-1)?)
    }

    /// The amount, so many times.
    pub fn multiply(&self, times: i64) -> Result<Self, MoneyError> {
        Self::new(self.amount.saturating_mul(times), &self.currency)
    }

    /// The amount in major units, exactly: `12.05`, `1205` for yen, `1.205` for Kuwaiti dinars.
    pub fn to_decimal(&self) -> String {
        let (whole, decimals) = self.parts();
        let sign = if self.amount < 0 { "-" } else { "" };
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    /// Reads what [`Money::to_decimal`] returns. More decimals than the currency has are refused and never rounded.
    pub fn from_decimal(text: &str, currency: &str) -> Result<Self, MoneyError> {
        let digits = minor_digits(currency);
        let refused = || MoneyError(format!("`{text}` is not an amount of {currency}, which has {digits} decimals"));
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(refused()),
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let is_number = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(decimals) || decimals.len() > digits {
            return Err(refused());
        }
        let amount: i64 = format!("{whole}{decimals:0<digits$}").parse().map_err(|_| refused())?;
        Self::new(if text.starts_with('-') { -amount } else { amount }, currency)
    }

    fn parts(&self) -> (String, String) {
        let digits = minor_digits(&self.currency);
        let mut whole = format!("{:0>width$}", self.amount.unsigned_abs(), width = digits + 1);
        let decimals = whole.split_off(whole.len() - digits);
        (whole, decimals)
    }
}

/// For people, without a locale: `12.05 EUR`, `1,205 JPY`, `1.205 KWD`.
impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = self.parts();
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(',');
            }
            text.push(digit);
        }
        let sign = if self.amount < 0 { "-" } else { "" };
        let point = if decimals.is_empty() { "" } else { "." };
        formatter.pad(&format!("{sign}{text}{point}{decimals} {}", self.currency))
    }
}
