//! Transfers and reversals: the rules of `source_transaction`, of balances and of accounts.

use serde_json::json;

use crate::harness::{Call, Sim, config, text};

fn transfer<'a>(sim: &'a Sim, amount: i64, to: &str) -> Call<'a> {
    let call = sim
        .post("/v1/transfers")
        .with("amount", amount)
        .with("currency", "usd");
    call.with("destination", to)
}

#[tokio::test]
async fn transfers_of_one_charge_never_exceed_it() {
    let sim = Sim::start().await;
    let (first, second) = (sim.merchant().await, sim.merchant().await);
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let send = |amount, to: &str| transfer(&sim, amount, to).with("source_transaction", &charge);

    send(6000, &first).ok().await;
    let too_much = send(4001, &second).send().await;
    send(4000, &second).ok().await;
    let nothing_left = send(1, &second).send().await;

    assert_eq!((too_much.status, nothing_left.status), (400, 400));
    assert_eq!(too_much.json["error"]["param"], "amount");
    assert_eq!(sim.balance(Some(&first), "usd").await, (0, 6000));
    assert_eq!(sim.balance(Some(&second), "usd").await, (0, 4000));
    assert_eq!(sim.state().await["sums"]["transfers"]["usd"], 10_000);
}

#[tokio::test]
async fn a_transfer_takes_the_charge_s_group_and_availability() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let call = sim
        .intent(10_000, "usd")
        .with("transfer_group", "order_7")
        .with("confirm", true);
    let intent = call.with("payment_method", "pm_card_visa").ok().await;
    let charge = text(&intent["latest_charge"]);

    let call = transfer(&sim, 5000, &merchant).with("source_transaction", &charge);
    let sent = call.with("metadata[op_id]", "op_9").ok().await;

    assert_eq!(sent["transfer_group"], "order_7");
    assert_eq!(sent["source_transaction"], charge);
    assert_eq!(sent["metadata"], json!({ "op_id": "op_9" }));
    let listed = sim
        .get("/v1/transfers")
        .with("transfer_group", "order_7")
        .ok()
        .await;
    assert_eq!(listed["data"], json!([sent]));
    let payment = sim.get(format!(
        "/v1/charges/{}",
        text(&sent["destination_payment"])
    ));
    let payment = payment.on(&merchant).ok().await;
    assert_eq!(payment["source_transfer"], sent["id"]);
    assert_eq!(
        (&payment["amount"], &payment["status"]),
        (&json!(5000), &json!("succeeded"))
    );
    assert_eq!(
        sim.balance(Some(&merchant), "usd").await,
        (0, 5000),
        "pending like the charge"
    );
}

#[tokio::test]
async fn without_a_source_only_available_money_is_sent() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    sim.settled(10_000, "usd", "pm_card_visa").await;

    let pending = transfer(&sim, 5000, &merchant).send().await;
    sim.settled(10_000, "usd", "pm_card_bypassPending").await;
    let too_much = transfer(&sim, 9681, &merchant).send().await;
    transfer(&sim, 9680, &merchant).ok().await;

    assert_eq!(pending.code(), (400, "balance_insufficient"));
    assert_eq!(too_much.code(), (400, "balance_insufficient"));
    assert_eq!(sim.balance(Some(&merchant), "usd").await, (9680, 0));
    assert_eq!(sim.balance(None, "usd").await, (0, 9680));
}

#[tokio::test]
async fn a_transfer_has_the_currency_of_its_source() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "eur", "pm_card_visa").await;

    let refused = transfer(&sim, 100, &merchant)
        .with("source_transaction", charge)
        .send()
        .await;

    assert_eq!(refused.status, 400);
    assert_eq!(refused.json["error"]["param"], "currency");
}

