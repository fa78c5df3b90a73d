//! Where a page of a list ends, as text that clients send back.
//!
//! A cursor holds the keys of the last thing on the page and nothing else. It is bound to the list
//! it came from, so that one of another tenant, another order or another filter is told apart from
//! a cursor: by a digest, which is no secret since there is nothing to protect.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::model::Sort;

const VERSION: u8 = 1;
const SEAL: usize = 8;

/// Text that is no cursor of this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotACursor;

/// The keys of the last thing on a page; those that the order does not need are left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Position {
    /// The last thing's id.
    pub(crate) id: Uuid,
    /// Its price, or what its reviews come to.
    pub(crate) minor: i64,
    /// Its title.
    pub(crate) title: String,
}

impl Position {
    /// Before everything, in the order of `sort`.
    pub(crate) const fn start(sort: Sort) -> Self {
        let (id, minor) = match sort {
            Sort::Newest => (Uuid::max(), 0),
            Sort::Title | Sort::PriceAscending => (Uuid::nil(), -1),
            Sort::PriceDescending | Sort::Rating => (Uuid::max(), i64::MAX),
        };
        Self {
            id,
            minor,
            title: String::new(),
        }
    }

    /// The cursor of this position in the list that `list` names.
    pub(crate) fn encode(&self, list: &str) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(seal(list, &self.keys()));
        bytes.extend(self.keys());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The position that a cursor of the list that `list` names stands for.
    pub(crate) fn decode(text: &str, list: &str) -> Result<Self, NotACursor> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| NotACursor)?;
        let (version, rest) = bytes.split_first().ok_or(NotACursor)?;
        let (sealed, keys) = rest.split_at_checked(SEAL).ok_or(NotACursor)?;
        if *version != VERSION || sealed != seal(list, keys) {
            return Err(NotACursor);
        }
        let (id, rest) = keys.split_first_chunk::<16>().ok_or(NotACursor)?;
        let (minor, title) = rest.split_first_chunk::<8>().ok_or(NotACursor)?;
        let title = String::from_utf8(title.to_vec()).map_err(|_| NotACursor)?;
        // Anybody can seal a cursor, but no title that is kept has such a character.
        if title.contains('\0') {
            return Err(NotACursor);
        }
        Ok(Self {
            id: Uuid::from_bytes(*id),
            minor: i64::from_be_bytes(*minor),
            title,
        })
    }

    fn keys(&self) -> Vec<u8> {
        let mut keys = self.id.as_bytes().to_vec();
        keys.extend(self.minor.to_be_bytes());
        keys.extend(self.title.as_bytes());
        keys
    }
}

fn seal(list: &str, keys: &[u8]) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(list.len().to_be_bytes());
    digest.update(list);
    digest.update(keys);
    digest.finalize().into_iter().take(SEAL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position() -> Position {
        Position {
            id: Uuid::from_u128(7),
            minor: 1250,
            title: "Grüne Tasse".to_owned(),
        }
    }

    #[test]
    fn a_cursor_reads_back_as_its_position_in_its_own_list() {
        let cursor = position().encode("tenant/newest");

        assert_eq!(Position::decode(&cursor, "tenant/newest"), Ok(position()));
        for list in ["tenant/title", "other/newest", ""] {
            assert_eq!(Position::decode(&cursor, list), Err(NotACursor));
        }
    }

    #[test]
    fn a_title_that_cannot_be_kept_makes_no_cursor() {
        let made_up = Position {
            title: "a\0b".to_owned(),
            ..position()
        };

        assert_eq!(
            Position::decode(&made_up.encode("list"), "list"),
            Err(NotACursor)
        );
    }

    #[test]
    fn altered_cursors_are_refused() {
        let cursor = position().encode("list");

        for index in 0..cursor.len() {
            let mut altered: Vec<char> = cursor.chars().collect();
            altered[index] = if altered[index] == 'A' { 'B' } else { 'A' };
            let altered: String = altered.into_iter().collect();
            assert_eq!(
                Position::decode(&altered, "list"),
                Err(NotACursor),
                "{index}"
            );
        }
        for text in [
            "",
            "A",
            "AQ",
            "not a cursor",
            "####",
            &cursor[1..],
            &format!("{cursor}A"),
        ] {
            assert_eq!(Position::decode(text, "list"), Err(NotACursor), "{text}");
        }
    }
}
