//! What a refund would do.

use domain::orders;
use gateway::json::Money;
use kernel::ids::MerchantId;
use kernel::ports::RefundPart;
use kernel::{Currency, Money as Amount};
use poem_openapi::Object;

use super::refunds::RefundLine;

/// What a refund would do if it were created now.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct RefundPreview {
    /// Amount that the shopper gets.
    amount: Money,
    /// Lines that would be refunded.
    lines: Vec<RefundLine>,
    /// Whether shipping would be refunded.
    shipping: bool,
    /// What each merchant gives of it.
    merchants: Vec<MerchantPart>,
    /// Commission that the platform gives back, to all merchants.
    commission_returned: Money,
    /// Payment provider's fee of the payment, none of which comes back; absent until it is known.
    provider_fee: Option<Money>,
    /// Amount of the payment that could still be refunded afterwards.
    remaining: Money,
}

/// A merchant's part of a refund. `amount` is the sum of `held`, `commission_returned`, `withheld`, `reversed`
/// and `debt`.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "RefundPreviewMerchant")]
struct MerchantPart {
    /// Merchant id.
    merchant_id: MerchantId,
    /// Amount that the shopper gets of the merchant's share.
    amount: Money,
    /// Taken from an earlier refund that did not reach the shopper.
    held: Money,
    /// Commission that the platform gives back.
    commission_returned: Money,
    /// Withheld from a share that is not transferred yet.
    withheld: Money,
    /// Reversed from the merchant's account.
    reversed: Money,
    /// Owed by the merchant from then on, and withheld from its next shares.
    debt: Money,
    /// What the merchant is owed afterwards, less what it owes, over all its orders in this currency.
    balance: Money,
}

impl From<orders::RefundPreview> for RefundPreview {
    fn from(preview: orders::RefundPreview) -> Self {
        let orders::RefundPreview {
            amount,
            lines,
            includes_shipping,
            effect,
        } = preview;
        let currency = amount.currency;
        let commission: i64 = effect.parts.iter().map(|part| part.commission_minor).sum();
        Self {
            amount: amount.into(),
            lines: lines.into_iter().map(RefundLine::from).collect(),
            shipping: includes_shipping,
            merchants: effect
                .parts
                .into_iter()
                .map(|part| MerchantPart::of(part, currency))
                .collect(),
            commission_returned: Amount::new(commission, currency).into(),
            provider_fee: effect.provider_fee.map(Money::from),
            remaining: effect.left.into(),
        }
    }
}

impl MerchantPart {
    fn of(part: RefundPart, currency: Currency) -> Self {
        let money = |minor| Amount::new(minor, currency).into();
        Self {
            merchant_id: part.merchant_id,
            amount: money(part.gross_minor),
            held: money(part.held_minor),
            commission_returned: money(part.commission_minor),
            withheld: money(part.withheld_minor),
            reversed: money(part.reversed_minor),
            debt: money(part.debt_minor),
            balance: money(part.balance_minor),
        }
    }
}
