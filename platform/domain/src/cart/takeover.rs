//! What of a guest's cart and an account's holds when the guest signs in: a rule of the tenant, and what it and
//! the limits leave out. Nothing here asks the database.

use kernel::goods::Quantity;
use kernel::ids::{CartLineId, VariantId};

use super::CartLine;
use super::model::MAX_LINES;

kernel::words! {
    /// Which quantities hold when a guest's cart is taken over by an account: `sum`, both together; `larger`, of
    /// each variant the larger one; `guest`, the guest's cart unless it is empty; `account`, the account's cart
    /// unless it is empty.
    pub enum TakeoverRule as "CartTakeoverRule" {
        /// Both together.
        Sum = "sum",
        /// Of each variant the larger one.
        Larger = "larger",
        /// The guest's.
        Guest = "guest",
        /// The account's.
        Account = "account",
    }
}

kernel::words! {
    /// Whose cart units were in: `guest` or `account`; `both`, if the quantities were added.
    pub enum CartSide {
        /// The guest's.
        Guest = "guest",
        /// The account's.
        Account = "account",
        /// Of both.
        Both = "both",
    }
}

kernel::words! {
    /// Why units are not in the account's cart: `not_sellable`, the variant is not sold any more; `other_currency`,
    /// it has no price in the currency of the account's cart; `stock_limit`, too few are left; `quantity_limit`, a
    /// line holds at most 999; `line_limit`, a cart holds at most 100 lines; `rule`, the store's rule took the
    /// quantity of the other cart.
    pub enum LeftOutReason as "CartLeftOutReason" {
        /// The variant is not sold any more.
        NotSellable = "not_sellable",
        /// It has no price in the cart's currency.
        OtherCurrency = "other_currency",
        /// Too few are left.
        StockLimit = "stock_limit",
        /// More than a line holds.
        QuantityLimit = "quantity_limit",
        /// More lines than a cart holds.
        LineLimit = "line_limit",
        /// The tenant's rule.
        Rule = "rule",
    }
}

/// Units that are not in the account's cart now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Of what.
    pub variant_id: VariantId,
    /// The product's title.
    pub title: String,
    /// The variant's title.
    pub variant_title: String,
    /// Whose cart they were in.
    pub side: CartSide,
    /// How many it would have been.
    pub wanted: i32,
    /// How many the account's cart holds.
    pub kept: i32,
    /// Why.
    pub reason: LeftOutReason,
}

/// A line as the rule wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) line: CartLine,
    /// How many the account's cart had.
    pub(super) own: i32,
    /// How many came from the guest's.
    pub(super) guest: i32,
}

impl Wanted {
    pub(super) fn left_out(
        &self,
        side: CartSide,
        (wanted, kept): (i32, i32),
        reason: LeftOutReason,
    ) -> LeftOut {
        LeftOut {
            variant_id: self.line.variant_id,
            title: self.line.title.clone(),
            variant_title: self.line.variant_title.clone(),
            side,
            wanted,
            kept,
            reason,
        }
    }

    /// Whose units they are.
    pub(super) const fn side(&self) -> CartSide {
        match (self.own, self.guest) {
            (0, _) => CartSide::Guest,
            (_, 0) => CartSide::Account,
            _ => CartSide::Both,
        }
    }
}

/// What the account's cart is to hold by the rule.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Its lines: those that it had first.
    pub(super) wanted: Vec<Wanted>,
    /// Its lines that are to go.
    pub(super) gone: Vec<CartLineId>,
    /// What the rule and the limits of carts left out so far.
    pub(super) left_out: Vec<LeftOut>,
}

/// Plans by `rule` what becomes of the lines. A line of the guest's that goes over keeps its id here, and is
/// given another where it is kept.
pub(super) fn plan(rule: TakeoverRule, own: Vec<CartLine>, guest: Vec<CartLine>) -> Plan {
    // A cart without lines says nothing about what its shopper wants.
    let rule = match rule {
        TakeoverRule::Guest if guest.is_empty() => TakeoverRule::Sum,
        TakeoverRule::Account if own.is_empty() => TakeoverRule::Sum,
        rule => rule,
    };
    let mut plan = Plan::default();
    let mut pairs: Vec<Wanted> = own
        .into_iter()
        .map(|line| Wanted {
            own: line.quantity,
            guest: 0,
            line,
        })
        .collect();
    for line in guest {
        match pairs
            .iter_mut()
            .find(|pair| pair.line.variant_id == line.variant_id)
        {
            Some(pair) => pair.guest = line.quantity,
            None => pairs.push(Wanted {
                own: 0,
                guest: line.quantity,
                line,
            }),
        }
    }
    for mut pair in pairs {
        let quantity = by_rule(rule, &pair, &mut plan.left_out);
        if quantity == 0 {
            if pair.own > 0 {
                plan.gone.push(pair.line.id);
            }
        } else if pair.own == 0 && plan.wanted.len() >= MAX_LINES {
            let units = (quantity, 0);
            let left = pair.left_out(CartSide::Guest, units, LeftOutReason::LineLimit);
            plan.left_out.push(left);
        } else {
            pair.line.quantity = quantity.min(Quantity::MAX);
            if quantity > Quantity::MAX {
                let units = (quantity, Quantity::MAX);
                let left = pair.left_out(pair.side(), units, LeftOutReason::QuantityLimit);
                plan.left_out.push(left);
            }
            plan.wanted.push(pair);
        }
    }
    plan
}

