//! The fonts that documents are set in, and how wide their texts are.
//!
//! `DejaVu` has the letters of Latin, Greek, Cyrillic, Armenian and Georgian; what it does not have is a box. Texts are
//! set from left to right, letter by letter: nothing is joined or turned around.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::{FontRef, MetadataProvider};

use super::length::{Length, em};

/// A font that is part of the program.
pub(super) struct Face {
    pub(super) font: Font,
    map: Charmap<'static>,
    widths: Hmtx<'static>,
    units_per_em: u16,
}

/// Both, or why a font that is part of the program cannot be read: a test does.
pub(super) static FACES: LazyLock<Option<(Face, Face)>> = LazyLock::new(|| {
    Some((
        Face::read(dejavu::sans::regular())?,
        Face::read(dejavu::sans::bold())?,
    ))
});

impl Face {
    fn read(data: &'static [u8]) -> Option<Self> {
        let found = FontRef::from_index(data, 0).ok()?;
        Some(Self {
            font: Font::new(data.into(), 0)?,
            map: found.charmap(),
            widths: found.hmtx().ok()?,
            units_per_em: found.head().ok()?.units_per_em(),
        })
    }

    /// The glyph of a character, and its width in units of the font. The first glyph is the box.
    fn glyph(&self, c: char) -> (u32, u16) {
        let glyph = self.map.map(c).unwrap_or_default();
        (glyph.to_u32(), self.widths.advance(glyph).unwrap_or(0))
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: Length) -> Length {
        let units: i64 = text.chars().map(|c| i64::from(self.glyph(c).1)).sum();
        Length::part(size, units, i64::from(self.units_per_em))
    }

    /// The text as it is drawn.
    pub(super) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let of = |(at, c): (usize, char)| {
            let (glyph, width) = self.glyph(c);
            let range = at..at + c.len_utf8();
            let advance = em(width, self.units_per_em);
            KrillaGlyph::new(GlyphId::new(glyph), advance, 0.0, 0.0, 0.0, range, None)
        };
        text.char_indices().map(of).collect()
    }

    /// The text in lines of at most this width: broken between words, and within a word that is wider.
    pub(super) fn wrap(&self, text: &str, size: Length, width: Length) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                let longer = if line.is_empty() {
                    word.to_owned()
                } else {
                    format!("{line} {word}")
                };
                if self.width(&longer, size) <= width {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line = self.cut(word, (size, width), &mut lines);
            }
            lines.push(line);
        }
        lines
    }

    /// Cuts a word into full lines; the rest of it is what the next line begins with.
    fn cut(&self, word: &str, (size, width): (Length, Length), lines: &mut Vec<String>) -> String {
        let mut line = String::new();
        for c in word.chars() {
            line.push(c);
            if self.width(&line, size) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(c);
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::length::points;

    fn regular() -> &'static Face {
        &FACES.as_ref().unwrap().0
    }

    #[test]
    fn the_alphabets_that_are_promised_are_there() {
        let (regular, bold) = FACES.as_ref().unwrap();
        let texts = [
            "AZaz09 ÄÖÜäöüß ÀÉÎõñç ŠŽčřůŁźę ĞİŞ ẞ",
            "ΑΩαωάέήίόύώϊ",
            "АЯаяЁёІїЄєҐґЎў",
            "ԱՖաֆ აჰ",
            "€£¥₹₴₽₺ – — · … „“”’ × −",
        ];
        for face in [regular, bold] {
            for c in texts.concat().chars() {
                assert_ne!(face.glyph(c).0, 0, "{c}");
            }
        }
        assert_eq!(regular.glyph('日').0, 0, "it has no letters of Chinese");
    }

    #[test]
    fn lines_are_broken_between_words_and_within_long_ones() {
        let (size, width) = (points(10), points(60));
        let face = regular();
        let lines = face.wrap("A mug of blue stoneware", size, width);
        assert_eq!(lines, ["A mug of", "blue", "stoneware"]);
        let word = "W".repeat(40);
        let lines = face.wrap(&word, size, width);
        assert!(lines.len() > 4);
        assert_eq!(lines.concat(), word);
        for line in &lines {
            assert!(face.width(line, size) <= width, "{line}");
        }
        // One that is wider than the line has a line of its own.
        assert_eq!(face.wrap("WW", size, points(1)), ["W", "W"]);
        assert_eq!(face.wrap("", size, width), [""]);
    }
}
