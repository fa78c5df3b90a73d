//! What happened to an order, and what staff keep about it: notes, tags, and archived orders.

use domain::orders::{
    self, BulkAction, BulkOrders, BulkProblem, BulkResult, Filed, MOST_TAGS, OrderError,
    OrdersAction, TimelineKind, TimelineVisibility,
};
use gateway::json::Money;
use gateway::{ApiResult, Contract, Cursor, IdempotencyKey, Invalid, Limit, List, Page, Staff};
use kernel::ids::{OrderId, OrderNoteId};
use kernel::{Permission, text};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

/// The most characters of a note.
const LONGEST_NOTE: usize = 5_000;
/// The most characters of a tag.
const LONGEST_TAG: usize = 40;

pub(crate) struct OrderDeskApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const DESK_CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_order_timeline").needs(&[Permission::OrdersRead]),
    Contract::of("admin_create_order_note").needs(&[Permission::OrdersWrite]),
    Contract::of("admin_update_order_note")
        .needs(&[Permission::OrdersWrite])
        .fails(&[OrderError::ORDER_NOTE_NOT_OWN]),
    Contract::of("admin_delete_order_note")
        .needs(&[Permission::OrdersWrite])
        .fails(&[OrderError::ORDER_NOTE_NOT_OWN]),
    Contract::of("admin_set_order_tags").needs(&[Permission::OrdersWrite]),
    Contract::of("admin_change_orders")
        .needs(&[Permission::OrdersWrite, Permission::OrdersFulfill])
        .fails(&[OrderError::ORDER_NOT_FOUND]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl OrderDeskApi {
    /// Show an order's timeline
    ///
    /// Newest first: payments, refunds, parcels, returns, cancellations, disputes, messages to the shopper, notes,
    /// and what staff and programs changed.
    #[oai(
        path = "/orders/:order_id/timeline",
        method = "get",
        operation_id = "admin_get_order_timeline"
    )]
    async fn timeline(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<Page<TimelineEvent>>> {
        let caller = staff.caller();
        let list = format!(
            "admin/orders/{}/{}/timeline",
            caller.tenant_id(),
            order_id.0
        );
        let page = (cursor.0.read(&list)?, limit.0.get());
        let found = self.0.orders.timeline(caller, order_id.0, page).await?;
        Ok(Json(Page::behind(found.events, &list, found.next)))
    }

    /// Create a note on an order
    ///
    /// For the staff: shoppers never see it. The timeline shows it.
    #[oai(
        path = "/orders/:order_id/notes",
        method = "post",
        operation_id = "admin_create_order_note"
    )]
    async fn create_note(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        body: Json<WriteOrderNote>,
    ) -> ApiResult<NoteCreated> {
        let text = body.0.text()?;
        let orders = &self.0.orders;
        let note = orders.add_note(staff.caller(), order_id.0, text).await?;
        let location = format!("/admin/v1/orders/{}/timeline", note.order_id);
        Ok(NoteCreated::Created(Json(note.into()), location))
    }

    /// Edit a note on an order
    ///
    /// One that the caller wrote; another's returns 403 `order_note_not_own`.
    #[oai(
        path = "/orders/:order_id/notes/:note_id",
        method = "patch",
        operation_id = "admin_update_order_note"
    )]
    async fn update_note(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        note_id: Path<OrderNoteId>,
        body: Json<WriteOrderNote>,
    ) -> ApiResult<Json<OrderNote>> {
        let (of, text) = ((order_id.0, note_id.0), body.0.text()?);
        let orders = &self.0.orders;
        let note = orders.edit_note(staff.caller(), of, text).await?;
        Ok(Json(note.into()))
    }

    /// Delete a note on an order
    ///
    /// One that the caller wrote; another's returns 403 `order_note_not_own`.
    #[oai(
        path = "/orders/:order_id/notes/:note_id",
        method = "delete",
        operation_id = "admin_delete_order_note"
    )]
    async fn delete_note(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        note_id: Path<OrderNoteId>,
    ) -> ApiResult<NoteDeleted> {
        let of = (order_id.0, note_id.0);
        self.0.orders.delete_note(staff.caller(), of).await?;
        Ok(NoteDeleted::Done)
    }

    /// Set the tags of an order
    ///
    /// Replaces those it has. Orders can be listed by tag.
    #[oai(
        path = "/orders/:order_id/tags",
        method = "put",
        operation_id = "admin_set_order_tags"
    )]
    async fn set_tags(
        &self,
        staff: Staff,
        order_id: Path<OrderId>,
        body: Json<OrderTags>,
    ) -> ApiResult<Json<OrderTags>> {
        let tags = tags(&body.0.tags)?;
        let orders = &self.0.orders;
        let Filed { tags, .. } = orders.set_tags(staff.caller(), order_id.0, &tags).await?;
        Ok(Json(OrderTags { tags }))
    }

    /// Change many orders
    ///
    /// Tags, archives or fulfills up to 100 orders, one after the other, and answers what became of each: an order
    /// that cannot be changed holds no other up. Returns 422 `order_not_found`, and changes nothing, when an id
    /// is not of an order. Repeating it with the same key changes nothing more.
    #[oai(
        path = "/orders/bulk",
        method = "post",
        operation_id = "admin_change_orders"
    )]
    async fn change_many(
        &self,
        staff: Staff,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        body: Json<ChangeOrders>,
    ) -> ApiResult<Json<List<ChangedOrder>>> {
        let command = body.0.into_command(&key.0)?;
        let results = self.0.orders.change_many(staff.caller(), command).await?;
        Ok(Json(List::of(results)))
    }
}

