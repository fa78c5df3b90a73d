//! Answers in PDF.

use poem::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::payload::Payload;
use poem_openapi::registry::{
    MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};

/// A PDF file.
#[derive(Debug)]
pub struct PdfFile {
    name: String,
    body: Body,
}

impl PdfFile {
    /// A file of this name. What a header cannot say of it is left out.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || "._-".contains(*c);
        Self {
            name: name.chars().filter(is_plain).collect(),
            body: Body::from_vec(bytes),
        }
    }
}

impl Payload for PdfFile {
    const CONTENT_TYPE: &'static str = "application/pdf";

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl IntoResponse for PdfFile {
    fn into_response(self) -> Response {
        Response::builder()
            .header(CONTENT_TYPE, Self::CONTENT_TYPE)
            .header(
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.name),
            )
            .header(CACHE_CONTROL, "private, no-store")
            .body(self.body)
    }
}

impl ApiResponse for PdfFile {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "The file.",
                status: Some(200),
                status_range: None,
                content: vec![MetaMediaType {
                    content_type: Self::CONTENT_TYPE,
                    schema: Self::schema_ref(),
                }],
                headers: vec![MetaHeader {
                    name: "Content-Disposition".to_owned(),
                    description: Some("Name of the file.".to_owned()),
                    required: true,
                    deprecated: false,
                    schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
                }],
            }],
        }
    }

    fn register(_registry: &mut Registry) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        let answer = PdfFile::new("INV-\"1\r\nX: 1\".pdf", b"%PDF".to_vec()).into_response();
        let header = answer.header(CONTENT_DISPOSITION);
        assert_eq!(header, Some("attachment; filename=\"INV-1X1.pdf\""));
        assert_eq!(answer.content_type(), Some("application/pdf"));
    }
}
