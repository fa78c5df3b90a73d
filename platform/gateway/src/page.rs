//! Lists: whole ones, and those that come in pages.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use poem_openapi::Object;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::types::{
    ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type,
};
use serde_json::json;

use crate::cursor::{cursor_after, read_cursor};
use crate::json::Invalid;

/// A list that comes whole.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields)]
pub struct List<T: ParseFromJSON + ToJSON + Send + Sync> {
    /// All of them.
    data: Vec<T>,
}

impl<T: ParseFromJSON + ToJSON + Send + Sync> List<T> {
    /// A list of what `things` become.
    pub fn of<S: Into<T>>(things: impl IntoIterator<Item = S>) -> Self {
        Self {
            data: things.into_iter().map(Into::into).collect(),
        }
    }
}

/// A page of a list.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub struct Page<T: ParseFromJSON + ToJSON + Send + Sync> {
    /// Those of this page.
    data: Vec<T>,
    /// Whether more follow.
    has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    next_cursor: Option<String>,
}

impl<T: ParseFromJSON + ToJSON + Send + Sync> Page<T> {
    /// A page of what `things` become.
    pub fn of<S: Into<T>>(
        things: impl IntoIterator<Item = S>,
        next_cursor: Option<String>,
    ) -> Self {
        Self {
            data: things.into_iter().map(Into::into).collect(),
            has_more: next_cursor.is_some(),
            next_cursor,
        }
    }

    /// The same, of a list whose next page begins behind the id `last`.
    pub fn behind<S: Into<T>>(
        things: impl IntoIterator<Item = S>,
        list: &str,
        end: Option<impl Display>,
    ) -> Self {
        Self::of(things, end.map(|id| cursor_after(list, id)))
    }
}

/// How many a page has, as the parameter `limit`: 20 unless it is given, 100 at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(u32);

impl Limit {
    const DEFAULT: Self = Self(20);
    const MOST: u32 = 100;

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// Where the page before ended, as the parameter `cursor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(Option<String>);

impl Cursor {
    /// The text as it was sent.
    pub fn into_text(self) -> Option<String> {
        self.0
    }

    /// The cursor of the page behind `end`, in the list that `list` names.
    pub fn behind(list: &str, end: impl Display) -> String {
        cursor_after(list, end)
    }

    /// The id that the page begins behind, in the list that `list` names.
    pub fn read<T: FromStr>(&self, list: &str) -> Result<Option<T>, Invalid> {
        let text = self.0.as_deref();
        text.map(|text| read_cursor(list, text)).transpose()
    }
}

/// A parameter that is the same when it is empty and when it is not there.
macro_rules! parameter {
    ($type:ident, $schema:expr, $absent:expr, $parse:expr) => {
        impl Type for $type {
            const IS_REQUIRED: bool = false;

            type RawValueType = Self;
            type RawElementValueType = Self;

            fn name() -> Cow<'static, str> {
                stringify!($type).into()
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
            fn parse_from_parameter(text: &str) -> ParseResult<Self> {
                if text.is_empty() {
                    return Ok($absent);
                }
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(text).ok_or_else(|| ParseError::custom("out of range"))
            }

            fn parse_from_parameters<I: IntoIterator<Item = A>, A: AsRef<str>>(
                values: I,
            ) -> ParseResult<Self> {
                values.into_iter().next().map_or(Ok($absent), |text| {
                    Self::parse_from_parameter(text.as_ref())
                })
            }
        }
    };
}

parameter!(
    Limit,
    MetaSchema {
        minimum: Some(1.0),
        maximum: Some(f64::from(Self::MOST)),
        default: Some(json!(Self::DEFAULT.0)),
        ..MetaSchema::new_with_format("integer", "int32")
    },
    Self::DEFAULT,
    |text| {
        let number = text.parse().ok();
        number.filter(|it| (1..=Self::MOST).contains(it)).map(Self)
    }
);

parameter!(Cursor, MetaSchema::new("string"), Self(None), |text| Some(
    Self(Some(text.to_owned()))
));
