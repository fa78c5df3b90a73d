//! What browsers and search engines look for beside pages: robots, sitemap, manifest, icon.

use std::fmt::Write;

use poem::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use poem::http::{HeaderValue, StatusCode};
use poem::{Endpoint, FromRequest, Request, RequestBody, Response};
use serde_json::json;
use time::format_description::well_known::Rfc3339;
use tracing::error;

use domain::catalog::SITEMAP_PART;
use gateway::Visitor;

use crate::Shop;
use crate::document::escaped;
use crate::pages::closed;
use crate::store::Store;

const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("public, max-age=600");
const XML: &str = "application/xml; charset=utf-8";

/// A file at a well-known path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SiteFile {
    Robots,
    Manifest,
    Icon,
    SitemapIndex,
    /// Categories and other pages.
    SitemapPages,
    /// A part of the products, counted from 1.
    SitemapProducts(u32),
}

impl SiteFile {
    pub(crate) fn of(path: &str) -> Option<Self> {
        Some(match path {
            "/robots.txt" => Self::Robots,
            "/manifest.webmanifest" => Self::Manifest,
            "/favicon.ico" => Self::Icon,
            "/sitemap.xml" => Self::SitemapIndex,
            "/sitemap-pages.xml" => Self::SitemapPages,
            _ => {
                let number = path.strip_prefix("/sitemap-products-")?;
                let number = number.strip_suffix(".xml")?;
                let part: u32 = number.parse().ok().filter(|part| *part > 0)?;
                // One address for each part: neither `01` nor `+1`.
                (part.to_string() == number).then_some(Self::SitemapProducts(part))?
            }
        })
    }

    pub(crate) async fn answer<E>(
        self,
        shop: &Shop,
        api: &E,
        request: &Request,
    ) -> poem::Result<Response>
    where
        E: Endpoint<Output = Response>,
    {
        let store = match shop.pages.store(shop, api, request).await {
            Ok(store) => store,
            Err(status) => return Ok(closed(status)),
        };
        Ok(match self {
            Self::Robots => file("text/plain; charset=utf-8", robots(&store)),
            Self::Manifest => file("application/manifest+json", manifest(&store)),
            Self::Icon => icon(&store),
            Self::SitemapIndex | Self::SitemapPages | Self::SitemapProducts(_) => {
                self.sitemap(shop, request, &store).await?
            }
        })
    }

    async fn sitemap(
        self,
        shop: &Shop,
        request: &Request,
        store: &Store,
    ) -> poem::Result<Response> {
        let visitor = Visitor::from_request(request, &mut RequestBody::default()).await?;
        let caller = visitor.caller();
        let catalog = &shop.services.catalog;
        let xml = match self {
            Self::SitemapProducts(part) => catalog
                .sitemap_products(caller, part)
                .await
                .map(|entries| (!entries.is_empty()).then(|| urls(&store.origin, &entries))),
            Self::SitemapPages => catalog.categories(caller).await.map(|categories| {
                let paths = categories
                    .iter()
                    .map(|category| format!("/categories/{}", category.slug));
                let pages = ["/".to_owned(), "/products".to_owned()].into_iter();
                Some(plain_urls(&store.origin, pages.chain(paths)))
            }),
            _ => catalog
                .sitemap_size(caller)
                .await
                .map(|products| Some(index(&store.origin, products))),
        };
        match xml {
            Ok(Some(xml)) => Ok(file(XML, xml)),
            Ok(None) => Ok(closed(StatusCode::NOT_FOUND)),
            Err(why) => {
                error!(error = %why, "the sitemap cannot be read");
                Ok(closed(StatusCode::SERVICE_UNAVAILABLE))
            }
        }
    }
}

fn file(content_type: &str, text: String) -> Response {
    let mut response = Response::builder().content_type(content_type).body(text);
    response.headers_mut().insert(CACHE_CONTROL, FOR_A_WHILE);
    response
}

fn robots(store: &Store) -> String {
    format!(
        "User-agent: *\nDisallow: /account\nDisallow: /cart\nDisallow: /checkout\nDisallow: /orders/\nDisallow: /staff/\n\n\
         Sitemap: {}/sitemap.xml\n",
        store.origin
    )
}

