//! Bodies that are taken as the bytes they are.

use bytes::Bytes;
use poem::{FromRequest, Request, RequestBody};
use poem_openapi::impl_apirequest_for_payload;
use poem_openapi::payload::{Json, ParsePayload, Payload};
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};

/// JSON whose signature covers its very bytes, so that nobody may parse and write it again first.
#[derive(Debug, Clone)]
pub struct RawJson(pub Bytes);

impl Payload for RawJson {
    const CONTENT_TYPE: &'static str = "application/json";

    fn check_content_type(content_type: &str) -> bool {
        <Json<String> as Payload>::check_content_type(content_type)
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new("object")))
    }
}

impl ParsePayload for RawJson {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let bytes = <Vec<u8> as FromRequest>::from_request(request, body).await?;
        Ok(Self(bytes.into()))
    }
}

impl_apirequest_for_payload!(RawJson);

/// Text whose signature covers what is in it. Senders that write JSON say that it is text.
#[derive(Debug, Clone)]
pub struct RawText(pub Bytes);

impl Payload for RawText {
    const CONTENT_TYPE: &'static str = "text/plain";

    fn check_content_type(content_type: &str) -> bool {
        content_type.starts_with(Self::CONTENT_TYPE) || RawJson::check_content_type(content_type)
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new("string")))
    }
}

impl ParsePayload for RawText {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let bytes = <Vec<u8> as FromRequest>::from_request(request, body).await?;
        Ok(Self(bytes.into()))
    }
}

impl_apirequest_for_payload!(RawText);

/// A form whose signature covers its fields.
#[derive(Debug, Clone)]
pub struct RawForm(pub Bytes);

impl Payload for RawForm {
    const CONTENT_TYPE: &'static str = "application/x-www-form-urlencoded";

    fn check_content_type(content_type: &str) -> bool {
        content_type.starts_with(Self::CONTENT_TYPE)
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new("object")))
    }
}

impl ParsePayload for RawForm {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let bytes = <Vec<u8> as FromRequest>::from_request(request, body).await?;
        Ok(Self(bytes.into()))
    }
}

impl_apirequest_for_payload!(RawForm);

/// A file as it is, whatever it says it is.
#[derive(Debug, Clone)]
pub struct RawFile(pub Bytes);

impl Payload for RawFile {
    const CONTENT_TYPE: &'static str = "application/octet-stream";

    /// Forms are something else, and so is JSON.
    fn check_content_type(content_type: &str) -> bool {
        content_type.starts_with("image/") || content_type.starts_with(Self::CONTENT_TYPE)
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")))
    }
}

impl ParsePayload for RawFile {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let bytes = <Vec<u8> as FromRequest>::from_request(request, body).await?;
        Ok(Self(bytes.into()))
    }
}

impl_apirequest_for_payload!(RawFile);
