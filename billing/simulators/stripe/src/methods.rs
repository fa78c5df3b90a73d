//! Stripe's test payment methods for cards: what each token stands for and what happens to it.

use serde_json::{Value, json};

use crate::rows::Failure;

/// What becomes of a payment with a card.
#[derive(Clone, Debug)]
pub(crate) enum Behaviour {
    Succeed,
    /// The money is available at once.
    BypassPending,
    Decline(Failure),
    Authenticate,
    AuthenticateThenDecline,
    /// Refunds succeed and fail later.
    RefundFails,
    /// Refunds are pending and succeed later.
    RefundPends,
}

/// A test card.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub(crate) brand: &'static str,
    pub(crate) last4: &'static str,
    pub(crate) country: &'static str,
    pub(crate) funding: &'static str,
    pub(crate) behaviour: Behaviour,
}

/// The card behind a token such as `pm_card_visa`.
pub(crate) fn card(token: &str) -> Option<Card> {
    let name = token.strip_prefix("pm_card_")?;
    if let Some((brand, last4, country, funding)) = plain(name) {
        return Some(Card {
            brand,
            last4,
            country,
            funding,
            behaviour: Behaviour::Succeed,
        });
    }
    let name = name.strip_prefix("visa_").unwrap_or(name);
    let (last4, behaviour) = special(name)?;
    Some(Card {
        brand: "visa",
        last4,
        country: "US",
        funding: "credit",
        behaviour,
    })
}

fn plain(name: &str) -> Option<(&'static str, &'static str, &'static str, &'static str)> {
    Some(match name {
        "visa" | "us" => ("visa", "4242", "US", "credit"),
        "visa_debit" => ("visa", "5556", "US", "debit"),
        "mastercard" => ("mastercard", "4444", "US", "credit"),
        "mastercard_debit" => ("mastercard", "8210", "US", "debit"),
        "mastercard_prepaid" => ("mastercard", "5100", "US", "prepaid"),
        "amex" => ("amex", "8431", "US", "credit"),
        "discover" => ("discover", "9424", "US", "credit"),
        "diners" => ("diners", "3220", "US", "credit"),
        "jcb" => ("jcb", "0505", "JP", "credit"),
        "unionpay" => ("unionpay", "0005", "CN", "credit"),
        "gb" => ("visa", "0000", "GB", "credit"),
        "de" => ("visa", "0003", "DE", "credit"),
        "fr" => ("visa", "0003", "FR", "credit"),
        "jp" => ("visa", "0003", "JP", "credit"),
        _ => return None,
    })
}

fn special(name: &str) -> Option<(&'static str, Behaviour)> {
    let declined = "Your card was declined.";
    let decline = |code: &str, decline_code: &str, message: &str| {
        Behaviour::Decline(Failure {
            code: code.to_owned(),
            decline_code: decline_code.to_owned(),
            message: message.to_owned(),
            blocked: decline_code == "fraudulent",
        })
    };
    Some(match name {
        "bypassPending" => ("0077", Behaviour::BypassPending),
        "authenticationRequired" => ("3184", Behaviour::Authenticate),
        "threeDSecure2Required" | "threeDSecureRequired" => ("3220", Behaviour::Authenticate),
        "threeDSecureRequiredChargeDeclined" => ("1629", Behaviour::AuthenticateThenDecline),
        "refundFail" => ("5126", Behaviour::RefundFails),
        "pendingRefund" => ("7726", Behaviour::RefundPends),
        "chargeDeclined" => (
            "0002",
            decline("card_declined", "generic_decline", declined),
        ),
        "chargeCustomerFail" => (
            "0341",
            decline("card_declined", "generic_decline", declined),
        ),
        "chargeDeclinedInsufficientFunds" => {
            let message = "Your card has insufficient funds.";
            (
                "9995",
                decline("card_declined", "insufficient_funds", message),
            )
        }
        "chargeDeclinedLostCard" => ("9987", decline("card_declined", "lost_card", declined)),
        "chargeDeclinedStolenCard" => ("9979", decline("card_declined", "stolen_card", declined)),
        "chargeDeclinedFraudulent" => ("0019", decline("card_declined", "fraudulent", declined)),
        "radarBlock" => ("9101", decline("card_declined", "fraudulent", declined)),
        "chargeDeclinedExpiredCard" => (
            "0069",
            decline("expired_card", "expired_card", "Your card has expired."),
        ),
        "chargeDeclinedIncorrectCvc" => {
            let message = "Your card's security code is incorrect.";
            ("0127", decline("incorrect_cvc", "incorrect_cvc", message))
        }
        "chargeDeclinedProcessingError" => {
            let message =
                "An error occurred while processing your card. Try again in a little bit.";
            (
                "0119",
                decline("processing_error", "processing_error", message),
            )
        }
        "chargeDeclinedVelocityLimitExceeded" => {
            let message = "Your card was declined for making repeated attempts too frequently or \
                           exceeding its amount limit.";
            (
                "6975",
                decline("card_declined", "card_velocity_exceeded", message),
            )
        }
        _ => return None,
    })
}

