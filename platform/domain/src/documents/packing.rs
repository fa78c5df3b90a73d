//! Packing slips: what is in a parcel, for who packs and who unpacks it. No prices.

use db::TenantTx;
use kernel::ids::{FulfillmentId, OrderId};
use kernel::sheet::{Sheet, SheetTable};
use time::{Date, OffsetDateTime};

use super::content::{BrandCopy, Seller};
use super::format::{Format, address_lines};
use super::sheet::{color, column, footer, name, sender};
use super::words::{Language, Words};
use super::{DocumentError, store};
use crate::orders::{
    self, Fulfillment, FulfillmentStatus, Order, OrderError, OrderLine, PaymentStatus,
};
use crate::{analytics, tenancy};

/// What a packing slip says.
pub(super) struct Packing {
    order: Order,
    lines: Vec<OrderLine>,
    parcel: Option<Fulfillment>,
    brand: BrandCopy,
    locale: String,
    seller: Option<Seller>,
    today: Date,
    ordered_on: Date,
    shipped_on: Option<Date>,
}

impl Packing {
    /// What is in a parcel, or what is left to ship.
    pub(super) async fn read(
        tx: &mut TenantTx,
        order_id: OrderId,
        fulfillment_id: Option<FulfillmentId>,
        now: OffsetDateTime,
    ) -> Result<Self, DocumentError> {
        let order = orders::find(tx, order_id)
            .await?
            .ok_or(OrderError::NotFound(order_id))?;
        if order.payment_status == PaymentStatus::Unpaid {
            return Err(OrderError::NotPaid(order_id).into());
        }
        let parcel = match fulfillment_id {
            Some(id) => Some(parcel(tx, order_id, id).await?),
            None => None,
        };
        let storefront = tenancy::storefront(tx, order.storefront_id)
            .await?
            .ok_or(DocumentError::StorefrontNotFound(order.storefront_id))?;
        let settings = store::settings(tx).await?.unwrap_or_default();
        let time_zone = analytics::time_zone(tx).await?;
        let mut times = vec![now, order.placed_at];
        times.extend(parcel.as_ref().map(|it| it.created_at));
        let days = store::local_days(tx, &times, &time_zone).await?;
        let day = |index| days.get(index).copied();
        let packing = Self {
            lines: orders::lines(tx, order_id).await?,
            brand: BrandCopy::of(&storefront),
            locale: storefront.locale,
            seller: Seller::of(&settings).ok(),
            today: day(0).unwrap_or(now.date()),
            ordered_on: day(1).unwrap_or(order.placed_at.date()),
            shipped_on: day(2),
            parcel,
            order,
        };
        if packing.units().next().is_none() {
            return Err(DocumentError::NothingToPack(order_id));
        }
        Ok(packing)
    }

    pub(super) const fn order_number(&self) -> i64 {
        self.order.number
    }

    /// The lines in it, and how many of each.
    fn units(&self) -> impl Iterator<Item = (&OrderLine, i32)> {
        self.lines.iter().filter_map(|line| {
            let quantity = match &self.parcel {
                Some(parcel) => {
                    let mine = parcel.lines.iter().find(|unit| unit.line_id == line.id);
                    mine.map_or(0, |unit| unit.quantity)
                }
                None => line.unshipped(),
            };
            (quantity > 0).then_some((line, quantity))
        })
    }

    fn facts(&self, words: &Words, format: Format) -> Vec<(String, String)> {
        let mut facts = vec![
            (words.order, self.order.number.to_string()),
            (words.order_date, format.day(self.ordered_on)),
        ];
        match (&self.parcel, self.shipped_on) {
            (Some(parcel), Some(day)) => {
                facts.push((words.shipped_on, format.day(day)));
                let tracking = &parcel.tracking;
                let carrier = tracking.carrier.clone().map(|it| (words.carrier, it));
                let number = tracking
                    .number
                    .clone()
                    .map(|it| (words.tracking_number, it));
                facts.extend(carrier.into_iter().chain(number));
            }
            _ => facts.push((words.date, format.day(self.today))),
        }
        facts
            .into_iter()
            .map(|(label, value)| (label.to_owned(), value))
            .collect()
    }
}

async fn parcel(
    tx: &mut TenantTx,
    order_id: OrderId,
    id: FulfillmentId,
) -> Result<Fulfillment, DocumentError> {
    let parcels = orders::fulfillments(tx, order_id).await?;
    let parcel = parcels
        .into_iter()
        .find(|parcel| parcel.id == id)
        .ok_or(OrderError::FulfillmentNotFound(id))?;
    if parcel.status == FulfillmentStatus::Cancelled {
        let status = parcel.status;
        return Err(OrderError::FulfillmentWrongStatus { id, status }.into());
    }
    Ok(parcel)
}

/// The packing slip, ready to be printed.
pub(super) fn sheet(packing: &Packing) -> Sheet {
    let language = Language::of(&packing.locale);
    let (words, format) = (language.words(), Format::of(&packing.locale));
    let order = &packing.order;
    let recipient = match &order.shipping_address {
        Some(address) => address_lines(address),
        None => vec![order.email.as_str().to_owned()],
    };
    let rows = packing.units().map(|(line, quantity)| {
        vec![
            quantity.to_string(),
            line.sku.clone().unwrap_or_default(),
            name(&line.title, &line.variant_title, None, words),
        ]
    });
    let seller = packing.seller.as_ref();
    Sheet {
        language: language.code().to_owned(),
        title: format!("{} {}", words.packing_slip, order.number),
        author: seller.map_or_else(
            || packing.brand.name.clone(),
            |seller| seller.legal_name.clone(),
        ),
        dated: packing.shipped_on.unwrap_or(packing.today),
        brand: packing.brand.name.clone(),
        color: color(&packing.brand.color),
        sender: seller.map(sender).unwrap_or_default(),
        recipient,
        facts: packing.facts(words, format),
        blocks: Vec::new(),
        table: SheetTable {
            rows: rows.collect(),
            columns: vec![
                column(words.quantity, 120, true),
                column(words.sku, 240, false),
                column(words.item, 640, false),
            ],
        },
        totals: Vec::new(),
        summary: None,
        notes: Vec::new(),
        footer: seller
            .map(|seller| footer(seller, words))
            .unwrap_or_default(),
        page_words: words.page_words(),
    }
}
