//! Tables as CSV (RFC 4180), sent while they are read.

use std::fmt::Display;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use poem::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

/// The cells of a row.
pub type CsvRow = Vec<String>;

/// Some rows, and where the next ones begin, if there are more.
pub type CsvPage<C> = (Vec<CsvRow>, Option<C>);

/// A table as a file to download.
#[derive(Debug)]
pub struct Csv {
    file: &'static str,
    body: Body,
}

impl Csv {
    /// A table of these rows.
    pub fn of_rows(file: &'static str, columns: &[&str], rows: Vec<CsvRow>) -> Self {
        let columns: CsvRow = columns.iter().map(|&name| name.to_owned()).collect();
        Self {
            file,
            body: written([columns].iter().chain(&rows)).into(),
        }
    }

    /// A table with these columns. `next` reads the rows behind a place; if it fails, the answer is cut, which
    /// clients notice.
    pub fn of_pages<C, E, Next, Reading>(
        file: &'static str,
        columns: &[&str],
        (rows, place): CsvPage<C>,
        next: Next,
    ) -> Self
    where
        C: Send + 'static,
        E: Display,
        Next: Fn(C) -> Reading + Send + 'static,
        Reading: Future<Output = Result<CsvPage<C>, E>> + Send + 'static,
    {
        let columns: CsvRow = columns.iter().map(|&name| name.to_owned()).collect();
        let first = [Ok(written([columns].iter().chain(&rows)))];
        let rest = stream::try_unfold((place, next), async move |(place, next)| {
            let Some(place) = place else {
                return Ok::<_, std::io::Error>(None);
            };
            match next(place).await {
                Ok((rows, place)) => Ok(Some((written(&rows), (place, next)))),
                Err(why) => {
                    tracing::error!(error = %why, "a table could not be read to its end");
                    Err(std::io::Error::other(
                        "the table could not be read to its end",
                    ))
                }
            }
        });
        Self {
            file,
            body: Body::from_bytes_stream(stream::iter(first).chain(rest)),
        }
    }
}

fn written<'a>(rows: impl IntoIterator<Item = &'a CsvRow>) -> Bytes {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes whatever is written.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default().into()
}

/// A spreadsheet runs cells that begin like a formula, so text that does gets an apostrophe. Numbers stay.
fn harmless(cell: &str) -> String {
    let begins_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins_formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

impl Payload for Csv {
    const CONTENT_TYPE: &'static str = "text/csv";

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl IntoResponse for Csv {
    fn into_response(self) -> Response {
        Response::builder()
            .header(CONTENT_TYPE, "text/csv; charset=utf-8")
            .header(
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.file),
            )
            .header(CACHE_CONTROL, "private, no-store")
            .body(self.body)
    }
}

impl ApiResponse for Csv {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "The table, with a header row (RFC 4180, UTF-8).",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("\t=1", "'\t=1"),
            ("-12.50", "-12.50"),
            ("+4917012345", "+4917012345"),
            ("plain", "plain"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
