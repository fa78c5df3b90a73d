//! What can be wrong with a count, an adjustment or a location.

use std::borrow::Cow;

use db::DbError;
use kernel::ids::{LocationId, VariantId};
use kernel::{Case, Denied, Fault, FieldFault};
use serde_json::{Value, json};

/// Stock could not be counted or moved, or a location not changed.
#[derive(Debug, thiserror::Error)]
pub enum StockError {
    /// No such variant, or its stock is not tracked.
    #[error("there is no such variant, or its stock is not tracked")]
    VariantNotFound,
    /// No such location.
    #[error("there is no such location")]
    LocationNotFound,
    /// Another location has the name.
    #[error("another location has this name")]
    LocationNameTaken,
    /// The location holds stock, or is the default one.
    #[error("the default location, and one that holds stock, cannot be deactivated")]
    LocationInUse,
    /// Orders are not fulfilled from the location.
    #[error("the location is not active")]
    LocationInactive,
    /// The tenant has as many locations as it may.
    #[error("the tenant has 50 locations")]
    TooManyLocations,
    /// Unpaid orders hold back more than would be left.
    #[error("orders hold back more units of {variant_id} than would be left")]
    Reserved {
        /// What is held back.
        variant_id: VariantId,
    },
    /// A location holds fewer units than are taken away.
    #[error("the location holds {on_hand} units of {variant_id}, fewer than are removed")]
    LocationShort {
        /// What is removed.
        variant_id: VariantId,
        /// From where.
        location_id: LocationId,
        /// Units that are there.
        on_hand: i32,
    },
    /// Stock moved since it was read.
    #[error("the location holds {on_hand} units meanwhile")]
    StockChanged {
        /// Units that are there.
        on_hand: i32,
    },
    /// What the request names is not there.
    #[error("some variants or locations do not exist")]
    Unknown(Vec<FieldFault>),
    /// Fields that cannot be what they are.
    #[error("some fields of the request are not valid")]
    Invalid(Vec<FieldFault>),
    /// The same request is being handled.
    #[error("a request with this key is being handled; try again in a moment")]
    InProgress,
    /// Another request had the key.
    #[error("the key was used for another request")]
    KeyReused,
    /// The caller may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rows could not be read or written.
    #[error("the stock could not be read or written")]
    Db(#[from] DbError),
}

impl StockError {
    /// Case of [`LocationNameTaken`](Self::LocationNameTaken).
    pub const LOCATION_NAME_TAKEN: Case = Case::conflict("location_name_taken");
    /// Case of [`LocationInUse`](Self::LocationInUse).
    pub const LOCATION_IN_USE: Case = Case::conflict("location_in_use");
    /// Case of [`LocationInactive`](Self::LocationInactive).
    pub const LOCATION_INACTIVE: Case = Case::conflict("location_inactive");
    /// Case of [`TooManyLocations`](Self::TooManyLocations).
    pub const TOO_MANY_LOCATIONS: Case = Case::conflict("too_many_locations");
    /// Case of [`Reserved`](Self::Reserved).
    pub const STOCK_RESERVED: Case = Case::conflict("stock_reserved");
    /// Case of [`LocationShort`](Self::LocationShort).
    pub const LOCATION_SHORT: Case = Case::conflict("insufficient_location_stock");
    /// Case of [`StockChanged`](Self::StockChanged).
    pub const STOCK_CHANGED: Case = Case::conflict("stock_changed");
    /// Case of [`Unknown`](Self::Unknown).
    pub const STOCK_NOT_FOUND: Case = Case::rejected("stock_not_found");
    /// Case of [`InProgress`](Self::InProgress).
    pub const REQUEST_IN_PROGRESS: Case = Case::conflict("request_in_progress");
    /// Case of [`KeyReused`](Self::KeyReused).
    pub const IDEMPOTENCY_KEY_REUSED: Case = Case::rejected("idempotency_key_reused");

    pub(super) fn field(pointer: &'static str, code: &'static str, rule: &'static str) -> Self {
        Self::Invalid(vec![FieldFault::new(pointer, code, rule)])
    }
}

impl Fault for StockError {
    fn case(&self) -> Case {
        match self {
            Self::VariantNotFound | Self::LocationNotFound => Case::NOT_FOUND,
            Self::LocationNameTaken => Self::LOCATION_NAME_TAKEN,
            Self::LocationInUse => Self::LOCATION_IN_USE,
            Self::LocationInactive => Self::LOCATION_INACTIVE,
            Self::TooManyLocations => Self::TOO_MANY_LOCATIONS,
            Self::Reserved { .. } => Self::STOCK_RESERVED,
            Self::LocationShort { .. } => Self::LOCATION_SHORT,
            Self::StockChanged { .. } => Self::STOCK_CHANGED,
            Self::Unknown(_) => Self::STOCK_NOT_FOUND,
            Self::Invalid(_) => Case::INVALID_REQUEST,
            Self::InProgress => Self::REQUEST_IN_PROGRESS,
            Self::KeyReused => Self::IDEMPOTENCY_KEY_REUSED,
            Self::Denied(denied) => denied.case(),
            Self::Db(error) => error.case(),
        }
    }

    fn fields(&self) -> Cow<'_, [FieldFault]> {
        match self {
            Self::Unknown(fields) | Self::Invalid(fields) => Cow::Borrowed(fields),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn retry_after_seconds(&self) -> Option<u32> {
        match self {
            Self::InProgress => Some(1),
            Self::Db(error) => error.retry_after_seconds(),
            _ => None,
        }
    }

    fn members(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::Reserved { variant_id } => vec![("variant_id", json!(variant_id))],
            Self::LocationShort {
                variant_id,
                location_id,
                on_hand,
            } => vec![
                ("variant_id", json!(variant_id)),
                ("location_id", json!(location_id)),
                ("current_on_hand", json!(on_hand)),
            ],
            Self::StockChanged { on_hand } => vec![("current_on_hand", json!(on_hand))],
            _ => Vec::new(),
        }
    }
}