#[tokio::test]
async fn the_destination_exists_and_may_receive() {
    let sim = Sim::start_with(stripe_sim::Config {
        auto_onboard: false,
        ..config()
    })
    .await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let merchant = sim.merchant().await;

    let unknown = transfer(&sim, 100, "acct_nobody").with("source_transaction", &charge);
    let unknown = unknown.send().await;
    let call = transfer(&sim, 100, &merchant).with("source_transaction", &charge);
    let too_early = call.send().await;
    sim.control(&format!("accounts/{merchant}/activate"), json!({}))
        .await;
    let welcome = call.send().await;
    sim.control(&format!("accounts/{merchant}/restrict"), json!({}))
        .await;
    let restricted = call.send().await;

    assert_eq!(unknown.code(), (400, "resource_missing"));
    assert_eq!(unknown.json["error"]["param"], "destination");
    assert_eq!(
        too_early.code(),
        (400, "insufficient_capabilities_for_transfer")
    );
    assert_eq!(welcome.status, 200);
    assert_eq!(
        restricted.code(),
        (400, "insufficient_capabilities_for_transfer")
    );
}

#[tokio::test]
async fn reversals_never_exceed_the_transfer() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let sent = transfer(&sim, 6000, &merchant)
        .with("source_transaction", &charge)
        .ok()
        .await;
    let path = format!("/v1/transfers/{}", text(&sent["id"]));
    let reverse = || sim.post(format!("{path}/reversals"));

    let first = reverse()
        .with("amount", 2000)
        .with("metadata[op_id]", "op_3")
        .ok()
        .await;
    let too_much = reverse().with("amount", 4001).send().await;
    let rest = reverse().ok().await;
    let again = reverse().send().await;

    assert_eq!(first["transfer"], sent["id"]);
    assert_eq!(too_much.json["error"]["param"], "amount");
    assert_eq!(rest["amount"], 4000);
    assert_eq!(again.status, 400);
    let after = sim.get(&path).ok().await;
    assert_eq!(
        (&after["amount_reversed"], &after["reversed"]),
        (&json!(6000), &json!(true))
    );
    assert_eq!(after["reversals"]["data"], json!([rest, first]));
    let listed = sim
        .get(format!("{path}/reversals"))
        .with("limit", 1)
        .ok()
        .await;
    assert_eq!(
        (&listed["data"], &listed["has_more"]),
        (&json!([rest]), &json!(true))
    );
    let one = sim
        .get(format!("{path}/reversals/{}", text(&first["id"])))
        .ok()
        .await;
    assert_eq!(one, first);
    assert_eq!(sim.balance(Some(&merchant), "usd").await, (0, 0));
    let refund = text(&first["destination_payment_refund"]);
    let refund = sim
        .get(format!("/v1/refunds/{refund}"))
        .on(&merchant)
        .ok()
        .await;
    assert_eq!(refund["amount"], 2000);
}

#[tokio::test]
async fn a_drained_account_gives_nothing_back() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let sent = transfer(&sim, 6000, &merchant)
        .with("source_transaction", &charge)
        .ok()
        .await;
    let path = format!("/v1/transfers/{}/reversals", text(&sent["id"]));

    sim.control(&format!("accounts/{merchant}/drain"), json!({}))
        .await;
    let refused = sim.post(&path).with("amount", 1).send().await;
    transfer(&sim, 500, &merchant)
        .with("source_transaction", &charge)
        .ok()
        .await;
    let partly = sim.post(&path).with("amount", 500).send().await;

    assert_eq!(refused.code(), (400, "balance_insufficient"));
    assert_eq!(partly.status, 200, "what came in since can be taken");
}

#[tokio::test]
async fn a_transfer_s_metadata_and_description_can_be_changed() {
    let sim = Sim::start().await;
    let merchant = sim.merchant().await;
    let charge = sim.settled(10_000, "usd", "pm_card_visa").await;
    let sent = transfer(&sim, 6000, &merchant)
        .with("source_transaction", &charge)
        .ok()
        .await;

    let path = format!("/v1/transfers/{}", text(&sent["id"]));
    let call = sim
        .post(&path)
        .with("metadata[note]", "x")
        .with("description", "for August");
    let changed = call.ok().await;

    assert_eq!(changed["metadata"], json!({ "note": "x" }));
    assert_eq!(changed["description"], "for August");
    let refused = sim.post(&path).with("amount", 1).send().await;
    assert_eq!(refused.code(), (400, "parameter_unknown"));
}