/// How many units the rule wants; what it leaves out for it is told.
fn by_rule(rule: TakeoverRule, pair: &Wanted, left_out: &mut Vec<LeftOut>) -> i32 {
    let (own, guest) = (pair.own, pair.guest);
    let mut instead = |kept: i32, side, lost: i32| {
        if lost > kept {
            left_out.push(pair.left_out(side, (lost, kept), LeftOutReason::Rule));
        }
        kept
    };
    match rule {
        TakeoverRule::Sum => own.saturating_add(guest),
        TakeoverRule::Larger => own.max(guest),
        TakeoverRule::Guest => instead(guest, CartSide::Account, own),
        TakeoverRule::Account => instead(own, CartSide::Guest, guest),
    }
}

#[cfg(test)]
mod tests {
    use kernel::ports::Ids;

    use super::*;

    fn line(variant_id: VariantId, quantity: i32) -> CartLine {
        CartLine {
            id: CartLineId::from_uuid(Ids.uuid()),
            variant_id,
            quantity,
            title: "Mug".to_owned(),
            variant_title: String::new(),
            shown_price_minor: 100,
            offer: None,
            available: None,
            quoted: None,
        }
    }

    fn variant() -> VariantId {
        VariantId::from_uuid(Ids.uuid())
    }

    type Told = (CartSide, i32, i32, LeftOutReason);

    /// What the cart holds of `both` (2 and 5), `mine` (3) and `theirs` (4), and what is left out.
    fn outcome(rule: TakeoverRule) -> (Vec<i32>, usize, Vec<Told>) {
        let (both, mine, theirs) = (variant(), variant(), variant());
        let own = vec![line(both, 2), line(mine, 3)];
        let plan = plan(rule, own, vec![line(theirs, 4), line(both, 5)]);
        let of = |id| {
            let found = plan.wanted.iter().find(|it| it.line.variant_id == id);
            found.map_or(0, |it| it.line.quantity)
        };
        let held = vec![of(both), of(mine), of(theirs)];
        let told = plan.left_out.iter();
        let told = told.map(|it| (it.side, it.wanted, it.kept, it.reason));
        (held, plan.gone.len(), told.collect())
    }

    #[test]
    fn each_rule_holds_what_it_says_and_tells_what_it_leaves_out() {
        use CartSide::{Account, Guest};
        use LeftOutReason::Rule;
        assert_eq!(outcome(TakeoverRule::Sum), (vec![7, 3, 4], 0, vec![]));
        assert_eq!(outcome(TakeoverRule::Larger), (vec![5, 3, 4], 0, vec![]));
        assert_eq!(
            outcome(TakeoverRule::Guest),
            (vec![5, 0, 4], 1, vec![(Account, 3, 0, Rule)])
        );
        assert_eq!(
            outcome(TakeoverRule::Account),
            (
                vec![2, 3, 0],
                0,
                vec![(Guest, 5, 2, Rule), (Guest, 4, 0, Rule)]
            )
        );
    }

    #[test]
    fn an_empty_cart_never_wins() {
        let mug = variant();
        let of = |own, guest, rule| plan(rule, own, guest).wanted[0].line.quantity;
        assert_eq!(of(vec![line(mug, 2)], vec![], TakeoverRule::Guest), 2);
        assert_eq!(of(vec![], vec![line(mug, 3)], TakeoverRule::Account), 3);
    }

    #[test]
    fn lines_hold_999_units_and_carts_100_lines() {
        let mug = variant();
        let mut own: Vec<CartLine> = (0..99).map(|_| line(variant(), 1)).collect();
        own.push(line(mug, 600));
        let plan = plan(
            TakeoverRule::Sum,
            own,
            vec![line(mug, 400), line(variant(), 1)],
        );
        assert_eq!(plan.wanted.len(), MAX_LINES);
        let told: Vec<_> = plan
            .left_out
            .iter()
            .map(|it| (it.side, it.wanted, it.kept, it.reason))
            .collect();
        assert_eq!(
            told,
            [
                (CartSide::Both, 1000, 999, LeftOutReason::QuantityLimit),
                (CartSide::Guest, 1, 0, LeftOutReason::LineLimit),
            ]
        );
    }
}
