//! Reads bodies, counting bytes: what a client says about the length is not believed.
//!
//! All bodies that are being received share one budget, of which a client has a part: whoever sends
//! slowly, or much, uses up the own part and nobody else's memory.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use kernel::FieldFault;
use poem::http::header::CONTENT_TYPE;
use poem::web::headers::{ContentLength, HeaderMapExt};
use poem::{Body, Request};

use crate::client_ip::client_bits;

/// Values of JSON at most, all levels together. The largest product that is allowed (2,048 variants of
/// three options) has about 65,000; each value takes some dozens of bytes once it is read.
const MOST_VALUES: usize = 150_000;
/// Further bytes of a body must come within this.
const LONGEST_GAP: Duration = Duration::from_secs(5);
/// The whole body must come within this.
const LONGEST_BODY: Duration = Duration::from_secs(20);
/// A client may use this part of the budget.
const CLIENT_PART: usize = 8;

/// A body that is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// More bytes than allowed.
    TooLarge,
    /// JSON that has too many values.
    TooComplex,
    /// The client stopped sending, or sent what HTTP does not allow.
    Broken,
    /// The client does not go on sending.
    TooSlow,
    /// Some fields are not what the document says.
    Faulty(Vec<FieldFault>),
    /// Too much is being received at the moment, from this client or from all.
    NoRoom,
}

/// How many bytes of bodies may be in memory.
pub(crate) struct Budget {
    total: usize,
    used: Mutex<Used>,
}

#[derive(Default)]
struct Used {
    total: usize,
    by_client: HashMap<u128, usize>,
}

/// The bytes of one body, until its request is answered.
pub(crate) struct Share {
    budget: Arc<Budget>,
    client: u128,
    bytes: usize,
}

impl Budget {
    pub(crate) fn new(total: usize) -> Arc<Self> {
        Arc::new(Self {
            total,
            used: Mutex::default(),
        })
    }

    /// A share for a body of `client`, empty for now.
    pub(crate) fn share(self: &Arc<Self>, client: IpAddr) -> Share {
        Share {
            budget: Arc::clone(self),
            client: client_bits(client),
            bytes: 0,
        }
    }
}

impl Share {
    /// Takes `bytes` more; `false` when there are not so many left.
    fn take(&mut self, bytes: usize, limit: usize) -> bool {
        let Ok(mut used) = self.budget.used.lock() else {
            return false;
        };
        let of_client = used.by_client.get(&self.client).copied().unwrap_or(0);
        // One body of the largest size always fits into a client's part.
        let part = (self.budget.total / CLIENT_PART).max(limit);
        if used.total + bytes > self.budget.total || of_client + bytes > part {
            return false;
        }
        used.total += bytes;
        used.by_client.insert(self.client, of_client + bytes);
        self.bytes += bytes;
        true
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        if self.bytes == 0 {
            return;
        }
        if let Ok(mut used) = self.budget.used.lock() {
            used.total = used.total.saturating_sub(self.bytes);
            if let Some(of_client) = used.by_client.get_mut(&self.client) {
                *of_client = of_client.saturating_sub(self.bytes);
                if *of_client == 0 {
                    used.by_client.remove(&self.client);
                }
            }
        }
    }
}

/// Reads the whole body, puts it back into the request, and gives it out as well.
pub(crate) async fn read(
    request: &mut Request,
    limit: usize,
    share: &mut Share,
) -> Result<Bytes, Refused> {
    let body = request.take_body();
    if body.is_empty() {
        return Ok(Bytes::new());
    }
    let announced = request.headers().typed_get::<ContentLength>();
    if announced.is_some_and(|it| usize::try_from(it.0).is_ok_and(|it| it > limit)) {
        return Err(Refused::TooLarge);
    }
    // Boxed, so that requests without a body stay small.
    let receiving = Box::pin(receive(body, limit, share));
    let bytes = tokio::time::timeout(LONGEST_BODY, receiving)
        .await
        .map_err(|_| Refused::TooSlow)??;
    if is_json(request) && values(&bytes) > MOST_VALUES {
        return Err(Refused::TooComplex);
    }
    request.set_body(Body::from_bytes(bytes.clone()));
    Ok(bytes)
}

/// Whether the request says that its body is JSON.
pub(crate) fn is_json(request: &Request) -> bool {
    let content_type = request.headers().get(CONTENT_TYPE);
    content_type.is_some_and(|kind| {
        kind.as_bytes()
            .windows(4)
            .any(|word| word.eq_ignore_ascii_case(b"json"))
    })
}

/// The bytes as they come, copied out of the connection's buffer, each counted before it is kept.
async fn receive(body: Body, limit: usize, share: &mut Share) -> Result<Bytes, Refused> {
    let mut stream = body.into_bytes_stream();
    let mut received = BytesMut::new();
    loop {
        let next = tokio::time::timeout(LONGEST_GAP, stream.next())
            .await
            .map_err(|_| Refused::TooSlow)?;
        let Some(chunk) = next else {
            return Ok(received.freeze());
        };
        let chunk = chunk.map_err(|_| Refused::Broken)?;
        if received.len() + chunk.len() > limit {
            return Err(Refused::TooLarge);
        }
        if !share.take(chunk.len(), limit) {
            return Err(Refused::NoRoom);
        }
        received.extend_from_slice(&chunk);
    }
}

/// About how many values JSON has: a reader makes an object of each. What is not JSON is left to the
/// parser, which also stops at 128 levels.
fn values(json: &[u8]) -> usize {
    let (mut values, mut is_in_string, mut is_escaped) = (0_usize, false, false);
    for byte in json {
        if is_in_string {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => is_in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => is_in_string = true,
            b',' | b':' | b'[' | b'{' => values += 1,
            _ => {}
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_outside_of_strings() {
        assert_eq!(values(br#"{"a": {"b": [1, 2]}}"#), 6);
        assert_eq!(values(br#""[{,:\"[""#), 0);
    }

    #[test]
    fn a_client_uses_up_no_more_than_its_part() {
        let budget = Budget::new(800);
        let (one, two): (IpAddr, IpAddr) =
            ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let mut first = budget.share(one);
        assert!(first.take(100, 10));
        assert!(
            !budget.share(one).take(1, 10),
            "another body of the same client"
        );
        assert!(budget.share(two).take(100, 10));
        drop(first);
        assert!(budget.share(one).take(100, 10), "it is given back");
    }

    #[test]
    fn all_together_stay_within_the_budget() {
        let budget = Budget::new(800);
        let shares: Vec<bool> = (1..=9_u8)
            .map(|last| {
                let mut share = budget.share(IpAddr::from([192, 0, 2, last]));
                let taken = share.take(100, 10);
                std::mem::forget(share);
                taken
            })
            .collect();
        assert_eq!(shares, [[true; 8].as_slice(), &[false]].concat());
    }
}
