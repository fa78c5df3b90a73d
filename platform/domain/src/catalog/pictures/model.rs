//! A picture as those who read the catalogue see it.

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it is, perhaps relative to the storefront's host.
    pub url: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Its width and height in pixels, when they are known.
    pub size: Option<(i32, i32)>,
    /// Other forms of it, narrow ones first; none until they are made.
    pub sources: Vec<ImageSource>,
}

/// A form of a picture, for browsers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageSource {
    /// Its address.
    pub url: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its width in pixels.
    pub width: i32,
}

/// The address of a picture: `/media/…` on the storefront's host for one that we keep, and the
/// address itself for one that is kept elsewhere.
pub fn image_address(image_key: &str) -> String {
    if image_key.starts_with("https://") || image_key.starts_with("http://") {
        image_key.to_owned()
    } else {
        format!("/media/{image_key}")
    }
}
