//! Sender domains as staff add, verify and delete them.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{ProviderReply, ProviderServer};

use super::{Post, create, fault, faults, sender, set_sender, shown, states, storefront, verify};
use crate::harness::{System, text};

/// What each key of 2,048 bits begins with.
const KEY: &str = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A";
const REJECT: &str = "v=DMARC1; p=reject; rua=mailto:postmaster@aurora.example";

#[tokio::test]
async fn staff_see_what_is_missing_and_what_is_wrong() {
    let post = Post::with(&[("MAIL_SPF_INCLUDE", "_spf.stoa.test")]).await;
    let shop = post.system.shop("aurora", &[]).await;

    let made = create(&shop, "Shop.Aurora.Example").await;
    let location = made.headers["location"].clone();
    let domain = made.expect(201);
    let path = format!("/admin/v1/sender-domains/{}", text(&domain, "/id"));
    assert_eq!(location, path.as_str());
    assert_eq!(
        (&domain["domain"], &domain["state"]),
        (&json!("shop.aurora.example"), &json!("pending"))
    );
    let [dkim, spf, dmarc] = domain["records"].as_array().unwrap().as_slice() else {
        panic!("three records were expected: {domain}");
    };
    let name = text(dkim, "/name");
    let selector = name.strip_suffix("._domainkey.shop.aurora.example");
    let selector = selector.unwrap();
    assert_eq!((selector.len(), &selector[..5]), (13, "stoa-"));
    let value = text(dkim, "/value");
    assert!(value.starts_with(KEY), "{value}");
    assert_eq!(
        *spf,
        json!({
            "purpose": "spf", "type": "TXT", "name": "shop.aurora.example", "is_required": false,
            "value": "v=spf1 include:_spf.stoa.test ~all", "state": "unchecked",
        })
    );
    assert_eq!(
        *dmarc,
        json!({
            "purpose": "dmarc", "type": "TXT", "name": "_dmarc.shop.aurora.example", "is_required": false,
            "value": "v=DMARC1; p=none", "state": "unchecked",
        })
    );
    assert_eq!(shown(&shop, &domain).await, domain);
    let list = shop.admin(Method::GET, "/sender-domains", Value::Null);
    assert_eq!(list.await.expect(200)["data"], json!([domain]));

    let nothing = verify(&shop, &domain).await.expect(200);
    assert_eq!(nothing["state"], "pending");
    assert_eq!(
        states(&nothing),
        ["dkim missing", "spf missing", "dmarc missing"]
    );
    post.dns.publish(&name, &["v=DKIM1; k=rsa; p=AAAA"]);
    post.dns
        .publish("shop.aurora.example", &["site=1", "v=spf1 -all"]);
    post.dns
        .publish("_dmarc.shop.aurora.example", &["v=DMARC1; p=never"]);
    let wrong = verify(&shop, &domain).await.expect(200);
    assert_eq!(wrong["state"], "pending");
    assert_eq!(states(&wrong), ["dkim wrong", "spf wrong", "dmarc wrong"]);
    let found = |place: usize| wrong["records"][place]["found"].clone();
    assert_eq!(
        [found(0), found(1), found(2)],
        ["v=DKIM1; k=rsa; p=AAAA", "v=spf1 -all", "v=DMARC1; p=never"].map(Value::from)
    );
    // The key alone is needed, and a policy of the domain above counts.
    post.dns.publish(&name, &[&value]);
    post.dns.remove("_dmarc.shop.aurora.example");
    post.dns.publish("_dmarc.aurora.example", &[REJECT]);
    let verified = verify(&shop, &domain).await.expect(200);
    assert_eq!(
        (&verified["state"], &verified["records"][0]["found"]),
        (&json!("verified"), &Value::Null)
    );
    assert_eq!(states(&verified), ["dkim ok", "spf wrong", "dmarc ok"]);
    assert!(verified["verified_at"].is_string() && verified["checked_at"].is_string());
    assert_eq!(shown(&shop, &domain).await, verified);
    post.system.settle().await;
}

