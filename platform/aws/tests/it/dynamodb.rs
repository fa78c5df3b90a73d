//! A table of DynamoDB as a store of product documents.

use std::time::{Duration, Instant};

use aws_backends::{AccessKey, DynamoDb, DynamoDbAddress, Limits};
use kernel::config::Secret;
use kernel::ids::{ProductId, TenantId};
use kernel::ports::{Ids, ProductDocuments};
use serde_json::json;
use testkit::{Fault, FaultProxy, Moto, product_document, product_documents_contract};

const LIMITS: Limits = Limits {
    connect: Duration::from_millis(300),
    attempt: Duration::from_millis(600),
    whole: Duration::from_secs(3),
};

async fn table(endpoint: &str, name: &str) -> DynamoDb {
    let line = format!("dynamodb://{name}?region=eu-central-1&endpoint=http://{endpoint}");
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    DynamoDb::new(line.parse().unwrap(), Some(key), LIMITS).await
}

fn tenant() -> TenantId {
    TenantId::from_uuid(Ids.uuid())
}

fn product() -> ProductId {
    ProductId::from_uuid(Ids.uuid())
}

#[tokio::test]
async fn a_table_is_a_store_of_documents() {
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let store = table(&moto.address, "stoa-catalog").await;
    product_documents_contract(&store, [tenant(), tenant()]).await;

    let absent = table(&moto.address, "stoa-nowhere").await;
    let told = absent.get(tenant(), &[product()]).await.unwrap_err();
    assert!(told.to_string().contains("ResourceNotFound"), "{told}");
}

/// Every key begins with the tenant, so that a role can be confined to one.
#[tokio::test]
async fn keys_begin_with_the_tenant() {
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let store = table(&moto.address, "stoa-catalog").await;
    let (tenant_id, product_id) = (tenant(), product());
    let document = product_document(product_id, 3, "{}");
    store.put(tenant_id, &[document]).await.unwrap();
    let gone = kernel::ports::ProductDocument {
        body: None,
        ..product_document(product(), 3, "")
    };
    store.put(tenant_id, &[gone]).await.unwrap();

    let scan = json!({"TableName": "stoa-catalog"});
    let all = moto.dynamodb("Scan", &scan).await;
    let items = all["Items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    for item in items {
        let pk = item["pk"]["S"].as_str().unwrap();
        let shard = pk.strip_prefix(&format!("T#{tenant_id}#S#")).unwrap();
        assert!(u8::from_str_radix(shard, 16).unwrap() < 16, "{pk}");
        // A marker ends by itself, a document does not.
        let has_body = item["body"]["S"] == "{}";
        assert_eq!(item["expires_at"]["N"].is_null(), has_body, "{item}");
        let is_ours = item["sk"]["S"] == format!("P#{product_id}");
        assert_eq!(is_ours, has_body, "{item}");
    }
}

/// DynamoDB takes 400 KB. What is longer is there without its body, and is read from the database.
#[tokio::test]
async fn a_document_that_is_too_long_is_put_without_its_body() {
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let store = table(&moto.address, "stoa-catalog").await;
    let tenant_id = tenant();
    for (length, is_kept) in [(380 * 1024, true), (395 * 1024, false)] {
        let document = product_document(product(), 1, &"x".repeat(length));
        let put = store.put(tenant_id, std::slice::from_ref(&document)).await;
        assert_eq!(put.unwrap(), 1);
        let found = store.get(tenant_id, &[document.product_id]).await.unwrap();
        assert_eq!(found[0].body.is_some(), is_kept, "{length}");
    }
}

#[tokio::test]
async fn an_item_that_is_no_document_is_none() {
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let store = table(&moto.address, "stoa-catalog").await;
    let (tenant_id, product_id) = (tenant(), product());
    store
        .put(tenant_id, &[product_document(product_id, 1, "{}")])
        .await
        .unwrap();
    let scan = json!({"TableName": "stoa-catalog"});
    let mut item = moto.dynamodb("Scan", &scan).await["Items"][0].clone();
    item["version"] = json!({"S": "nonsense"});
    let put = json!({"TableName": "stoa-catalog", "Item": item});
    moto.dynamodb("PutItem", &put).await;

    assert_eq!(store.get(tenant_id, &[product_id]).await.unwrap(), []);
    let both = [product_id, product()];
    assert_eq!(store.get(tenant_id, &both).await.unwrap(), []);
}

#[tokio::test]
async fn an_outage_is_told_in_time_and_ends() {
    let moto = Moto::start().await;
    moto.make_document_table("stoa-catalog").await;
    let proxy = FaultProxy::start(&moto.address).await;
    let store = table(&proxy.address.to_string(), "stoa-catalog").await;
    let tenant_id = tenant();
    let (one, two) = (product(), product());
    let documents = [
        product_document(one, 1, "{}"),
        product_document(two, 1, "{}"),
    ];
    let answer = |status: &str, body: &str| {
        let length = body.len();
        Fault::Answer(format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
    };
    let throttled =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}";
    for fault in [
        Fault::Refused,
        Fault::Slow(Duration::from_secs(20)),
        Fault::CutAfter(30),
        answer("500 Internal Server Error", ""),
        answer("400 Bad Request", throttled),
        answer("200 OK", "<html>hello</html>"),
    ] {
        proxy.be(fault.clone());
        let began = Instant::now();
        assert!(store.put(tenant_id, &documents).await.is_err(), "{fault:?}");
        assert!(store.get(tenant_id, &[one]).await.is_err(), "{fault:?}");
        assert!(
            store.get(tenant_id, &[one, two]).await.is_err(),
            "{fault:?}"
        );
        assert!(store.remove_all(tenant_id).await.is_err(), "{fault:?}");
        let most = 4 * LIMITS.whole + Duration::from_secs(2);
        assert!(began.elapsed() < most, "{fault:?}");
    }
    proxy.be(Fault::None);
    store.put(tenant_id, &documents).await.unwrap();
    assert_eq!(store.get(tenant_id, &[one, two]).await.unwrap().len(), 2);
}

#[test]
fn an_address_names_table_and_region() {
    let good = "dynamodb://stoa-production-catalog?region=eu-central-1";
    assert!(good.parse::<DynamoDbAddress>().is_ok());
    for bad in [
        "https://dynamodb.eu-central-1.amazonaws.com/stoa",
        "dynamodb://stoa-catalog",
        "dynamodb://?region=eu-central-1",
        "dynamodb://st?region=eu-central-1",
        "dynamodb://stoa-catalog/other?region=eu-central-1",
        "dynamodb://stoa-catalog?region=eu-central-1&endpoint=http://elsewhere.example",
        "dynamodb://stoa-catalog?region=eu-central-1&odd=1",
        "dynamodb://key:secret@stoa-catalog?region=eu-central-1",
    ] {
        let refused = bad.parse::<DynamoDbAddress>().unwrap_err();
        assert!(refused.to_string().contains("dynamodb://TABLE"), "{bad}");
    }
}
