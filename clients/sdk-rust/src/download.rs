//! Files that operations return.

use std::fmt;

use percent_encoding::percent_decode_str;
use reqwest::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderMap, HeaderName};

/// A file, as an operation returns it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Download {
    /// Its bytes.
    pub content: Vec<u8>,
    /// Its media type, as the server names it: `text/csv; charset=utf-8`.
    pub content_type: String,
    /// The name that the server gives it, without folders, if it gives one.
    pub file_name: Option<String>,
}

impl fmt::Debug for Download {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the content: what is debugged ends in logs.
        formatter
            .debug_struct("Download")
            .field("content_type", &self.content_type)
            .field("file_name", &self.file_name)
            .finish_non_exhaustive()
    }
}

impl Download {
    /// The file of a response; its type, when that is not one of those that were asked for.
    pub(crate) fn read(headers: &HeaderMap, content: &[u8], accept: &str) -> Result<Self, String> {
        let content_type = text(headers, &CONTENT_TYPE);
        let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !accept.split(", ").any(|it| it == media) {
            return Err(content_type);
        }
        let file_name = file_name(&text(headers, &CONTENT_DISPOSITION));
        Ok(Self { content: content.to_vec(), content_type, file_name })
    }
}

fn text(headers: &HeaderMap, name: &HeaderName) -> String {
    headers.get(name).map(|it| String::from_utf8_lossy(it.as_bytes()).into_owned()).unwrap_or_default()
}

/// RFC 6266: `attachment; filename="orders.csv"; filename*=UTF-8''Bestellungen%20M%C3%A4rz.csv`. The second is preferred.
fn file_name(disposition: &str) -> Option<String> {
    let (mut plain, mut extended) = (None, None);
    for (name, value) in parameters(disposition) {
        match name.as_str() {
            "filename" => plain = plain.or(Some(value)),
            "filename*" => extended = extended.or_else(|| decoded(&value)),
            _ => {}
        }
    }
    let found = extended.or(plain)?;
    let last = found.rsplit(['/', '\\']).next()?.trim();
    // What names a folder, or nothing, is no name to save a file by.
    let is_name = !["", ".", ".."].contains(&last) && !last.chars().any(char::is_control);
    is_name.then(|| last.to_owned())
}

/// Names and values after the first `;`; a value may be in quotes, in which a backslash takes the next letter as it is.
fn parameters(header: &str) -> Vec<(String, String)> {
    let mut found = vec![(String::new(), String::new())];
    let (mut is_value, mut is_quoted, mut letters) = (false, false, header.chars());
    while let Some(letter) = letters.next() {
        let Some((name, value)) = found.last_mut() else { break };
        match letter {
            '\\' if is_quoted => value.extend(letters.next()),
            '"' if is_value => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                found.push((String::new(), String::new()));
                is_value = false;
            }
            '=' if !is_value => is_value = true,
            _ if is_value => value.push(letter),
            _ => name.push(letter),
        }
    }
    found.into_iter().skip(1).map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned())).collect()
}

fn decoded(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let text = percent_decode_str(encoded).decode_utf8().ok()?;
    charset.eq_ignore_ascii_case("utf-8").then(|| text.into_owned())
}
