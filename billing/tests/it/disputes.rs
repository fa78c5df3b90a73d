//! Disputes: what a shopper's bank takes is taken from the shares, and given back or borne by them.

use kernel::ids::OrderId;
use kernel::ports::{PaymentsError, RefundState};
use serde_json::{Value, json};

use crate::house::House;

/// A card whose money is there at once: what a dispute gives back comes out of the balance.
const CARD: &str = "pm_card_bypassPending";
const DUE: i64 = 2_000_000_000;

impl House {
    /// A shopper's bank disputes an order's payment; what the provider calls the dispute.
    pub(crate) async fn dispute(&self, order_id: OrderId, opening: &Value) -> String {
        let path = format!("payment_intents/{}/dispute", self.intent(order_id).await);
        let opened = self.sim.control(&path, opening).await;
        opened["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn decide(&self, dispute: &str, outcome: &Value) {
        self.sim
            .control(&format!("disputes/{dispute}"), outcome)
            .await;
        self.settle().await;
    }

    /// What is on the accounts that a dispute moves: suspense, loss, commission, and of each merchant
    /// what it is owed, owes and has.
    async fn standing(&self) -> ([i64; 3], [[i64; 3]; 2]) {
        let mut merchants = [[0; 3]; 2];
        for (index, row) in merchants.iter_mut().enumerate() {
            *row = [
                self.balance("merchant_payable", Some(index)).await,
                self.balance("merchant_receivable", Some(index)).await,
                self.account(index).await,
            ];
        }
        let platform = [
            self.balance("dispute_suspense", None).await,
            self.balance("dispute_loss", None).await,
            self.balance("platform_fee_revenue", None).await,
        ];
        (platform, merchants)
    }

    async fn shown(&self, order_id: OrderId) -> Vec<(String, i64, i64, String)> {
        let disputes = self
            .billing
            .disputes(&self.caller(), order_id)
            .await
            .unwrap();
        disputes
            .into_iter()
            .map(|it| (it.status, it.amount.minor, it.fee.minor, it.reason))
            .collect()
    }
}

#[tokio::test]
async fn a_dispute_withholds_the_shares_and_a_lost_one_is_borne_by_them() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190), (500, 595)], CARD).await;

    let opening = json!({"reason": "product_not_received", "evidence_due_by": DUE});
    let dispute = house.dispute(order, &opening).await;
    house.settle().await;

    // Of 1090 and 570 that are withheld, 55 and 27 went to the provider's fee and are debts; so is the
    // dispute's fee of 1500, by what each brought in.
    let merchants = [[-1090, 55 + 1000, 0], [-570, 27 + 500, 0]];
    assert_eq!(house.standing().await, ([1785, 0, -125], merchants));
    assert_eq!(
        house.balance("stripe_clearing", None).await,
        125 + 1578 - 1785 - 1500
    );
    house.assert_sound().await;
    let answer = (
        "needs_response".to_owned(),
        1785,
        1500,
        "product_not_received".to_owned(),
    );
    assert_eq!(house.shown(order).await, [answer]);
    let disputes = house
        .billing
        .disputes(&house.caller(), order)
        .await
        .unwrap();
    assert_eq!(disputes[0].evidence_due_by.unwrap().unix_timestamp(), DUE);
    assert_eq!(house.told("dispute.opened"), 1);
    let trace = house.trace(order).await;
    assert_eq!((trace.refunded.minor, trace.disputed.minor), (0, 1785));
    assert_eq!(trace.refunds, []);
    let refused = house.refund(&house.refund_request(order, &[(1, 1)])).await;
    assert!(
        matches!(refused, Err(PaymentsError::TooMuch(_))),
        "{refused:?}"
    );
    assert_eq!(house.sim.calls("POST", "/v1/refunds").await, 0);

    house
        .decide(&dispute, &json!({"outcome": "under_review"}))
        .await;
    house.decide(&dispute, &json!({"outcome": "lost"})).await;

    let merchants = [[0, 1055, 0], [0, 527, 0]];
    assert_eq!(house.standing().await, ([0, 0, 0], merchants));
    assert_eq!(house.shown(order).await[0].0, "lost");
    assert_eq!(house.told("dispute.opened"), 1);
    let trace = house.trace(order).await;
    assert_eq!(trace.sum.minor, 0);
    assert_eq!(
        (trace.shares[0].left.minor, trace.shares[1].left.minor),
        (-1055, -527)
    );
    let kinds: Vec<&str> = trace
        .transactions
        .iter()
        .map(|it| it.kind.as_str())
        .collect();
    assert_eq!(
        kinds
            .iter()
            .filter(|kind| **kind == "dispute_withdrawn")
            .count(),
        1
    );
    assert_eq!(kinds.last(), Some(&"dispute_lost"));
    house.assert_sound().await;
}

