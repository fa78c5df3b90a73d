//! What a charge costs.

/// A percentage in hundredths of a percent, and a fixed part in minor units.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct FeeRule {
    /// 290 is 2.9 %.
    pub basis_points: i64,
    /// Minor units added to every charge.
    pub fixed: i64,
}

impl FeeRule {
    /// The fee on `amount`: the percentage rounded half to even, plus the fixed part.
    pub fn of(self, amount: i64) -> i64 {
        let product = i128::from(amount) * i128::from(self.basis_points);
        let (whole, rest) = (product / 10_000, product % 10_000);
        let up = rest > 5_000 || (rest == 5_000 && whole % 2 == 1);
        let rounded = whole + i128::from(up);
        i64::try_from(rounded)
            .unwrap_or(i64::MAX)
            .saturating_add(self.fixed)
    }
}

#[cfg(test)]
mod tests {
    use super::FeeRule;

    #[test]
    fn a_fee_is_rounded_half_to_even() {
        let rule = FeeRule {
            basis_points: 250,
            fixed: 30,
        };

        assert_eq!(rule.of(20), 30, "0.5 goes down to 0");
        assert_eq!(rule.of(60), 32, "1.5 goes up to 2");
        assert_eq!(rule.of(100), 32, "2.5 goes down to 2");
        assert_eq!(
            FeeRule {
                basis_points: 290,
                fixed: 30
            }
            .of(16_378),
            505
        );
    }
}
