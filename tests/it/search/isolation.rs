//! The functions that search run with the owner's rights; they see the tenant of the transaction, and no other.

use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::made;
use crate::harness::System;

const PRODUCTS: &str = "select search_products('english', 'EUR', null, null, '', null, '[]', null, null, null, \
                        array[1000]::bigint[], 'newest', -9223372036854775808, '', \
                        'ffffffff-ffff-ffff-ffff-ffffffffffff', 100) #>> '{total}'";
const WORDS: &str = "select count(*)::text from search_vocabulary('english', 'EUR', array['m', 'mug', 'mgu'], true, true)";

#[tokio::test]
async fn a_tenant_sees_nothing_of_another_through_the_functions() {
    let system = System::start().await;
    let full = system.shop("aurora", &[]).await;
    let empty = system.shop("borealis", &[]).await;
    full.create(&[made("Mug", json!({})), made("Mug Tree", json!({}))])
        .await;
    let uuid = |shop: &crate::harness::Shop<'_>| {
        shop.tenant_id
            .parse::<kernel::ids::TenantId>()
            .unwrap()
            .uuid()
            .to_string()
    };
    let mut app = PgConnection::connect(&system.db.app_url()).await.unwrap();
    let mut ask = async |tenant: Option<String>, statement: &'static str| {
        let mut tx = app.begin().await.unwrap();
        if let Some(tenant) = tenant {
            let set = format!("set local app.tenant_id = '{tenant}'");
            sqlx::query(AssertSqlSafe(set))
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        sqlx::query_scalar::<_, String>(statement)
            .fetch_one(&mut *tx)
            .await
            .unwrap()
    };

    assert_eq!(ask(Some(uuid(&full)), PRODUCTS).await, "2");
    assert_ne!(ask(Some(uuid(&full)), WORDS).await, "0");
    for stranger in [Some(uuid(&empty)), None, Some(String::new())] {
        assert_eq!(ask(stranger.clone(), PRODUCTS).await, "0", "{stranger:?}");
        assert_eq!(ask(stranger.clone(), WORDS).await, "0", "{stranger:?}");
    }
    drop(app);
    // Nobody but the program may call them.
    for url in [system.db.relay_url(), system.db.operator_url()] {
        let mut role = PgConnection::connect(&url).await.unwrap();
        for statement in [PRODUCTS, WORDS] {
            let refused = sqlx::query(statement)
                .execute(&mut role)
                .await
                .unwrap_err()
                .to_string();
            assert!(
                refused.contains("permission denied for function"),
                "{refused}"
            );
        }
    }
    assert_eq!(empty.find(&[("q", "mug")]).await["total"], 0);
    assert_eq!(empty.suggest("mu").await["terms"], json!([]));
    // Synonyms and counts are each tenant's own as well.
    let groups = json!({"groups": [{"terms": ["cup", "mug"]}]});
    empty
        .admin(reqwest::Method::PUT, "/search/synonyms", groups)
        .await
        .expect(200);
    assert_eq!(full.titles("cup").await, [""; 0]);
    let terms = empty
        .admin(reqwest::Method::GET, "/search/terms", json!(null))
        .await
        .expect(200);
    assert_eq!(terms["data"].as_array().unwrap().len(), 1);
    system.settle().await;
}
