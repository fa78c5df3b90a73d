//! What shoppers look for, and do not find.

use reqwest::Method;
use serde_json::{Value, json};

use super::made;
use crate::harness::{Shop, System};

async fn told(shop: &Shop<'_>, query: &str) -> Vec<(String, i64, i64)> {
    let (mut told, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/search/terms?limit=2&{query}{cursor}");
        let page = shop
            .admin(Method::GET, &path, json!(null))
            .await
            .expect(200);
        for term in page["data"].as_array().unwrap() {
            let number = |name: &str| term[name].as_i64().unwrap();
            let name = term["term"].as_str().unwrap().to_owned();
            told.push((name, number("searches"), number("without_results")));
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return told,
        }
    }
}

fn counted(term: &str, searches: i64, without_results: i64) -> (String, i64, i64) {
    (term.to_owned(), searches, without_results)
}

#[tokio::test]
async fn terms_are_counted_by_day_and_name_nobody() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.create(&[made("Mug", json!({})), made("Kettle", json!({}))])
        .await;
    for words in [
        "mug",
        "MUG!",
        "mug",
        "hammock",
        "Hammock",
        "ketle",
        "anna@example.com",
        "0171 2345678",
        "",
        " ",
    ] {
        shop.find(&[("q", words)]).await;
    }
    // A filter that leaves nothing is no term without results, and a second page is no second search.
    shop.find(&[("q", "mug"), ("price_min", "999999")]).await;

    let all = [
        counted("mug", 4, 0),
        counted("hammock", 2, 2),
        counted("ketle", 1, 1),
    ];
    assert_eq!(told(&shop, "").await, all);
    let missed = [counted("hammock", 2, 2), counted("ketle", 1, 1)];
    assert_eq!(told(&shop, "without_results=true").await, missed);
    assert_eq!(told(&shop, "day=2020-01-01").await, []);
    for wrong in [
        "day=yesterday",
        "day=2020-13-01",
        "day=-0001-01-01",
        "without_results=perhaps",
        "cursor=x",
    ] {
        let refused = shop
            .admin(Method::GET, &format!("/search/terms?{wrong}"), Value::Null)
            .await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.body);
    }
    assert_eq!(system.tables_with("anna@example").await, [""; 0]);
    assert_eq!(system.tables_with("2345678").await, [""; 0]);
    system.settle().await;
}

#[tokio::test]
async fn a_day_counts_so_many_terms_and_old_days_go() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    system
        .execute(
            "insert into search_term_days (tenant_id, day, term, searches, without_results)
             select id, (now() at time zone 'utc')::date - 91, 'old', 1, 0 from tenants
             union all
             select id, (now() at time zone 'utc')::date, 'term ' || n, 1, 1 from tenants, generate_series(1, 4999) n",
        )
        .await;

    for words in ["first", "second", "first", "term 7"] {
        shop.find(&[("q", words)]).await;
    }

    assert_eq!(
        system.number("select count(*) from search_term_days").await,
        5_000
    );
    let path = "/search/terms?limit=3";
    let page = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    let told = |index: usize| {
        (
            page["data"][index]["term"].clone(),
            page["data"][index]["searches"].clone(),
        )
    };
    assert_eq!(told(0), (json!("first"), json!(2)));
    assert_eq!(told(1), (json!("term 7"), json!(2)));
    assert_eq!(told(2), (json!("term 1"), json!(1)));
    system.settle().await;
}
