//! A brand is drafted, looked at, published and rolled back; what is wrong with it is named.

use reqwest::Method;
use serde_json::{Value, json};

use super::{SCRIPT, bundle, get, header, system};
use crate::harness::{Answer, Shop, System, send, text};

fn kit(primary: &str) -> Value {
    json!({
        "name": "Aurora", "radius": "large",
        "colors": {
            "primary": primary, "on_primary": "#ffffff", "background": "#ffffff",
            "surface": "#f5f5f4", "text": "#1c1917", "accent": "#b45309",
        },
        "fonts": {"heading": "Lora", "body": "Inter"},
        "texts": {"cart.title": "Basket"},
        "pages": [{"slug": "imprint", "title": "Imprint",
                   "html": "<p onclick=\"x()\">We are <b>Aurora</b>.</p><script>alert(1)</script>"}],
    })
}

async fn storefront(shop: &Shop<'_>) -> String {
    let list = shop
        .admin(Method::GET, "/storefronts", Value::Null)
        .await
        .expect(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    assert_eq!(list["data"][0]["hosts"], json!([shop.host]));
    format!("/storefronts/{}/brand", text(&list, "/data/0/id"))
}

/// Saves a draft.
async fn save(shop: &Shop<'_>, brand: &str, kit: Value) -> Value {
    let path = format!("{brand}/draft");
    shop.admin(Method::PUT, &path, kit).await.expect(200)
}

async fn publish(shop: &Shop<'_>, brand: &str, version: i64) -> Answer {
    let path = format!("{brand}/publish");
    shop.admin(Method::POST, &path, json!({"version": version}))
        .await
}

/// What a browser keeps of the link to a page with the draft.
async fn enter_preview(shop: &Shop<'_>, url: &str) -> String {
    let token = url
        .strip_prefix("http://aurora.localhost:8080/?preview=")
        .unwrap();
    let browser = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let address = shop.system.address;
    let request = browser.get(format!("http://{address}/cart?preview={token}"));
    let entered = send(request.header("host", &shop.host)).await;
    assert_eq!(
        (entered.status, header(&entered, "location")),
        (303, "/cart")
    );
    let cookie = header(&entered, "set-cookie");
    cookie.split(';').next().unwrap().to_owned()
}

/// The store as shoppers see it.
async fn store(shop: &Shop<'_>) -> Value {
    let store = shop
        .system
        .request(Method::GET, &shop.host, "/storefront/v1/store");
    send(store).await.expect(200)
}

#[tokio::test]
async fn a_draft_is_seen_by_those_with_the_link() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;
    let brand = storefront(&shop).await;
    let before = store(&shop).await;

    let saved = save(&shop, &brand, kit("#7c2d12")).await;
    assert_eq!(saved["version"]["number"], 1);
    assert_eq!(saved["version"]["status"], "draft");
    assert_eq!(
        saved["brand"]["pages"][0]["html"],
        "<p>We are <b>Aurora</b>.</p>"
    );
    assert_eq!(store(&shop).await, before, "shoppers see no draft");

    let links = format!("{brand}/preview-links");
    let link = shop
        .admin(Method::POST, &links, Value::Null)
        .await
        .expect(200);
    let cookie = enter_preview(&shop, &text(&link, "/url")).await;
    let home = || {
        system
            .request(Method::GET, &shop.host, "/")
            .header("cookie", &cookie)
    };
    let previewed = send(home()).await;
    assert!(
        previewed.text.contains("--t-primary:#7c2d12;"),
        "{}",
        previewed.text
    );
    assert_eq!(header(&previewed, "cache-control"), "no-store");
    assert_eq!(header(&previewed, "x-robots-tag"), "noindex");
    assert!(get(&shop, "/").await.text.contains("--t-primary:#1f2937;"));
    shop.admin(Method::POST, &links, Value::Null)
        .await
        .expect(200);
    let late = send(home()).await.text;
    assert!(
        late.contains("--t-primary:#1f2937;"),
        "the first link has ended"
    );
    system.settle().await;
}

#[tokio::test]
async fn everybody_sees_what_is_published() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;
    let brand = storefront(&shop).await;
    save(&shop, &brand, kit("#7c2d12")).await;

    let published = publish(&shop, &brand, 1).await.expect(200);

    assert_eq!(published["published"]["version"]["number"], 1);
    assert_eq!(published["draft"], Value::Null);
    let after = store(&shop).await;
    assert_eq!(after["brand"]["radius"], "large");
    assert_eq!(after["brand"]["texts"], json!({"cart.title": "Basket"}));
    assert_eq!(
        after["brand"]["pages"],
        json!([{"slug": "imprint", "title": "Imprint"}])
    );
    assert!(get(&shop, "/").await.text.contains("--t-primary:#7c2d12;"));
    // Also where the script renders nothing: the brand has a name, which the storefront's need not be.
    let shell = get(&shop, "/throws").await.text;
    assert!(shell.contains("<title>Aurora</title>"), "{shell}");
    let manifest = get(&shop, "/manifest.webmanifest").await;
    assert_eq!(manifest.body["name"], "Aurora");
    let page = |slug: &str| {
        let path = format!("/storefront/v1/pages/{slug}");
        send(system.request(Method::GET, &shop.host, &path))
    };
    assert_eq!(
        page("imprint").await.expect(200)["html"],
        "<p>We are <b>Aurora</b>.</p>"
    );
    assert_eq!(page("terms").await.code(), "not_found");
    system.settle().await;
}

