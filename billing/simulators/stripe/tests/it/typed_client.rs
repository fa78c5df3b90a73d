//! The answers decoded by a client that was generated from Stripe's 2026-09 specification.

use std::{collections::HashMap, fmt::Display};

use stripe_client_core::{
    CustomizedStripeRequest, StripeClient, StripeClientErr, StripeMethod, StripeRequest,
};
use stripe_connect::{
    account::{
        CreateAccount, CreateAccountCapabilities, CreateAccountCapabilitiesTransfers,
        CreateAccountType, RetrieveAccount,
    },
    account_link::{CreateAccountLink, CreateAccountLinkType},
    transfer::{CreateTransfer, ListTransfer},
    transfer_reversal::CreateIdTransferReversal,
};
use stripe_core::{
    balance::RetrieveForMyAccountBalance,
    balance_transaction::ListBalanceTransaction,
    charge::RetrieveCharge,
    event::ListEvent,
    payment_intent::{
        ConfirmPaymentIntent, CreatePaymentIntent, CreatePaymentIntentAutomaticPaymentMethods,
        RetrievePaymentIntent,
    },
    refund::{CreateRefund, ListRefund},
};
use stripe_shared::{AccountId, Charge, PaymentIntentStatus};
use stripe_types::{Currency, Expandable};

use crate::harness::{SECRET, Sim};

/// The generated client's way to a simulator.
struct Client<'a> {
    sim: &'a Sim,
}

/// What went wrong on the way.
#[derive(Debug)]
struct Broken(String);

impl StripeClientErr for Broken {
    fn deserialize_err(message: impl Display) -> Self {
        Self(message.to_string())
    }
}

impl StripeClient for Client<'_> {
    type Err = Broken;

    async fn execute(&self, request: CustomizedStripeRequest) -> Result<bytes::Bytes, Broken> {
        let (request, how) = request.into_pieces();
        let query = request
            .query
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        let url = format!("{}/v1{}{query}", self.sim.url(), request.path);
        let mut call = match request.method {
            StripeMethod::Get => self.sim.client.get(url),
            StripeMethod::Post => self.sim.client.post(url),
            StripeMethod::Delete => self.sim.client.delete(url),
        };
        call = call.header("authorization", format!("Bearer {SECRET}"));
        if let Some(account) = how.account_id {
            call = call.header("stripe-account", account.as_str());
        }
        let answer = call
            .body(request.body.unwrap_or_default())
            .send()
            .await
            .unwrap();
        let status = answer.status();
        let bytes = answer.bytes().await.unwrap();
        if status.is_success() {
            return Ok(bytes);
        }
        Err(Broken(String::from_utf8(bytes.to_vec()).unwrap()))
    }
}

fn metadata(op: &str) -> HashMap<String, String> {
    HashMap::from([("op_id".to_owned(), op.to_owned())])
}

async fn merchant(client: &Client<'_>) -> AccountId {
    let mut capabilities = CreateAccountCapabilities::new();
    let transfers = CreateAccountCapabilitiesTransfers {
        requested: Some(true),
    };
    capabilities.transfers = Some(transfers);
    let account = CreateAccount::new()
        .type_(CreateAccountType::Express)
        .country("DE")
        .email("merchant@example.com")
        .capabilities(capabilities)
        .customize()
        .send(client)
        .await
        .unwrap();
    let read = RetrieveAccount::new(account.id.clone())
        .customize()
        .send(client)
        .await
        .unwrap();
    assert_eq!(read.id, account.id);
    let kind = CreateAccountLinkType::AccountOnboarding;
    let link = CreateAccountLink::new(account.id.as_str(), kind)
        .return_url("http://shop.test/done")
        .refresh_url("http://shop.test/again");
    assert!(
        link.customize()
            .send(client)
            .await
            .unwrap()
            .url
            .contains("/setup/")
    );
    account.id
}

