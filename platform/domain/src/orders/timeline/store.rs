//! The statement that reads an order's timeline from what every part of the program stores about it.

use db::{DbError, TenantTx};
use kernel::ids::{
    CancellationId, DisputeId, FulfillmentId, OrderId, OrderNoteId, RefundId, ReturnId,
};
use kernel::{Currency, Money};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{TimelineEvent, TimelineKind, TimelinePosition, TimelineVisibility};

#[derive(sqlx::FromRow)]
struct Row {
    at: OffsetDateTime,
    kind: TimelineKind,
    is_shown: bool,
    actor: Option<String>,
    object: Uuid,
    amount_minor: Option<i64>,
    text: Option<String>,
}

/// Whoever changed a status is in the audit log alone.
const EVENTS: &str = "select e.at, e.kind, e.is_shown, coalesce(e.actor, who.actor) as actor, e.object, e.amount_minor, e.text
     from (select placed_at as at, 'order_placed' as kind, true as is_shown, 'shopper' as actor, id as object,
                  total_minor as amount_minor, null::text as text, null::text as status
             from orders where tenant_id = $1 and id = $2
           union all
           select authorized_at, 'payment_authorized', true, 'shopper', id, total_minor, null, null
             from orders where tenant_id = $1 and id = $2 and authorized_at is not null
           union all
           select paid_at, 'order_paid', true, case when authorized_at is null then 'shopper' end, id,
                  total_minor - coalesce((select sum(r.amount_minor)::bigint from refunds r
                                           where r.tenant_id = $1 and r.order_id = $2 and r.is_left_out), 0),
                  null, 'paid'
             from orders where tenant_id = $1 and id = $2 and paid_at is not null
           union all
           select cancelled_at, 'order_cancelled', true, null, id, null, null, 'cancelled'
             from orders where tenant_id = $1 and id = $2 and cancelled_at is not null
           union all
           select created_at, 'units_cancelled', true, created_by, id, null, nullif(reason, ''), null
             from cancellations where tenant_id = $1 and order_id = $2
           union all
           select created_at, 'refund_requested', true, created_by, id, amount_minor, nullif(reason, ''), null
             from refunds where tenant_id = $1 and order_id = $2
           union all
           select g.accepted_at, 'refund_accepted', true, 'provider', g.id, g.amount_minor, null, null
             from refunds r
             join payment_refunds g on g.tenant_id = $1 and g.id = r.id and g.accepted_at is not null
            where r.tenant_id = $1 and r.order_id = $2
           union all
           select created_at, 'shipped', true, created_by, id, null, null, null
             from fulfillments where tenant_id = $1 and order_id = $2
           union all
           select delivered_at, 'delivered', true, null, id, null, null, 'delivered'
             from fulfillments where tenant_id = $1 and order_id = $2 and delivered_at is not null
           union all
           select cancelled_at, 'fulfillment_cancelled', false, null, id, null, null, 'cancelled'
             from fulfillments where tenant_id = $1 and order_id = $2 and cancelled_at is not null
           union all
           select created_at, 'return_requested', true, requested_by, id, null, note, null
             from returns where tenant_id = $1 and order_id = $2
           union all
           select decided_at, 'return_approved', true, null, id, null, message, 'approved'
             from returns
            where tenant_id = $1 and order_id = $2 and decided_at is not null and status <> 'rejected'
           union all
           select closed_at, 'return_' || status, true, null, id, null,
                  case when status = 'rejected' then message end, status
             from returns where tenant_id = $1 and order_id = $2 and closed_at is not null
           union all
           select d.created_at, 'dispute_opened', false, 'provider', d.id, d.amount_minor, d.reason, null
             from payments p
             join disputes d on d.tenant_id = $1 and d.payment_id = p.id
            where p.tenant_id = $1 and p.order_id = $2
           union all
           select created_at, 'email_sent', true, 'system', order_id, null, null, null
             from order_links where tenant_id = $1 and order_id = $2
           union all
           select created_at, 'text_message_sent', true, 'system', fulfillment_id, null, news, null
             from text_messages where tenant_id = $1 and order_id = $2 and status <> 'failed'
           union all
           select created_at, 'note_added', false, author, id, null, text, null
             from order_notes where tenant_id = $1 and order_id = $2
           union all
           select a.at, 'changed', false, a.actor, a.id, null, a.operation, null
             from audit_entries a
            where a.tenant_id = $1
              and a.id in (select c.entry_id from audit_changes c
                            where c.tenant_id = $1 and c.object = $2
                              and c.relation in ('orders', 'order_tags'))) e
     left join lateral (
           select a.actor
             from audit_changes c
             join audit_entries a on a.tenant_id = $1 and a.id = c.entry_id
            where c.tenant_id = $1 and c.object = e.object and c.after ->> 'status' = e.status
            order by a.number desc
            limit 1) who on e.actor is null
    where $3::timestamptz is null or (e.at, e.kind, e.object) < ($3, $4, $5)
    order by e.at desc, e.kind desc, e.object desc
    limit $6";

/// What happened to an order, the newest first, `limit` of it.
pub(super) async fn events(
    tx: &mut TenantTx,
    (order_id, currency): (OrderId, Currency),
    (after, limit): (Option<&TimelinePosition>, i64),
) -> Result<Vec<TimelineEvent>, DbError> {
    let rows: Vec<Row> = sqlx::query_as(EVENTS)
        .bind(tx.tenant_id())
        .bind(order_id)
        .bind(after.map(|after| after.at))
        .bind(after.map(|after| after.kind))
        .bind(after.map(|after| after.object))
        .bind(limit)
        .fetch_all(tx.conn())
        .await?;
    let event = |row: Row| TimelineEvent {
        at: row.at,
        kind: row.kind,
        visibility: if row.is_shown {
            TimelineVisibility::Shopper
        } else {
            TimelineVisibility::Staff
        },
        actor: row.actor,
        object_id: object_id(row.kind, row.object),
        amount: row.amount_minor.map(|minor| Money::new(minor, currency)),
        text: row.text,
        object: row.object,
    };
    Ok(rows.into_iter().map(event).collect())
}

/// The id of what it happened to; none for the order itself.
fn object_id(kind: TimelineKind, id: Uuid) -> Option<String> {
    match kind {
        TimelineKind::OrderPlaced
        | TimelineKind::PaymentAuthorized
        | TimelineKind::OrderPaid
        | TimelineKind::OrderCancelled
        | TimelineKind::EmailSent
        | TimelineKind::Changed => None,
        TimelineKind::UnitsCancelled => Some(CancellationId::from_uuid(id).to_string()),
        TimelineKind::RefundRequested | TimelineKind::RefundAccepted => {
            Some(RefundId::from_uuid(id).to_string())
        }
        TimelineKind::Shipped
        | TimelineKind::Delivered
        | TimelineKind::FulfillmentCancelled
        | TimelineKind::TextMessageSent => Some(FulfillmentId::from_uuid(id).to_string()),
        TimelineKind::ReturnRequested
        | TimelineKind::ReturnApproved
        | TimelineKind::ReturnRejected
        | TimelineKind::ReturnCancelled
        | TimelineKind::ReturnReceived => Some(ReturnId::from_uuid(id).to_string()),
        TimelineKind::DisputeOpened => Some(DisputeId::from_uuid(id).to_string()),
        TimelineKind::NoteAdded => Some(OrderNoteId::from_uuid(id).to_string()),
    }
}
