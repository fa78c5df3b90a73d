//! What a store keeps about shoppers, as CSV: for the shopper, and for the staff.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Account, Answer, Bought, Shop, System, send};

const ANNA: &str = "anna@example.com";
const KINDS: &[&str] = &[
    "account",
    "addresses",
    "consents",
    "identities",
    "sessions",
    "cart_lines",
    "orders",
    "order_lines",
    "reviews",
];

/// The rows of a file, by the names of its columns.
fn rows(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(answer.headers["cache-control"], "private, no-store");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\""),
        "{disposition}"
    );
    let mut reader = csv::ReaderBuilder::new().from_reader(answer.text.as_bytes());
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            assert_eq!(row.len(), header.len());
            let cells = header.iter().zip(row.iter());
            cells
                .map(|(name, cell)| (name.to_owned(), json!(cell)))
                .collect()
        })
        .collect()
}

async fn own(shop: &Shop<'_>, token: &str, kind: &str) -> Answer {
    let path = format!("/export.csv?kind={kind}");
    shop.account(token, Method::GET, &path, Value::Null).await
}

/// An account with something of everything; the order, and the account's cart.
async fn everything(shop: &Shop<'_>, account: &Account) -> (Bought, Value) {
    let token = &account.access_token;
    // What a spreadsheet would run, and what ends a cell.
    let address = json!({"address": {
        "first_name": "=1+1", "last_name": "Berg, \"B\"", "street_name": "Zimtgasse 17", "city": "Berlin",
        "postal_code": "10115", "country": "DE",
    }});
    shop.account(token, Method::POST, "/addresses", address)
        .await
        .expect(201);
    let agreed = json!({"terms_version": "7", "marketing_email": true});
    shop.account(token, Method::PATCH, "/consents", agreed)
        .await
        .expect(200);
    let cart = shop.ready_shopper(&[("mug", 2)]).await;
    let bought = cart.buy().await;
    let opened = shop.account(token, Method::POST, "/cart", json!({})).await;
    let opened = opened.expect(200);
    let line = json!({"variant_id": shop.variant("mug").await, "quantity": 3});
    let path = format!(
        "/storefront/v1/carts/{}/lines",
        opened["id"].as_str().unwrap()
    );
    let add = shop
        .system
        .request(Method::POST, &shop.host, &path)
        .json(&line);
    let add = add.header("cart-token", opened["token"].as_str().unwrap());
    send(add).await.expect(200);
    shop.system.is_quiet().await;
    (bought, opened)
}

#[tokio::test]
async fn each_kind_of_ones_own_data_is_a_file_that_says_what_the_document_says() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    let anna = shop.member(ANNA).await;
    let berta = shop.member("berta@example.com").await;
    let token = &anna.access_token;
    let (bought, opened) = everything(&shop, &anna).await;

    let addresses = rows(&own(&shop, token, "addresses").await);
    assert_eq!(addresses[0]["first_name"], "'=1+1");
    assert_eq!(addresses[0]["last_name"], "Berg, \"B\"");
    let account = rows(&own(&shop, token, "account").await);
    assert_eq!(
        (account[0]["id"].as_str(), account[0]["email"].as_str()),
        (Some(&*anna.id), Some(ANNA))
    );
    let consents = rows(&own(&shop, token, "consents").await);
    let said: Vec<_> = consents
        .iter()
        .map(|it| it["purpose"].as_str().unwrap())
        .collect();
    assert_eq!(said, ["marketing_email", "terms"]);
    let orders = rows(&own(&shop, token, "orders").await);
    assert_eq!(orders.len(), 1);
    assert_eq!(orders[0]["id"], bought.order_id.as_str());
    assert_eq!(orders[0]["total"], bought.total.to_string());
    assert_eq!(orders[0]["shipping_street_name"], "Lange Straße 1");
    let lines = rows(&own(&shop, token, "order_lines").await);
    assert_eq!(
        (lines[0]["order_id"].as_str(), lines[0]["quantity"].as_str()),
        (Some(&*bought.order_id), Some("2"))
    );
    assert_eq!(
        (lines[0]["title"].as_str(), lines[0]["unit_price"].as_str()),
        (Some("mug"), Some("1490"))
    );
    let cart = rows(&own(&shop, token, "cart_lines").await);
    assert_eq!(
        (cart[0]["cart_id"].clone(), cart[0]["quantity"].clone()),
        (opened["id"].clone(), json!("3"))
    );
    assert_eq!(rows(&own(&shop, token, "sessions").await).len(), 1);
    for kind in KINDS {
        // Nothing of it is another shopper's.
        let other = own(&shop, &berta.access_token, kind).await;
        rows(&other);
        assert!(
            !other.text.contains(ANNA) && !other.text.contains("Zimtgasse"),
            "{kind}"
        );
    }
    for odd in ["secrets", "orders,sessions"] {
        let refused = own(&shop, token, odd).await;
        refused.refused(400, "invalid_request");
        assert_eq!(refused.body["errors"][0]["pointer"], "kind", "{odd}");
    }
    system.settle().await;
}

#[tokio::test]
async fn the_staff_gets_every_customer_in_one_file() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("borealis", &[]).await;
    other.member("foreign@example.com").await;
    let anna = shop.member(ANNA).await;
    system
        .execute(
            "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                                created_at)
             select tenant_id, gen_random_uuid(), 'shopper' || n || '@example.com', '@SUM(A' || n || ')', last_name,
                    password_hash, email_verified_at, created_at
               from users, generate_series(1, 250) n
              where email = 'anna@example.com'",
        )
        .await;

    let file = shop.admin(Method::GET, "/customers.csv", Value::Null).await;
    let found = rows(&file);

    assert_eq!(found.len(), 251);
    assert!(!file.text.contains("foreign@"));
    let hers = found.iter().find(|it| it["email"] == ANNA).unwrap();
    assert_eq!(
        (hers["id"].as_str(), hers["first_name"].as_str()),
        (Some(&*anna.id), Some("Anna"))
    );
    let odd = found
        .iter()
        .find(|it| it["email"] == "shopper7@example.com")
        .unwrap();
    assert_eq!(odd["first_name"], "'@SUM(A7)");
    let mut emails: Vec<_> = found
        .iter()
        .map(|it| it["email"].as_str().unwrap())
        .collect();
    emails.sort_unstable();
    emails.dedup();
    assert_eq!(emails.len(), 251);
    // Without the authority there is no file.
    shop.enrol("clerk@aurora.test", "catalogue_manager").await;
    let clerk = shop.sign_in("clerk@aurora.test").await;
    let path = "/admin/v1/customers.csv";
    let ask = system.request(Method::GET, &shop.host, path);
    send(ask.bearer_auth(clerk))
        .await
        .refused(403, "permission_denied");
    system.settle().await;
}
