//! Returns, for the shopper who placed the order.

use domain::orders::{
    self, OrderError, RequestReturn, RequestedReturn, ReturnError, ReturnReason, ReturnStatus,
};
use gateway::{ApiResult, Contract, IdempotencyKey, Invalid, List, OrderToken, Visitor};
use kernel::goods::Quantity;
use kernel::ids::{OrderId, OrderLineId, ReturnId};
use kernel::{Permission, text};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

/// The most characters of a note.
const LONGEST_NOTE: usize = 1_000;

pub(crate) struct ReturnsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_list_returns").needs(&[Permission::OrdersPlace]),
    Contract::of("storefront_create_return")
        .needs(&[Permission::OrdersPlace])
        .fails(&[
            ReturnError::RETURN_WINDOW_CLOSED,
            ReturnError::RETURN_TOO_LARGE,
            OrderError::ORDER_WRONG_STATUS,
            OrderError::ORDER_LINE_NOT_FOUND,
            OrderError::REQUEST_IN_PROGRESS,
            OrderError::IDEMPOTENCY_KEY_REUSED,
        ]),
    Contract::of("storefront_cancel_return")
        .needs(&[Permission::OrdersPlace])
        .fails(&[ReturnError::RETURN_WRONG_STATUS]),
];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Orders")]
impl ReturnsApi {
    /// List returns of an order
    ///
    /// Newest first. Needs the order's token.
    #[oai(
        path = "/orders/:order_id/returns",
        method = "get",
        operation_id = "storefront_list_returns"
    )]
    async fn list(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
    ) -> ApiResult<Json<List<Return>>> {
        let of = (order_id.0, token.0.key.as_str());
        let orders = &self.0.orders;
        let returns = orders.own_returns(visitor.caller(), of).await?;
        Ok(Json(List::of(returns)))
    }

    /// Request a return
    ///
    /// Of units that were delivered within the store's window and are in no other return; the store decides, and
    /// the answer comes by e-mail. Returns 409 `return_window_closed` when there are none, and 422
    /// `return_too_large` for more units than that.
    #[oai(
        path = "/orders/:order_id/returns",
        method = "post",
        operation_id = "storefront_create_return"
    )]
    async fn create(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<CreateReturn>,
    ) -> ApiResult<ReturnCreated> {
        let command = body.0.into_command(order_id.0, &key.0)?;
        let orders = &self.0.orders;
        let requested = orders
            .request_own_return(visitor.caller(), &token.0.key, command)
            .await?;
        Ok(requested.into())
    }

    /// Cancel a return
    ///
    /// One of which no unit came. Repeating it changes nothing.
    #[oai(
        path = "/orders/:order_id/returns/:return_id/cancel",
        method = "post",
        operation_id = "storefront_cancel_return"
    )]
    async fn cancel(
        &self,
        visitor: Visitor,
        token: OrderToken,
        order_id: Path<OrderId>,
        return_id: Path<ReturnId>,
    ) -> ApiResult<Json<Return>> {
        let of = (order_id.0, token.0.key.as_str());
        let orders = &self.0.orders;
        let found = orders
            .cancel_own_return(visitor.caller(), of, return_id.0)
            .await?;
        Ok(Json(found.into()))
    }
}

/// A return to request.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateReturn {
    /// Why the units come back.
    reason: ReturnReason,
    /// What there is to say about it.
    #[oai(validator(max_length = 1000))]
    note: Option<String>,
    /// Units that come back, each line once.
    #[oai(validator(max_items = 100, min_items = 1))]
    lines: Vec<CreateReturnLine>,
}

/// Units of a line that come back.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateReturnLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity that comes back.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

impl CreateReturn {
    fn into_command(
        self,
        order_id: OrderId,
        key: &IdempotencyKey,
    ) -> Result<RequestReturn, Invalid> {
        let lines = self.lines.into_iter().enumerate();
        let lines = lines.map(|(index, line)| {
            let quantity = Quantity::parse(line.quantity).map_err(|why| {
                Invalid::field(format!("/lines/{index}/quantity"), "out_of_range", why)
            })?;
            Ok((line.line_id, quantity))
        });
        let note = self.note.filter(|note| !note.trim().is_empty());
        let rule = "at most 1,000 characters, without control characters";
        let malformed = || Invalid::field("/note", "malformed", rule);
        let note = note.map(|note| text::prose(&note, LONGEST_NOTE).ok_or_else(malformed));
        Ok(RequestReturn {
            order_id,
            key: key.as_str().to_owned(),
            reason: self.reason,
            note: note.transpose()?,
            lines: lines.collect::<Result<_, Invalid>>()?,
        })
    }
}

/// A return of units of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderReturn"
)]
struct Return {
    /// Return id.
    id: ReturnId,
    /// Status of the return.
    status: ReturnStatus,
    /// Why the units come back.
    reason: ReturnReason,
    /// Note of whoever asked for it.
    note: Option<String>,
    /// Message of the store: where to send the units, or why they are not taken back.
    message: Option<String>,
    /// Units that come back.
    lines: Vec<ReturnLine>,
    /// When it was asked for.
    created_at: OffsetDateTime,
    /// When it was approved or rejected.
    decided_at: Option<OffsetDateTime>,
    /// When it was rejected, cancelled or received.
    closed_at: Option<OffsetDateTime>,
}

/// Units of a line in a return.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "OrderReturnLine")]
struct ReturnLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Units that come back.
    quantity: i32,
    /// Units that came.
    received_quantity: i32,
}

impl From<orders::Return> for Return {
    fn from(found: orders::Return) -> Self {
        let lines = found.lines.into_iter().map(|line| ReturnLine {
            line_id: line.line_id,
            quantity: line.quantity,
            received_quantity: line.received_quantity,
        });
        Self {
            id: found.id,
            status: found.status,
            reason: found.reason,
            note: found.note,
            message: found.message,
            lines: lines.collect(),
            created_at: found.created_at,
            decided_at: found.decided_at,
            closed_at: found.closed_at,
        }
    }
}

/// Response of create-return.
#[derive(ApiResponse)]
enum ReturnCreated {
    /// The return.
    #[oai(status = 201)]
    Created(
        Json<Return>,
        /// URL of the order's returns.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl From<RequestedReturn> for ReturnCreated {
    fn from(requested: RequestedReturn) -> Self {
        let replayed = requested.is_replayed.then(|| "true".to_owned());
        let location = format!("/storefront/v1/orders/{}/returns", requested.found.order_id);
        Self::Created(Json(requested.found.into()), location, replayed)
    }
}
