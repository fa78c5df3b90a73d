//! Pages: whose they are, what they cost, and what happens when the script fails.

use reqwest::Method;
use serde_json::{Value, json};

use super::{SCRIPT, bundle, get, header, system};
use crate::harness::{System, send, text};

#[tokio::test]
async fn each_host_shows_its_own_brand_and_its_own_goods() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let aurora = system.shop("aurora", &[]).await;
    let meridian = system.shop("meridian", &[]).await;
    aurora.stock(&[("mug-canary-aurora", 1200, 5)]).await;
    meridian.stock(&[("tent-canary-meridian", 9900, 5)]).await;

    for (shop, own, foreign) in [
        (&aurora, "aurora", "meridian"),
        (&meridian, "meridian", "aurora"),
    ] {
        for path in [
            "/",
            "/products/mug-canary-aurora",
            "/products/tent-canary-meridian",
        ] {
            let page = get(shop, path).await;
            assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
            let html = if path == "/" {
                page.text
            } else {
                page.text.replace(path, "")
            };
            assert!(html.contains(&format!("<h1>{own}</h1>")), "{html}");
            assert!(!html.contains(foreign), "{own} shows {foreign}: {html}");
        }
    }
    assert_eq!(
        get(&aurora, "/products/mug-canary-aurora").await.status,
        200
    );
    assert_eq!(
        get(&aurora, "/products/tent-canary-meridian").await.status,
        404
    );
    let unknown = send(system.request(Method::GET, "unknown.localhost", "/")).await;
    assert_eq!((unknown.status, unknown.code()), (404, "not_found"));
    let platform = send(system.request(Method::GET, "localhost", "/")).await;
    assert_eq!(
        platform.status, 404,
        "the platform has no shop: {}",
        platform.text
    );
    system.settle().await;
}

#[tokio::test]
async fn a_page_says_what_may_run_in_it_and_how_long_it_is_good() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[("CATALOG_CACHE_TTL_MS", "2000")]).await;
    let shop = system.shop("aurora", &[]).await;

    let home = get(&shop, "/").await;

    let style = home.text.split("<style>").nth(1).unwrap();
    let style = style.split("</style>").next().unwrap();
    assert!(style.starts_with(":root{--t-primary:#1f2937;"), "{style}");
    let policy = header(&home, "content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' https://js.stripe.com;"));
    assert!(
        policy.contains("'sha256-") && !policy.contains("unsafe-inline"),
        "{policy}"
    );
    assert_eq!(
        header(&home, "cache-control"),
        "public, max-age=0, s-maxage=2, stale-while-revalidate=10, must-revalidate"
    );
    assert!(
        home.text
            .contains("<link rel=\"canonical\" href=\"http://aurora.localhost:8080/\">")
    );
    assert!(
        home.text
            .contains("<script type=\"module\" src=\"/assets/main-1a.js\"></script>")
    );
    assert!(
        home.text
            .contains("<link rel=\"stylesheet\" href=\"/assets/main-2b.css\">")
    );
    let again = system
        .request(Method::GET, &shop.host, "/")
        .header("if-none-match", header(&home, "etag"));
    let again = send(again).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    assert_eq!(header(&again, "content-security-policy"), policy);
    let cart = get(&shop, "/cart").await;
    assert_eq!(header(&cart, "cache-control"), "private, no-cache");
    let missing = get(&shop, "/nothing/here").await;
    assert_eq!(missing.status, 404);
    assert!(missing.text.contains("<h1>aurora</h1>"), "{}", missing.text);
    system.settle().await;
}

#[tokio::test]
async fn what_makes_no_difference_makes_no_page() {
    let bundle = bundle(SCRIPT);
    let settings = [
        ("CATALOG_CACHE_TTL_MS", "60000"),
        ("STOREFRONT_ENGINES", "1"),
    ];
    let system = system(&bundle, &settings).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1200, 5)]).await;

    let first = get(&shop, "/products/mug").await.text;
    for number in 0..200 {
        let path = format!("/products/mug?utm_source={number}&variant=%27&x={number}");
        assert_eq!(get(&shop, &path).await.text, first, "{path}");
    }
    let variant = get(&shop, "/products/mug?a=1&variant=var_1&b=2").await.text;

    assert!(
        first.contains("<i></i>") && first.contains("<u>1</u>"),
        "{first}"
    );
    assert!(variant.contains("<i>variant=var_1</i>"), "{variant}");
    assert!(variant.contains("<u>2</u>"), "{variant}");
    system.settle().await;
}

#[tokio::test]
async fn a_price_that_changed_is_shown_and_what_did_not_change_is_not_rendered_again() {
    let bundle = bundle(SCRIPT);
    let settings = [("CATALOG_CACHE_TTL_MS", "1"), ("STOREFRONT_ENGINES", "1")];
    let system = system(&bundle, &settings).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1200, 5)]).await;
    let moment = || tokio::time::sleep(std::time::Duration::from_millis(20));

    let first = get(&shop, "/products/mug").await.text;
    moment().await;
    let second = get(&shop, "/products/mug").await.text;
    assert_eq!(first, second);
    assert!(
        first.contains("\"amount\":1200") && first.contains("<u>1</u>"),
        "{first}"
    );
    let variant = shop.variant("mug").await;
    let price = json!({"price": {"currency": "EUR", "amount": 1500}});
    let path = format!("/variants/{variant}/price");
    shop.admin(Method::PUT, &path, price).await.expect(200);
    moment().await;
    let third = get(&shop, "/products/mug").await.text;

    assert!(
        third.contains("\"amount\":1500") && third.contains("<u>2</u>"),
        "{third}"
    );
    system.settle().await;
}

