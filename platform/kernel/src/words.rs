//! Closed sets of words: statuses, kinds, roles. Each is declared once, and is the same in rows, in JSON and in
//! the OpenAPI document.

use poem_openapi::registry::{MetaSchema, Registry};
use poem_openapi::types::{ParseError, ParseResult};
use serde_json::Value;

use crate::goods::Malformed;

/// What [`words!`](crate::words!) makes.
pub trait Word: Copy + std::str::FromStr<Err = Malformed> + Send + Sync + 'static {
    /// What the API's document says about them.
    const DESCRIPTION: &'static str;
    /// The words, in the order of their declaration.
    const WORDS: &'static [&'static str];
}

/// The word that JSON has.
#[doc(hidden)]
pub fn from_json<W: Word + poem_openapi::types::Type>(value: Option<Value>) -> ParseResult<W> {
    match value.unwrap_or_default() {
        Value::String(text) => text.parse().map_err(ParseError::custom),
        other => Err(ParseError::expected_type(other)),
    }
}

/// Declares the set in the document.
#[doc(hidden)]
pub fn register<W: Word + poem_openapi::types::Type>(registry: &mut Registry) {
    registry.create_schema::<W, _>(W::name().into_owned(), |_| {
        let words = W::WORDS.iter().map(|word| Value::from(*word));
        MetaSchema {
            description: Some(W::DESCRIPTION.trim()),
            enum_items: words.collect(),
            ..MetaSchema::new("string")
        }
    });
}

/// Declares a closed set of words: an enum whose values have a name in rows, JSON and the OpenAPI document.
/// `as "Name"` calls the schema something else than the enum.
///
/// ```
/// kernel::words! {
///     /// What a parcel is doing.
///     pub enum ParcelStatus {
///         /// It is packed.
///         Packed = "packed",
///         /// The carrier has it.
///         Shipped = "shipped",
///     }
/// }
/// assert_eq!(ParcelStatus::Packed.name(), "packed");
/// assert_eq!("shipped".parse(), Ok(ParcelStatus::Shipped));
/// ```
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $about:literal])+
        $(#[derive($($derive:ident),+)])?
        $vis:vis enum $name:ident $(as $schema:literal)? {
            $(
                $(#[doc = $doc:literal])+
                $(#[$flag:ident])?
                $variant:ident = $text:literal
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash $(, $($derive),+)?)]
        $vis enum $name {
            $($(#[doc = $doc])+ $(#[$flag])? $variant),+
        }

        impl $name {
            /// Every one there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in rows and in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl $crate::words::Word for $name {
            const DESCRIPTION: &'static str = concat!(
                $($about, "\n",)+ "\n",
                $("- `", $text, "`:", $($doc),+, "\n"),+
            );
            const WORDS: &'static [&'static str] = &[$($text),+];
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::goods::Malformed;

            fn from_str(text: &str) -> Result<Self, $crate::goods::Malformed> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::goods::Malformed {
                        rule: concat!("one of:" $(, " ", $text)+),
                    }),
                }
            }
        }

        impl $crate::words::serde::Serialize for $name {
            fn serialize<S: $crate::words::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }

        impl<'de> $crate::words::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::words::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as $crate::words::serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(<D::Error as $crate::words::serde::de::Error>::custom)
            }
        }

        $crate::text_column!($name, Self::name);

        const _: () = {
            use $crate::words::poem_openapi::registry::{MetaSchemaRef, Registry};
            use $crate::words::poem_openapi::types::{
                ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type,
            };

            impl Type for $name {
                const IS_REQUIRED: bool = true;

                type RawValueType = Self;
                type RawElementValueType = Self;

                fn name() -> ::std::borrow::Cow<'static, str> {
                    [$($schema,)? stringify!($name)][0].into()
                }

                fn schema_ref() -> MetaSchemaRef {
                    MetaSchemaRef::Reference(<Self as Type>::name().into_owned())
                }

                fn register(registry: &mut Registry) {
                    $crate::words::register::<Self>(registry);
                }

                fn as_raw_value(&self) -> Option<&Self> {
                    Some(self)
                }

                fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
                    Box::new(self.as_raw_value().into_iter())
                }
            }

            impl ParseFromParameter for $name {
                fn parse_from_parameter(text: &str) -> ParseResult<Self> {
                    text.parse().map_err(ParseError::custom)
                }
            }

            impl ParseFromJSON for $name {
                fn parse_from_json(
                    value: Option<$crate::words::serde_json::Value>,
                ) -> ParseResult<Self> {
                    $crate::words::from_json(value)
                }
            }

            impl ToJSON for $name {
                fn to_json(&self) -> Option<$crate::words::serde_json::Value> {
                    Some(self.name().into())
                }
            }
        };
    };
}

#[doc(hidden)]
pub use {poem_openapi, serde, serde_json};
