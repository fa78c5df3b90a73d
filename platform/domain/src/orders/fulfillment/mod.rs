//! Parcels: what of an order is shipped, by whom and with which carrier.

mod carrier;
mod model;
mod plan;
mod service;
mod store;

pub use model::{
    BadTracking, CreateFulfillment, Fulfilled, Fulfillment, FulfillmentLine, FulfillmentStatus,
    ShippedGoods, Tracking,
};
pub(crate) use store::of_order;
pub(super) use store::set_status;
