//! Whether text can be read on its ground, as WCAG 2.2 (1.4.3) measures it.

/// The three channels of `#rrggbb`.
pub(super) fn channels(color: &str) -> Option<[u8; 3]> {
    let digits = color.strip_prefix('#')?;
    let mut bytes = [0; 3];
    let is_color = !digits.contains(|c: char| !c.is_ascii_hexdigit());
    (is_color && hex::decode_to_slice(digits, &mut bytes).is_ok()).then_some(bytes)
}

/// Whether text of the colour `front` can be read on `back`: `(L1 + 0.05) / (L2 + 0.05) ≥ 4.5`.
#[expect(
    clippy::float_arithmetic,
    reason = "WCAG defines contrast over real numbers, and nothing of it is kept"
)]
pub(super) fn is_legible(front: [u8; 3], back: [u8; 3]) -> bool {
    let (front, back) = (luminance(front), luminance(back));
    let (lighter, darker) = (front.max(back), front.min(back));
    (lighter + 0.05) / (darker + 0.05) >= 4.5
}

#[expect(
    clippy::float_arithmetic,
    reason = "WCAG defines luminance over real numbers, and nothing of it is kept"
)]
fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The colour nearest to `front`, towards black or white, that can be read on `back`.
pub(super) fn nearest_legible(front: [u8; 3], back: [u8; 3]) -> String {
    // Black or white can be read on every ground.
    let found = (0..=100).find_map(|part| {
        let mixed = [0, 255].map(|end| front.map(|channel| mixed(channel, end, part)));
        mixed.into_iter().find(|color| is_legible(*color, back))
    });
    format!("#{}", hex::encode(found.unwrap_or([0; 3])))
}

/// `part` hundredths of the way from one channel to another.
fn mixed(from: u8, to: u8, part: u16) -> u8 {
    let sum = u16::from(from) * (100 - part) + u16::from(to) * part;
    u8::try_from(sum / 100).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_between_legible_and_not_is_where_wcag_draws_it() {
        let on_white = |grey: &str| is_legible(channels(grey).unwrap(), [255, 255, 255]);

        assert!(on_white("#767676"), "4.54 to 1");
        assert!(!on_white("#777777"), "4.48 to 1");
        assert!(is_legible([0, 0, 0], [255, 255, 255]));
    }

    #[test]
    fn what_cannot_be_read_has_a_neighbour_that_can() {
        let suggest = |front: &str, back: &str| {
            nearest_legible(channels(front).unwrap(), channels(back).unwrap())
        };

        assert_eq!(suggest("#777777", "#ffffff"), "#757575");
        assert_eq!(suggest("#333333", "#1f2937"), "#909090");
        assert_eq!(suggest("#000000", "#ffffff"), "#000000");
        for ground in [
            "#000000", "#ffffff", "#767676", "#808080", "#ff0000", "#00ff00",
        ] {
            let better = suggest(ground, ground);
            let pair = (channels(&better).unwrap(), channels(ground).unwrap());
            assert!(is_legible(pair.0, pair.1), "{better} on {ground}");
        }
    }
}