/// Something that happened to an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderEvent"
)]
struct TimelineEvent {
    /// When it happened.
    at: OffsetDateTime,
    /// What happened.
    kind: TimelineKind,
    /// Who is told or shown it.
    visibility: TimelineVisibility,
    /// Who did it: `shopper`, `provider`, `system`, or the id of a staff member, secret key or operator; absent
    /// when it is not known.
    actor: Option<String>,
    /// Id of the refund, fulfillment, return, cancellation, dispute or note; absent for the order itself.
    object: Option<String>,
    /// Amount of money that it is about; absent otherwise.
    amount: Option<Money>,
    /// The note, reason, message, news or operation; absent without one.
    text: Option<String>,
}

impl From<orders::TimelineEvent> for TimelineEvent {
    fn from(event: orders::TimelineEvent) -> Self {
        Self {
            at: event.at,
            kind: event.kind,
            visibility: event.visibility,
            actor: event.actor,
            object: event.object_id,
            amount: event.amount.map(Money::from),
            text: event.text,
        }
    }
}

/// A note to write.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct WriteOrderNote {
    /// What it says.
    #[oai(validator(max_length = 5000))]
    text: String,
}

impl WriteOrderNote {
    fn text(&self) -> Result<String, Invalid> {
        let rule = "1 to 5,000 characters, without control characters";
        let text = text::prose(&self.text, LONGEST_NOTE).filter(|text| !text.is_empty());
        text.ok_or_else(|| Invalid::field("/text", "malformed", rule))
    }
}

/// A note on an order, for the staff.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OrderNote {
    /// Note id.
    id: OrderNoteId,
    /// What it says.
    text: String,
    /// Who wrote it: the id of a staff member, secret key or operator.
    author: String,
    /// When it was written.
    created_at: OffsetDateTime,
    /// When it was edited last; absent unless it was.
    edited_at: Option<OffsetDateTime>,
}

impl From<orders::OrderNote> for OrderNote {
    fn from(note: orders::OrderNote) -> Self {
        Self {
            id: note.id,
            text: note.text,
            author: note.author,
            created_at: note.created_at,
            edited_at: note.edited_at,
        }
    }
}

