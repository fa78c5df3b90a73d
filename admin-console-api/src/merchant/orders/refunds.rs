//! Giving an order's money back: what is asked for, and what comes of it.

use domain::orders::{self, RequestRefund, Requested, WantedRefund};
use gateway::Invalid;
use gateway::json::Money;
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, RefundId, ReturnId};
use kernel::ports::RefundStatus;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use super::quantity;

/// The longest reason.
const LONGEST_REASON: usize = 500;

/// A refund to create: either `full`, or any of `lines`, `return_id`, `shipping` and `amount`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateRefund {
    /// Whether to refund everything that is left.
    #[oai(default)]
    full: bool,
    /// Lines to refund, each line once.
    #[oai(default, validator(max_items = 100))]
    lines: Vec<RefundedLine>,
    /// Whether to refund the shipping, all of it.
    #[oai(default)]
    shipping: bool,
    /// Amount to refund beside lines and shipping, in the order's currency. Each merchant gives in proportion to
    /// what is left of its share.
    amount: Option<Money>,
    /// Return whose units are refunded: those that came and are not refunded yet; with `lines`, those of them.
    return_id: Option<ReturnId>,
    /// Reason, kept with the refund.
    #[oai(default, validator(max_length = 500))]
    reason: String,
}

/// Units of a line to refund.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RefundedLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity to refund.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl CreateRefund {
    pub(super) fn into_command(
        self,
        order_id: OrderId,
        key: &str,
    ) -> Result<RequestRefund, Invalid> {
        let wanted = self.wanted()?;
        Ok(RequestRefund {
            order_id,
            key: key.to_owned(),
            wanted,
            return_id: self.return_id,
            reason: reason(self.reason)?,
        })
    }

    fn wanted(&self) -> Result<WantedRefund, Invalid> {
        let is_part = !self.lines.is_empty()
            || self.shipping
            || self.amount.is_some()
            || self.return_id.is_some();
        if self.full == is_part {
            let (pointer, code) = if is_part {
                ("/full", "contradictory")
            } else {
                ("/lines", "required")
            };
            let rule = "either full, or any of lines, return_id, shipping and amount";
            return Err(Invalid::field(pointer, code, rule));
        }
        if self.full {
            return Ok(WantedRefund::Full);
        }
        let amount = self.amount.as_ref();
        let amount = amount.map(|it| it.parse("/amount")).transpose()?;
        if amount.is_some_and(|amount| amount.minor < 1) {
            let rule = "an amount of at least 1";
            return Err(Invalid::field("/amount/amount", "out_of_range", rule));
        }
        Ok(WantedRefund::Part {
            lines: units(&self.lines)?,
            shipping: self.shipping,
            amount,
        })
    }
}

fn units(lines: &[RefundedLine]) -> Result<Vec<(OrderLineId, Quantity)>, Invalid> {
    let lines = lines.iter().enumerate();
    lines
        .map(|(index, line)| Ok((line.line_id, quantity(index, line.quantity)?)))
        .collect()
}

/// Why staff does something about an order.
pub(super) fn reason(reason: String) -> Result<String, Invalid> {
    if reason.chars().any(char::is_control) || reason.chars().count() > LONGEST_REASON {
        let rule = "at most 500 characters without line breaks";
        return Err(Invalid::field("/reason", "malformed", rule));
    }
    Ok(reason)
}

/// Response of create-refund.
#[derive(ApiResponse)]
pub(super) enum RefundCreated {
    /// The refund.
    #[oai(status = 201)]
    Created(
        Json<Refund>,
        /// URL of the order, which lists its refunds.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl From<Requested> for RefundCreated {
    fn from(requested: Requested) -> Self {
        let Requested {
            refund,
            is_replayed,
        } = requested;
        let replayed = is_replayed.then(|| "true".to_owned());
        let location = format!("/admin/v1/orders/{}", refund.order_id);
        Self::Created(Json(refund.into()), location, replayed)
    }
}

/// A refund.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Refund {
    /// Refund id.
    id: RefundId,
    /// Order id.
    order_id: OrderId,
    /// Refund status.
    status: RefundStatus,
    /// Amount: of the lines, the shipping, and what was refunded beside them.
    amount: Money,
    /// Lines refunded.
    lines: Vec<RefundLine>,
    /// Whether shipping is refunded.
    shipping: bool,
    /// Return whose units are refunded; absent otherwise.
    return_id: Option<ReturnId>,
    /// Whether the capture of the payment leaves it out: it is never taken from the shopper.
    left_out: bool,
    /// Reason.
    reason: String,
    /// Why it failed; absent otherwise.
    failure: Option<String>,
    /// When the refund was requested.
    created_at: OffsetDateTime,
    /// Who created it: the id of a staff member, `system`, or `provider` when it was created at the
    /// payment provider.
    created_by: String,
}

/// A refunded line.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct RefundLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity to refund.
    quantity: i32,
    /// Amount refunded for the line.
    amount: Money,
}

impl From<orders::Refund> for Refund {
    fn from(refund: orders::Refund) -> Self {
        let orders::Refund {
            id,
            order_id,
            status,
            reason,
            amount,
            includes_shipping,
            failure,
            return_id,
            is_left_out,
            lines,
            created_at,
            created_by,
        } = refund;
        Self {
            id,
            order_id,
            status,
            amount: amount.into(),
            lines: lines.into_iter().map(RefundLine::from).collect(),
            shipping: includes_shipping,
            return_id,
            left_out: is_left_out,
            reason,
            failure,
            created_at,
            created_by,
        }
    }
}

impl From<orders::RefundLine> for RefundLine {
    fn from(line: orders::RefundLine) -> Self {
        let orders::RefundLine {
            line_id,
            quantity,
            amount,
        } = line;
        Self {
            line_id,
            quantity,
            amount: amount.into(),
        }
    }
}
