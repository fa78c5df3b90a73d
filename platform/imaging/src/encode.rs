//! Writes pictures, in the widths that pages ask for.

use std::io::Cursor;

use bytes::Bytes;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

use super::decode::Format;

/// Widths of cards, of half a page, of a page, and of a page on a screen with fine pixels.
const WIDTHS: [u32; 4] = [320, 640, 1280, 2000];
/// Whoever enlarges a picture sees this one.
pub(crate) const KEPT: u8 = 90;
/// Nobody enlarges these.
pub(crate) const SIZED: u8 = 80;

/// Why a picture could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the picture could not be written: {0}")]
pub(crate) struct Unwritten(String);

fn unwritten(why: &(impl ToString + ?Sized)) -> Unwritten {
    Unwritten(why.to_string())
}

/// The widths that a picture is made in: the usual ones that are less than its own, and its own unless
/// the widest is less.
pub(crate) fn widths(own: u32) -> Vec<u32> {
    let widest = WIDTHS.last().copied().unwrap_or(own).min(own);
    let narrower = WIDTHS.into_iter().filter(|width| *width < widest);
    narrower.chain([widest]).collect()
}

/// The bytes of a picture.
pub(crate) fn encode(
    picture: &DynamicImage,
    format: Format,
    quality: u8,
) -> Result<Bytes, Unwritten> {
    let mut bytes = Vec::new();
    match format {
        Format::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
            picture
                .write_with_encoder(encoder)
                .map_err(|why| unwritten(&why))?;
        }
        Format::Png => picture
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .map_err(|why| unwritten(&why))?,
        Format::Webp => {
            let encoder = match picture {
                DynamicImage::ImageRgba8(all) => {
                    webp::Encoder::from_rgba(all, all.width(), all.height())
                }
                DynamicImage::ImageRgb8(all) => {
                    webp::Encoder::from_rgb(all, all.width(), all.height())
                }
                _ => return Err(unwritten("no 8 bits a channel")),
            };
            let written = encoder.encode_simple(false, f32::from(quality));
            let written = written.map_err(|why| unwritten(&format!("{why:?}")))?;
            bytes.extend_from_slice(&written);
        }
    }
    Ok(bytes.into())
}

/// The picture in another width, as high as its shape has it.
pub(crate) fn scaled(picture: &DynamicImage, width: u32) -> Result<DynamicImage, Unwritten> {
    let own = (u64::from(picture.width()), u64::from(picture.height()));
    let height = (own.1 * u64::from(width) + own.0 / 2) / own.0.max(1);
    let height = u32::try_from(height.max(1)).map_err(|why| unwritten(&why))?;
    let kind = match picture {
        DynamicImage::ImageRgba8(_) => PixelType::U8x4,
        _ => PixelType::U8x3,
    };
    let from = ImageRef::new(picture.width(), picture.height(), picture.as_bytes(), kind);
    let mut to = Image::new(width, height, kind);
    Resizer::new()
        .resize(
            &from.map_err(|why| unwritten(&why))?,
            &mut to,
            Some(&ResizeOptions::new()),
        )
        .map_err(|why| unwritten(&why))?;
    let pixels = to.into_vec();
    let scaled = match kind {
        PixelType::U8x4 => RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
        _ => RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
    };
    scaled.ok_or_else(|| unwritten("too few pixels"))
}
