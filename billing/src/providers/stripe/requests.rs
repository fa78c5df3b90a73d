//! The calls that change something, as path and form, from the generated request types.
//!
//! Nothing volatile goes into a body: no clock, no name, no counter. The body is stored and sent
//! again as it is.

use std::collections::HashMap;

use kernel::ports::CaptureMethod;
use kernel::{Currency, Money};
use stripe_client_core::StripeRequest;
use stripe_connect::account::{
    CreateAccount, CreateAccountCapabilities, CreateAccountCapabilitiesTransfers, CreateAccountType,
};
use stripe_connect::account_link::{CreateAccountLink, CreateAccountLinkType};
use stripe_connect::transfer::CreateTransfer;
use stripe_connect::transfer_reversal::CreateIdTransferReversal;
use stripe_core::payment_intent::{
    CancelPaymentIntent, CancelPaymentIntentCancellationReason, CapturePaymentIntent,
    CreatePaymentIntent, CreatePaymentIntentAutomaticPaymentMethods,
};
use stripe_core::refund::{CreateRefund, CreateRefundReason};

/// A call: where it goes, and its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// The path below `/v1`.
    pub(crate) path: String,
    /// The encoded form.
    pub(crate) body: String,
}

fn call(request: &impl StripeRequest) -> Call {
    let built = request.build();
    Call {
        path: built.path,
        body: built.body.unwrap_or_default(),
    }
}

/// What comes along with the answer: the movement of money, which has the date.
fn with_movement() -> [String; 1] {
    ["balance_transaction".to_owned()]
}

/// What is written on an object: the ids of ours that it belongs to.
pub(crate) type Marks = HashMap<String, String>;

fn stripe_currency(currency: Currency) -> stripe_types::Currency {
    let code = currency.code().to_ascii_lowercase();
    code.parse()
        .unwrap_or(stripe_types::Currency::Unknown(code))
}

/// Opens a payment, to be confirmed by the shopper with any method the account accepts; when the money
/// is captured later, with any that can wait.
pub(crate) fn open_payment(
    (amount, capture): (Money, CaptureMethod),
    description: &str,
    transfer_group: String,
    marks: Marks,
) -> Call {
    let mut request = CreatePaymentIntent::new(amount.minor, stripe_currency(amount.currency))
        .automatic_payment_methods(CreatePaymentIntentAutomaticPaymentMethods::new(true))
        .transfer_group(transfer_group)
        .description(description)
        .metadata(marks);
    if capture == CaptureMethod::Manual {
        request = request.capture_method(stripe_shared::PaymentIntentCaptureMethod::Manual);
    }
    if let Some(suffix) = statement_suffix(description) {
        request = request.statement_descriptor_suffix(suffix);
    }
    call(&request)
}

/// Takes so much of what the shopper's bank has set aside, and lets the rest go.
pub(crate) fn capture_payment(intent: &str, amount_minor: i64) -> Call {
    call(
        &CapturePaymentIntent::new(intent)
            .amount_to_capture(amount_minor)
            .expand(["latest_charge.balance_transaction".to_owned()]),
    )
}

/// Calls a payment off.
pub(crate) fn cancel_payment(intent: &str) -> Call {
    call(
        &CancelPaymentIntent::new(intent)
            .cancellation_reason(CancelPaymentIntentCancellationReason::Abandoned),
    )
}

/// Gives money back to the shopper.
pub(crate) fn refund(intent: &str, amount: Money, marks: Marks) -> Call {
    call(
        &CreateRefund::new()
            .payment_intent(intent)
            .amount(amount.minor)
            .reason(CreateRefundReason::RequestedByCustomer)
            .expand(with_movement())
            .metadata(marks),
    )
}

