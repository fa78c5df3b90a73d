//! The program of docs/INTEGRATORS.md: SHOP and STOA_SECRET_KEY are in the environment.

use std::collections::{HashMap, HashSet};
use std::env::var;

use stoa::models::{
    AdminVariant, CatalogSettings, CreateProduct, CreateVariant, Money, OrderStatus, ProductStatus, SetPrice, SetStock,
};
use stoa::{Admin, BoxError, Options, codes};
use time::{Duration, OffsetDateTime};

struct Article {
    sku: &'static str,
    title: &'static str,
    cents: i64,
    stock: i64,
}

const ARTICLES: [Article; 2] = [
    Article { sku: "GUIDE-RS-1", title: "Oak tray", cents: 3900, stock: 12 },
    Article { sku: "GUIDE-RS-2", title: "Linen napkin", cents: 1450, stock: 80 },
];

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let admin = Admin::new(Options::base_url(&var("SHOP")?).secret_key(var("STOA_SECRET_KEY")?))?;
    synchronise(&admin).await?;
    follow(&admin, &mut HashSet::new()).await // from your database
}

async fn synchronise(admin: &Admin) -> Result<(), BoxError> {
    admin.set_catalog_settings(&CatalogSettings { unique_skus: true, ..Default::default() }).await?;
    let known = variants_by_sku(admin).await?;
    for article in ARTICLES {
        match known.get(article.sku) {
            Some(variant) => set(admin, variant, &article).await?,
            None => create(admin, &article).await?,
        }
    }
    Ok(())
}

async fn variants_by_sku(admin: &Admin) -> Result<HashMap<String, AdminVariant>, BoxError> {
    let mut known = HashMap::new();
    let mut products = admin.list_products().limit(100).items();
    while let Some(summary) = products.try_next().await? {
        if summary.status == ProductStatus::Archived {
            continue;
        }
        for variant in admin.get_product(&summary.id).await?.variants {
            if let (Some(sku), false) = (&variant.sku, variant.archived) {
                known.insert(sku.clone(), variant);
            }
        }
    }
    Ok(known)
}

async fn create(admin: &Admin, article: &Article) -> Result<(), BoxError> {
    let variant = CreateVariant {
        sku: Some(article.sku.to_owned()),
        price: Some(Money::new(article.cents, "EUR")?),
        on_hand: Some(article.stock),
        ..Default::default()
    };
    let product = CreateProduct {
        title: article.title.to_owned(),
        status: ProductStatus::Active,
        variants: vec![variant],
        ..Default::default()
    };
    match admin.create_product(&product).await {
        Ok(_) => println!("created {}", article.sku),
        Err(error) if error.has_code(codes::SKU_TAKEN) => {} // made meanwhile: the next run finds it
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

async fn set(admin: &Admin, variant: &AdminVariant, article: &Article) -> Result<(), BoxError> {
    let price = Money::new(article.cents, "EUR")?;
    if !variant.prices.iter().any(|it| it.price == price) {
        admin.set_variant_price(&variant.id, &SetPrice { price, ..Default::default() }).await?;
    }
    let stock = SetStock { on_hand: Some(article.stock), ..Default::default() };
    admin.set_variant_stock(&variant.id, &stock).await?;
    println!("set {}", article.sku);
    Ok(())
}

async fn follow(admin: &Admin, handled: &mut HashSet<String>) -> Result<(), BoxError> {
    let since = OffsetDateTime::now_utc() - Duration::DAY;
    let mut orders = admin.list_orders().status(OrderStatus::Paid).limit(100).items(); // newest first
    while let Some(summary) = orders.try_next().await? {
        if *summary.placed_at < since {
            break;
        }
        if !handled.insert(summary.id.clone()) {
            continue;
        }
        let order = admin.get_order(&summary.id).await?;
        for line in &order.lines {
            println!("order {} {} {}", order.number, line.quantity, line.sku.as_deref().unwrap_or("-"));
        }
    }
    Ok(())
}
