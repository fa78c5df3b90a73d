//! What a publishable key may see.

use serde_json::Value;

/// What a publishable key sees, as Stripe.js gets it.
const PUBLISHABLE: &[&str] = &[
    "id",
    "object",
    "amount",
    "amount_details",
    "automatic_payment_methods",
    "canceled_at",
    "cancellation_reason",
    "capture_method",
    "client_secret",
    "confirmation_method",
    "created",
    "currency",
    "description",
    "last_payment_error",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_configuration_details",
    "payment_method_types",
    "processing",
    "receipt_email",
    "setup_future_usage",
    "shipping",
    "source",
    "status",
];

/// Leaves of an intent what a browser may see of it.
pub(crate) fn cut(intent: &mut Value) {
    if let Value::Object(members) = intent {
        members.retain(|name, _| PUBLISHABLE.contains(&name.as_str()));
    }
}