fn manifest(store: &Store) -> String {
    let (theme, background) = store.brand.frame();
    json!({
        "name": store.brand.name,
        "short_name": store.brand.name.chars().take(30).collect::<String>(),
        "start_url": "/",
        "display": "browser",
        "lang": store.locale,
        "theme_color": theme,
        "background_color": background,
        "icons": [{ "src": "/favicon.ico", "sizes": "any", "type": "image/svg+xml" }],
    })
    .to_string()
}

/// The brand's icon; without one, its first letter in its colours.
fn icon(store: &Store) -> Response {
    if let Some(url) = &store.brand.favicon_url
        && let Ok(location) = HeaderValue::try_from(url)
    {
        let mut response = Response::builder().status(StatusCode::FOUND).finish();
        response.headers_mut().insert(LOCATION, location);
        response.headers_mut().insert(CACHE_CONTROL, FOR_A_WHILE);
        return response;
    }
    let letter = store.brand.name.chars().find(|c| c.is_alphanumeric());
    let letter: String = letter.into_iter().flat_map(char::to_uppercase).collect();
    let (ground, text) = store.brand.icon();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\
         <rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{}\"/>\
         <text x=\"32\" y=\"45\" font-family=\"system-ui,sans-serif\" font-size=\"38\" font-weight=\"600\" \
         text-anchor=\"middle\" fill=\"{}\">{}</text></svg>",
        escaped(ground),
        escaped(text),
        escaped(&letter)
    );
    let mut response = file("image/svg+xml", svg);
    let kind = HeaderValue::from_static("image/svg+xml");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn index(origin: &str, products: u64) -> String {
    let parts = products.div_ceil(SITEMAP_PART);
    let files = std::iter::once("sitemap-pages.xml".to_owned())
        .chain((1..=parts).map(|part| format!("sitemap-products-{part}.xml")));
    let origin = escaped(origin);
    let mut entries = String::new();
    for file in files {
        let _ = write!(entries, "<sitemap><loc>{origin}/{file}</loc></sitemap>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{entries}</sitemapindex>"
    )
}

fn urls(origin: &str, products: &[domain::catalog::SitemapProduct]) -> String {
    let origin = escaped(origin);
    let mut entries = String::new();
    for product in products {
        let changed = product.updated_at.format(&Rfc3339).unwrap_or_default();
        let slug = encoded(&product.slug);
        let _ = write!(
            entries,
            "<url><loc>{origin}/products/{slug}</loc><lastmod>{changed}</lastmod></url>"
        );
    }
    urlset(&entries)
}

fn plain_urls(origin: &str, paths: impl Iterator<Item = String>) -> String {
    let origin = escaped(origin);
    let mut entries = String::new();
    for path in paths {
        let _ = write!(entries, "<url><loc>{origin}{}</loc></url>", encoded(&path));
    }
    urlset(&entries)
}

fn urlset(entries: &str) -> String {
    let end = "</urlset>";
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
                 <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    [start, entries, end].concat()
}

/// A path as it stands in an address: slugs may have letters of every script.
fn encoded(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_one_address() {
        assert_eq!(SiteFile::of("/robots.txt"), Some(SiteFile::Robots));
        assert_eq!(
            SiteFile::of("/sitemap-products-12.xml"),
            Some(SiteFile::SitemapProducts(12))
        );
        for path in [
            "/sitemap-products-0.xml",
            "/sitemap-products-01.xml",
            "/sitemap-products-+1.xml",
            "/sitemap-products-99999999999.xml",
            "/sitemap-products-.xml",
            "/robots.txt/",
            "/",
        ] {
            assert_eq!(SiteFile::of(path), None, "{path}");
        }
    }

    #[test]
    fn slugs_of_every_script_are_encoded() {
        assert_eq!(
            encoded("/products/käse & brot"),
            "/products/k%C3%A4se%20%26%20brot"
        );
    }

    #[test]
    fn a_sitemap_has_as_many_parts_as_it_needs() {
        assert_eq!(
            index("https://a.example", 0).matches("<sitemap>").count(),
            1
        );
        assert_eq!(
            index("https://a.example", SITEMAP_PART)
                .matches("<sitemap>")
                .count(),
            2
        );
        assert_eq!(
            index("https://a.example", SITEMAP_PART + 1)
                .matches("<sitemap>")
                .count(),
            3
        );
    }
}
