//! Pictures that merchants upload, and the widths that every picture is made in.
//!
//! What is kept was read and written anew by `pictures`. Its key is the digest of what is kept, so the same picture is kept once and never changes.

mod categories;
mod due;
mod model;
mod sizes;
mod uploads;

pub use categories::ChangeCategoryImage;
pub(super) use model::Said;
pub use model::{Image, ImageChange, ImageSource, image_address};
pub(super) use sizes::Made;
pub use uploads::ChangeImage;

/// Pictures of a product at most, if they are uploaded.
pub(super) const UPLOADS_MAX: usize = 50;

/// What is shown to browsers that take it, beside the picture's own format.
const WEBP: (&str, &str) = ("webp", "image/webp");

/// The key of a picture in one width.
pub(super) fn sized_key(key: &str, width: i32, extension: &str) -> String {
    let stem = key.rsplit_once('.').map_or(key, |(stem, _)| stem);
    format!("{stem}-{width}.{extension}")
}

/// The address, type and width of every form that a picture was made in, narrow ones first. The picture
/// itself is one of them where it is as wide.
pub(super) fn forms(key: &str, own_width: i32, widths: &[i32]) -> Vec<(String, &'static str, i32)> {
    let own = match key.rsplit_once('.').map(|(_, extension)| extension) {
        Some("jpg") => ("jpg", "image/jpeg"),
        Some("png") => ("png", "image/png"),
        _ => WEBP,
    };
    let in_type = |(extension, content_type): (&'static str, &'static str)| {
        widths.iter().map(move |&width| {
            let is_own = width == own_width && extension == own.0;
            let form = if is_own {
                key.to_owned()
            } else {
                sized_key(key, width, extension)
            };
            (form, content_type, width)
        })
    };
    let mut forms: Vec<_> = in_type(WEBP).collect();
    if own != WEBP {
        forms.extend(in_type(own));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_webp_forms_first_and_is_one_of_its_forms() {
        let told = |key: &str| -> Vec<String> {
            let forms = forms(key, 500, &[320, 500]).into_iter();
            forms
                .map(|(key, kind, width)| format!("{key} {kind} {width}"))
                .collect()
        };

        assert_eq!(
            told("t/ab.png"),
            [
                "t/ab-320.webp image/webp 320",
                "t/ab-500.webp image/webp 500",
                "t/ab-320.png image/png 320",
                "t/ab.png image/png 500",
            ]
        );
        assert_eq!(
            told("t/ab.webp"),
            ["t/ab-320.webp image/webp 320", "t/ab.webp image/webp 500"]
        );
    }
}
