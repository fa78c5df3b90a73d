//! Products, as staff makes them and as shoppers find them.

use poem::http::Method;
use serde_json::{Value, json};

use super::House;

fn product(title: &str) -> Value {
    let price = json!({"amount": 500, "currency": "EUR"});
    json!({
        "title": title,
        "status": "active",
        "category": ["Café"],
        "variants": [{"price": price}],
    })
}

#[tokio::test]
async fn a_list_with_empty_parameters_is_the_list_without_them() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    for title in ["Grüße Ärger", "C++", "C#"] {
        let create = house.ask(Method::POST, "/admin/v1/products");
        let create = create
            .header("Authorization", owner.as_str())
            .json(&product(title));
        create.send().await.ok(201);
    }
    let get = async |path: &str| {
        let path = format!("/storefront/v1/products{path}");
        house.ask(Method::GET, &path).send().await
    };

    let whole = get("").await.ok(200);
    assert_eq!(whole["data"].as_array().map(Vec::len), Some(3));
    for empty in [
        "?category=",
        "?sort=",
        "?limit=",
        "?cursor=",
        "?category=&sort=&limit=&cursor=",
    ] {
        assert_eq!(get(empty).await.ok(200), whole, "{empty}");
    }
    for wrong in [
        "?sort=none",
        "?limit=0",
        "?limit=101",
        "?limit=x",
        "?cursor=x",
    ] {
        assert_eq!(get(wrong).await.status, 400, "{wrong}");
    }
    // Browsers may write the same letters in two ways.
    for place in ["caf%C3%A9", "cafe%CC%81"] {
        let page = get(&format!("?category={place}")).await.ok(200);
        assert_eq!(page["data"].as_array().map(Vec::len), Some(3));
    }
    for slug in ["gr%C3%BC%C3%9Fe-%C3%A4rger", "gru%CC%88%C3%9Fe-a%CC%88rger"] {
        let found = get(&format!("/{slug}")).await.ok(200);
        assert_eq!(found["title"], "Grüße Ärger");
    }
    assert_eq!(get("/c-2").await.ok(200)["title"], "C#");
}

#[tokio::test]
async fn a_description_that_is_too_much_is_a_fault_of_the_description() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    let open: Vec<String> = (0..3_200).map(|n| format!("<b a={n}>")).collect();
    let blocks = "<div>x</div>".repeat(3_200);
    let mut lamp = product("Lamp");
    lamp["description"] = format!("<div>{}</div>{blocks}", open.concat()).into();

    let refused = house
        .ask(Method::POST, "/admin/v1/products")
        .header("Authorization", owner.as_str())
        .json(&lamp)
        .send()
        .await;

    assert_eq!(refused.status, 400);
    assert_eq!(refused.fields(), [("/description", "html_too_nested")]);
}

#[tokio::test]
async fn a_tenant_says_whether_its_skus_are_unique() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    let send = async |method: Method, path: &str, body: Option<Value>| {
        let ask = house
            .ask(method, path)
            .header("Authorization", owner.clone());
        match body {
            Some(body) => ask.json(&body).send().await,
            None => ask.send().await,
        }
    };
    let settings = "/admin/v1/catalog/settings";
    let with_sku = |title: &str| {
        let mut body = product(title);
        body["variants"][0]["sku"] = json!("K1");
        Some(body)
    };
    let before = send(Method::GET, settings, None).await.ok(200);
    assert_eq!(before, json!({"unique_skus": false}));
    for title in ["One", "Two"] {
        send(Method::POST, "/admin/v1/products", with_sku(title))
            .await
            .ok(201);
    }

    let wanted = Some(json!({"unique_skus": true}));
    let shared = send(Method::PUT, settings, wanted.clone()).await;
    assert_eq!(shared.problem(), (409, "sku_taken"));
    let still = send(Method::GET, settings, None).await.ok(200);
    assert_eq!(still, before);

    let other = House::new().await;
    let owner = other.owner("aurora").await;
    let ask = |method: Method, path: &str| {
        other
            .ask(method, path)
            .header("Authorization", owner.clone())
    };
    let set = ask(Method::PUT, settings)
        .json(&json!({"unique_skus": true}))
        .send()
        .await;
    assert_eq!(set.ok(200), json!({"unique_skus": true}));
    let first = ask(Method::POST, "/admin/v1/products").json(&with_sku("One").unwrap());
    first.send().await.ok(201);
    let second = ask(Method::POST, "/admin/v1/products").json(&with_sku("Two").unwrap());
    assert_eq!(second.send().await.problem(), (409, "sku_taken"));
}

#[tokio::test]
async fn a_merchant_of_nobody_or_of_another_tenant_makes_no_product() {
    let house = House::new().await;
    let owner = house.owner("aurora").await;
    let mut unknown = product("Mug");
    unknown["merchant_id"] = json!("mer_01jdz0000000000000000000ab");
    let create = house.ask(Method::POST, "/admin/v1/products");
    let create = create.header("Authorization", owner.as_str());

    let answer = create.json(&unknown).send().await;

    assert_eq!(answer.problem(), (422, "merchant_not_found"));
    assert_eq!(answer.body["errors"][0]["pointer"], "/merchant_id");
    let list = house.ask(Method::GET, "/storefront/v1/products");
    assert_eq!(list.send().await.ok(200)["data"], json!([]));
}
