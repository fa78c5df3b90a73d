//! Ratings: the stars of one review, and what those of many come to.

use crate::goods::Malformed;

/// The stars that a shopper gives: 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct Stars(i16);

impl Stars {
    /// Takes a number that is within bounds.
    pub fn parse(number: i64) -> Result<Self, Malformed> {
        i16::try_from(number)
            .ok()
            .filter(|number| (1..=5).contains(number))
            .map(Self)
            .ok_or(Malformed {
                rule: "a whole number from 1 to 5",
            })
    }

    /// The number.
    pub const fn get(self) -> i16 {
        self.0
    }
}

/// What at least one rating comes to. Exact: the sum and the count are kept, the mean is made of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    count: i64,
    stars: i64,
}

impl Rating {
    /// `count` ratings with `stars` in all; nothing without ratings.
    pub fn of(count: i64, stars: i64) -> Option<Self> {
        (count > 0).then_some(Self { count, stars })
    }

    /// How many ratings there are.
    pub const fn count(self) -> i64 {
        self.count
    }

    /// The Bayesian mean in thousandths, by which products are sorted: as if there were five more ratings
    /// of 3.5 stars, so that one rating says little. The column `product_ratings.score` is the same.
    pub const fn score(self) -> i64 {
        (5 * Self::UNRATED + 1000 * self.stars) / (5 + self.count)
    }

    /// The score of what has no rating.
    pub const UNRATED: i64 = 3500;

    /// The mean with two digits behind the point, rounded half up: `4.33`.
    pub fn average(self) -> String {
        let hundredths = (200 * self.stars + self.count) / (2 * self.count);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_whole_and_bounded() {
        assert_eq!(Stars::parse(5).map(Stars::get), Ok(5));
        for number in [i64::MIN, -1, 0, 6, i64::MAX] {
            assert!(Stars::parse(number).is_err(), "{number}");
        }
    }

    #[test]
    fn many_ratings_weigh_more_than_one() {
        let score = |count, stars| Rating::of(count, stars).map(Rating::score);
        assert_eq!(score(1, 5), Some(3750));
        assert_eq!(score(100, 480), Some(4738));
        assert_eq!(score(1, 1), Some(3083));
    }

    #[test]
    fn a_mean_is_rounded_half_up() {
        let average = |count, stars| Rating::of(count, stars).map(Rating::average);
        assert_eq!(average(0, 0), None);
        assert_eq!(average(1, 5).as_deref(), Some("5.00"));
        assert_eq!(average(3, 13).as_deref(), Some("4.33"));
        assert_eq!(average(3, 14).as_deref(), Some("4.67"));
        // 4.125 and 4.995
        assert_eq!(average(8, 33).as_deref(), Some("4.13"));
        assert_eq!(average(200, 999).as_deref(), Some("5.00"));
        let most = i64::from(i32::MAX);
        assert_eq!(average(most, 5 * most).as_deref(), Some("5.00"));
    }
}
