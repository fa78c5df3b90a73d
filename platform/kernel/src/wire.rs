//! Our own types in the API's requests, answers and document.

/// A type that is one text on the wire, in paths, parameters, headers and JSON: read by `FromStr`, written
/// by `Display`. In a path, text that cannot be read is answered like the name of nothing.
macro_rules! wire_text {
    ($type:ty, $name:expr, $schema:expr) => {
        const _: () = {
            use std::borrow::Cow;

            use poem_openapi::registry::MetaSchemaRef;
            use poem_openapi::types::{
                ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type,
            };
            use serde_json::Value;

            impl Type for $type {
                const IS_REQUIRED: bool = true;

                type RawValueType = Self;
                type RawElementValueType = Self;

                fn name() -> Cow<'static, str> {
                    $name.into()
                }

                fn schema_ref() -> MetaSchemaRef {
                    MetaSchemaRef::Inline(Box::new($schema))
                }

                fn as_raw_value(&self) -> Option<&Self> {
                    Some(self)
                }

                fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                    Box::new(self.as_raw_value().into_iter())
                }
            }

            impl ParseFromParameter for $type {
                fn parse_from_parameter(value: &str) -> ParseResult<Self> {
                    value.parse().map_err(ParseError::custom)
                }
            }

            impl ParseFromJSON for $type {
                fn parse_from_json(value: Option<Value>) -> ParseResult<Self> {
                    match value.unwrap_or_default() {
                        Value::String(text) => Self::parse_from_parameter(&text),
                        other => Err(ParseError::expected_type(other)),
                    }
                }
            }

            impl ToJSON for $type {
                fn to_json(&self) -> Option<Value> {
                    Some(Value::String(self.to_string()))
                }
            }
        };
    };
}

pub(crate) use wire_text;
