//! What a refund will be: reckoned once, for a refund that is asked for and for the preview of one.

use db::TenantTx;
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId};
use kernel::ports::{RefundEffect, RefundShare};
use kernel::{Caller, FieldFault, Money, Permission};

use super::capture::check_captured;
use super::elsewhere::fit;
use super::refund::{Plan, Refundable, plan};
use super::returns::find_return;
use super::{
    Order, OrderError, Orders, PaymentStatus, RefundLine, RequestRefund, Return, WantedRefund,
    store,
};

/// What a refund would do, if it were asked for now.
#[derive(Debug, Clone)]
pub struct RefundPreview {
    /// What the shopper gets.
    pub amount: Money,
    /// The lines that would be given back.
    pub lines: Vec<RefundLine>,
    /// Whether shipping would be.
    pub includes_shipping: bool,
    /// Whose money it is, and what is left.
    pub effect: RefundEffect,
}

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) wanted: &'a WantedRefund,
    pub(super) return_id: Option<ReturnId>,
}

impl<'a> Asked<'a> {
    pub(super) const fn of(command: &'a RequestRefund) -> Self {
        Self {
            wanted: &command.wanted,
            return_id: command.return_id,
        }
    }
}

impl Orders {
    /// What a refund would do if it were asked for now: who gives what, and what would be left. Changes nothing.
    pub async fn preview_refund(
        &self,
        caller: &Caller,
        command: RequestRefund,
    ) -> Result<RefundPreview, OrderError> {
        caller.require(Permission::RefundsCreate)?;
        let id = command.order_id;
        let gone = self.payments.gone_elsewhere(caller, id).await?;
        let mut tx = self.db.begin(caller).await?;
        let order = store::find(&mut tx, id)
            .await?
            .ok_or(OrderError::NotFound(id))?;
        check_captured(&order)?;
        let (plan, shares) = planned(&mut tx, &order, (&Asked::of(&command), &gone)).await?;
        drop(tx);
        let effect = self.payments.preview_refund(caller, id, &shares).await?;
        let money = |minor| Money::new(minor, order.currency);
        let lines = plan.lines.iter().map(|line| RefundLine {
            line_id: line.line_id,
            quantity: line.quantity,
            amount: money(line.taxed.net_minor + line.taxed.tax_minor),
        });
        Ok(RefundPreview {
            amount: money(plan.amount_minor),
            lines: lines.collect(),
            includes_shipping: plan.includes_shipping,
            effect,
        })
    }
}

/// What is given back of lines and shipping, and what each merchant gives.
pub(super) async fn planned(
    tx: &mut TenantTx,
    order: &Order,
    (asked, gone): (&Asked<'_>, &[RefundShare]),
) -> Result<(Plan, Vec<RefundShare>), OrderError> {
    if order.payment_status == PaymentStatus::Unpaid {
        return Err(OrderError::NotPaid(order.id));
    }
    let lines = store::refundable(tx, order.id).await?;
    let wanted = resolved(tx, (order, &lines), asked).await?;
    let shipping = store::refundable_shipping(tx, order.id).await?;
    let remainders = store::remainders(tx, order.id).await?;
    let whole = plan(&lines, shipping, &wanted)?;
    fit(whole, &lines, &remainders, gone, &wanted)
}

/// What is wanted, in the order's currency, with the units of the return that it is for.
async fn resolved(
    tx: &mut TenantTx,
    (order, lines): (&Order, &[Refundable]),
    asked: &Asked<'_>,
) -> Result<WantedRefund, OrderError> {
    let WantedRefund::Part {
        lines: wanted,
        shipping,
        amount,
    } = asked.wanted
    else {
        return Ok(WantedRefund::Full);
    };
    if amount.is_some_and(|amount| amount.currency != order.currency) {
        let rule = format!("{}, the currency of the order", order.currency.code());
        let fault = FieldFault::new("/amount/currency", "wrong_currency", rule);
        return Err(OrderError::Invalid(vec![fault]));
    }
    let units = match asked.return_id {
        Some(id) => received(tx, (order.id, lines), (id, wanted)).await?,
        None => wanted.clone(),
    };
    Ok(WantedRefund::Part {
        lines: units,
        shipping: *shipping,
        amount: *amount,
    })
}

/// The units of a return that came and are not refunded: all of them, or the wanted ones.
async fn received(
    tx: &mut TenantTx,
    (order_id, lines): (OrderId, &[Refundable]),
    (id, wanted): (ReturnId, &[(OrderLineId, Quantity)]),
) -> Result<Vec<(OrderLineId, Quantity)>, OrderError> {
    let found = find_return(tx, id).await?;
    let Some(found) = found.filter(|it| it.order_id == order_id) else {
        let fault = FieldFault::new("/return_id", "unknown", "a return of this order");
        return Err(OrderError::ReturnUnknown(fault));
    };
    let refunded = store::refunded_of_return(tx, id).await?;
    let left = left_of(&found, lines, &refunded);
    if wanted.is_empty() {
        if left.is_empty() {
            return Err(OrderError::RefundEmpty);
        }
        return Ok(left);
    }
    let mut faults = Vec::new();
    for (index, &(line_id, quantity)) in wanted.iter().enumerate() {
        if !lines.iter().any(|line| line.line_id == line_id) {
            // The plan names it as no line of the order.
            continue;
        }
        let most = left.iter().find(|(id, _)| *id == line_id);
        let most = most.map_or(0, |(_, quantity)| quantity.get());
        if quantity.get() > most {
            faults.push(FieldFault::new(
                format!("/lines/{index}/quantity"),
                "refund_too_large",
                format!("at most {most}, which came with the return and is not refunded"),
            ));
        }
    }
    if faults.is_empty() {
        Ok(wanted.to_vec())
    } else {
        Err(OrderError::RefundTooLarge(faults))
    }
}

fn left_of(
    found: &Return,
    lines: &[Refundable],
    refunded: &[(OrderLineId, i64)],
) -> Vec<(OrderLineId, Quantity)> {
    let left = |line_id: OrderLineId, received: i32| {
        let done = refunded.iter().find(|(id, _)| *id == line_id);
        let came = i64::from(received) - done.map_or(0, |(_, quantity)| *quantity);
        let line = lines.iter().find(|line| line.line_id == line_id)?;
        let open = i64::from(line.quantity - line.refunded_quantity);
        Quantity::parse(came.min(open)).ok()
    };
    found
        .lines
        .iter()
        .filter_map(|line| Some((line.line_id, left(line.line_id, line.received_quantity)?)))
        .collect()
}
