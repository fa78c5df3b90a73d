//! Our own types in rows: statements bind them and read them as they are.

/// A type that is one text in a row: written by `$text`, read by `FromStr`. Text in a row that cannot be read
/// is an error of the statement.
#[doc(hidden)]
#[macro_export]
macro_rules! text_column {
    ($type:ty, $text:expr) => {
        const _: () = {
            use $crate::column::sqlx::encode::IsNull;
            use $crate::column::sqlx::error::BoxDynError;
            use $crate::column::sqlx::postgres::{
                PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef, Postgres,
            };
            use $crate::column::sqlx::{Decode, Encode, Type};

            impl Type<Postgres> for $type {
                fn type_info() -> PgTypeInfo {
                    <str as Type<Postgres>>::type_info()
                }

                fn compatible(of_column: &PgTypeInfo) -> bool {
                    <str as Type<Postgres>>::compatible(of_column)
                }
            }

            impl PgHasArrayType for $type {
                fn array_type_info() -> PgTypeInfo {
                    <&str as PgHasArrayType>::array_type_info()
                }

                fn array_compatible(of_column: &PgTypeInfo) -> bool {
                    <&str as PgHasArrayType>::array_compatible(of_column)
                }
            }

            impl Encode<'_, Postgres> for $type {
                fn encode_by_ref(&self, to: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
                    let text: fn(Self) -> &'static str = $text;
                    <&str as Encode<'_, Postgres>>::encode(text(*self), to)
                }
            }

            impl<'r> Decode<'r, Postgres> for $type {
                fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
                    let text = <&str as Decode<'r, Postgres>>::decode(value)?;
                    Ok(text.parse()?)
                }
            }
        };
    };
}

#[doc(hidden)]
pub use sqlx;
