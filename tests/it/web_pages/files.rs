//! What browsers and search engines look for beside pages, and what the program refuses to start with.

use kernel::config::Env;
use reqwest::Method;
use serde_json::json;
use stoa::app::App;
use stoa::settings::Settings;

use super::{SCRIPT, bundle, get, header, system};
use crate::harness::{System, send};

#[tokio::test]
async fn assets_are_kept_for_ever_and_sent_small() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;

    let whole = get(&shop, "/assets/main-1a.js").await;
    let request = system.request(Method::GET, &shop.host, "/assets/main-1a.js");
    let small = send(request.header("accept-encoding", "gzip")).await;

    assert_eq!(
        header(&whole, "content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(
        header(&whole, "cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(header(&small, "content-encoding"), "gzip");
    assert_eq!(whole.text.len(), 5900);
    let length: usize = header(&small, "content-length").parse().unwrap();
    assert!(length < 500, "{length}");
    system.settle().await;
}

#[tokio::test]
async fn search_engines_find_every_product_and_category() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("käse-brett", 1200, 5), ("mug", 900, 0)])
        .await;
    shop.import("Handle,Title,Type,Status,Variant Price\ndraft-lamp,Draft,Lamps,draft,10.00\n")
        .await;

    let robots = get(&shop, "/robots.txt").await.text;
    let index = get(&shop, "/sitemap.xml").await.text;
    let products = get(&shop, "/sitemap-products-1.xml").await;
    let pages = get(&shop, "/sitemap-pages.xml").await.text;

    assert!(robots.contains("Disallow: /checkout\n"));
    assert!(robots.ends_with("Sitemap: http://aurora.localhost:8080/sitemap.xml\n"));
    assert_eq!(index.matches("<sitemap>").count(), 2, "{index}");
    assert!(index.contains("<loc>http://aurora.localhost:8080/sitemap-products-1.xml</loc>"));
    assert_eq!(
        header(&products, "content-type"),
        "application/xml; charset=utf-8"
    );
    assert_eq!(
        products.text.matches("<url>").count(),
        2,
        "{}",
        products.text
    );
    assert!(
        products
            .text
            .contains("/products/k%C3%A4se-brett</loc><lastmod>20")
    );
    assert!(pages.contains("<loc>http://aurora.localhost:8080/products</loc>"));
    assert_eq!(get(&shop, "/sitemap-products-2.xml").await.status, 404);
    system.settle().await;
}

#[tokio::test]
async fn a_browser_is_told_the_name_the_colours_and_the_icon() {
    let bundle = bundle(SCRIPT);
    let system = system(&bundle, &[]).await;
    let shop = system.shop("aurora", &[]).await;

    let manifest = get(&shop, "/manifest.webmanifest").await;
    let icon = get(&shop, "/favicon.ico").await;

    assert_eq!(
        header(&manifest, "content-type"),
        "application/manifest+json"
    );
    assert_eq!(manifest.body["name"], json!("aurora"));
    assert_eq!(manifest.body["theme_color"], json!("#1f2937"));
    assert_eq!(header(&icon, "content-type"), "image/svg+xml");
    assert!(icon.text.contains(">A</text>"), "{}", icon.text);
    system.settle().await;
}

#[tokio::test]
async fn a_folder_that_is_no_web_shop_stops_the_program_and_names_the_setting() {
    let system = System::start().await;
    let incomplete = bundle(SCRIPT);
    std::fs::remove_file(incomplete.path().join("public/assets/main-2b.css")).unwrap();
    for (folder, why) in [
        (
            "/nowhere".to_owned(),
            "STOREFRONT_DIR: /nowhere/render.js: No such file",
        ),
        (
            incomplete.path().display().to_string(),
            "STOREFRONT_DIR: shop.json names /assets/main-2b.css, which is not in public/assets",
        ),
    ] {
        let mut settings = system.settings.clone();
        settings.push(("STOREFRONT_DIR".to_owned(), folder));
        let settings = Settings::from_env(Env::of(settings)).unwrap();
        let app = App::build(settings).await.unwrap();
        let refused = app.router().err().map(|error| error.to_string()).unwrap();
        assert!(refused.starts_with(why), "{refused}");
    }
    system.settle().await;
}
