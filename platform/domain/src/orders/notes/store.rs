//! Every statement on `order_notes`, but for the timeline's.

use db::{DbError, TenantTx};
use kernel::ids::{OrderId, OrderNoteId};
use time::OffsetDateTime;

use super::OrderNote;

#[derive(sqlx::FromRow)]
struct Row {
    text: String,
    author: String,
    created_at: OffsetDateTime,
    edited_at: Option<OffsetDateTime>,
}

pub(super) async fn insert(tx: &mut TenantTx, note: &OrderNote) -> Result<(), DbError> {
    sqlx::query(
        "insert into order_notes (tenant_id, id, order_id, text, author, created_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(tx.tenant_id())
    .bind(note.id)
    .bind(note.order_id)
    .bind(&note.text)
    .bind(&note.author)
    .bind(note.created_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A note of an order; nobody else can change it until the transaction ends.
pub(super) async fn lock(
    tx: &mut TenantTx,
    (order_id, id): (OrderId, OrderNoteId),
) -> Result<Option<OrderNote>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select text, author, created_at, edited_at
           from order_notes
          where tenant_id = $1 and id = $2 and order_id = $3
            for update",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(order_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| OrderNote {
        id,
        order_id,
        text: row.text,
        author: row.author,
        created_at: row.created_at,
        edited_at: row.edited_at,
    }))
}

pub(super) async fn update(tx: &mut TenantTx, note: &OrderNote) -> Result<(), DbError> {
    sqlx::query(
        "update order_notes set text = $3, edited_at = $4 where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(note.id)
    .bind(&note.text)
    .bind(note.edited_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete(tx: &mut TenantTx, id: OrderNoteId) -> Result<(), DbError> {
    sqlx::query("delete from order_notes where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}
