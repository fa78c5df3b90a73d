//! Two tenants and one domain.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Post, create, fault, faults, set_sender, shown, states, storefront, verify};
use crate::harness::text;

#[tokio::test]
async fn a_domain_is_the_tenants_whose_key_it_publishes() {
    let post = Post::start().await;
    let owner = post.system.shop("aurora", &[]).await;
    let claimant = post.system.shop("meridian", &[]).await;
    // A claim is in nobody's way.
    let claimed = create(&claimant, "aurora.example").await.expect(201);
    let proven = create(&owner, "aurora.example").await.expect(201);
    let pending = verify(&claimant, &claimed).await.expect(200);
    assert_eq!(pending["state"], "pending");
    post.publish(&proven);
    let verified = verify(&owner, &proven).await.expect(200);
    assert_eq!(verified["state"], "verified");
    let theirs = verify(&claimant, &claimed).await.expect(200);
    assert_eq!(
        (&theirs["state"], &states(&theirs)[0]),
        (&json!("pending"), &"dkim missing".to_owned())
    );

    // With both keys published, the one who came first keeps it.
    post.publish(&claimed);
    verify(&claimant, &claimed)
        .await
        .refused(409, "sender_domain_in_use");
    assert_eq!(shown(&claimant, &claimed).await["state"], "pending");
    post.a_day_later().await;
    assert_eq!(shown(&claimant, &claimed).await["state"], "pending");
    assert_eq!(shown(&owner, &proven).await["state"], "verified");
    let refused = set_sender(&claimant, json!({"address": "orders@aurora.example"})).await;
    assert_eq!(faults(&refused), fault("/address", "not_allowed"));

    // Once its key is gone, the domain is free, and the first one does not take it back.
    post.dns
        .remove(proven["records"][0]["name"].as_str().unwrap());
    post.a_day_later().await;
    assert_eq!(shown(&owner, &proven).await["state"], "failing");
    let verified = verify(&claimant, &claimed).await.expect(200);
    assert_eq!(verified["state"], "verified");
    post.publish(&proven);
    verify(&owner, &proven)
        .await
        .refused(409, "sender_domain_in_use");
    assert_eq!(shown(&owner, &proven).await["state"], "failing");
    post.system.settle().await;
}

#[tokio::test]
async fn what_is_another_tenants_is_not_there() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let other = post.system.shop("meridian", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    post.publish(&domain);
    let verified = verify(&shop, &domain).await.expect(200);

    let path = format!("/sender-domains/{}", text(&domain, "/id"));
    let sender = format!("/storefronts/{}/sender", storefront(&shop).await);
    for (method, path, body) in [
        (Method::GET, path.clone(), Value::Null),
        (Method::POST, format!("{path}/verify"), Value::Null),
        (Method::DELETE, path, Value::Null),
        (Method::GET, sender.clone(), Value::Null),
        (Method::PUT, sender, json!({"reply_to": "eve@example.com"})),
    ] {
        let foreign = other.admin(method, &path, body).await;
        foreign.refused(404, "not_found");
    }
    let list = other
        .admin(Method::GET, "/sender-domains", Value::Null)
        .await;
    assert_eq!(list.expect(200)["data"], json!([]));
    let used = set_sender(&other, json!({"address": "orders@aurora.example"})).await;
    assert_eq!(faults(&used), fault("/address", "not_allowed"));
    assert_eq!(shown(&shop, &domain).await, verified);
    assert_eq!(
        post.system
            .number("select count(*) from storefront_senders")
            .await,
        0
    );
    post.system.settle().await;
}
