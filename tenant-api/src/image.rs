//! Images of products and categories.

use domain::catalog;
use kernel::picture::FocalPoint;
use poem_openapi::Object;

/// An image.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(crate) struct ProductImage {
    /// URL of the image, absolute or relative to the storefront's host.
    url: String,
    /// Alternative text, in the storefront's language if the store has given one.
    alt: String,
    /// What stays visible where the image is cropped; absent for its middle.
    focal_point: Option<FocalPoint>,
    /// `BlurHash` of the image: a few colours to show until it is loaded. Absent until `sources` are made.
    blurhash: Option<String>,
    /// Width in pixels; absent if unknown.
    width: Option<i32>,
    /// Height in pixels; absent if unknown.
    height: Option<i32>,
    /// The image in several widths and formats, for `srcset`: WebP first, narrow ones first. Empty
    /// until they are made, soon after an upload, and for images that are kept elsewhere.
    sources: Vec<ImageSource>,
}

/// An image in one width and format.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ImageSource {
    /// URL, relative to the storefront's host. Its content never changes.
    url: String,
    /// Media type, such as `image/webp`.
    content_type: String,
    /// Width in pixels.
    width: i32,
}

impl From<catalog::Image> for ProductImage {
    fn from(image: catalog::Image) -> Self {
        let catalog::Image {
            url,
            alt,
            // One of them is `alt`.
            alts: _,
            focal_point,
            blurhash,
            size,
            sources,
        } = image;
        Self {
            url,
            alt,
            focal_point,
            blurhash,
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            sources: sources.into_iter().map(ImageSource::from).collect(),
        }
    }
}

impl From<catalog::ImageSource> for ImageSource {
    fn from(source: catalog::ImageSource) -> Self {
        let catalog::ImageSource {
            url,
            content_type,
            width,
        } = source;
        Self {
            url,
            content_type: content_type.to_owned(),
            width,
        }
    }
}
