//! JSON types that every API shares, and the parsing of ids and parameters.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use kernel::{Case, Currency, Fault, FieldFault};
use poem_openapi::Object;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Object)]
#[oai(deny_unknown_fields)]
pub struct Money {
    /// The amount in the currency's minor units: cents, yen, fils.
    pub amount: i64,
    /// The currency, as ISO 4217 writes it.
    pub currency: Currency,
}

impl From<kernel::Money> for Money {
    fn from(money: kernel::Money) -> Self {
        Self {
            amount: money.minor,
            currency: money.currency,
        }
    }
}

impl Money {
    /// Takes money that a client sent in the field `pointer`.
    pub fn parse(&self, pointer: &str) -> Result<kernel::Money, Invalid> {
        if self.amount.unsigned_abs() > kernel::money::MAX_MINOR.unsigned_abs() {
            return Err(Invalid::field(
                format!("{pointer}/amount"),
                "out_of_range",
                "an amount of at most 9007199254740991",
            ));
        }
        Ok(kernel::Money::new(self.amount, self.currency))
    }
}

/// The request was parsed, and some of its fields cannot be what they are. 400.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("some fields of the request are not valid")]
pub struct Invalid(Vec<FieldFault>);

impl Invalid {
    /// One field is wrong; `rule` says what would be right.
    pub fn field(pointer: impl Into<String>, code: &'static str, rule: impl Display) -> Self {
        Self(vec![FieldFault::new(pointer, code, rule.to_string())])
    }

    /// Several fields are wrong.
    pub const fn fields(faults: Vec<FieldFault>) -> Self {
        Self(faults)
    }
}

impl Fault for Invalid {
    fn case(&self) -> Case {
        Case::INVALID_REQUEST
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        Cow::Borrowed(&self.0)
    }
}

/// Parses a word of the business out of the field `pointer` of a body:
/// `json::parse(&body.email, "/email")`.
pub fn parse<T: FromStr<Err: Display>>(text: &str, pointer: &str) -> Result<T, Invalid> {
    text.parse()
        .map_err(|why| Invalid::field(pointer, "malformed", why))
}
