//! Orders are found by whatever staff know of them, filtered, counted and taken to a file.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Bought, Shop, Shopper, System, send, text};

/// Buys two mugs or so as somebody who lives somewhere.
async fn bought(shopper: &Shopper<'_>, email: &str, address: Value) -> Bought {
    let who = json!({"email": email, "shipping_address": address});
    send(shopper.request(Method::PATCH, "").json(&who))
        .await
        .expect(200);
    shopper.buy().await
}

/// The numbers of the orders that a list has.
async fn numbers(shop: &Shop<'_>, query: &str) -> Vec<u64> {
    let path = format!("/orders?{query}");
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    let list = list.expect(200);
    let orders = list["data"].as_array().unwrap().iter();
    orders.map(|it| it["number"].as_u64().unwrap()).collect()
}

async fn product(shop: &Shop<'_>, slug: &str) -> String {
    let path = format!("/storefront/v1/products/{slug}");
    let ask = shop.system.request(Method::GET, &shop.host, &path);
    text(&send(ask).await.expect(200), "/id")
}

/// A store with two merchants and three orders: 1001 of Åsa in Sweden, 1002 and 1003 of Ben in Berlin.
async fn three_orders(shop: &Shop<'_>) -> [Bought; 3] {
    shop.stock(&[
        ("harbour/mug", 900, 50),
        ("harbour/bowl", 1_500, 50),
        ("meadow/tea-pot", 4_000, 50),
    ])
    .await;
    let asa = shop.ready_shopper(&[("mug", 2)]).await;
    let asa = bought(
        &asa,
        "asa@example.com",
        json!({
            "first_name": "Åsa", "last_name": "Lindström", "street_name": "Storgatan 1", "city": "Stockholm",
            "postal_code": "111 22", "country": "SE", "phone": "+46 70 123 45 67",
        }),
    )
    .await;
    let ben = json!({
        "first_name": "Ben", "last_name": "van  Dyke", "company": "Dyke & Söhne", "street_name": "Lange Straße 1",
        "city": "Berlin", "postal_code": "10115", "country": "DE", "phone": "030 / 4455 6677",
    });
    let bowl = shop.ready_shopper(&[("bowl", 1)]).await;
    let bowl = bought(&bowl, "ben@example.com", ben.clone()).await;
    let pot = shop.ready_shopper(&[("mug", 1), ("tea-pot", 1)]).await;
    let pot = bought(&pot, "ben@example.com", ben).await;
    [asa, bowl, pot]
}

#[tokio::test]
async fn an_order_is_found_by_what_staff_know_of_it() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("harbour", 1_000), ("meadow", 1_000)])
        .await;
    let [asa, _, _] = three_orders(&shop).await;
    system.is_quiet().await;
    let parcel = json!({"tracking": {"carrier": "DHL", "number": "JJD-0099 1234"}});
    shop.fulfill(&asa.order_id, "p", &parcel).await.expect(201);
    let other = system.shop("borealis", &[]).await;

    for (search, found) in [
        ("1002", vec![1002]),
        ("%231003", vec![1003]),
        ("asa@", vec![1001]),
        ("ben@example.com", vec![1003, 1002]),
        ("asa lind", vec![1001]),
        ("%C3%85sa%20Lindstr%C3%B6m", vec![1001]),
        ("LINDSTROM", vec![1001]),
        ("van dyke", vec![1003, 1002]),
        ("ben van dyke", vec![1003, 1002]),
        ("dyke %26 sohne", vec![1003, 1002]),
        ("dyke", vec![1003, 1002]),
        ("+46 70 123 45 67", vec![1001]),
        ("%2B46701234567", vec![1001]),
        ("070-1234567", vec![1001]),
        ("03044556677", vec![1003, 1002]),
        ("tea-pot", vec![1003]),
        ("TEAPOT", vec![1003]),
        ("mug", vec![1003, 1001]),
        ("jjd00991234", vec![1001]),
        ("JJD-0099 1234", vec![1001]),
        // Neither the middle of a name nor the beginning of a code.
        ("strom", vec![]),
        ("tea", vec![]),
        ("jjd0099", vec![]),
        ("100", vec![]),
        ("12345", vec![]),
        ("%25", vec![]),
    ] {
        let query = format!("search={search}");
        assert_eq!(numbers(&shop, &query).await, found, "{search}");
        assert!(numbers(&other, &query).await.is_empty(), "{search}");
    }
    // A search and a filter both hold, in each sort order and over pages.
    assert_eq!(
        numbers(&shop, "search=mug&search=mug&country=SE").await,
        [1001]
    );
    let all = "search=mug&sort=largest&limit=1";
    assert_eq!(numbers(&shop, all).await, [1003]);
    assert_eq!(numbers(&shop, "search=mug&sort=oldest").await, [1001, 1003]);
    let query = format!("search=dyke&product_id={}", product(&shop, "tea-pot").await);
    assert_eq!(numbers(&shop, &query).await, [1003]);
    system.settle().await;
}

/// The list has these orders: as a page, counted, and one by one.
async fn lists(shop: &Shop<'_>, query: &str, found: &[u64]) {
    assert_eq!(numbers(shop, query).await, found, "{query}");
    let path = format!("/orders?{query}&with_count=true&limit=1");
    let page = shop.admin(Method::GET, &path, Value::Null).await;
    let page = page.expect(200);
    assert_eq!(page["count"], found.len(), "{query}");
    // One by one it is the same list.
    let mut paged = Vec::new();
    let mut page = page;
    loop {
        paged.extend(page["data"].as_array().unwrap().iter().cloned());
        let Some(next) = page["next_cursor"].as_str() else {
            break;
        };
        let path = format!("/orders?{query}&limit=1&cursor={next}");
        page = shop
            .admin(Method::GET, &path, Value::Null)
            .await
            .expect(200);
        assert!(page.get("count").is_none());
    }
    let paged: Vec<u64> = paged
        .iter()
        .map(|it| it["number"].as_u64().unwrap())
        .collect();
    assert_eq!(paged, found, "{query}");
}

