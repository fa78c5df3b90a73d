//! What the gateway answers by itself: statuses and their codes, as they are sent and as the document
//! lists them.

use kernel::{Case, Kind};
use poem::Response;
use poem::http::StatusCode;

use crate::problem::Problem;

/// A status and a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
}

impl Told {
    pub(crate) const BODY_TOO_COMPLEX: Self =
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_complex");
    pub(crate) const BODY_TOO_LARGE: Self =
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large");
    pub(crate) const BODY_TOO_SLOW: Self = Self::new(StatusCode::REQUEST_TIMEOUT, "body_too_slow");
    pub(crate) const DEADLINE_EXCEEDED: Self =
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "deadline_exceeded");
    pub(crate) const INVALID_REQUEST: Self = Self::of(Case::INVALID_REQUEST);
    pub(crate) const KEY_MALFORMED: Self =
        Self::new(StatusCode::BAD_REQUEST, "idempotency_key_malformed");
    pub(crate) const KEY_MISSING: Self =
        Self::new(StatusCode::BAD_REQUEST, "idempotency_key_missing");
    pub(crate) const MALFORMED_BODY: Self = Self::new(StatusCode::BAD_REQUEST, "malformed_body");
    pub(crate) const MALFORMED_JSON: Self = Self::new(StatusCode::BAD_REQUEST, "malformed_json");
    pub(crate) const METHOD_NOT_ALLOWED: Self =
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
    pub(crate) const OVERLOADED: Self = Self::new(StatusCode::SERVICE_UNAVAILABLE, "overloaded");
    pub(crate) const UNAUTHENTICATED: Self = Self::new(StatusCode::UNAUTHORIZED, "unauthenticated");
    pub(crate) const UNSUPPORTED_MEDIA_TYPE: Self =
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");

    const fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code }
    }

    /// A case with the status that its kind has.
    pub(crate) const fn of(case: Case) -> Self {
        Self::new(status(case.kind), case.code)
    }

    /// The problem with this status and code.
    pub(crate) fn problem(self, detail: &str) -> Problem {
        Problem::new(self.status, self.code, detail)
    }

    /// The answer with this status and code.
    pub(crate) fn respond(self, detail: &str) -> Response {
        self.problem(detail).respond(self.status)
    }
}

/// The status of a kind of fault.
pub(crate) const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Gone => StatusCode::GONE,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Rejected => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Throttled => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
