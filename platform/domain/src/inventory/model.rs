//! What is known about the stock of a variant.

use kernel::ids::VariantId;
use serde::Deserialize;

/// The stock of a variant that is tracked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, sqlx::FromRow)]
pub struct Stock {
    /// Units in the house, those that are reserved included.
    pub on_hand: i32,
    /// Units that unpaid orders hold back.
    pub reserved: i32,
    /// Whether more may be sold than there is.
    pub allow_backorder: bool,
    /// Units that are not sold while no more may be sold than there is.
    pub safety_stock: i32,
    /// Units that may be sold beyond what there is; none means as many as are wanted.
    pub backorder_limit: Option<i32>,
    /// At this many units to sell or fewer, stock is low.
    pub low_stock_threshold: Option<i32>,
}

impl Stock {
    /// Units that are not promised to anybody; below zero where more was sold than there is.
    pub fn free(self) -> i64 {
        i64::from(self.on_hand) - i64::from(self.reserved)
    }

    /// How many units can be sold at this moment; none means without limit. The column `sellable` says the same.
    pub fn sellable(self) -> Option<i64> {
        let units = if self.allow_backorder {
            self.free() + i64::from(self.backorder_limit?)
        } else {
            self.free() - i64::from(self.safety_stock)
        };
        Some(units.max(0))
    }

    /// Whether one unit can be sold at this moment.
    pub fn is_available(self) -> bool {
        self.sellable().is_none_or(|units| units > 0)
    }

    /// Whether the database takes it: what is promised is there, or may be owed.
    pub fn is_covered(self) -> bool {
        if self.allow_backorder {
            let limit = self.backorder_limit.map(i64::from);
            limit.is_none_or(|limit| self.free() >= -limit)
        } else {
            self.free() >= 0
        }
    }

    /// What a shopper is told of it.
    pub fn level(self) -> StockState {
        match self.sellable() {
            Some(0) => StockState::SoldOut,
            _ if self.free() <= 0 => StockState::Backorder,
            Some(units) if units <= i64::from(self.low_stock_threshold.unwrap_or(0)) => {
                StockState::LowStock
            }
            _ => StockState::InStock,
        }
    }
}

kernel::words! {
    /// What shoppers are told of a variant's stock.
    pub enum StockState as "StockLevel" {
        /// There is enough of it, or it is not counted.
        InStock = "in_stock",
        /// There are no more units than its low-stock threshold.
        LowStock = "low_stock",
        /// It can be bought, and is delivered when there is more of it.
        Backorder = "backorder",
        /// It cannot be bought.
        SoldOut = "sold_out",
    }
}

kernel::words! {
    /// What a storefront shows of stock: `hidden`, whether a variant can be bought; `level`, also whether it runs low; `exact`, also
    /// how many units there are.
    #[derive(Default)]
    pub enum StockDisplay {
        /// Whether a variant can be bought.
        #[default]
        Hidden = "hidden",
        /// Also whether it runs low.
        Level = "level",
        /// Also how many units there are.
        Exact = "exact",
    }
}

/// What a storefront shows of a variant's stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownStock {
    /// In words.
    pub level: StockState,
    /// Units that can be sold; none where it is not shown, or there is no limit.
    pub quantity: Option<i64>,
}

impl StockDisplay {
    /// What is shown of a variant's stock; `stock` is none of a variant that is not tracked.
    pub fn shown(self, stock: Option<Stock>) -> Option<ShownStock> {
        let shown = ShownStock {
            level: stock.map_or(StockState::InStock, Stock::level),
            quantity: None,
        };
        match self {
            Self::Hidden => None,
            Self::Level => Some(shown),
            Self::Exact => Some(ShownStock {
                quantity: stock.and_then(Stock::sellable),
                ..shown
            }),
        }
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
            ..Stock::default()
        };

        assert_eq!(stock.sellable(), Some(0));
        assert!(!stock.is_available());
        let backorder = Stock {
            allow_backorder: true,
            ..stock
        };
        assert_eq!(backorder.sellable(), None);
        assert!(backorder.is_available());
        let capped = Stock {
            backorder_limit: Some(2),
            ..backorder
        };
        assert_eq!(capped.sellable(), Some(2));
        assert!(capped.is_covered());
    }

    #[test]
    fn what_shoppers_are_told() {
        let stock = |on_hand, safety_stock, allow_backorder, backorder_limit| Stock {
            on_hand,
            reserved: 1,
            allow_backorder,
            safety_stock,
            backorder_limit,
            low_stock_threshold: Some(3),
        };
        for (stock, level, quantity) in [
            (stock(10, 0, false, None), StockState::InStock, Some(9)),
            (stock(4, 0, false, None), StockState::LowStock, Some(3)),
            (stock(10, 6, false, None), StockState::LowStock, Some(3)),
            (stock(10, 9, false, None), StockState::SoldOut, Some(0)),
            (stock(10, 20, false, None), StockState::SoldOut, Some(0)),
            (stock(10, 9, true, None), StockState::InStock, None),
            (stock(1, 0, true, None), StockState::Backorder, None),
            (stock(-1, 0, true, Some(5)), StockState::Backorder, Some(3)),
            (stock(-4, 0, true, Some(5)), StockState::SoldOut, Some(0)),
        ] {
            assert_eq!(stock.level(), level, "{stock:?}");
            assert_eq!(stock.sellable(), quantity, "{stock:?}");
            let exact = StockDisplay::Exact.shown(Some(stock)).unwrap();
            assert_eq!((exact.level, exact.quantity), (level, quantity));
        }
        assert_eq!(StockDisplay::Hidden.shown(None), None);
        let untracked = StockDisplay::Exact.shown(None).unwrap();
        assert_eq!(
            (untracked.level, untracked.quantity),
            (StockState::InStock, None)
        );
    }
}
