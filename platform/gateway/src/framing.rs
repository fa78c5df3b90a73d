//! What HTTP says of a request before anything else: one host, one length.

use kernel::host::Host;
use poem::Request;
use poem::http::HeaderValue;
use poem::http::header::{CONTENT_LENGTH, HOST, HeaderName, TRANSFER_ENCODING};

use crate::access::Refusal;

/// The host that the request names: in HTTP/2 the authority, otherwise the `Host` header, of which
/// there is exactly one (RFC 9112, 3.2).
pub(crate) fn host(request: &Request) -> Result<Host, Refusal> {
    let header = only(request, &HOST)?;
    let authority = request
        .uri()
        .authority()
        .map(poem::http::uri::Authority::as_str);
    let named = match authority {
        Some(authority) => authority,
        None => header
            .ok_or(Refusal::BadHost)?
            .to_str()
            .map_err(|_| Refusal::BadHost)?,
    };
    // An empty port is allowed (RFC 3986, 3.2.3).
    Host::parse(named.strip_suffix(':').unwrap_or(named)).map_err(|_| Refusal::NotFound)
}

/// A header that may stand in a request once.
pub(crate) fn only<'a>(
    request: &'a Request,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, Refusal> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next();
    if values.next().is_some() {
        return Err(Refusal::Twice(name.clone()));
    }
    Ok(value)
}

/// What HTTP forbids and the server lets through: a length beside a transfer coding is how requests are
/// smuggled past a proxy (RFC 9112, 6.1).
pub(crate) fn check(request: &Request) -> Result<(), Refusal> {
    let headers = request.headers();
    if headers.contains_key(CONTENT_LENGTH) && headers.contains_key(TRANSFER_ENCODING) {
        return Err(Refusal::TwoLengths);
    }
    Ok(())
}
