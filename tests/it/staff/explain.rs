//! Why somebody may do something or not.

use reqwest::Method;
use serde_json::{Value, json};

use super::{BERTA, get, id_of, join, role};
use crate::harness::System;

#[tokio::test]
async fn a_decision_is_explained_for_members_and_for_roles_not_given_yet() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let packer = role(&shop, "Packer", &["orders:read"]).await;
    let berta = join(&shop, &packer).await;
    let id = id_of(&shop, BERTA).await;
    let explain = async |query: &str| {
        let path = format!("/authorization/explain?{query}");
        shop.admin(Method::GET, &path, Value::Null).await
    };

    let of_refunds = |told: Value| {
        let mut all = told["data"].as_array().unwrap().clone().into_iter();
        all.find(|it| it["operation"] == "admin_create_refund")
            .unwrap()
    };
    let told = explain(&format!("staff_id={id}")).await.expect(200);
    assert_eq!(
        of_refunds(told),
        json!({
            "operation": "admin_create_refund", "is_allowed": false, "role": packer,
            "needed": ["refunds:create"], "held": [], "missing": ["refunds:create"],
        })
    );
    let what_if = explain("role=order_manager").await.expect(200);
    assert_eq!(of_refunds(what_if)["is_allowed"], true);
    let all = explain(&format!("staff_id={id}")).await.expect(200);
    for told in all["data"].as_array().unwrap() {
        let needed = told["needed"].as_array().unwrap();
        let may = needed.iter().all(|it| it == "orders:read");
        assert_eq!(told["is_allowed"], may, "{told}");
    }
    let nobody = "staff_id=stff_00000000000000000000000001";
    assert_eq!(explain(nobody).await.status, 400);
    assert_eq!(
        explain(&format!("role=support&staff_id={id}")).await.status,
        400
    );
    assert_eq!(get(&shop, &berta, "/authorization/explain").await, 403);

    let listed = shop.admin(Method::GET, "/authorities", Value::Null).await;
    let expected = json!({
        "name": "refunds:create", "description": "Give money back.",
        "operations": ["admin_create_cancellation", "admin_create_refund", "admin_preview_refund"],
    });
    assert!(
        listed.expect(200)["data"]
            .as_array()
            .unwrap()
            .contains(&expected)
    );
    system.settle().await;
}
