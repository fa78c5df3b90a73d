//! A few colours of a picture, in a text that is short enough for lists: its `BlurHash`.

use image::DynamicImage;

use crate::encode::scaled;

/// Pixels of a side that the colours are told from: there is no more to see in them.
const SIDE: u32 = 32;
/// Waves along the longer side of a picture, and along the shorter one.
const WAVES: (u32, u32) = (4, 3);

/// The colours of a picture, as on a white page where it is transparent.
pub(crate) fn preview(picture: &DynamicImage) -> Option<String> {
    let mut small = scaled(picture, picture.width().min(SIDE))
        .ok()?
        .into_rgba8();
    for pixel in small.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let [red, green, blue] = [red, green, blue].map(|light| on_white(light, alpha));
        pixel.0 = [red, green, blue, u8::MAX];
    }
    let (long, short) = WAVES;
    let (across, down) = if small.width() < small.height() {
        (short, long)
    } else {
        (long, short)
    };
    blurhash::encode(across, down, small.width(), small.height(), &small).ok()
}

fn on_white(light: u8, alpha: u8) -> u8 {
    let white = u16::from(u8::MAX);
    let (light, alpha) = (u16::from(light), u16::from(alpha));
    u8::try_from((light * alpha + white * (white - alpha)) / white).unwrap_or(u8::MAX)
}