/// The decline after an authentication that succeeded.
pub(crate) fn decline_after_authentication() -> Failure {
    Failure {
        code: "card_declined".to_owned(),
        decline_code: "generic_decline".to_owned(),
        message: "Your card was declined.".to_owned(),
        blocked: false,
    }
}

/// The payment method object that a token becomes once it is used.
pub(crate) fn payment_method(id: &str, card: &Card, created: i64) -> Value {
    json!({
        "id": id,
        "object": "payment_method",
        "allow_redisplay": "unspecified",
        "billing_details": billing_details(),
        "card": {
            "brand": card.brand,
            "checks": checks("pass"),
            "country": card.country,
            "display_brand": card.brand,
            "exp_month": 12,
            "exp_year": 2034,
            "fingerprint": format!("sim{}", card.last4),
            "funding": card.funding,
            "generated_from": null,
            "last4": card.last4,
            "networks": { "available": [card.brand], "preferred": null },
            "regulated_status": "unregulated",
            "three_d_secure_usage": { "supported": true },
            "wallet": null,
        },
        "created": created,
        "customer": null,
        "customer_account": null,
        "livemode": false,
        "metadata": {},
        "type": "card",
    })
}

/// `payment_method_details` of a charge.
pub(crate) fn details(
    card: &Card,
    amount: i64,
    capture_before: Option<i64>,
    failure: Option<&Failure>,
) -> Value {
    let cvc = if failure.is_some_and(|f| f.code == "incorrect_cvc") {
        "fail"
    } else {
        "pass"
    };
    let mut details = json!({
        "type": "card",
        "card": {
            "amount_authorized": if failure.is_some() { Value::Null } else { json!(amount) },
            "authorization_code": if failure.is_some() { Value::Null } else { json!("123456") },
            "brand": card.brand,
            "checks": checks(cvc),
            "country": card.country,
            "exp_month": 12,
            "exp_year": 2034,
            "extended_authorization": { "status": "disabled" },
            "fingerprint": format!("sim{}", card.last4),
            "funding": card.funding,
            "incremental_authorization": { "status": "unavailable" },
            "installments": null,
            "last4": card.last4,
            "mandate": null,
            "multicapture": { "status": "unavailable" },
            "network": card.brand,
            "network_token": { "used": false },
            "network_transaction_id": "104102978678771",
            "overcapture": { "maximum_amount_capturable": amount, "status": "unavailable" },
            "regulated_status": "unregulated",
            "three_d_secure": null,
            "transaction_link_id": null,
            "wallet": null,
        },
    });
    let card = details.get_mut("card").and_then(Value::as_object_mut);
    if let (Some(moment), Some(card)) = (capture_before, card) {
        card.insert("capture_before".to_owned(), json!(moment));
    }
    details
}

pub(crate) fn billing_details() -> Value {
    json!({
        "address": {
            "city": null, "country": null, "line1": null, "line2": null,
            "postal_code": null, "state": null,
        },
        "email": null,
        "name": null,
        "phone": null,
        "tax_id": null,
    })
}

fn checks(cvc: &str) -> Value {
    json!({ "address_line1_check": null, "address_postal_code_check": null, "cvc_check": cvc })
}
