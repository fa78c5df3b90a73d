//! What people are told about.

use serde::{Deserialize, Serialize};

use crate::ids::{CancellationId, FulfillmentId, RefundId, ReturnId};

/// What shoppers are told about their orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are named after the ids they hold")]
pub enum OrderNews {
    /// It is paid, and will be shipped.
    Confirmed,
    /// A parcel is on its way.
    Shipped { fulfillment_id: FulfillmentId },
    /// A parcel has arrived.
    Delivered { fulfillment_id: FulfillmentId },
    /// The store has cancelled it.
    Cancelled,
    /// The store has cancelled units of it.
    UnitsCancelled { cancellation_id: CancellationId },
    /// Money was given back.
    Refunded { refund_id: RefundId },
    /// Units may come back.
    ReturnApproved { return_id: ReturnId },
    /// Units may not come back.
    ReturnRejected { return_id: ReturnId },
    /// Units came back.
    ReturnReceived { return_id: ReturnId },
}

crate::words! {
    /// What a staff member is told about their account.
    pub enum StaffNotice {
        /// The password was changed.
        PasswordChanged = "password_changed",
        /// A second factor was added.
        SecondFactorAdded = "second_factor_added",
        /// The second factor was taken away.
        SecondFactorRemoved = "second_factor_removed",
        /// A session ended: somebody else may have had its token.
        SessionRevoked = "session_revoked",
    }
}
