//! Letters from a tenant's own address, and from the platform's while that cannot be.

use mail_auth::DkimResult;
use serde_json::json;
use testkit::DnsMood;

use super::{Post, create, header, sender, set_sender, shown, states, verify};

const PLATFORM: &str = "no-reply@mail.stoa.test";
const OWN: &str = "orders@aurora.example";

#[tokio::test]
async fn a_storefront_writes_from_its_own_domain_and_others_can_check_it() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let other = post.system.shop("meridian", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    let plain = post.letter(&shop).await;
    assert!(
        header(&plain, "From")
            .unwrap()
            .ends_with(&format!("<{PLATFORM}>"))
    );
    assert_eq!(header(&plain, "DKIM-Signature"), None);

    post.publish(&domain);
    let verified = verify(&shop, &domain).await.expect(200);
    assert_eq!(
        (&verified["state"], states(&verified)),
        (
            &json!("verified"),
            vec!["dkim ok".into(), "dmarc ok".into()]
        )
    );
    let chosen = json!({"address": "Orders@Aurora.example", "reply_to": "help@berg.example"});
    let chosen = set_sender(&shop, chosen).await.expect(200);
    assert_eq!(
        chosen,
        json!({
            "address": OWN, "reply_to": "help@berg.example", "effective_address": OWN,
            "sender_domain_id": domain["id"],
        })
    );
    assert_eq!(sender(&shop).await, chosen);

    let letter = post.letter(&shop).await;
    assert!(
        header(&letter, "From")
            .unwrap()
            .ends_with(&format!("<{OWN}>")),
        "{letter}"
    );
    assert_eq!(header(&letter, "Reply-To").unwrap(), "help@berg.example");
    let signature = header(&letter, "DKIM-Signature").unwrap();
    assert!(signature.contains("d=aurora.example;"), "{signature}");
    // The domain of the sender is the one that signed: DMARC passes.
    assert_eq!(post.signatures(&letter).await, [DkimResult::Pass]);
    // What comes back comes to the platform.
    assert_eq!(post.smtp.envelope_senders(), [PLATFORM, PLATFORM]);
    for changed in [
        letter.replace("help@berg.example", "eve@berg.example"),
        letter.replace("aurora.localhost", "evil.localhost"),
    ] {
        assert_ne!(changed, letter);
        let results = post.signatures(&changed).await;
        assert!(!results.contains(&DkimResult::Pass), "{results:?}");
    }
    let theirs = post.letter(&other).await;
    assert!(
        header(&theirs, "From")
            .unwrap()
            .ends_with(&format!("<{PLATFORM}>"))
    );
    post.system.settle().await;
}

#[tokio::test]
async fn a_domain_whose_key_is_gone_is_not_used_until_it_is_back() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    post.publish(&domain);
    // The worker finds it by itself.
    post.a_day_later().await;
    assert_eq!(shown(&shop, &domain).await["state"], "verified");
    let chosen = json!({"address": OWN, "reply_to": "help@berg.example"});
    set_sender(&shop, chosen).await.expect(200);
    let name = domain["records"][0]["name"].as_str().unwrap();

    post.dns.remove(name);
    post.a_day_later().await;
    let failing = shown(&shop, &domain).await;
    assert_eq!(
        (&failing["state"], &failing["verified_at"]),
        (&json!("failing"), &json!(null))
    );
    assert_eq!(states(&failing), ["dkim missing", "dmarc ok"]);
    let now = sender(&shop).await;
    assert_eq!(
        (&now["address"], &now["effective_address"]),
        (&json!(OWN), &json!(PLATFORM))
    );
    let letter = post.letter(&shop).await;
    assert!(
        header(&letter, "From")
            .unwrap()
            .ends_with(&format!("<{PLATFORM}>"))
    );
    assert_eq!(header(&letter, "Reply-To").unwrap(), "help@berg.example");
    assert_eq!(header(&letter, "DKIM-Signature"), None);

    post.publish(&domain);
    post.a_day_later().await;
    assert_eq!(shown(&shop, &domain).await["state"], "verified");
    let letter = post.letter(&shop).await;
    assert_eq!(post.signatures(&letter).await, [DkimResult::Pass]);
    let reminders = "select count(*) from outbox where topic = 'sender_domain.check_due'";
    assert_eq!(post.system.number(reminders).await, 1);
    post.system.settle().await;
}

#[tokio::test]
async fn dns_that_is_out_takes_no_domain_away() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    post.publish(&domain);
    let verified = verify(&shop, &domain).await.expect(200);
    set_sender(&shop, json!({"address": OWN})).await.expect(200);

    post.dns.be(DnsMood::Failing);
    post.a_day_later().await;
    let refused = verify(&shop, &domain).await;
    refused.refused(503, "dns_unavailable");
    assert_eq!(shown(&shop, &domain).await, verified);
    post.dns.be(DnsMood::Willing);
    let letter = post.letter(&shop).await;
    assert_eq!(post.signatures(&letter).await, [DkimResult::Pass]);
    // It is asked again within the hour, once.
    let soon = "select count(*) from outbox where topic = 'sender_domain.check_due'
                   and available_at between now() + interval '50 minutes' and now() + interval '1 hour'";
    assert_eq!(post.system.number(soon).await, 1);
    post.system.settle().await;
}

#[tokio::test]
async fn a_check_that_was_lost_is_made_when_a_letter_leaves() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    post.publish(&domain);
    verify(&shop, &domain).await.expect(200);
    set_sender(&shop, json!({"address": OWN})).await.expect(200);
    // As after a restore, which brings no messages back.
    let lost = "delete from outbox where topic = 'sender_domain.check_due'";
    post.system.execute(lost).await;
    let late = "update sender_domains set next_check_at = now() - interval '2 hours'";
    post.system.execute(late).await;
    post.dns
        .remove(domain["records"][0]["name"].as_str().unwrap());

    post.letter(&shop).await;

    assert_eq!(shown(&shop, &domain).await["state"], "failing");
    let reminders = "select count(*) from outbox where topic = 'sender_domain.check_due'";
    assert_eq!(post.system.number(reminders).await, 1);
    post.system.settle().await;
}
