//! Mail by SES: what leaves, and what SES tells of it through a topic of SNS that Amazon signs.

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Moto, ProviderReply, SnsServer};

use crate::harness::{Answer, Shop, System, send};

const ANNA: &str = "anna@example.com";

async fn call(system: &System, body: &Value) -> Answer {
    let request = system.request(Method::POST, "localhost", "/webhooks/ses");
    // SNS says that its JSON is text.
    let request = request.header("content-type", "text/plain; charset=UTF-8");
    send(request.body(body.to_string())).await
}

fn bounce(tenant_id: &str, email: &str) -> Value {
    json!({
        "eventType": "Bounce",
        "bounce": {
            "bounceType": "Permanent", "bounceSubType": "General",
            "bouncedRecipients": [{
                "emailAddress": email, "action": "failed", "status": "5.1.1",
                "diagnosticCode": format!("smtp; 550 {email} is unknown"),
            }],
        },
        "mail": {"messageId": "0100", "tags": {"tenant_id": [tenant_id]}},
    })
}

async fn suppressed(shop: &Shop<'_>) -> Vec<Value> {
    let list = shop.admin(Method::GET, "/mail-suppressions", Value::Null);
    let list = list.await.expect(200);
    let fields = |it: &Value| json!([it["email"], it["reason"], it["detail"]]);
    list["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(fields)
        .collect()
}

async fn with_topic() -> (SnsServer, System) {
    let sns = SnsServer::start().await;
    let system = System::with(&[("SES_FEEDBACK_TOPIC", &sns.address())]).await;
    (sns, system)
}

#[tokio::test]
async fn an_address_that_ses_cannot_reach_gets_no_more_mail() {
    let (sns, system) = with_topic().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;

    let told = sns.notification(&bounce(&shop.tenant_id, "Anna@example.com"));
    for _ in 0..2 {
        let answer = call(&system, &told).await;
        assert_eq!(answer.expect(200), json!({"received": true}));
    }
    let complaint = json!({
        "eventType": "Complaint",
        "complaint": {"complainedRecipients": [{"emailAddress": "berta@example.com"}]},
        "mail": {"tags": {"tenant_id": [shop.tenant_id]}},
    });
    call(&system, &sns.notification(&complaint))
        .await
        .expect(200);
    // For now, of nobody's, and what SES tries the topic with.
    let mut later = bounce(&shop.tenant_id, "carla@example.com");
    later["bounce"]["bounceType"] = json!("Transient");
    let mut not_ours = bounce(&shop.tenant_id, "doris@example.com");
    not_ours["mail"]["tags"] = json!({});
    for told in [later, not_ours, json!("Successfully validated SNS topic")] {
        call(&system, &sns.notification(&told)).await.expect(200);
    }
    assert_eq!(
        suppressed(&shop).await,
        [
            json!(["berta@example.com", "complained", null]),
            json!([ANNA, "bounced", "5.1.1"]),
        ]
    );
    assert!(suppressed(&other).await.is_empty());
    // The certificate was fetched once.
    assert_eq!(sns.server.seen().len(), 1);
    system.settle().await;
}

#[tokio::test]
async fn what_the_topic_did_not_sign_changes_nothing_and_nobody_else_is_asked() {
    let (sns, system) = with_topic().await;
    let elsewhere = SnsServer::start().await;
    let shop = system.shop("aurora", &[]).await;
    let told = sns.notification(&bounce(&shop.tenant_id, ANNA));
    let changed = |name: &str, value: &str| {
        let mut call = told.clone();
        call[name] = json!(value);
        call
    };

    let certificate = told["SigningCertURL"].as_str().unwrap();
    let host = sns.server.address.to_string();
    for forged in [
        changed(
            "Message",
            &bounce(&shop.tenant_id, "berta@example.com").to_string(),
        ),
        changed("Timestamp", "2026-01-01T00:00:01.000Z"),
        changed("Subject", "Hello"),
        changed("Signature", ""),
        changed("Signature", "AAAA"),
        changed("SignatureVersion", "1"),
        changed("TopicArn", "arn:aws:sns:eu-central-1:123456789012:other"),
        changed(
            "SigningCertURL",
            &certificate.replace(&host, &elsewhere.server.address.to_string()),
        ),
        changed(
            "SigningCertURL",
            &certificate.replace(&host, &format!("{host}@evil.example")),
        ),
        changed("SigningCertURL", &certificate.replace(".pem", ".pem?x")),
        changed("SigningCertURL", "file:///etc/passwd"),
    ] {
        let answer = call(&system, &forged).await;
        answer.refused(400, "webhook_signature_invalid");
    }
    // Another topic signs with the same key of Amazon.
    let mut of_another = changed(
        "TopicArn",
        "arn:aws:sns:eu-central-1:210987654321:stoa-feedback",
    );
    sns.sign(&mut of_another);
    call(&system, &of_another)
        .await
        .refused(400, "webhook_signature_invalid");
    call(&system, &json!({"Type": "Notification"}))
        .await
        .refused(400, "webhook_malformed");
    assert!(suppressed(&shop).await.is_empty());
    assert_eq!(elsewhere.server.seen(), []);

    let without = System::with(&[("SES_FEEDBACK_TOPIC", "")]).await;
    call(&without, &told).await.refused(404, "not_found");
    without.settle().await;
    system.settle().await;
}

#[tokio::test]
async fn a_subscription_of_the_topic_is_confirmed_and_no_other() {
    let (sns, system) = with_topic().await;
    let asked = |sns: &SnsServer| -> Vec<String> {
        let seen = sns.server.seen().into_iter();
        seen.map(|it| it.path)
            .filter(|it| it.starts_with("/?"))
            .collect()
    };
    let wanted = sns.confirmation();
    let mut other_topic = wanted.clone();
    other_topic["TopicArn"] = json!("arn:aws:sns:eu-central-1:123456789012:other");
    sns.sign(&mut other_topic);
    call(&system, &other_topic)
        .await
        .refused(400, "webhook_signature_invalid");
    for url in [
        "http://127.0.0.1:1/?Action=ConfirmSubscription&x",
        "not an address",
    ] {
        let mut elsewhere = wanted.clone();
        elsewhere["SubscribeURL"] = json!(url);
        call(&system, &elsewhere)
            .await
            .refused(400, "webhook_signature_invalid");
        sns.sign(&mut elsewhere);
        call(&system, &elsewhere)
            .await
            .refused(400, "webhook_malformed");
    }
    assert_eq!(asked(&sns), [""; 0]);

    call(&system, &wanted).await.expect(200);
    let url = wanted["SubscribeURL"].as_str().unwrap();
    let [path] = asked(&sns).try_into().unwrap();
    assert!(url.ends_with(&path), "{path}");
    system.settle().await;
}

#[tokio::test]
async fn a_call_whose_certificate_cannot_be_fetched_is_to_come_again() {
    let (sns, system) = with_topic().await;
    let shop = system.shop("aurora", &[]).await;
    let told = sns.notification(&bounce(&shop.tenant_id, ANNA));
    for reply in [
        ProviderReply::Cut,
        ProviderReply::Text(500, String::new()),
        ProviderReply::Text(200, "no certificate".to_owned()),
    ] {
        sns.server.reply(reply);
        call(&system, &told)
            .await
            .refused(503, "webhook_provider_unavailable");
    }
    assert!(suppressed(&shop).await.is_empty());
    system.settle().await;
}

#[tokio::test]
async fn mail_leaves_by_ses_and_the_log_says_so() {
    let moto = Moto::start().await;
    moto.make_mail_identity("localhost").await;
    let url = format!("ses://eu-central-1?endpoint=http://{}", moto.address);
    let system = System::with(&[
        ("MAIL_URL", &url),
        ("MAIL_ACCESS_KEY_ID", "AKIDTEST"),
        ("MAIL_SECRET_ACCESS_KEY", "hunter2"),
    ])
    .await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let order = shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    system.is_quiet().await;

    let path = format!("/emails?order_id={}&recipient={ANNA}", order.order_id);
    let list = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let sent = &list["data"][0];
    assert_eq!(
        (&sent["outcome"], &sent["provider"]),
        (&json!("sent"), &json!("ses"))
    );
    let taken = moto.mail().await;
    let to_anna = taken
        .iter()
        .find(|it| it["destinations"]["ToAddresses"] == json!([ANNA]));
    let to_anna = to_anna.expect("an e-mail to Anna");
    assert_eq!(to_anna["subject"], sent["subject"]);
    assert_eq!(to_anna["source"], "aurora <no-reply@localhost>");
    system.settle().await;
}
