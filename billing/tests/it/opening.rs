//! Opening payments: one payment intent, whatever goes wrong on the way.

use kernel::ports::PaymentsError;
use kernel::{Fault, Kind};
use serde_json::json;

use crate::house::House;

impl House {
    /// Waits until a call to the provider has been written down.
    async fn recorded(&self) {
        let count = "select count(*) from provider_operations
                      where tenant_id = $1 and kind = 'open_payment'";
        while self.value::<i64>(count).await == 0 {}
    }
}

const PATH: &str = "/v1/payment_intents";

#[tokio::test]
async fn opening_a_payment_again_finds_the_same_one() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190), (500, 595)]);

    let first = house.open(&request).await.unwrap();
    let second = house.open(&request).await.unwrap();

    assert_eq!(first, second);
    assert_eq!(first.status.name(), "open");
    assert_eq!(first.publishable_key, "pk_test_billing");
    assert!(first.client_secret.as_deref().unwrap().starts_with("pi_"));
    assert_eq!(house.sim.count("payment_intents").await, 1);
    assert_eq!(house.sim.calls("POST", PATH).await, 1);
}

#[tokio::test]
async fn the_call_is_written_down_with_its_key_and_body_before_it_is_made() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    house.sim.fault(PATH, "drop_before").await;

    let refused = house.open(&request).await.unwrap_err();

    assert!(matches!(refused, PaymentsError::Unavailable));
    assert_eq!(refused.retry_after_seconds(), Some(5));
    let row: (String, String, String, String, i32) = sqlx::query_as(
        "select kind, idempotency_key, body, status, attempts from provider_operations
          where kind = 'open_payment'",
    )
    .fetch_one(&mut house.superuser().await)
    .await
    .unwrap();
    assert_eq!(
        (row.0.as_str(), row.3.as_str(), row.4),
        ("open_payment", "unknown", 1)
    );
    assert!(row.1.starts_with("open_payment:"), "{}", row.1);
    assert!(
        row.2.contains("amount=1190") && row.2.contains(&house.tenant.to_string()),
        "{}",
        row.2
    );
}

/// Whatever becomes of the first call, the second one ends with the one payment intent there is.
#[tokio::test]
async fn an_answer_that_is_lost_is_asked_for_again_with_the_same_key() {
    let kinds = [
        "drop_before",
        "drop_after_commit",
        "too_many_requests",
        "conflict",
        "corrupt_json",
    ];
    let house = House::new().await;
    for (index, kind) in kinds.into_iter().enumerate() {
        let request = house.request(&[(1000, 1190)]);
        house.sim.fault(PATH, kind).await;

        let first = house.open(&request).await;
        let second = house.open(&request).await.unwrap();

        if kind == "conflict" {
            assert!(matches!(first, Err(PaymentsError::InProgress)), "{first:?}");
        } else {
            assert!(
                matches!(first, Err(PaymentsError::Unavailable)),
                "{kind}: {first:?}"
            );
        }
        assert_eq!(second.status.name(), "open", "{kind}");
        let made = i64::try_from(index).unwrap() + 1;
        assert_eq!(house.sim.count("payment_intents").await, made, "{kind}");
    }
    house.sim.assert_nothing_twice().await;
}

/// A kept 500 would be repeated for ever: the provider is asked what became of the call instead.
#[tokio::test]
async fn a_failure_that_the_provider_keeps_is_looked_up() {
    for kind in ["error_500_before", "error_500_after_commit"] {
        let house = House::new().await;
        let request = house.request(&[(1000, 1190)]);
        house.sim.fault(PATH, kind).await;

        let mut opened = house.open(&request).await;
        for _ in 0..3 {
            if opened.is_err() {
                opened = house.open(&request).await;
            }
        }

        assert_eq!(opened.unwrap().status.name(), "open", "{kind}");
        assert_eq!(house.sim.count("payment_intents").await, 1, "{kind}");
        house.sim.assert_nothing_twice().await;
    }
}

#[tokio::test]
async fn a_slow_provider_is_not_waited_for_longer_than_agreed() {
    let mut plan = crate::house::Plan::default();
    plan.policy.call_timeout = std::time::Duration::from_millis(200);
    let house = House::build(plan).await;
    let request = house.request(&[(1000, 1190)]);
    let slow = json!({"path_contains": PATH, "kind": "delay_ms", "ms": 600});
    house.sim.control("faults", &slow).await;

    let first = house.open(&request).await;
    let second = house.open(&request).await;

    assert!(matches!(first, Err(PaymentsError::Unavailable)));
    // The provider still works on the first call, or has just finished it.
    assert!(matches!(
        second,
        Err(PaymentsError::InProgress | PaymentsError::Unavailable) | Ok(_)
    ));
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(house.open(&request).await.unwrap().status.name(), "open");
    assert_eq!(house.sim.count("payment_intents").await, 1);
}

