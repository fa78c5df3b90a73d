//! Answers in Parquet, for programs that read tables: columns with types, whole in memory.

use std::sync::Arc;

use bytes::Bytes;
use kernel::{Case, Fault};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use poem::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

/// What wrote the file: nothing that changes with a version, so that the same rows are the same bytes.
const CREATED_BY: &str = "stoa";

/// A file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the file could not be written")]
pub struct ParquetFailed(#[from] ParquetError);

impl Fault for ParquetFailed {
    fn case(&self) -> Case {
        Case::INTERNAL
    }
}

/// The cells of a column; none is null.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParquetColumn {
    /// Text.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Number(Vec<Option<i64>>),
}

/// A file in Parquet.
#[derive(Debug)]
pub struct ParquetFile {
    name: &'static str,
    bytes: Bytes,
}

impl ParquetFile {
    /// A file with these columns, all of them as long. Their names are of small letters and `_`.
    pub fn of(
        name: &'static str,
        columns: &[(&str, ParquetColumn)],
    ) -> Result<Self, ParquetFailed> {
        let fields = columns.iter().map(|(name, column)| match column {
            ParquetColumn::Text(_) => format!("optional binary {name} (UTF8);"),
            ParquetColumn::Number(_) => format!("optional int64 {name};"),
        });
        let schema = format!("message report {{ {} }}", fields.collect::<String>());
        let schema = Arc::new(parse_message_type(&schema)?);
        let properties = WriterProperties::builder().set_created_by(CREATED_BY.to_owned());
        let mut bytes = Vec::new();
        let mut writer =
            SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties.build()))?;
        let mut group = writer.next_row_group()?;
        for (_, column) in columns {
            let Some(mut to) = group.next_column()? else {
                break;
            };
            match column {
                ParquetColumn::Text(cells) => {
                    let values: Vec<ByteArray> = cells
                        .iter()
                        .flatten()
                        .map(|text| text.clone().into_bytes().into())
                        .collect();
                    let written = to.typed::<ByteArrayType>();
                    written.write_batch(&values, Some(&levels(cells)), None)?;
                }
                ParquetColumn::Number(cells) => {
                    let values: Vec<i64> = cells.iter().flatten().copied().collect();
                    let written = to.typed::<Int64Type>();
                    written.write_batch(&values, Some(&levels(cells)), None)?;
                }
            }
            to.close()?;
        }
        group.close()?;
        writer.close()?;
        Ok(Self {
            name,
            bytes: bytes.into(),
        })
    }
}

/// Which cells there are.
fn levels<T>(cells: &[Option<T>]) -> Vec<i16> {
    cells.iter().map(|cell| i16::from(cell.is_some())).collect()
}

impl Payload for ParquetFile {
    const CONTENT_TYPE: &'static str = "application/vnd.apache.parquet";

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl IntoResponse for ParquetFile {
    fn into_response(self) -> Response {
        Response::builder()
            .header(CONTENT_TYPE, Self::CONTENT_TYPE)
            .header(
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.name),
            )
            .header(CACHE_CONTROL, "private, no-store")
            .body(Body::from_bytes(self.bytes))
    }
}

impl ApiResponse for ParquetFile {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "The file, with one row group.",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: Self::CONTENT_TYPE,
                    schema: Self::schema_ref(),
                }],
                headers: Vec::new(),
            }],
        }
    }

    fn register(_registry: &mut Registry) {}
}
