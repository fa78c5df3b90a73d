//! Refunds that somebody made at the provider: they count, and cost the merchants, like our own.

use billing::MoneyTrace;
use kernel::ids::OrderId;
use kernel::ports::{Payments, PaymentsError, RefundState};
use serde_json::{Value, json};

use crate::house::House;

const PATH: &str = "/v1/refunds";

impl House {
    /// What the provider calls an order's payment.
    pub(crate) async fn intent(&self, order_id: OrderId) -> String {
        sqlx::query_scalar("select provider_id from payments where order_id = $1")
            .bind(order_id.uuid())
            .fetch_one(&mut self.superuser().await)
            .await
            .unwrap()
    }

    /// Somebody gives money back in the provider's dashboard.
    pub(crate) async fn refund_there(&self, order_id: OrderId, minor: i64) -> Value {
        let form = format!(
            "payment_intent={}&amount={minor}",
            self.intent(order_id).await
        );
        self.sim.api("POST", "/refunds", &form).await
    }

    async fn tell_again(&self, kind: &str, number: usize) {
        let mut again = self.sim.events(kind).await.remove(0);
        again["id"] = json!(format!("evt_again_{kind}_{number}"));
        self.deliver(&again).await.unwrap();
    }
}

fn refunds(trace: &MoneyTrace) -> Vec<(i64, &str, bool)> {
    let refunds = trace.refunds.iter();
    refunds
        .map(|it| (it.amount.minor, it.status.name(), it.is_made_at_provider))
        .collect()
}

#[tokio::test]
async fn a_refund_made_at_the_provider_costs_each_merchant_its_part() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;

    let made = house.refund_there(order, 500).await;
    house.settle().await;

    assert_eq!(made["status"], "succeeded");
    // 333 and 167 of it, of which 280 and 140 are goods: 28 and 7 of the commission go back.
    assert_eq!(house.account(0).await, 1035 - (333 - 28));
    assert_eq!(house.account(1).await, 543 - (167 - 7));
    assert_eq!(house.balance("platform_fee_revenue", None).await, -125 + 35);
    assert_eq!(house.told("refund.found"), 1);
    assert_eq!(house.told("refund.succeeded"), 1);
    let trace = house.trace(order).await;
    assert_eq!(refunds(&trace), [(500, "succeeded", true)]);
    assert_eq!(trace.refunds[0].reason, "made at the payment provider");
    assert_eq!(trace.refunded.minor, 500);
    let gone = house
        .billing
        .gone_elsewhere(&house.caller(), order)
        .await
        .unwrap();
    let gone: Vec<_> = gone
        .iter()
        .map(|it| (it.goods_net_minor, it.gross_minor))
        .collect();
    assert_eq!(gone, [(280, 333), (140, 167)]);
    for kind in ["refund.created", "charge.refunded"] {
        let ends = house.webhook_ends(kind).await;
        // The merchants' own accounts tell of what was taken back from them; that is not ours.
        let used: Vec<_> = ends.iter().filter(|end| end.0 != "ignored").collect();
        assert_eq!(used, [&("applied".to_owned(), None)], "{kind}");
    }
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_made_at_the_provider_is_found_once_however_it_is_told() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    house.refund_there(order, 500).await;
    house.refund_there(order, 300).await;

    // The one of the charge tells of both.
    house.tell_again("charge.refunded", 0).await;
    for number in 1..4 {
        house.tell_again("refund.created", number).await;
        house.tell_again("charge.refunded", number).await;
        house.work().await;
    }
    for _ in 0..5 {
        house.work().await;
    }

    assert_eq!(house.told("refund.found"), 2);
    assert_eq!(house.told("refund.succeeded"), 2);
    let trace = house.trace(order).await;
    assert_eq!(trace.refunded.minor, 800);
    assert_eq!(house.sim.count("reversals").await, 2);
    house.assert_sound().await;
}

#[tokio::test]
async fn our_own_refund_is_not_found_a_second_time() {
    let house = House::new().await;
    for kind in ["none", "drop_after_commit", "error_500_after_commit"] {
        let order = house.sell(&[(1000, 1190)]).await;
        let request = house.refund_request(order, &[(500, 595)]);
        if kind != "none" {
            house.sim.fault(PATH, kind).await;
        }
        // Its messages are here before its answer.
        let _ = house.refund(&request).await;
        house.settle().await;
        house.hurry().await;
        house.settle().await;

        assert_eq!(house.told("refund.found"), 0, "{kind}");
        let trace = house.trace(order).await;
        assert_eq!(refunds(&trace), [(595, "succeeded", false)], "{kind}");
        assert_eq!(trace.refunded.minor, 595, "{kind}");
        house.assert_sound().await;
    }
}

