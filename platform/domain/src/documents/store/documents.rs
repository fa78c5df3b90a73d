//! Invoices and credit notes.

use db::{DbError, TenantTx};
use kernel::ids::{DocumentId, OrderId, RefundId};
use sqlx::types::Json;
use time::{Date, OffsetDateTime};

use crate::documents::content::Content;
use crate::documents::{Document, DocumentKind, ListDocuments};

/// What the first number comes after: a number of four digits reads like one.
const BEFORE_FIRST: i64 = 1000;

/// A document that is about to be issued.
pub(in crate::documents) struct NewDocument<'a> {
    pub(in crate::documents) id: DocumentId,
    pub(in crate::documents) kind: DocumentKind,
    pub(in crate::documents) prefix: &'a str,
    pub(in crate::documents) order_id: OrderId,
    /// The refund and the invoice of a credit note.
    pub(in crate::documents) credits: Option<(RefundId, DocumentId)>,
    pub(in crate::documents) content: &'a Content,
    pub(in crate::documents) issued_at: OffsetDateTime,
    pub(in crate::documents) issued_by: String,
}

/// Adds a document under the next number of its kind, for which others wait until the commit; so do this last.
pub(in crate::documents) async fn insert(
    tx: &mut TenantTx,
    new: &NewDocument<'_>,
) -> Result<Document, DbError> {
    let sequence = BEFORE_FIRST + tx.next_number(new.kind.counter()).await?;
    Ok(sqlx::query_as(
        "insert into documents
                (tenant_id, id, kind, sequence, prefix, number, order_id, refund_id, invoice_id, currency,
                 tax_minor, total_minor, content, issued_at, issued_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         returning id, kind, number, order_id, refund_id, invoice_id, currency, tax_minor, total_minor, issued_at",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(new.kind)
    .bind(sequence)
    .bind(new.prefix)
    .bind(format!("{}{sequence}", new.prefix))
    .bind(new.order_id)
    .bind(new.credits.map(|(refund_id, _)| refund_id))
    .bind(new.credits.map(|(_, invoice_id)| invoice_id))
    .bind(new.content.currency)
    .bind(new.content.tax_minor)
    .bind(new.content.total_minor)
    .bind(Json(new.content))
    .bind(new.issued_at)
    .bind(&new.issued_by)
    .fetch_one(tx.conn())
    .await?)
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    document: Document,
    content: Json<Content>,
}

/// A document and what is printed on it.
pub(in crate::documents) async fn find(
    tx: &mut TenantTx,
    id: DocumentId,
) -> Result<Option<(Document, Content)>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, kind, number, order_id, refund_id, invoice_id, currency, tax_minor, total_minor, issued_at,
                content
           from documents where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.document, row.content.0)))
}

/// The invoice of an order and what is printed on it.
pub(in crate::documents) async fn invoice_of(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Option<(Document, Content)>, DbError> {
    let row: Option<Row> = sqlx::query_as(
        "select id, kind, number, order_id, refund_id, invoice_id, currency, tax_minor, total_minor, issued_at,
                content
           from documents where tenant_id = $1 and order_id = $2 and kind = 'invoice'",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.document, row.content.0)))
}

/// The documents of an order, the first first.
pub(in crate::documents) async fn of_order(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<Document>, DbError> {
    Ok(sqlx::query_as(
        "select id, kind, number, order_id, refund_id, invoice_id, currency, tax_minor, total_minor, issued_at
           from documents where tenant_id = $1 and order_id = $2
          order by id",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}

/// The refunds of an order that have a credit note, with its total and tax.
pub(in crate::documents) async fn credited(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<(RefundId, i64, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select refund_id, total_minor, tax_minor
           from documents where tenant_id = $1 and order_id = $2 and kind = 'credit_note'",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Documents, the newest first.
pub(in crate::documents) async fn list(
    tx: &mut TenantTx,
    query: &ListDocuments,
    limit: i64,
) -> Result<Vec<Document>, DbError> {
    Ok(sqlx::query_as(
        "select id, kind, number, order_id, refund_id, invoice_id, currency, tax_minor, total_minor, issued_at
           from documents
          where tenant_id = $1 and ($2::text is null or kind = $2) and ($3::uuid is null or id < $3)
            and ($4::timestamptz is null or issued_at >= $4)
            and ($5::timestamptz is null or issued_at < $5)
          order by id desc
          limit $6",
    )
    .bind(tx.tenant_id())
    .bind(query.kind)
    .bind(query.after)
    .bind(query.issued_from)
    .bind(query.issued_before)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

/// The days of these times in a time zone.
pub(in crate::documents) async fn local_days(
    tx: &mut TenantTx,
    times: &[OffsetDateTime],
    time_zone: &str,
) -> Result<Vec<Date>, DbError> {
    Ok(sqlx::query_scalar(
        "select (t.at at time zone $2)::date
           from unnest($1::timestamptz[]) with ordinality as t (at, position)
          order by t.position",
    )
    .bind(times)
    .bind(time_zone)
    .fetch_all(tx.conn())
    .await?)
}
