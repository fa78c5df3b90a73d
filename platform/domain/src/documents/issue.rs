//! Issuing invoices and credit notes: everything an order lacks, in one transaction that holds the order.

use db::TenantTx;
use kernel::ids::{DocumentId, OrderId, RefundId};
use kernel::ports::{Ids, RefundStatus};
use kernel::{Caller, Permission};
use time::{Date, OffsetDateTime};
use tracing::info;

use super::content::{BrandCopy, Buyer, Content, InvoiceRef, Seller};
use super::credit::Credit;
use super::invoice::{invoice, shipping};
use super::store::{self, NewDocument};
use super::{Document, DocumentError, DocumentKind, Documents, InvoicingSettings};
use crate::orders::{self, Order, OrderError, OrderStatus, PaymentStatus};
use crate::{analytics, tenancy};

/// An order that documents are issued of, as it is while nobody else changes it.
struct Issuing<'a> {
    order: &'a Order,
    settings: &'a InvoicingSettings,
    seller: Seller,
    time_zone: String,
    now: OffsetDateTime,
    by: String,
}

impl Documents {
    /// Issues the invoice of a paid order, and the credit notes of its refunds; what is there stays as it is.
    /// Tells the invoice, and whether it is new.
    pub async fn issue_invoice(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(Document, bool), DocumentError> {
        caller.require(Permission::OrdersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let order = orders::lock(&mut tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        let is_new = store::invoice_of(&mut tx, order_id).await?.is_none();
        let settings = store::settings(&mut tx).await?.unwrap_or_default();
        let by = caller.actor().to_string();
        let issued = self.issue_all(&mut tx, (&order, &settings), by).await?;
        tx.commit().await?;
        Ok((issued, is_new))
    }

    /// Issues what an order lacks, if the tenant wants that. What cannot be issued yet is left to the staff.
    pub(super) async fn issue_due(
        &self,
        caller: &Caller,
        order_id: OrderId,
    ) -> Result<(), DocumentError> {
        let mut tx = self.db.begin(caller).await?;
        // Most orders lack nothing, or have no invoice: they are not locked.
        let Some(settings) = store::settings(&mut tx).await? else {
            return Ok(());
        };
        let has_invoice = store::invoice_of(&mut tx, order_id).await?.is_some();
        let is_wanted = settings.is_automatic || has_invoice;
        if !is_wanted || !settings.missing().is_empty() {
            return Ok(());
        }
        let order = orders::lock(&mut tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        if !is_billable(&order) {
            return Ok(());
        }
        let by = caller.actor().to_string();
        self.issue_all(&mut tx, (&order, &settings), by).await?;
        Ok(tx.commit().await?)
    }

    async fn issue_all(
        &self,
        tx: &mut TenantTx,
        (order, settings): (&Order, &InvoicingSettings),
        by: String,
    ) -> Result<Document, DocumentError> {
        if let PaymentStatus::Unpaid | PaymentStatus::Authorized = order.payment_status {
            return Err(OrderError::NotPaid(order.id).into());
        }
        if !is_billable(order) {
            let (id, status) = (order.id, order.status);
            return Err(OrderError::WrongStatus { id, status }.into());
        }
        let found = store::invoice_of(tx, order.id).await?;
        let due = due_refunds(tx, order.id).await?;
        if let Some((document, _)) = &found
            && due.is_empty()
        {
            return Ok(document.clone());
        }
        let issuing = Issuing {
            order,
            settings,
            seller: Seller::of(settings)?,
            time_zone: analytics::time_zone(tx).await?,
            now: self.clock.now(),
            by,
        };
        let (document, content) = match found {
            Some(found) => found,
            None => issuing.invoice(tx, self.ids).await?,
        };
        for refund_id in due {
            let invoice = (&document, content.issued_on);
            issuing
                .credit_note(tx, self.ids, (refund_id, invoice))
                .await?;
        }
        Ok(document)
    }
}

impl Issuing<'_> {
    async fn invoice(
        &self,
        tx: &mut TenantTx,
        ids: Ids,
    ) -> Result<(Document, Content), DocumentError> {
        let lines = orders::lines(tx, self.order.id).await?;
        let shares = orders::shares(tx, self.order.id).await?;
        let content = invoice(self.shared(tx).await?, self.order, (&lines, &shares))?;
        let document = self
            .insert(tx, ids, (DocumentKind::Invoice, None), &content)
            .await?;
        Ok((document, content))
    }

    async fn credit_note(
        &self,
        tx: &mut TenantTx,
        ids: Ids,
        (refund_id, (invoice, issued_on)): (RefundId, (&Document, Date)),
    ) -> Result<(), DocumentError> {
        let id = self.order.id;
        let refunds = orders::refunds(tx, id).await?;
        let Some(refund) = refunds.iter().find(|refund| refund.id == refund_id) else {
            return Ok(());
        };
        let before = store::credited(tx, id).await?;
        let credit = Credit {
            order: self.order,
            lines: &orders::lines(tx, id).await?,
            shipping: shipping(&orders::shares(tx, id).await?)?,
            refund,
            refunded: &orders::refunded_lines(tx, id).await?,
            before: before
                .iter()
                .fold((0, 0), |sum, it| (sum.0 + it.1, sum.1 + it.2)),
        };
        let mut shared = self.shared(tx).await?;
        shared.invoice = Some(InvoiceRef {
            number: invoice.number.clone(),
            issued_on,
        });
        let content = credit.content(shared)?;
        let credits = Some((refund_id, invoice.id));
        self.insert(tx, ids, (DocumentKind::CreditNote, credits), &content)
            .await?;
        Ok(())
    }

    /// What all documents of the order say, without lines and sums.
    async fn shared(&self, tx: &mut TenantTx) -> Result<Content, DocumentError> {
        let order = self.order;
        let storefront = tenancy::storefront(tx, order.storefront_id)
            .await?
            .ok_or(DocumentError::StorefrontNotFound(order.storefront_id))?;
        let times: Vec<_> = [Some(self.now), Some(order.placed_at), order.paid_at]
            .into_iter()
            .flatten()
            .collect();
        let days = store::local_days(tx, &times, &self.time_zone).await?;
        let day = |index| days.get(index).copied();
        let billing = order.billing_address.clone();
        let billing = billing.or_else(|| order.shipping_address.clone());
        let shipping = order.shipping_address.clone();
        Ok(Content {
            brand: BrandCopy::of(&storefront),
            locale: storefront.locale,
            currency: order.currency,
            seller: self.seller.clone(),
            buyer: Buyer {
                email: order.email.as_str().to_owned(),
                shipping_address: shipping.filter(|address| billing.as_ref() != Some(address)),
                address: billing,
            },
            order_number: order.number,
            issued_on: day(0).unwrap_or(self.now.date()),
            ordered_on: day(1).unwrap_or(order.placed_at.date()),
            paid_on: day(2),
            invoice: None,
            reason: None,
            is_tax_included: order.tax.is_included,
            tax_name: order.tax_name.clone(),
            lines: Vec::new(),
            shipping: None,
            taxes: Vec::new(),
            tax_minor: 0,
            total_minor: 0,
        })
    }

    async fn insert(
        &self,
        tx: &mut TenantTx,
        ids: Ids,
        (kind, credits): (DocumentKind, Option<(RefundId, DocumentId)>),
        content: &Content,
    ) -> Result<Document, DocumentError> {
        let new = NewDocument {
            id: DocumentId::from_uuid(ids.uuid()),
            kind,
            prefix: self.settings.prefix(kind),
            order_id: self.order.id,
            credits,
            content,
            issued_at: self.now,
            issued_by: self.by.clone(),
        };
        let document = store::insert(tx, &new).await?;
        info!(order.id = %self.order.id, document.id = %document.id, "{kind} {} is issued", document.number);
        Ok(document)
    }
}

/// Whether an order is sold: one that was paid too late stays cancelled, and is none.
const fn is_billable(order: &Order) -> bool {
    matches!(order.status, OrderStatus::Paid | OrderStatus::Refunded)
}

/// The refunds that succeeded and have no credit note, the first first.
async fn due_refunds(tx: &mut TenantTx, id: OrderId) -> Result<Vec<RefundId>, DocumentError> {
    let done = store::credited(tx, id).await?;
    let refunds = orders::refunds(tx, id).await?;
    Ok(refunds
        .into_iter()
        .filter(|refund| refund.status == RefundStatus::Succeeded)
        .map(|refund| refund.id)
        .filter(|id| !done.iter().any(|it| it.0 == *id))
        .collect())
}