/// Sends a share to a merchant's account, out of the charge that brought it or out of the balance.
pub(crate) fn transfer(
    amount: Money,
    destination: &str,
    charge: Option<&str>,
    transfer_group: String,
    marks: Marks,
) -> Call {
    let mut request = CreateTransfer::new(stripe_currency(amount.currency), destination)
        .amount(amount.minor)
        .expand(with_movement())
        .transfer_group(transfer_group)
        .metadata(marks);
    if let Some(charge) = charge {
        request = request.source_transaction(charge);
    }
    call(&request)
}

/// Takes a share back from a merchant's account.
pub(crate) fn reversal(transfer: &str, amount_minor: i64, marks: Marks) -> Call {
    call(
        &CreateIdTransferReversal::new(transfer)
            .amount(amount_minor)
            .expand(with_movement())
            .metadata(marks),
    )
}

/// Makes an account for a merchant, which Stripe asks for its details.
pub(crate) fn account(marks: Marks) -> Call {
    let mut capabilities = CreateAccountCapabilities::new();
    capabilities.transfers = Some(CreateAccountCapabilitiesTransfers {
        requested: Some(true),
    });
    call(
        &CreateAccount::new()
            .type_(CreateAccountType::Express)
            .capabilities(capabilities)
            .metadata(marks),
    )
}

/// A page where the merchant gives Stripe its details.
pub(crate) fn account_link(account: &str, refresh_url: &str, return_url: &str) -> Call {
    call(
        &CreateAccountLink::new(account, CreateAccountLinkType::AccountOnboarding)
            .refresh_url(refresh_url)
            .return_url(return_url),
    )
}

/// What follows the platform's name on the shopper's statement: at most 22 plain characters, one of
/// them a letter.
fn statement_suffix(description: &str) -> Option<String> {
    let plain: String = description
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' || c == '.' {
                c
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let suffix: String = words.join(" ").chars().take(22).collect();
    let suffix = suffix.trim_end().to_ascii_uppercase();
    suffix
        .chars()
        .any(|c| c.is_ascii_alphabetic())
        .then_some(suffix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_is_opened_for_separate_charges_and_transfers() {
        let marks = Marks::from([("order_id".to_owned(), "ord_1".to_owned())]);
        let amount = (Money::new(1205, Currency::Eur), CaptureMethod::Automatic);

        let call = open_payment(amount, "Aurora order 1001", "ord_1".to_owned(), marks);

        assert_eq!(call.path, "/payment_intents");
        let mut fields: Vec<(String, String)> = url::form_urlencoded::parse(call.body.as_bytes())
            .into_owned()
            .collect();
        fields.sort();
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            fields,
            [
                ("amount", "1205"),
                ("automatic_payment_methods[enabled]", "true"),
                ("currency", "eur"),
                ("description", "Aurora order 1001"),
                ("metadata[order_id]", "ord_1"),
                ("statement_descriptor_suffix", "AURORA ORDER 1001"),
                ("transfer_group", "ord_1"),
            ]
        );
    }

    #[test]
    fn a_promise_is_captured_in_part() {
        let amount = (Money::new(1205, Currency::Eur), CaptureMethod::Manual);
        let opened = open_payment(amount, "Aurora order 1001", String::new(), Marks::new());
        let captured = capture_payment("pi_1", 1000);

        assert!(
            opened.body.contains("capture_method=manual"),
            "{}",
            opened.body
        );
        assert_eq!(captured.path, "/payment_intents/pi_1/capture");
        assert!(
            captured.body.contains("amount_to_capture=1000"),
            "{}",
            captured.body
        );
    }

    #[test]
    fn a_statement_says_what_it_can() {
        let suffix = |text| statement_suffix(text);

        assert_eq!(
            suffix("Müller's <Shop> 12"),
            Some("M LLER S SHOP 12".to_owned())
        );
        assert_eq!(suffix("12345"), None);
        assert_eq!(suffix("日本"), None);
        assert_eq!(
            suffix("A very long name of a shop"),
            Some("A VERY LONG NAME OF A".to_owned())
        );
    }
}
