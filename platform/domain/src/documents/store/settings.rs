//! Settings of the seller.

use db::{DbError, TenantTx};
use sqlx::types::Json;

use crate::documents::{DocumentKind, InvoicingSettings};

pub(in crate::documents) async fn settings(
    tx: &mut TenantTx,
) -> Result<Option<InvoicingSettings>, DbError> {
    Ok(sqlx::query_as(
        "select legal_name, address, tax_number, vat_number, register_number, email, footer,
                invoice_prefix, credit_note_prefix, is_automatic
           from invoicing_settings where tenant_id = $1",
    )
    .bind(tx.tenant_id())
    .fetch_optional(tx.conn())
    .await?)
}

pub(in crate::documents) async fn put_settings(
    tx: &mut TenantTx,
    settings: &InvoicingSettings,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into invoicing_settings
                (tenant_id, legal_name, address, tax_number, vat_number, register_number, email, footer,
                 invoice_prefix, credit_note_prefix, is_automatic)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (tenant_id) do update
            set legal_name = excluded.legal_name,
                address = excluded.address,
                tax_number = excluded.tax_number,
                vat_number = excluded.vat_number,
                register_number = excluded.register_number,
                email = excluded.email,
                footer = excluded.footer,
                invoice_prefix = excluded.invoice_prefix,
                credit_note_prefix = excluded.credit_note_prefix,
                is_automatic = excluded.is_automatic",
    )
    .bind(tx.tenant_id())
    .bind(settings.legal_name.as_deref())
    .bind(settings.address.as_ref().map(Json))
    .bind(settings.tax_number.as_deref())
    .bind(settings.vat_number.as_deref())
    .bind(settings.register_number.as_deref())
    .bind(settings.email.as_deref())
    .bind(settings.footer.as_deref())
    .bind(&settings.invoice_prefix)
    .bind(&settings.credit_note_prefix)
    .bind(settings.is_automatic)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether a document of this kind has a number with this prefix.
pub(in crate::documents) async fn has_prefix(
    tx: &mut TenantTx,
    kind: DocumentKind,
    prefix: &str,
) -> Result<bool, DbError> {
    Ok(sqlx::query_scalar(
        "select exists (select from documents where tenant_id = $1 and kind = $2 and prefix = $3)",
    )
    .bind(tx.tenant_id())
    .bind(kind)
    .bind(prefix)
    .fetch_one(tx.conn())
    .await?)
}
