//! Previews: a link brings a token, a cookie keeps it, and every page of the visit shows the draft.

use poem::http::header::{CACHE_CONTROL, COOKIE, LOCATION, SET_COOKIE};
use poem::http::{HeaderValue, StatusCode};
use poem::{Request, Response};

const NAME: &str = "stoa_preview";
/// A link works no longer than a day; neither does the cookie.
const A_DAY: u32 = 24 * 60 * 60;

/// The token that the visitor's cookie holds.
pub(crate) fn token(request: &Request) -> Option<HeaderValue> {
    let cookies = request.headers().get_all(COOKIE).into_iter();
    let mut pairs = cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, token) = pairs.find(|(name, _)| *name == NAME)?;
    is_token(token).then(|| HeaderValue::try_from(token).ok())?
}

/// The answer to a link with a token: the page without it, and a cookie. An empty token ends the preview.
pub(crate) fn begin(request: &Request, is_in_the_clear: bool) -> Option<Response> {
    let query = request.uri().query()?;
    let mut pairs = query.split('&');
    let token = pairs.find_map(|pair| pair.strip_prefix("preview="))?;
    if !token.is_empty() && !is_token(token) {
        return None;
    }
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.starts_with("preview="))
        .collect();
    let path = request.uri().path();
    // A path of two slashes would be another host's.
    let path = format!("/{}", path.trim_start_matches(['/', '\\']));
    let location = match rest.as_slice() {
        [] => path,
        rest => format!("{path}?{}", rest.join("&")),
    };
    let age = if token.is_empty() { 0 } else { A_DAY };
    let secure = if is_in_the_clear { "" } else { "; Secure" };
    let cookie = format!("{NAME}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    let mut response = Response::builder().status(StatusCode::SEE_OTHER).finish();
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::try_from(location).ok()?);
    headers.insert(SET_COOKIE, HeaderValue::try_from(cookie).ok()?);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Some(response)
}

fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(uri: &str, cookie: &str) -> Request {
        let uri = uri.parse().unwrap();
        Request::builder().uri(uri).header(COOKIE, cookie).finish()
    }

    #[test]
    fn a_cookie_holds_a_token_or_nothing() {
        let token_of = |cookie: &str| token(&request("/", cookie));
        let good = "a1".repeat(32);

        assert_eq!(
            token_of(&format!("x=1; {NAME}={good}")).unwrap(),
            good.as_str()
        );
        assert_eq!(token_of(&format!("{NAME}=short")), None);
        assert_eq!(token_of(&format!("other{NAME}={good}")), None);
        assert_eq!(token_of(""), None);
    }

    #[test]
    fn a_link_leads_to_the_page_without_its_token() {
        let good = "a1".repeat(32);
        let location = |uri: &str| {
            let response = begin(&request(uri, ""), true)?;
            Some(response.headers()[LOCATION].to_str().unwrap().to_owned())
        };

        assert_eq!(location(&format!("/?preview={good}")).as_deref(), Some("/"));
        assert_eq!(
            location(&format!("/products?a=1&preview={good}&b=2")).as_deref(),
            Some("/products?a=1&b=2")
        );
        assert_eq!(
            location(&format!("//evil.example/?preview={good}")).as_deref(),
            Some("/evil.example/")
        );
        assert_eq!(location("/?preview="), Some("/".to_owned()));
        assert_eq!(location("/?preview=wrong"), None);
        assert_eq!(location("/products"), None);
    }
}
