//! When a request is sent again, and after how long.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use crate::request::random_bytes;

const RETRIED_STATUSES: [u16; 6] = [408, 429, 500, 502, 503, 504];
const LONGEST_DELAY: Duration = Duration::from_secs(8);
/// A call should not sleep through what its caller would rather hear about.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// Safe methods change nothing, and a key makes the server do the work once. Everything else is sent once.
pub(crate) fn may_repeat(method: &str, idempotency_key: Option<&str>) -> bool {
    matches!(method, "GET" | "HEAD") || idempotency_key.is_some()
}

/// A conflict goes away by itself only when the server says how long it takes.
pub(crate) fn is_worth_repeating(status: u16, retry_after: Option<Duration>) -> bool {
    if retry_after.is_some_and(|it| it > LONGEST_RETRY_AFTER) {
        return false;
    }
    RETRIED_STATUSES.contains(&status) || (status == 409 && retry_after.is_some())
}

/// Doubles with each retry. Between half and all of it, so that many clients do not come back at once.
pub(crate) fn delay(retry: u32, first: Duration, retry_after: Option<Duration>) -> Duration {
    let doubled = first.saturating_mul(2_u32.saturating_pow(retry));
    let backoff = doubled.min(LONGEST_DELAY).mul_f64(0.5 + share() / 2.0);
    retry_after.map_or(backoff, |it| it + backoff / 10)
}

/// `Retry-After`: the header is a number of seconds or a date.
pub(crate) fn read_retry_after(headers: &HeaderMap, now: OffsetDateTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(Duration::from_secs(seconds.into()));
    }
    let at = OffsetDateTime::parse(text, &Rfc2822).ok()?;
    Some(Duration::try_from(at - now).unwrap_or_default())
}

/// From 0 to 1, by chance.
fn share() -> f64 {
    let [byte, ..] = random_bytes();
    f64::from(byte) / 255.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = OffsetDateTime::from_unix_timestamp(1_767_323_045).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let read = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, reqwest::header::HeaderValue::from_static(text));
            read_retry_after(&headers, now)
        };
        assert_eq!(read("7"), Some(Duration::from_secs(7)));
        assert_eq!(read("Fri, 02 Jan 2026 03:04:15 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(read("Fri, 02 Jan 2026 03:04:00 GMT"), Some(Duration::ZERO));
        assert_eq!(read("soon"), None);
    }

    #[test]
    fn the_delay_doubles() {
        let first = Duration::from_millis(200);
        for (retry, longest) in [(0, first), (1, first * 2), (2, first * 4)] {
            let found = delay(retry, first, None);
            assert!(found >= longest / 2 && found <= longest, "{found:?}");
        }
        let found = delay(0, first, Some(Duration::from_secs(1)));
        assert!(found >= Duration::from_millis(1_010) && found <= Duration::from_millis(1_020), "{found:?}");
    }

    #[test]
    fn the_delay_has_an_upper_limit() {
        for retry in [10, 1_000] {
            let found = delay(retry, Duration::from_millis(500), None);
            assert!(found >= LONGEST_DELAY / 2 && found <= LONGEST_DELAY);
        }
    }
}
