//! A dispute as the tenant's staff sees it.

use billing::DisputeTrace;
use gateway::json::Money;
use kernel::ids::DisputeId;
use poem_openapi::Object;
use time::OffsetDateTime;

/// A shopper's bank asks for an order's money back.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "OrderDispute"
)]
pub(in crate::merchant) struct Dispute {
    /// Dispute id.
    id: DisputeId,
    /// Status at the payment provider: `needs_response`, `under_review`, `won` or `lost`; for an inquiry, which
    /// withdraws nothing, `warning_needs_response`, `warning_under_review` or
    /// `warning_closed`.
    status: String,
    /// Disputed amount.
    amount: Money,
    /// Fee that the payment provider charged for it.
    fee: Money,
    /// Reason given by the payment provider, such as `fraudulent` or `product_not_received`.
    reason: String,
    /// Deadline for evidence; absent if the payment provider gave none.
    evidence_due_by: Option<OffsetDateTime>,
    /// Id at the payment provider.
    provider_id: String,
    /// When the dispute was opened.
    created_at: OffsetDateTime,
}

impl From<DisputeTrace> for Dispute {
    fn from(dispute: DisputeTrace) -> Self {
        let DisputeTrace {
            id,
            status,
            amount,
            fee,
            reason,
            evidence_due_by,
            provider_id,
            created_at,
        } = dispute;
        Self {
            id,
            status,
            amount: amount.into(),
            fee: fee.into(),
            reason,
            evidence_due_by,
            provider_id,
            created_at,
        }
    }
}
