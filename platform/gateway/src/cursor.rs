//! Where a page of a list ends, as text that clients send back: the id of the last thing, bound to the
//! list it came from. The digest is no secret; it tells a cursor of another tenant, list or filter apart.

use std::fmt::Display;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::json::Invalid;

const SEAL: usize = 8;

/// The cursor behind `id` in the list that `list` names: what it lists, whose, and by which filter.
pub(crate) fn cursor_after(list: &str, id: impl Display) -> String {
    let id = id.to_string();
    let mut bytes = seal(list, &id);
    bytes.extend(id.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The id that a cursor of the list stands behind.
pub(crate) fn read_cursor<T: FromStr>(list: &str, cursor: &str) -> Result<T, Invalid> {
    let found = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| {
        let (sealed, id) = bytes.split_at_checked(SEAL)?;
        let id = std::str::from_utf8(id).ok()?;
        (sealed == seal(list, id)).then(|| id.parse().ok())?
    });
    found.ok_or_else(|| Invalid::field("cursor", "malformed", "a `next_cursor` of this list"))
}

fn seal(list: &str, id: &str) -> Vec<u8> {
    let digest = Sha256::digest(format!("{list}\n{id}"));
    digest.iter().take(SEAL).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_good_for_its_own_list() {
        let cursor = cursor_after("orders/1", 42);

        assert_eq!(read_cursor::<u32>("orders/1", &cursor).unwrap(), 42);
        for (list, text) in [
            ("orders/2", cursor.as_str()),
            ("orders/1", "42"),
            ("orders/1", ""),
            ("orders/1", &cursor[1..]),
        ] {
            assert!(read_cursor::<u32>(list, text).is_err(), "{list} {text}");
        }
    }
}