#[tokio::test]
async fn a_crash_between_the_row_and_the_call_is_finished_by_the_check() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    let slow = json!({"path_contains": PATH, "kind": "delay_ms", "ms": 300});
    house.sim.control("faults", &slow).await;

    // Dropping the future is what a crash does: the row is there, nobody waits for the answer.
    tokio::select! {
        ended = house.open(&request) => panic!("{ended:?}"),
        () = house.recorded() => {}
    }
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    house.hurry().await;
    house.settle().await;

    let status: String = house
        .value("select status from payments where tenant_id = $1")
        .await;
    assert_eq!(status, "open");
    assert_eq!(house.sim.count("payment_intents").await, 1);
    assert_eq!(house.open(&request).await.unwrap().status.name(), "open");
    assert_eq!(house.sim.count("payment_intents").await, 1);
}

/// Twenty-four hours later the provider has forgotten the key, and would make a second one.
#[tokio::test]
async fn a_call_that_is_too_old_for_its_key_is_only_looked_up() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    house.sim.fault(PATH, "drop_after_commit").await;
    house.open(&request).await.unwrap_err();
    assert_eq!(house.sim.calls("POST", PATH).await, 1);

    house.clock.forward(time::Duration::hours(24));
    let opened = house.open(&request).await.unwrap();

    assert_eq!(opened.status.name(), "open");
    assert_eq!(
        house.sim.calls("POST", PATH).await,
        1,
        "nothing was sent again"
    );
    assert_eq!(house.sim.count("payment_intents").await, 1);
}

#[tokio::test]
async fn a_call_that_never_arrived_is_made_anew_once_that_is_certain() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);
    house.sim.fault(PATH, "drop_before").await;
    house.open(&request).await.unwrap_err();

    house.clock.forward(time::Duration::hours(24));
    let lost = house.open(&request).await;
    let opened = house.open(&request).await.unwrap();

    assert!(matches!(lost, Err(PaymentsError::Unavailable)));
    assert_eq!(opened.status.name(), "open");
    assert_eq!(house.sim.count("payment_intents").await, 1);
    let failed: String = house
        .value(
            "select error_code from provider_operations where tenant_id = $1 and status = 'failed'",
        )
        .await;
    assert_eq!(failed, "lost");
}

#[tokio::test]
async fn many_at_once_open_one_payment() {
    let house = House::new().await;
    let request = house.request(&[(1000, 1190)]);

    let many = (0..20).map(|_| house.open(&request));
    let ends = futures_util::future::join_all(many).await;

    let opened = ends.iter().filter(|end| end.is_ok()).count();
    assert!(opened >= 1);
    for end in ends {
        if let Err(error) = end {
            let passes = matches!(error.kind(), Kind::Conflict | Kind::Unavailable);
            assert!(passes, "{error:?}");
        }
    }
    assert_eq!(house.sim.count("payment_intents").await, 1);
}

#[tokio::test]
async fn what_the_provider_refuses_is_told_and_can_be_tried_anew() {
    let house = House::new().await;
    let tiny = house.request(&[(1, 1)]);

    let refused = house.open(&tiny).await.unwrap_err();

    assert!(matches!(&refused, PaymentsError::Refused(_)), "{refused:?}");
    assert_eq!(refused.code(), "payment_failed");
    let status: String = house
        .value("select status from payments where tenant_id = $1")
        .await;
    assert_eq!(status, "failed");
    assert!(matches!(
        house.open(&tiny).await,
        Err(PaymentsError::Refused(_))
    ));
}

#[tokio::test]
async fn shares_that_do_not_add_up_are_a_mistake_of_ours() {
    let house = House::new().await;
    let mut request = house.request(&[(1000, 1190)]);
    request.amount.minor += 1;

    let refused = house.open(&request).await.unwrap_err();

    assert_eq!(refused.code(), "internal");
    assert_eq!(house.sim.count("payment_intents").await, 0);
    let rows: i64 = house
        .value("select count(*) from payments where tenant_id = $1")
        .await;
    assert_eq!(rows, 0);
}

#[tokio::test]
async fn a_currency_that_stripe_counts_otherwise_is_refused() {
    let house = House::new().await;
    let mut request = house.request(&[(1000, 1190)]);
    request.amount.currency = kernel::Currency::Kwd;

    assert!(matches!(
        house.open(&request).await,
        Err(PaymentsError::Refused(_))
    ));
}
