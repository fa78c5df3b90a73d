//! Shipping an order: what goes into a parcel, and how it is followed.

use domain::orders::{self, CreateFulfillment as Command, Fulfilled, ShippedGoods};
use gateway::{IdempotencyKey, Invalid};
use kernel::ids::{FulfillmentId, MerchantId, OrderId, OrderLineId};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object};
use time::OffsetDateTime;

use super::quantity;

/// A fulfillment to create.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(super) struct CreateFulfillment {
    /// Lines to ship, each line once, all of one merchant. Without lines, every unit left of the merchant.
    #[oai(validator(max_items = 100, min_items = 1))]
    lines: Option<Vec<FulfilledLine>>,
    /// Merchant whose units are shipped. Required without `lines` if several merchants have units left; with
    /// `lines`, all must be of this merchant.
    merchant_id: Option<MerchantId>,
    /// Tracking of the parcel.
    tracking: Option<CreateTracking>,
}

/// Units of a line to ship.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct FulfilledLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity to ship.
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i64,
}

/// Tracking of a parcel to ship.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateTracking {
    /// Carrier, such as `DHL`.
    #[oai(validator(max_length = 80))]
    carrier: Option<String>,
    /// Tracking number.
    #[oai(validator(max_length = 100))]
    number: Option<String>,
    /// Tracking URL, https only. If absent, the page of a well-known carrier (DHL, DPD, `FedEx`, GLS, Hermes,
    /// `PostNL`, Royal Mail, UPS, USPS) for the number.
    #[oai(validator(max_length = 2000))]
    url: Option<String>,
}

impl CreateFulfillment {
    pub(super) fn into_command(
        self,
        order_id: OrderId,
        key: &IdempotencyKey,
    ) -> Result<Command, Invalid> {
        let goods = match self.lines {
            None => ShippedGoods::Rest,
            Some(lines) => {
                let units = lines.into_iter().enumerate();
                let units = units
                    .map(|(index, line)| Ok((line.line_id, quantity(index, line.quantity)?)))
                    .collect::<Result<_, Invalid>>()?;
                ShippedGoods::Lines(units)
            }
        };
        let tracking = self.tracking.map(CreateTracking::parse).transpose()?;
        Ok(Command {
            order_id,
            key: key.as_str().to_owned(),
            merchant_id: self.merchant_id,
            goods,
            tracking: tracking.unwrap_or_default(),
        })
    }
}

impl CreateTracking {
    fn parse(self) -> Result<orders::Tracking, Invalid> {
        orders::Tracking::parse(
            self.carrier.as_deref(),
            self.number.as_deref(),
            self.url.as_deref(),
        )
        .map_err(|bad| {
            let pointer = format!("/tracking/{}", bad.field);
            Invalid::field(pointer, "malformed", bad.rule)
        })
    }
}

/// Response of create-fulfillment.
#[derive(ApiResponse)]
pub(super) enum FulfillmentCreated {
    /// The fulfillment.
    #[oai(status = 201)]
    Created(
        Json<Fulfillment>,
        /// URL of the order, which lists its fulfillments.
        #[oai(header = "Location")]
        String,
        /// `true` when this is the answer to an earlier request with the same key.
        #[oai(header = "Idempotent-Replayed")]
        Option<String>,
    ),
}

impl From<Fulfilled> for FulfillmentCreated {
    fn from(fulfilled: Fulfilled) -> Self {
        let Fulfilled {
            fulfillment,
            is_replayed,
        } = fulfilled;
        let replayed = is_replayed.then(|| "true".to_owned());
        let location = format!("/admin/v1/orders/{}", fulfillment.order_id);
        Self::Created(Json(fulfillment.into()), location, replayed)
    }
}

/// A parcel of an order.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "AdminFulfillment"
)]
pub(in crate::merchant) struct Fulfillment {
    /// Fulfillment id.
    id: FulfillmentId,
    /// Order id.
    order_id: OrderId,
    /// Merchant who ships it.
    merchant_id: MerchantId,
    /// Fulfillment status.
    status: orders::FulfillmentStatus,
    /// Units in the parcel.
    lines: Vec<FulfillmentLine>,
    /// Carrier; absent if none was given.
    carrier: Option<String>,
    /// Tracking number; absent if none was given.
    tracking_number: Option<String>,
    /// Tracking URL; absent if none was given and the carrier is not a well-known one.
    tracking_url: Option<String>,
    /// When it was shipped.
    created_at: OffsetDateTime,
    /// Who shipped it: the id of a staff member or of an API key.
    created_by: String,
    /// When it was delivered; absent until then.
    delivered_at: Option<OffsetDateTime>,
    /// When it was cancelled; absent unless it was.
    cancelled_at: Option<OffsetDateTime>,
}

/// Units of a line in a parcel.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "AdminFulfillmentLine")]
struct FulfillmentLine {
    /// Order line id.
    line_id: OrderLineId,
    /// Quantity in the parcel.
    quantity: i32,
}

impl From<orders::Fulfillment> for Fulfillment {
    fn from(fulfillment: orders::Fulfillment) -> Self {
        let orders::Fulfillment {
            id,
            order_id,
            merchant_id,
            status,
            tracking,
            lines,
            created_at,
            created_by,
            delivered_at,
            cancelled_at,
        } = fulfillment;
        let lines = lines.into_iter().map(|line| FulfillmentLine {
            line_id: line.line_id,
            quantity: line.quantity,
        });
        Self {
            id,
            order_id,
            merchant_id,
            status,
            lines: lines.collect(),
            carrier: tracking.carrier,
            tracking_number: tracking.number,
            tracking_url: tracking.url,
            created_at,
            created_by,
            delivered_at,
            cancelled_at,
        }
    }
}
