//! Lengths on paper: whole parts of a point, so that sums are exact.

use std::ops::{Add, Mul, Sub};

/// Parts of a point, of which an inch has 72.
const PARTS: i32 = 32;

/// A length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Length(i32);

/// So many points.
pub(super) const fn points(number: i32) -> Length {
    Length(number * PARTS)
}

/// So many tenths of a point.
pub(super) const fn tenths(number: i32) -> Length {
    Length(number * PARTS / 10)
}

impl Length {
    /// `whole` × `part` ÷ `of`.
    pub(super) fn part(whole: Self, part: i64, of: i64) -> Self {
        let length = i64::from(whole.0).saturating_mul(part) / of.max(1);
        Self(i32::try_from(length).unwrap_or(i32::MAX))
    }

    /// The length in points, as the library takes it. Nothing on a page is longer than a thousand.
    #[expect(
        clippy::float_arithmetic,
        reason = "the library measures in floating points; parts of 32 are exact in them"
    )]
    pub(super) fn to_points(self) -> f32 {
        let parts = self.0.clamp(i32::from(i16::MIN), i32::from(i16::MAX));
        f32::from(i16::try_from(parts).unwrap_or_default()) / 32.0
    }
}

/// The width of a glyph as a part of the size of its font.
#[expect(
    clippy::float_arithmetic,
    reason = "the library measures in floating points"
)]
pub(super) fn em(units: u16, units_per_em: u16) -> f32 {
    f32::from(units) / f32::from(units_per_em)
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<usize> for Length {
    type Output = Self;

    fn mul(self, times: usize) -> Self {
        Self(
            self.0
                .saturating_mul(i32::try_from(times).unwrap_or(i32::MAX)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_exact() {
        assert_eq!(points(842).to_points().to_bits(), 842.0_f32.to_bits());
        assert_eq!(Length(16).to_points().to_bits(), 0.5_f32.to_bits());
        assert_eq!(Length::part(points(10), 1024, 2048), points(5));
        assert_eq!(points(3) + points(2) - points(1), points(2) * 2);
    }
}
