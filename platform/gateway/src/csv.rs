//! Answers in CSV (RFC 4180), written as they are read: a list of any length takes the memory of one page of it.

use std::future::Future;

use bytes::Bytes;
use futures_util::stream::try_unfold;
use poem::http::HeaderValue;
use poem::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::payload::Payload;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

/// A file in CSV.
pub struct CsvFile {
    name: &'static str,
    body: Body,
}

impl CsvFile {
    /// A file with this header and these rows.
    pub fn whole(name: &'static str, header: &[&str], rows: Vec<Vec<String>>) -> Self {
        let mut text = first(header);
        text.extend(rows.into_iter().map(record));
        Self {
            name,
            body: Body::from_string(text),
        }
    }

    /// A file with this header, and the rows that `page` reads behind the position that it is given: the first time
    /// behind none. A page that says no position is the last one.
    pub fn stream<P, F, E>(
        name: &'static str,
        header: &[&str],
        page: impl Fn(Option<P>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        P: Send + 'static,
        F: Future<Output = Result<(Vec<Vec<String>>, Option<P>), E>> + Send,
        E: std::error::Error + Send + Sync + 'static,
    {
        let start = (Some(first(header)), Some(None::<P>), page);
        let pages = try_unfold(start, |(header, at, page)| async move {
            let Some(at) = at else {
                return Ok(None);
            };
            let (rows, next) = page(at).await.map_err(std::io::Error::other)?;
            let mut text = header.unwrap_or_default();
            text.extend(rows.into_iter().map(record));
            let state = (None, next.map(Some), page);
            Ok::<_, std::io::Error>(Some((Bytes::from(text), state)))
        });
        Self {
            name,
            body: Body::from_bytes_stream(pages),
        }
    }
}

fn first(header: &[&str]) -> String {
    record(header.iter().map(|name| (*name).to_owned()).collect())
}

/// One line of a file. What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text.
fn record(fields: Vec<String>) -> String {
    let mut line: Vec<String> = fields.into_iter().map(field).collect();
    if let Some(last) = line.last_mut() {
        last.push_str("\r\n");
    }
    line.join(",")
}

fn field(text: String) -> String {
    let text = if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text
    };
    if text.contains([',', '"', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

impl Payload for CsvFile {
    const CONTENT_TYPE: &'static str = "text/csv; charset=utf-8";

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl IntoResponse for CsvFile {
    fn into_response(self) -> Response {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        let disposition = HeaderValue::try_from(disposition);
        Response::builder()
            .header(CONTENT_TYPE, <Self as Payload>::CONTENT_TYPE)
            .header(
                CONTENT_DISPOSITION,
                disposition.unwrap_or(HeaderValue::from_static("attachment")),
            )
            .header(CACHE_CONTROL, "no-store")
            .body(self.body)
    }
}

impl std::fmt::Debug for CsvFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CsvFile")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &[&str]) -> String {
        record(fields.iter().map(|text| (*text).to_owned()).collect())
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(line(&["a", "", "Berg"]), "a,,Berg\r\n");
        assert_eq!(
            line(&["a,b", "c\"d", "e\nf"]),
            "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"
        );
        assert_eq!(line(&[" a", "b "]), "\" a\",\"b \"\r\n");
    }

    #[test]
    fn nothing_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let line = line(&[text]);
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
        }
        assert_eq!(
            line(&["=HYPERLINK(\"x\",\"y\")"]),
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n"
        );
        assert_eq!(line(&["a=1"]), "a=1\r\n");
    }
}
