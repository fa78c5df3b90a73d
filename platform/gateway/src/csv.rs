//! Answers in CSV (RFC 4180), written as they are read: a list of any length takes the memory of one page of it.

use std::future::Future;

use bytes::Bytes;
use csv::{Terminator, WriterBuilder};
use futures_util::stream::try_unfold;
use poem::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// The cells of a row.
pub type CsvRow = Vec<String>;

/// A file in CSV.
#[derive(Debug)]
pub struct CsvFile {
    name: &'static str,
    body: Body,
}

impl CsvFile {
    /// A file with this header and these rows.
    pub fn whole(name: &'static str, header: &[&str], rows: Vec<CsvRow>) -> Self {
        let rows = std::iter::once(first(header)).chain(rows);
        Self {
            name,
            body: Body::from_bytes(written(rows)),
        }
    }

    /// A file with this header, and the rows that `page` reads behind the position that it is given: the first time
    /// behind none. A page that says no position is the last one. If one cannot be read the answer is cut, which
    /// clients notice; what the caller may not see is refused before.
    pub fn stream<P, F, E>(
        name: &'static str,
        header: &[&str],
        page: impl Fn(Option<P>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        P: Send + 'static,
        F: Future<Output = Result<(Vec<CsvRow>, Option<P>), E>> + Send,
        E: std::error::Error + Send + Sync + 'static,
    {
        let start = (Some(first(header)), Some(None::<P>), page);
        let pages = try_unfold(start, |(header, at, page)| async move {
            let Some(at) = at else {
                return Ok(None);
            };
            let (rows, next) = page(at).await.map_err(|why| {
                tracing::error!(error = %why, "a file could not be read to its end");
                std::io::Error::other(why)
            })?;
            let text = written(header.into_iter().chain(rows));
            let state = (None, next.map(Some), page);
            Ok::<_, std::io::Error>(Some((text, state)))
        });
        Self {
            name,
            body: Body::from_bytes_stream(pages),
        }
    }
}

fn first(header: &[&str]) -> CsvRow {
    header.iter().map(|name| (*name).to_owned()).collect()
}

fn written(rows: impl IntoIterator<Item = CsvRow>) -> Bytes {
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF);
    let mut writer = builder.from_writer(Vec::new());
    for row in rows {
        // Memory takes whatever is written.
        let _ = writer.write_record(row.into_iter().map(harmless));
    }
    writer.into_inner().unwrap_or_default().into()
}

/// What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text. Negative numbers
/// stay.
fn harmless(cell: String) -> String {
    let is_number = cell.starts_with('-') && cell.parse::<f64>().is_ok();
    if cell.starts_with(FORMULA) && !is_number {
        format!("'{cell}")
    } else {
        cell
    }
}

impl Payload for CsvFile {
    const CONTENT_TYPE: &'static str = "text/csv";

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        Response::builder()
            .header(CONTENT_TYPE, "text/csv; charset=utf-8")
            .header(
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.name),
            )
            .header(CACHE_CONTROL, "private, no-store")
            .body(self.body)
    }
}

impl ApiResponse for CsvFile {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "The file, with a header row (RFC 4180, UTF-8).",
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

    fn line(cells: &[&str]) -> String {
        let row = cells.iter().map(|text| (*text).to_owned()).collect();
        String::from_utf8(written([row]).to_vec()).unwrap_or_default()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(line(&["a", "", "Berg"]), "a,,Berg\r\n");
        assert_eq!(
            line(&["a,b", "c\"d", "e\nf"]),
            "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"
        );
    }

    #[test]
    fn nothing_is_a_formula() {
        for text in [
            "=1+1",
            "+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "+4917012345",
        ] {
            let line = line(&[text]);
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
        }
        assert_eq!(
            line(&["=HYPERLINK(\"x\",\"y\")"]),
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n"
        );
        assert_eq!(line(&["a=1", "-12.50"]), "a=1,-12.50\r\n");
    }
}