/// Response of create-order-note.
#[derive(ApiResponse)]
enum NoteCreated {
    /// The note.
    #[oai(status = 201)]
    Created(
        Json<OrderNote>,
        /// URL of the order's timeline, which shows the note.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete-order-note.
#[derive(ApiResponse)]
enum NoteDeleted {
    /// The note is deleted.
    #[oai(status = 204)]
    Done,
}

/// Tags of an order.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OrderTags {
    /// Tags, in alphabetical order; each 1 to 40 characters.
    #[oai(validator(max_items = 20, max_length = 40))]
    tags: Vec<String>,
}

/// What to do to many orders.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ChangeOrders {
    /// What to do.
    action: OrdersAction,
    /// Orders, each once.
    #[oai(validator(max_items = 100, min_items = 1))]
    order_ids: Vec<OrderId>,
    /// Tags to add or remove; with `tag` and `untag` alone.
    #[oai(default, validator(max_items = 20, max_length = 40))]
    tags: Vec<String>,
}

impl ChangeOrders {
    fn into_command(self, key: &IdempotencyKey) -> Result<BulkOrders, Invalid> {
        for (index, id) in self.order_ids.iter().enumerate() {
            if self.order_ids.iter().take(index).any(|other| other == id) {
                let pointer = format!("/order_ids/{index}");
                return Err(Invalid::field(pointer, "repeated", "each order once"));
            }
        }
        let takes_tags = matches!(self.action, OrdersAction::Tag | OrdersAction::Untag);
        if takes_tags == self.tags.is_empty() {
            let rule = "at least one tag with tag and untag, and none with the other actions";
            return Err(Invalid::field("/tags", "contradictory", rule));
        }
        let tags = tags(&self.tags)?;
        Ok(BulkOrders {
            key: key.as_str().to_owned(),
            order_ids: self.order_ids,
            action: match self.action {
                OrdersAction::Tag => BulkAction::AddTags(tags),
                OrdersAction::Untag => BulkAction::RemoveTags(tags),
                OrdersAction::Archive => BulkAction::Archive,
                OrdersAction::Unarchive => BulkAction::Unarchive,
                OrdersAction::Fulfill => BulkAction::Fulfill,
            },
        })
    }
}

/// What became of one of many orders.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ChangedOrder {
    /// Order id.
    order_id: OrderId,
    /// Whether it was changed, or was so already.
    is_done: bool,
    /// Why it was not changed; absent when it was.
    code: Option<BulkProblem>,
    /// What the problem is; absent when it was changed.
    detail: Option<String>,
}

impl From<BulkResult> for ChangedOrder {
    fn from(result: BulkResult) -> Self {
        let error = result.error.as_ref();
        Self {
            order_id: result.order_id,
            is_done: error.is_none(),
            code: error.map(BulkProblem::of),
            detail: error.map(ToString::to_string),
        }
    }
}

fn tags(asked: &[String]) -> Result<Vec<String>, Invalid> {
    let mut tags: Vec<String> = Vec::with_capacity(asked.len().min(MOST_TAGS));
    for (index, tag) in asked.iter().enumerate() {
        let Some(tag) = text::line(tag, LONGEST_TAG) else {
            let rule = "1 to 40 characters without line breaks";
            return Err(Invalid::field(format!("/tags/{index}"), "malformed", rule));
        };
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// The tag that a list is filtered by; nothing when the parameter is empty.
pub(super) fn tag(asked: Option<&str>) -> Result<Option<String>, Invalid> {
    let asked = asked.filter(|text| !text.trim().is_empty());
    let Some(asked) = asked else { return Ok(None) };
    let rule = "1 to 40 characters without line breaks";
    let found = text::line(asked, LONGEST_TAG);
    let found = found.ok_or_else(|| Invalid::field("tag", "malformed", rule))?;
    Ok(Some(found))
}
