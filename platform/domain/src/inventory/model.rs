//! What is known about the stock of a variant.

use kernel::ids::VariantId;

/// The stock of a variant that is tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stock {
    /// Units in the house, those that are reserved included.
    pub on_hand: i32,
    /// Units that unpaid orders hold back.
    pub reserved: i32,
    /// Whether more may be sold than there is.
    pub allow_backorder: bool,
}

impl Stock {
    /// How many units can be sold at this moment; none means without limit.
    pub fn sellable(self) -> Option<i64> {
        if self.allow_backorder {
            None
        } else {
            Some((i64::from(self.on_hand) - i64::from(self.reserved)).max(0))
        }
    }

    /// Whether one unit can be sold at this moment.
    pub fn is_available(self) -> bool {
        self.sellable().is_none_or(|units| units > 0)
    }
}

/// What somebody counted, for [`set_levels`](super::set_levels).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StockLevel {
    /// What was counted.
    pub variant_id: VariantId,
    /// Units in the house; none leaves a known count as it is, and starts an unknown one at 0.
    pub on_hand: Option<i32>,
    /// Whether more may be sold than there is.
    pub allow_backorder: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reserved_cannot_be_sold_unless_more_is_on_its_way() {
        let stock = Stock {
            on_hand: 3,
            reserved: 3,
            allow_backorder: false,
        };

        assert_eq!(stock.sellable(), Some(0));
        assert!(!stock.is_available());
        let backorder = Stock {
            allow_backorder: true,
            ..stock
        };
        assert_eq!(backorder.sellable(), None);
        assert!(backorder.is_available());
    }
}