#[tokio::test]
async fn an_earlier_version_comes_back_and_a_draft_can_be_thrown_away() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let brand = storefront(&shop).await;
    for (version, primary) in [(1, "#7c2d12"), (2, "#14532d")] {
        save(&shop, &brand, kit("#000000")).await;
        let saved = save(&shop, &brand, kit(primary)).await;
        assert_eq!(
            saved["version"]["number"], version,
            "saving again replaces the draft"
        );
        publish(&shop, &brand, version).await.expect(200);
    }

    save(&shop, &brand, kit("#1e3a8a")).await;
    let state = publish(&shop, &brand, 1).await.expect(200);

    assert_eq!(state["published"]["brand"]["colors"]["primary"], "#7c2d12");
    assert_eq!(state["draft"]["version"]["number"], 3, "the draft is kept");
    assert_eq!(store(&shop).await["brand"]["colors"]["primary"], "#7c2d12");
    let path = |end: &str| format!("{brand}/{end}");
    let state = shop
        .admin(Method::DELETE, &path("draft"), Value::Null)
        .await;
    assert_eq!(state.expect(200)["draft"], Value::Null);
    let versions = shop
        .admin(Method::GET, &path("versions"), Value::Null)
        .await;
    let versions = versions.expect(200);
    let seen: Vec<(i64, &str)> = versions["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                it["number"].as_i64().unwrap(),
                it["status"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(seen, [(2, "replaced"), (1, "published")]);
    let none = shop
        .admin(Method::POST, &path("preview-links"), Value::Null)
        .await;
    assert_eq!((none.status, none.code()), (409, "no_draft"));
    let absent = publish(&shop, &brand, 9).await;
    assert_eq!((absent.status, absent.code()), (422, "version_not_found"));
    assert_eq!(absent.body["errors"][0]["pointer"], "/version");
    system.settle().await;
}

/// What is wrong: where, what, the status and the code of the field.
fn wrong() -> Vec<(&'static str, Value, u16, &'static str)> {
    vec![
        ("/colors/text", json!("#999999"), 422, "contrast_too_low"),
        ("/colors/primary", json!("red"), 422, "malformed"),
        ("/fonts/body", json!("Comic Sans"), 400, "malformed"),
        ("/fonts/heading", json!("x; } body {"), 400, "malformed"),
        ("/texts/cart.title", json!(""), 400, "malformed"),
        ("/pages/0/slug", json!("../etc"), 400, "malformed"),
        (
            "/pages/0/html",
            json!("x".repeat(102_401)),
            400,
            "malformed",
        ),
        (
            "/pages/0/html",
            json!("<b>".repeat(2000)),
            400,
            "html_too_nested",
        ),
        ("/name", json!("two\nlines"), 400, "malformed"),
    ]
}

#[tokio::test]
async fn what_could_harm_a_page_or_not_be_read_is_refused_and_changes_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let path = format!("{}/draft", storefront(&shop).await);

    for (pointer, value, status, code) in wrong() {
        let mut kit = kit("#7c2d12");
        *kit.pointer_mut(pointer).unwrap() = value;
        let refused = shop.admin(Method::PUT, &path, kit).await;
        assert_eq!(refused.status, status, "{pointer}: {}", refused.body);
        let errors = refused.body["errors"].as_array().unwrap();
        let is_named = |it: &Value| it["pointer"] == pointer && it["code"] == code;
        assert!(errors.iter().any(is_named), "{pointer}: {}", refused.body);
    }
    let mut keyed = kit("#7c2d12");
    keyed["texts"] = json!({"<b>": "x"});
    let refused = shop.admin(Method::PUT, &path, keyed).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/texts");
    let mut grey = kit("#7c2d12");
    grey["colors"]["text"] = json!("#999999");
    let refused = shop.admin(Method::PUT, &path, grey).await;
    assert_eq!(
        refused.body["errors"][0]["detail"],
        "a contrast of at least 4.5 to 1 with background (#ffffff), such as #757575"
    );
    assert_eq!(
        system.number("select count(*) from brand_versions").await,
        0
    );
    system.settle().await;
}
