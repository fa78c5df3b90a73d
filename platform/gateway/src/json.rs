//! JSON types that every API shares, and the parsing of ids and parameters.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use kernel::{Currency, Fault, FieldFault, Kind, ids::IdKind};
use poem_openapi::Object;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{
    ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToHeader, ToJSON, Type,
};
use serde_json::Value;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Object)]
#[oai(deny_unknown_fields)]
pub struct Money {
    /// The amount in the currency's minor units: cents, yen, fils.
    pub amount: i64,
    /// The currency, as ISO 4217 writes it.
    pub currency: String,
}

impl From<kernel::Money> for Money {
    fn from(money: kernel::Money) -> Self {
        Self {
            amount: money.minor,
            currency: money.currency.code().to_owned(),
        }
    }
}

impl Money {
    /// Takes money that a client sent in the field `pointer`.
    pub fn parse(&self, pointer: &str) -> Result<kernel::Money, Invalid> {
        let currency: Currency = self
            .currency
            .parse()
            .map_err(|why| Invalid::field(format!("{pointer}/currency"), "malformed", why))?;
        if self.amount.unsigned_abs() > kernel::money::MAX_MINOR.unsigned_abs() {
            return Err(Invalid::field(
                format!("{pointer}/amount"),
                "out_of_range",
                "an amount of at most 9007199254740991",
            ));
        }
        Ok(kernel::Money::new(self.amount, currency))
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
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn code(&self) -> &'static str {
        "invalid_request"
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

/// An id of the kind `T` on the wire, in a path, a parameter or a body.
///
/// In a path, text that is not such an id is answered like an id of nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id<T>(pub T);

impl<T: IdKind> Type for Id<T> {
    const IS_REQUIRED: bool = true;

    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("{}_id", T::PREFIX))
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            // 128 bits as 26 letters of Crockford's base 32.
            pattern: Some(format!("^{}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$", T::PREFIX)),
            ..MetaSchema::new_with_format("string", "typeid")
        }))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl<T: IdKind> ParseFromParameter for Id<T> {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        value.parse().map(Self).map_err(ParseError::custom)
    }
}

impl<T: IdKind> ParseFromJSON for Id<T> {
    fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
        match value.unwrap_or_default() {
            Value::String(text) => Self::parse_from_parameter(&text),
            other => Err(ParseError::expected_type(other)),
        }
    }
}

impl<T: IdKind> ToJSON for Id<T> {
    fn to_json(&self) -> Option<Value> {
        Some(Value::String(self.0.to_string()))
    }
}

impl<T: IdKind> ToHeader for Id<T> {
    fn to_header(&self) -> Option<poem::http::HeaderValue> {
        self.0.to_string().parse().ok()
    }
}
