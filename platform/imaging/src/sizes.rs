//! A picture in the widths and formats that browsers choose from.

use bytes::Bytes;

use crate::decode::{Format, decode};
use crate::encode::{SIZED, encode, scaled, widths};
use crate::preview::preview;

/// A picture in all its widths.
pub struct Sized {
    /// Every form of it but itself.
    pub forms: Vec<Form>,
    /// The widths that it has, narrowest first.
    pub widths: Vec<i32>,
    /// Its own width and height.
    pub size: (i32, i32),
    /// A few colours to show until it is there.
    pub blurhash: String,
}

/// A picture in one width and one format.
pub struct Form {
    /// In pixels.
    pub width: i32,
    /// What it is written as.
    pub format: Format,
    /// The file.
    pub bytes: Bytes,
}

/// Every form of a picture that is not the picture itself; none when it cannot be made.
pub(crate) fn make(bytes: &[u8]) -> Option<Sized> {
    let (format, picture) = decode(bytes).ok()?;
    let mut made = Sized {
        forms: Vec::new(),
        widths: Vec::new(),
        size: (
            i32::try_from(picture.width()).ok()?,
            i32::try_from(picture.height()).ok()?,
        ),
        blurhash: preview(&picture)?,
    };
    for width in widths(picture.width()) {
        let is_own = width == picture.width();
        let in_width = if is_own {
            None
        } else {
            Some(scaled(&picture, width).ok()?)
        };
        let shown = in_width.as_ref().unwrap_or(&picture);
        let width = i32::try_from(width).ok()?;
        for of in [Format::Webp, format] {
            let is_there = (is_own && of == format)
                || made
                    .forms
                    .iter()
                    .any(|form| form.width == width && form.format == of);
            if !is_there {
                let bytes = encode(shown, of, SIZED).ok()?;
                made.forms.push(Form {
                    width,
                    format: of,
                    bytes,
                });
            }
        }
        made.widths.push(width);
    }
    Some(made)
}