async fn charge(client: &Client<'_>) -> Charge {
    let mut automatic = CreatePaymentIntentAutomaticPaymentMethods::new(true);
    automatic.allow_redirects = None;
    let intent = CreatePaymentIntent::new(16_378, Currency::EUR)
        .automatic_payment_methods(automatic)
        .transfer_group("order_1")
        .metadata(metadata("op_1"))
        .customize()
        .send(client)
        .await
        .unwrap();
    let confirmed = ConfirmPaymentIntent::new(intent.id.clone())
        .payment_method("pm_card_visa")
        .return_url("http://shop.test/back")
        .customize()
        .send(client)
        .await
        .unwrap();
    assert_eq!(confirmed.status, PaymentIntentStatus::Succeeded);
    let charge = confirmed.latest_charge.unwrap().id().clone();
    client.sim.wait_for_settlement(charge.as_str()).await;
    let path = "latest_charge.balance_transaction".to_owned();
    let intent = RetrievePaymentIntent::new(intent.id).expand(vec![path]);
    let intent = intent.customize().send(client).await.unwrap();
    let Some(Expandable::Object(charge)) = intent.latest_charge else {
        panic!("the charge was not expanded");
    };
    let Some(Expandable::Object(booked)) = &charge.balance_transaction else {
        panic!("the balance transaction was not expanded");
    };
    assert_eq!(
        (booked.amount, booked.fee, booked.net),
        (16_378, 505, 15_873)
    );
    *charge
}

#[tokio::test]
async fn a_generated_client_understands_the_whole_story() {
    let sim = Sim::start().await;
    let client = Client { sim: &sim };
    let merchant = Box::pin(merchant(&client)).await;
    let charge = Box::pin(charge(&client)).await;

    let transfer = CreateTransfer::new(Currency::EUR, merchant.as_str())
        .amount(5000)
        .source_transaction(charge.id.as_str())
        .metadata(metadata("op_2"))
        .customize()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(transfer.transfer_group.as_deref(), Some("order_1"));
    let reversal = CreateIdTransferReversal::new(transfer.id.clone()).amount(2000);
    assert_eq!(
        reversal.customize().send(&client).await.unwrap().amount,
        2000
    );
    let refund = CreateRefund::new().charge(charge.id.as_str()).amount(1500);
    let refund = refund.customize().send(&client).await.unwrap();
    assert_eq!(refund.status.as_deref(), Some("succeeded"));

    let read = RetrieveCharge::new(charge.id.clone())
        .customize()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(read.amount_refunded, 1500);
    let refunds = ListRefund::new()
        .charge(charge.id.as_str())
        .customize()
        .send(&client)
        .await;
    assert_eq!(refunds.unwrap().data.len(), 1);
    let transfers = ListTransfer::new()
        .transfer_group("order_1")
        .customize()
        .send(&client)
        .await;
    assert_eq!(transfers.unwrap().data[0].amount_reversed, 2000);
    let events = ListEvent::new()
        .limit(100)
        .customize()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(events.data.len(), 8);
    let rows = ListBalanceTransaction::new()
        .customize()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        rows.data.iter().map(|row| row.net).sum::<i64>(),
        15_873 - 5000 + 2000 - 1500
    );
    let theirs = RetrieveForMyAccountBalance::new()
        .customize()
        .account_id(merchant);
    assert_eq!(theirs.send(&client).await.unwrap().pending[0].amount, 3000);
    let ours = RetrieveForMyAccountBalance::new()
        .customize()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(ours.pending[0].amount, 11_373);
}

#[tokio::test]
async fn a_generated_client_understands_what_waits_and_what_failed() {
    let sim = Sim::start().await;
    let client = Client { sim: &sim };
    for (card, status) in [
        (
            "pm_card_visa_chargeDeclined",
            PaymentIntentStatus::RequiresPaymentMethod,
        ),
        (
            "pm_card_threeDSecure2Required",
            PaymentIntentStatus::RequiresAction,
        ),
    ] {
        let intent = CreatePaymentIntent::new(2000, Currency::USD).customize();
        let intent = intent.send(&client).await.unwrap();
        let confirm = ConfirmPaymentIntent::new(intent.id.clone()).payment_method(card);
        let confirm = confirm.return_url("http://shop.test/back");
        if let Err(Broken(message)) = confirm.customize().send(&client).await {
            assert!(message.contains("generic_decline"), "{message}");
        }

        let intent = RetrievePaymentIntent::new(intent.id)
            .customize()
            .send(&client)
            .await;

        let intent = intent.unwrap();
        assert_eq!(intent.status, status, "{card}");
        if status == PaymentIntentStatus::RequiresPaymentMethod {
            let error = intent.last_payment_error.unwrap();
            assert_eq!(error.decline_code.as_deref(), Some("generic_decline"));
            let failed = intent.latest_charge.unwrap().id().clone();
            let failed = RetrieveCharge::new(failed)
                .customize()
                .send(&client)
                .await
                .unwrap();
            assert_eq!(failed.failure_code.as_deref(), Some("card_declined"));
        }
    }
}
