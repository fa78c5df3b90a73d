//! What every store of product documents must keep to.

use std::collections::BTreeMap;

use kernel::ids::{ProductId, TenantId};
use kernel::ports::{Ids, ProductDocument, ProductDocuments};

/// A document of this version.
pub fn product_document(product_id: ProductId, version: i64, body: &str) -> ProductDocument {
    ProductDocument {
        product_id,
        version,
        schema: 1,
        body: Some(body.to_owned()),
    }
}

/// What every store of product documents keeps to, for two tenants that it may hold documents of.
pub async fn product_documents_contract(store: &dyn ProductDocuments, tenants: [TenantId; 2]) {
    let [ours, theirs] = tenants;
    let products: Vec<ProductId> = (0..60).map(|_| ProductId::from_uuid(Ids.uuid())).collect();
    let first = products[0];
    assert_eq!(get(store, ours, &products).await, BTreeMap::new());
    assert_eq!(store.get(ours, &[]).await.expect("nothing"), []);

    // Twice and out of order changes nothing.
    let version = |version: i64| {
        let body = format!("{{\"title\": \"Vase {version}\", \"of\": \"Ü\"}}");
        product_document(first, version, &body)
    };
    let put = async |documents: &[ProductDocument]| store.put(ours, documents).await.expect("put");
    assert_eq!(put(&[version(1_700_000_000_000_002)]).await, 1);
    for late in [1_700_000_000_000_002, 1_700_000_000_000_001, 0] {
        assert_eq!(put(&[version(late)]).await, 0, "{late}");
    }
    assert_eq!(titles(store, ours, first).await, "Vase 1700000000000002");
    assert_eq!(put(&[version(1_700_000_000_000_003)]).await, 1);
    assert_eq!(titles(store, ours, first).await, "Vase 1700000000000003");
    // A program that knows more fields replaces what an older one has put, and not the other way round.
    let same = version(1_700_000_000_000_003);
    let newer = ProductDocument {
        schema: 2,
        body: Some("{\"title\": \"Vase\"}".to_owned()),
        ..same.clone()
    };
    assert_eq!(put(std::slice::from_ref(&newer)).await, 1);
    assert_eq!(put(&[same]).await, 0);
    assert_eq!(get(store, ours, &[first]).await[&first].schema, 2);

    // A marker stays against what is late, and ends with the next change.
    let gone = ProductDocument {
        version: 1_700_000_000_000_005,
        body: None,
        ..newer
    };
    assert_eq!(put(std::slice::from_ref(&gone)).await, 1);
    assert_eq!(put(&[version(1_700_000_000_000_004)]).await, 0);
    assert_eq!(get(store, ours, &[first]).await[&first], gone);
    assert_eq!(put(&[version(1_700_000_000_000_006)]).await, 1);
    assert_eq!(titles(store, ours, first).await, "Vase 1700000000000006");

    // Many at once, of which some are there.
    let all: Vec<_> = products
        .iter()
        .map(|&id| product_document(id, 7, "{}"))
        .collect();
    assert_eq!(put(&all).await, 59);
    assert_eq!(put(&all).await, 0);
    let found = get(store, ours, &products).await;
    assert_eq!(found.len(), 60);
    assert!(found.values().all(|it| it.body.is_some()));
    assert_eq!(get(store, ours, &products[1..3]).await.len(), 2);

    tenants_are_apart(store, ours, theirs, &products).await;
}

/// A tenant neither reads nor replaces nor deletes another's documents, whatever ids it names.
async fn tenants_are_apart(
    store: &dyn ProductDocuments,
    ours: TenantId,
    theirs: TenantId,
    products: &[ProductId],
) {
    let first = products[0];
    assert_eq!(get(store, theirs, products).await, BTreeMap::new());
    assert_eq!(get(store, theirs, &[first]).await, BTreeMap::new());
    let other = product_document(first, 1_800_000_000_000_000, "{\"title\": \"Theirs\"}");
    assert_eq!(store.put(theirs, &[other]).await.expect("put"), 1);
    assert_eq!(titles(store, theirs, first).await, "Theirs");
    assert_eq!(titles(store, ours, first).await, "Vase 1700000000000006");

    assert_eq!(store.remove_all(theirs).await.expect("removed"), 1);
    assert_eq!(get(store, theirs, &[first]).await, BTreeMap::new());
    assert_eq!(get(store, ours, products).await.len(), 60);
    assert_eq!(store.remove_all(ours).await.expect("removed"), 60);
    assert_eq!(store.remove_all(ours).await.expect("nothing"), 0);
    assert_eq!(get(store, ours, products).await, BTreeMap::new());
}

async fn get(
    store: &dyn ProductDocuments,
    tenant_id: TenantId,
    products: &[ProductId],
) -> BTreeMap<ProductId, ProductDocument> {
    let found = store.get(tenant_id, products).await.expect("documents");
    let count = found.len();
    let found: BTreeMap<_, _> = found.into_iter().map(|it| (it.product_id, it)).collect();
    assert_eq!(found.len(), count, "none comes twice");
    found
}

async fn titles(store: &dyn ProductDocuments, tenant_id: TenantId, id: ProductId) -> String {
    let found = get(store, tenant_id, &[id]).await;
    let body = found[&id].body.as_deref().expect("a body");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    body["title"].as_str().expect("a title").to_owned()
}
