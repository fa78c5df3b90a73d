//! The `Idempotency-Key` header.

use std::borrow::Cow;

use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{ParseError, ParseFromParameter, ParseResult, Type};

/// The name of the header.
pub const HEADER: &str = "Idempotency-Key";

/// A key that makes it safe to send a request again: 1 to 255 visible ASCII characters.
///
/// Taken as `#[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>`. A request without it is
/// answered with 400 `idempotency_key_missing`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Type for IdempotencyKey {
    const IS_REQUIRED: bool = true;

    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        Cow::Borrowed("string_idempotency_key")
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            min_length: Some(1),
            max_length: Some(255),
            ..MetaSchema::new("string")
        }))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl ParseFromParameter for IdempotencyKey {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        let is_key =
            (1..=255).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_graphic());
        if is_key {
            Ok(Self(value.to_owned()))
        } else {
            Err(ParseError::custom("1 to 255 visible ASCII characters"))
        }
    }
}
