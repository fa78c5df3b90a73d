//! The private keys of sender domains.

use kernel::ids::TenantId;
use mail_auth::DkimResult;
use serde_json::json;

use super::{Post, create, header, set_sender, verify};

#[tokio::test]
async fn keys_are_encrypted_and_are_encrypted_anew() {
    let post = Post::start().await;
    let shop = post.system.shop("aurora", &[]).await;
    let domain = create(&shop, "aurora.example").await.expect(201);
    post.publish(&domain);
    verify(&shop, &domain).await.expect(200);
    let own = json!({"address": "orders@aurora.example"});
    set_sender(&shop, own).await.expect(200);

    let begins = "-----BEGIN RSA PRIVATE KEY-----";
    for form in [begins.to_owned(), hex::encode(begins)] {
        assert_eq!(post.system.tables_with(&form).await, [""; 0]);
    }
    let before = post.system.number(DIGEST).await;
    let tenant_id: TenantId = shop.tenant_id.parse().unwrap();
    assert_eq!(post.system.app.senders.reseal(tenant_id).await.unwrap(), 1);
    assert_ne!(post.system.number(DIGEST).await, before);
    let letter = post.letter(&shop).await;
    assert_eq!(post.signatures(&letter).await, [DkimResult::Pass]);

    // A key that cannot be opened any more stops no letter.
    post.system
        .execute("update sender_domains set key_sealed = '\\x00'")
        .await;
    let letter = post.letter(&shop).await;
    assert_eq!(header(&letter, "DKIM-Signature"), None);
    assert!(
        header(&letter, "From")
            .unwrap()
            .contains("no-reply@mail.stoa.test")
    );
    post.system.settle().await;
}

/// Something of the encrypted key.
const DIGEST: &str =
    "select ('x' || left(md5(key_sealed), 15))::bit(60)::bigint from sender_domains";
