//! Reads pictures that strangers made, within bounds of time and memory.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use kernel::Case;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Pixels of a picture at most: 100 MB of memory once it is decoded.
const PIXELS_MAX: u64 = 25_000_000;
/// A side of a picture at most. WebP has 16,383.
const SIDE_MAX: u32 = 16_000;
/// Memory that a decoder may ask for: the pixels with 16 bits each.
const MEMORY_MAX: u64 = 8 * PIXELS_MAX;

/// Why bytes are not a picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Another format.
    #[error("it is no JPEG, PNG or WebP file")]
    Unsupported,
    /// Damaged.
    #[error("it ends early or is damaged")]
    Unreadable,
    /// Too many pixels.
    #[error("it has too many pixels")]
    TooLarge,
}

impl Unfit {
    /// Case of [`Unsupported`](Self::Unsupported).
    pub const IMAGE_UNSUPPORTED: Case = Case::rejected("image_unsupported");
    /// Case of [`Unreadable`](Self::Unreadable).
    pub const IMAGE_UNREADABLE: Case = Case::rejected("image_unreadable");
    /// Case of [`TooLarge`](Self::TooLarge).
    pub const IMAGE_TOO_LARGE: Case = Case::rejected("image_too_large");

    /// The case that a request with such bytes fails with.
    pub const fn case(self) -> Case {
        match self {
            Self::Unsupported => Self::IMAGE_UNSUPPORTED,
            Self::Unreadable => Self::IMAGE_UNREADABLE,
            Self::TooLarge => Self::IMAGE_TOO_LARGE,
        }
    }
}

/// The formats that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

impl Format {
    /// Told from the bytes, whatever anybody says of them.
    fn of(bytes: &[u8]) -> Result<Self, Unfit> {
        match image::guess_format(bytes) {
            Ok(ImageFormat::Jpeg) => Ok(Self::Jpeg),
            Ok(ImageFormat::Png) => Ok(Self::Png),
            Ok(ImageFormat::WebP) => Ok(Self::Webp),
            _ => Err(Unfit::Unsupported),
        }
    }

    const fn library(self) -> ImageFormat {
        match self {
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Png => ImageFormat::Png,
            Self::Webp => ImageFormat::WebP,
        }
    }

    /// How names of such files end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }
}

/// The picture that `bytes` are: upright, in sRGB, with 8 bits a channel; the first one of those that move.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Format, DynamicImage), Unfit> {
    let format = Format::of(bytes)?;
    // The decoder fills what is missing with grey.
    if format == Format::Jpeg && !has_end(bytes) {
        return Err(Unfit::Unreadable);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.library());
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|why| unfit(&why))?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Unfit::Unreadable);
    }
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Unfit::TooLarge);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|why| unfit(&why))?;
    let mut picture = if image.color().has_alpha() {
        DynamicImage::ImageRgba8(image.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(image.into_rgb8())
    };
    if let Some(profile) = profile {
        into_srgb(&mut picture, &profile);
    }
    picture.apply_orientation(turned);
    Ok((format, picture))
}

fn unfit(error: &ImageError) -> Unfit {
    match error {
        ImageError::Limits(_) => Unfit::TooLarge,
        _ => Unfit::Unreadable,
    }
}

/// Colours as they are without a profile. A profile that cannot be read is no reason to refuse a picture.
fn into_srgb(picture: &mut DynamicImage, profile: &[u8]) {
    let Ok(own) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    let (layout, channels) = match picture {
        DynamicImage::ImageRgba8(_) => (Layout::Rgba, 4),
        _ => (Layout::Rgb, 3),
    };
    if own.color_space != DataColorSpace::Rgb {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let Ok(transform) = own.create_transform_8bit(layout, &srgb, layout, options) else {
        return;
    };
    let row = usize::try_from(picture.width()).unwrap_or(0) * channels;
    let pixels: &mut [u8] = match picture {
        DynamicImage::ImageRgba8(pixels) => pixels,
        DynamicImage::ImageRgb8(pixels) => pixels,
        _ => return,
    };
    let mut before = vec![0; row];
    for row in pixels.chunks_exact_mut(row.max(1)) {
        before.copy_from_slice(row);
        if transform.transform(&before, row).is_err() {
            row.copy_from_slice(&before);
        }
    }
}

/// Whether a JPEG goes on until its end: segments, and the picture's data between them.
fn has_end(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[first, marker]) = bytes.get(at..at + 2) {
        match (first, marker) {
            (0xff, 0xd9) => return true,
            // Data, a fill byte, or a marker that has no length.
            (0xff, 0x01 | 0xd0..=0xd8) => at += 2,
            (0xff, 0x02..=0xfe) => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else {
                    return false;
                };
                at += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
            _ => at += 1,
        }
    }
    false
}
