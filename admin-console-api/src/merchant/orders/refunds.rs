//! Giving an order's money back: what is asked for, and what comes of it.

use domain::orders::{self, RequestRefund, Requested, WantedRefund};
use gateway::json::Money;
use gateway::{Id, IdempotencyKey, Invalid};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

/// The longest reason for a refund.
const LONGEST_REASON: usize = 500;

/// What to give back: either `full`, or `lines` and `shipping`.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateRefund {
    /// Everything that is left.
    #[oai(default)]
    full: bool,
    /// How many of which line; each line once.
    #[oai(default, validator(max_items = 100))]
    lines: Vec<RefundedLine>,
    /// All of the shipping.
    #[oai(default)]
    shipping: bool,
    /// Why, for the books.
    #[oai(default, validator(max_length = 500))]
    reason: String,
}

/// Units of a line.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RefundedLine {
    /// The line of the order.
    line_id: Id<OrderLineId>,
    /// How many.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl CreateRefund {
    pub(super) fn into_command(
        self,
        order_id: OrderId,
        key: &IdempotencyKey,
    ) -> Result<RequestRefund, Invalid> {
        let wanted = match (self.full, self.lines.is_empty() && !self.shipping) {
            (true, true) => WantedRefund::Full,
            (true, false) => {
                let rule = "either all of it, or lines and shipping";
                return Err(Invalid::field("/full", "contradictory", rule));
            }
            (false, true) => {
                let rule = "lines, shipping, or all of it with full";
                return Err(Invalid::field("/lines", "required", rule));
            }
            (false, false) => WantedRefund::Part {
                lines: units(self.lines)?,
                shipping: self.shipping,
            },
        };
        if self.reason.chars().any(char::is_control) || self.reason.chars().count() > LONGEST_REASON
        {
            let rule = "at most 500 characters without line breaks";
            return Err(Invalid::field("/reason", "malformed", rule));
        }
        Ok(RequestRefund {
            order_id,
            key: key.as_str().to_owned(),
            wanted,
            reason: self.reason,
        })
    }
}

fn units(lines: Vec<RefundedLine>) -> Result<Vec<(OrderLineId, Quantity)>, Invalid> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let quantity = Quantity::parse(line.quantity).map_err(|why| {
                Invalid::field(format!("/lines/{index}/quantity"), "out_of_range", why)
            })?;
            Ok((line.line_id.0, quantity))
        })
        .collect()
}

/// A refund was asked for.
#[derive(ApiResponse)]
pub(super) enum RefundCreated {
    /// The refund, and how far it is.
    #[oai(status = 201)]
    Created(
        Json<Refund>,
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
        Self::Created(Json(refund.into()), replayed)
    }
}

/// Money that is given back.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Refund {
    /// Its id.
    id: String,
    /// The order.
    order_id: String,
    /// `requested`, `pending`, `succeeded` or `failed`.
    status: String,
    /// What the shopper gets.
    amount: Money,
    /// The lines that are given back.
    lines: Vec<RefundLine>,
    /// Whether shipping is given back.
    shipping: bool,
    /// Why.
    reason: String,
    /// Why it failed.
    failure: Option<String>,
    /// When it was asked for.
    created_at: OffsetDateTime,
    /// Who asked for it: the id of somebody of the staff, or `system`.
    created_by: String,
}

/// What is given back of a line.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RefundLine {
    /// The line of the order.
    line_id: String,
    /// How many.
    quantity: i32,
    /// What the shopper gets for them.
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
            lines,
            created_at,
            created_by,
        } = refund;
        Self {
            id: id.to_string(),
            order_id: order_id.to_string(),
            status: status.name().to_owned(),
            amount: amount.into(),
            lines: lines.into_iter().map(RefundLine::from).collect(),
            shipping: includes_shipping,
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
            line_id: line_id.to_string(),
            quantity,
            amount: amount.into(),
        }
    }
}