#[tokio::test]
async fn a_product_that_was_archived_is_gone_and_a_draft_was_never_there() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[("CATALOG_CACHE_TTL_MS", "0")]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1200, 5)]).await;
    let products = shop.admin(Method::GET, "/products", Value::Null).await;
    let id = text(&products.expect(200), "/data/0/id");
    let path = format!("/products/{id}");

    for (status, expected, code) in [
        ("archived", 410, "product_gone"),
        ("draft", 404, "not_found"),
        ("active", 200, ""),
    ] {
        let change = json!({"status": status});
        shop.admin(Method::PATCH, &path, change).await.expect(200);
        let answer = get(&shop, "/storefront/v1/products/mug").await;
        assert_eq!(answer.status, expected, "{status}");
        assert_eq!(answer.body["code"].as_str().unwrap_or_default(), code);
        let page = get(&shop, "/products/mug").await;
        assert!(
            page.text
                .contains(&format!("/storefront/v1/products/mug {expected}")),
            "{status}: {}",
            page.text
        );
    }
    system.settle().await;
}

#[tokio::test]
async fn a_script_that_fails_leaves_the_page_to_the_browser() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;

    for path in [
        "/throws",
        "/endless",
        "/greedy",
        "/nonsense",
        "/plan-throws",
    ] {
        let page = get(&shop, path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.text.contains("<div id=\"root\"></div>"),
            "{path}: {}",
            page.text
        );
        assert!(
            page.text.contains("<title>aurora</title>"),
            "{path}: {}",
            page.text
        );
        assert!(page.text.contains("src=\"/assets/main-1a.js\""), "{path}");
        // What the browser renders the page from.
        for part in [
            format!(r#"{{"path":"{path}""#).as_str(),
            r#""name":"aurora""#,
        ] {
            assert!(page.text.contains(part), "{path}: {}", page.text);
        }
        assert_eq!(header(&page, "cache-control"), "no-store", "{path}");
        assert_eq!(get(&shop, "/").await.status, 200, "after {path}");
    }
    system.settle().await;
}

#[tokio::test]
async fn a_page_reads_what_a_visitor_may_and_nothing_else() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;

    let request = system
        .request(Method::GET, &shop.host, "/secrets")
        .bearer_auth(&shop.owner_token);
    let page = send(request).await.text;

    for read in [
        "<p>/admin/v1/orders 404 </p>",
        "<p>/operator/v1/tenants 404 </p>",
        "<p>/storefront/v1/account 401 </p>",
        "<p>//x 404 </p>",
    ] {
        assert!(page.contains(read), "{read}: {page}");
    }
    system.settle().await;
}

#[tokio::test]
async fn a_slug_of_any_script_has_its_page() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("käse-brett", 1200, 5), ("茶碗", 900, 5)])
        .await;

    for (path, slug) in [
        ("/products/k%C3%A4se-brett", "käse-brett"),
        ("/products/%E8%8C%B6%E7%A2%97", "茶碗"),
    ] {
        let page = get(&shop, path).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let state = format!("\"path\":\"/products/{slug}\"");
        assert!(page.text.contains(&state), "{}", page.text);
        let read = format!("<p>/storefront/v1{path} 200 {slug}</p>");
        assert!(page.text.contains(&read), "{}", page.text);
    }
    for path in [
        "/products/nothing",
        "/products/k%C3%A4se",
        "/products/%zz",
        "/products/%E0%A4%A",
        "/products/%ff",
        "/products/%00",
        "/%",
    ] {
        let page = get(&shop, path).await;
        assert_eq!(page.status, 404, "{path}: {}", page.text);
        assert!(page.text.contains("<h1>aurora</h1>"), "{path}");
    }
    system.settle().await;
}

#[tokio::test]
async fn redirects_stay_in_the_shop_and_odd_addresses_are_no_pages() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;
    let browser = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let visit = |path: &str| {
        let url = format!("http://{}{path}", system.address);
        send(browser.get(url).header("host", &shop.host))
    };

    let old = visit("/old").await;
    assert_eq!(
        (old.status, header(&old, "location")),
        (301, "/products/mug")
    );
    let away = visit("/away").await;
    assert_eq!((away.status, header(&away, "location")), (404, ""));
    for path in [
        "/products/..%2f..%2fetc%2fpasswd",
        "/products/%00",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2frender.js",
        "/assets/%2e%2e/%2e%2e/shop.json",
        "/assets/notes.txt",
        "/assets/",
    ] {
        assert_eq!(visit(path).await.status, 404, "{path}");
    }
    let long = format!("/{}", "a".repeat(4000));
    assert_eq!(visit(&long).await.status, 404);
    let put = system
        .request(Method::PUT, &shop.host, "/products/mug")
        .json(&json!({}));
    let put = send(put).await;
    assert_eq!(
        (put.status, header(&put, "content-type")),
        (404, "application/problem+json")
    );
    system.settle().await;
}

#[tokio::test]
async fn a_suspended_tenant_is_closed_and_without_a_web_shop_there_are_no_pages() {
    let bundle = bundle(SCRIPT);
    let first = system(&bundle, &[]).await;
    let shop = first.shop("aurora", &[]).await;
    first
        .execute("update tenants set status = 'suspended'")
        .await;
    // Which host leads where is remembered for a moment.
    let closed = loop {
        let page = get(&shop, "/").await;
        if page.status != 200 {
            break page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    };
    assert_eq!((closed.status, header(&closed, "retry-after")), (503, "60"));
    assert!(closed.text.contains("<h1>Closed</h1>") && !closed.text.contains("aurora"));
    first.settle().await;

    let second = System::start().await;
    let shop = second.shop("aurora", &[]).await;
    let page = get(&shop, "/").await;
    assert_eq!((page.status, page.code()), (404, "not_found"));
    second.settle().await;
}