#[tokio::test]
async fn more_than_is_left_after_it_is_refused_without_asking_the_provider() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190), (500, 595)]).await;
    house.refund_there(order, 500).await;
    house.settle().await;
    let asked = house.sim.calls("POST", PATH).await;

    let all = house
        .refund(&house.refund_request(order, &[(1000, 1190), (500, 595)]))
        .await;
    let one = house
        .refund(&house.refund_request(order, &[(1000, 1190)]))
        .await;
    for refused in [all, one] {
        assert!(
            matches!(refused, Err(PaymentsError::TooMuch(_))),
            "{refused:?}"
        );
    }
    assert_eq!(house.sim.calls("POST", PATH).await, asked);

    // What is left of both parts goes back, to the cent.
    let rest = house.refund_request(order, &[(720, 857), (360, 428)]);
    assert_eq!(house.refund(&rest).await.unwrap(), RefundState::Succeeded);
    house.settle().await;
    let trace = house.trace(order).await;
    assert_eq!(trace.refunded.minor, 1785);
    assert_eq!(house.balance("platform_fee_revenue", None).await, 0);
    house.assert_sound().await;
}

/// Ours is counted and has not reached the provider when somebody there is faster.
#[tokio::test]
async fn a_refund_at_the_provider_waits_for_one_of_ours_that_it_leaves_nothing_for() {
    let house = House::new().await;
    let order = house.sell(&[(1000, 1190)]).await;
    let request = house.refund_request(order, &[(1000, 1190)]);
    house.sim.fault(PATH, "drop_before").await;
    house.refund(&request).await.unwrap_err();
    house.refund_there(order, 500).await;
    while house.webhook_ends("refund.created").await.is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    house.work().await;
    assert_eq!(house.told("refund.found"), 0);

    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    house.hurry().await;
    house.settle().await;

    assert_eq!(house.told("refund.failed"), 1);
    assert_eq!(house.told("refund.found"), 1);
    let trace = house.trace(order).await;
    assert_eq!(trace.refunded.minor, 500);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_at_the_provider_that_comes_back_is_owed_to_the_shopper_like_ours() {
    let house = House::new().await;
    let order = house.sell_with(&[(1000, 1190)], "pm_card_refundFail").await;
    let before = house.account(0).await;

    house.refund_there(order, 595).await;
    for _ in 0..10 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        house.settle().await;
    }

    assert_eq!(house.told("refund.found"), 1);
    assert_eq!(house.told("refund.failed"), 1);
    let trace = house.trace(order).await;
    assert_eq!(refunds(&trace), [(595, "failed", true)]);
    assert_eq!(trace.refunded.minor, 0);
    assert_eq!(house.balance("customer_refund_payable", None).await, -595);
    assert_eq!(house.account(0).await, before - (595 - 50));
    let gone = house
        .billing
        .gone_elsewhere(&house.caller(), order)
        .await
        .unwrap();
    assert_eq!(gone, []);
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_is_applied_although_its_payment_was_never_told() {
    let house = House::new().await;
    house.sim.webhooks(&json!({"mode": "drop"})).await;
    let request = house.request(&[(1000, 1190)]);
    let secret = house.open(&request).await.unwrap().client_secret.unwrap();
    assert_eq!(house.sim.confirm(&secret, "pm_card_visa").await, 200);
    house.refund_there(request.order_id, 500).await;

    house.tell_again("refund.created", 0).await;
    for _ in 0..8 {
        house.work().await;
    }

    assert_eq!(house.told("payment.succeeded"), 1);
    assert_eq!(house.told("refund.found"), 1);
    assert_eq!(house.account(0).await, 1190 - 100 - 65 - (500 - 42));
    house.assert_sound().await;
}

#[tokio::test]
async fn a_refund_of_a_payment_that_is_not_ours_is_ignored() {
    let house = House::new().await;
    let foreign = house
        .sim
        .api(
            "POST",
            "/payment_intents",
            "amount=1190&currency=eur&automatic_payment_methods[enabled]=true\
             &confirm=true&payment_method=pm_card_visa&return_url=https%3A%2F%2Fshop.example",
        )
        .await;
    let form = format!("payment_intent={}", foreign["id"].as_str().unwrap());
    house.sim.api("POST", "/refunds", &form).await;
    house.settle().await;

    let note = Some("the object was not made by us".to_owned());
    for kind in ["refund.created", "charge.refunded"] {
        let ends = house.webhook_ends(kind).await;
        assert_eq!(ends, [("ignored".to_owned(), note.clone())], "{kind}");
    }
}