#[tokio::test]
async fn orders_are_filtered_and_counted() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("harbour", 1_000), ("meadow", 1_000)])
        .await;
    let ben = shop.member("ben@example.com").await;
    let [asa, bowl, _] = three_orders(&shop).await;
    system.is_quiet().await;
    let path = format!("/orders/{}/tags", asa.order_id);
    shop.admin(Method::PUT, &path, json!({"tags": ["gift"]}))
        .await
        .expect(200);
    let get = |path: &'static str| shop.admin(Method::GET, path, Value::Null);
    let merchants = get("/merchants").await.expect(200);
    let merchant = |slug: &str| {
        let all = merchants["data"].as_array().unwrap();
        text(all.iter().find(|it| it["slug"] == slug).unwrap(), "/id")
    };
    let mug = product(&shop, "mug").await;
    let order = get("/orders?search=1001").await.expect(200);
    let path = format!("/orders/{}", text(&order, "/data/0/id"));
    let order = shop.admin(Method::GET, &path, Value::Null);
    let storefront = text(&order.await.expect(200), "/storefront_id");
    let total = bowl.total;

    for (query, found) in [
        (String::new(), vec![1003, 1002, 1001]),
        (format!("customer_id={}", ben.id), vec![1003, 1002]),
        (format!("merchant_id={}", merchant("meadow")), vec![1003]),
        (
            format!("merchant_id={}", merchant("harbour")),
            vec![1003, 1002, 1001],
        ),
        (format!("product_id={mug}"), vec![1003, 1001]),
        (format!("product_id={mug}&tag=gift"), vec![1001]),
        (format!("product_id={mug}&sort=largest"), vec![1003, 1001]),
        (
            format!("merchant_id={}&tag=gift", merchant("meadow")),
            vec![],
        ),
        (
            format!("storefront_id={storefront}"),
            vec![1003, 1002, 1001],
        ),
        (
            "storefront_id=stf_00000000000000000000000000".into(),
            vec![],
        ),
        ("country=SE".into(), vec![1001]),
        ("country=DE&tag=gift".into(), vec![]),
        ("currency=EUR".into(), vec![1003, 1002, 1001]),
        ("currency=USD".into(), vec![]),
        (
            format!("currency=EUR&total_from={total}&total_to={total}"),
            vec![1002],
        ),
        (
            format!("currency=EUR&total_from={}", total + 1),
            vec![1003, 1001],
        ),
        (format!("currency=EUR&total_to={}", total - 1), vec![]),
        ("sort=largest".into(), vec![1003, 1001, 1002]),
    ] {
        lists(&shop, &query, &found).await;
    }
    system.settle().await;
}

#[tokio::test]
async fn a_list_of_orders_is_a_file() {
    let system = System::start().await;
    let shop = system
        .shop("aurora", &[("harbour", 1_000), ("meadow", 1_000)])
        .await;
    let [_, bowl, pot] = three_orders(&shop).await;
    system.is_quiet().await;
    let file = shop.admin(Method::GET, "/orders.csv?country=DE", Value::Null);
    let file = file.await;
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    let mut rows = csv::Reader::from_reader(file.text.as_bytes());
    let header: Vec<_> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        header,
        [
            "number",
            "id",
            "placed_at",
            "status",
            "payment_status",
            "fulfillment_status",
            "email",
            "currency",
            "total",
            "refunded"
        ]
    );
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let told: Vec<_> = rows
        .iter()
        .map(|it| [0, 1, 3, 4, 6, 7, 8, 9].map(|at| it[at].to_owned()))
        .collect();
    let decimal = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
    let of = |number: &str, order: &Bought| {
        [
            number.to_owned(),
            order.order_id.clone(),
            "paid".into(),
            "paid".into(),
            "ben@example.com".into(),
            "EUR".into(),
            decimal(order.total),
            "0.00".into(),
        ]
    };
    assert_eq!(told, [of("1003", &pot), of("1002", &bowl)]);
    system.settle().await;
}

#[tokio::test]
async fn odd_lists_are_refused() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    for (query, pointer) in [
        ("total_from=1", "currency"),
        ("total_to=1", "currency"),
        ("currency=EUR&total_from=-1", "total_from"),
        ("country=de", "country"),
        ("country=Germany", "country"),
        ("merchant_id=usr_1", "merchant_id"),
        ("search=%00", "search"),
    ] {
        for path in ["/orders", "/orders.csv"] {
            let path = format!("{path}?{query}");
            let refused = shop.admin(Method::GET, &path, Value::Null).await;
            assert_eq!(refused.status, 400, "{path}");
            assert!(refused.text.contains(pointer), "{path}: {}", refused.text);
        }
    }
    shop.enrol("clerk@aurora.test", "catalogue_manager").await;
    let clerk = shop.sign_in("clerk@aurora.test").await;
    let ask = system.request(Method::GET, &shop.host, "/admin/v1/orders.csv");
    send(ask.bearer_auth(clerk))
        .await
        .refused(403, "permission_denied");
    system.settle().await;
}