#[tokio::test]
async fn a_domain_is_one_that_can_be_the_tenants() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;

    for wrong in [
        "",
        "com",
        "127.0.0.1",
        "a..example",
        "aurora.example:25",
        "https://aurora.example",
        "_x.aurora.example",
    ] {
        let refused = create(&shop, wrong).await;
        assert_eq!(faults(&refused), fault("/domain", "malformed"), "{wrong}");
    }
    let long = format!(
        "{}.{}.example",
        ["a".repeat(60), "b".repeat(60), "c".repeat(60)].join("."),
        "d".repeat(20)
    );
    assert_eq!(
        faults(&create(&shop, &long).await),
        fault("/domain", "malformed")
    );
    for ours in ["mail.stoa.test", "shop.mail.stoa.test", "aurora.localhost"] {
        let refused = create(&shop, ours).await;
        assert_eq!(faults(&refused), fault("/domain", "not_allowed"), "{ours}");
    }
    create(&shop, "bücher.example").await.expect(201);
    let again = create(&shop, "XN--BCHER-KVA.example").await;
    again.refused(409, "sender_domain_exists");
    for number in 1..5 {
        create(&shop, &format!("shop{number}.example"))
            .await
            .expect(201);
    }
    let sixth = create(&shop, "shop5.example").await;
    sixth.refused(409, "too_many_sender_domains");
    let all = "select count(*) from sender_domains";
    assert_eq!(post.system.number(all).await, 5);
    post.system.settle().await;
}

#[tokio::test]
async fn a_sender_is_at_a_verified_domain_and_keeps_it() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    let platform = json!({"effective_address": "no-reply@mail.stoa.test"});
    assert_eq!(sender(&shop).await, platform);

    let own = json!({"address": "orders@aurora.example"});
    let pending = set_sender(&shop, own.clone()).await;
    assert_eq!(faults(&pending), fault("/address", "not_allowed"));
    post.publish(&domain);
    verify(&shop, &domain).await.expect(200);
    for elsewhere in [
        "orders@berg.example",
        "orders@shop.aurora.example",
        "no-reply@mail.stoa.test",
    ] {
        let refused = set_sender(&shop, json!({"address": elsewhere})).await;
        assert_eq!(
            faults(&refused),
            fault("/address", "not_allowed"),
            "{elsewhere}"
        );
    }
    let malformed = set_sender(
        &shop,
        json!({"address": "aurora.example", "reply_to": "help"}),
    )
    .await;
    let mut expected = fault("/address", "malformed");
    expected.extend(fault("/reply_to", "malformed"));
    assert_eq!(faults(&malformed), expected);
    assert_eq!(sender(&shop).await, platform);

    set_sender(&shop, own).await.expect(200);
    let path = format!("/sender-domains/{}", text(&domain, "/id"));
    let used = shop.admin(Method::DELETE, &path, Value::Null).await;
    used.refused(409, "sender_domain_used");
    assert_eq!(shown(&shop, &domain).await["state"], "verified");
    set_sender(&shop, json!({})).await.expect(200);
    assert_eq!(sender(&shop).await, platform);
    let deleted = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(deleted.status, 204);
    let gone = shop.admin(Method::GET, &path, Value::Null).await;
    gone.refused(404, "not_found");
    // Its reminder finds nothing.
    post.a_day_later().await;
    let reminders = "select count(*) from outbox where topic = 'sender_domain.check_due'";
    assert_eq!(post.system.number(reminders).await, 0);
    post.system.settle().await;
}

#[tokio::test]
async fn a_provider_that_does_not_sign_is_said_to() {
    let provider = ProviderServer::start(ProviderReply::Says(202, json!({}))).await;
    let url = format!("sendgrid://:SG.x@{}", provider.address);
    let system = System::with(&[("MAIL_URL", &url)]).await;
    let shop = system.shop("aurora", &[]).await;

    let refused = create(&shop, "aurora.example").await;
    refused.refused(409, "sender_domains_unsupported");
    assert_eq!(
        system.number("select count(*) from sender_domains").await,
        0
    );
    // Answers can go elsewhere all the same.
    let reply_to = json!({"reply_to": "help@aurora.example"});
    set_sender(&shop, reply_to).await.expect(200);
    let path = format!("/storefronts/{}/sender", storefront(&shop).await);
    let now = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    assert_eq!(
        now,
        json!({"reply_to": "help@aurora.example", "effective_address": "no-reply@localhost"})
    );
    system.settle().await;
}