#[tokio::test]
async fn a_dispute_that_is_won_gives_the_shares_back_less_its_fee() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190), (500, 595)], CARD).await;
    let dispute = house.dispute(order, &json!({})).await;
    house.settle().await;

    house.decide(&dispute, &json!({"outcome": "won"})).await;

    // Of 1090 and 570 the debts of 1055 and 527 are paid first.
    let merchants = [[0, 0, 35], [0, 0, 43]];
    assert_eq!(house.standing().await, ([0, 0, -125], merchants));
    assert_eq!(house.balance("stripe_clearing", None).await, 125);
    assert_eq!(house.shown(order).await[0].0, "won");
    let trace = house.trace(order).await;
    assert_eq!((trace.refunded.minor, trace.disputed.minor), (0, 0));
    assert_eq!(trace.transfers.len(), 4);
    assert_eq!(
        (trace.shares[0].left.minor, trace.shares[1].left.minor),
        (1035 - 1000, 543 - 500)
    );
    assert_eq!(trace.shares[0].dispute_fee.minor, 1000);
    house.assert_sound().await;

    // The shopper can be given the money back after all: from what was sent again.
    let state = house
        .refund(&house.refund_request(order, &[(20, 20)]))
        .await;
    house.settle().await;
    assert_eq!(state.unwrap(), RefundState::Succeeded);
    assert_eq!(house.account(0).await, 35 - 18);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_fee_that_comes_back_is_the_merchants() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190), (500, 595)], CARD).await;
    let dispute = house
        .dispute(order, &json!({"amount": 500, "fee": 300}))
        .await;
    house.settle().await;
    // As much as a refund of 500: of the transfers 305 and 160, and 200 and 100 for the fee.
    let merchants = [[-305, 200, 730], [-160, 100, 383]];
    assert_eq!(house.standing().await, ([500, 0, -125], merchants));

    house
        .decide(&dispute, &json!({"outcome": "won", "returns_fee": true}))
        .await;

    let merchants = [[0, 0, 1035], [0, 0, 543]];
    assert_eq!(house.standing().await, ([0, 0, -125], merchants));
    assert_eq!(house.shown(order).await[0].2, 0);
    house.assert_sound().await;
}

#[tokio::test]
async fn an_inquiry_moves_nothing_until_it_takes_the_money() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190), (500, 595)], CARD).await;
    let before = house.standing().await;

    let inquiry = house
        .dispute(order, &json!({"inquiry": true, "fee": 0}))
        .await;
    house.settle().await;
    assert_eq!(house.standing().await, before);
    assert_eq!(house.told("dispute.opened"), 1);
    assert_eq!(house.shown(order).await[0].0, "warning_needs_response");

    house
        .decide(&inquiry, &json!({"outcome": "escalated"}))
        .await;
    assert_eq!(house.told("dispute.opened"), 2, "there is a new deadline");
    assert_eq!(house.balance("dispute_suspense", None).await, 1785);
    house.assert_sound().await;
}

#[tokio::test]
async fn what_is_told_again_and_out_of_order_counts_once() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190), (500, 595)], CARD).await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let dispute = house.dispute(order, &json!({})).await;
    house
        .sim
        .control(&format!("disputes/{dispute}"), &json!({"outcome": "won"}))
        .await;

    // The end is told first; the beginning, which it includes, afterwards.
    for (number, kind) in [
        "funds_reinstated",
        "closed",
        "created",
        "funds_withdrawn",
        "closed",
    ]
    .into_iter()
    .enumerate()
    {
        let mut event = house
            .sim
            .events(&format!("charge.dispute.{kind}"))
            .await
            .remove(0);
        event["id"] = json!(format!("evt_{number}"));
        house.deliver(&event).await.unwrap();
        for _ in 0..3 {
            house.work().await;
        }
    }

    // Both movements at once: nothing was taken in between, and the fee is owed.
    let merchants = [[0, 1000, 1035], [0, 500, 543]];
    assert_eq!(house.standing().await, ([0, 0, -125], merchants));
    assert_eq!(
        house.told("dispute.opened"),
        0,
        "there is nothing to answer"
    );
    house.assert_sound().await;
}

#[tokio::test]
async fn a_dispute_is_applied_although_its_payment_was_never_told() {
    let house = House::new().await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, CARD).await, 200);
    house.dispute(request.order_id, &json!({"fee": 0})).await;

    let event = house.sim.events("charge.dispute.created").await.remove(0);
    house.deliver(&event).await.unwrap();
    for _ in 0..8 {
        house.work().await;
    }

    assert_eq!(house.told("payment.succeeded"), 1);
    assert_eq!(house.balance("dispute_suspense", None).await, 1190);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, -1090);
    assert_eq!(house.balance("merchant_receivable", Some(0)).await, 65);
    house.assert_sound().await;
}

/// The money is back before the merchant's account is ready: nothing was ever sent.
#[tokio::test]
async fn a_share_that_waits_is_withheld_and_given_back() {
    let house = House::build(crate::house::Plan {
        auto_onboard: false,
        ..crate::house::Plan::default()
    })
    .await;
    house.sell_blocked(&[(1000, 1190)]).await;
    let order: uuid::Uuid = house
        .value("select order_id from payments where tenant_id = $1")
        .await;
    let order = OrderId::from_uuid(order);
    let dispute = house
        .dispute(order, &json!({"amount": 595, "fee": 0}))
        .await;
    for _ in 0..5 {
        house.work().await;
    }
    assert_eq!(house.balance("merchant_payable", Some(0)).await, -1025);
    let path = format!("disputes/{dispute}");
    house.sim.control(&path, &json!({"outcome": "won"})).await;
    // Until the money of the charge is there.
    house
        .sim
        .control("clock", &json!({"advance_seconds": 3 * 24 * 3600}))
        .await;
    for _ in 0..5 {
        house.work().await;
    }
    let account = house.account_name(0).await;
    house
        .sim
        .control(&format!("accounts/{account}/activate"), &json!({}))
        .await;
    house.settle().await;

    assert_eq!(house.sim.count("reversals").await, 0);
    assert_eq!(house.account(0).await, 1190 - 100 - 65);
    assert_eq!(house.balance("merchant_payable", Some(0)).await, 0);
    house.assert_sound().await;
}
