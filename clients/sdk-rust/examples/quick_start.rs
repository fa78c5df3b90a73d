//! The products of the demo store, cheapest first.

use stoa::{Options, Storefront};

#[tokio::main]
async fn main() -> stoa::Result<()> {
    let shop = Storefront::new(Options::base_url("http://aurora.localhost:8080"))?;
    let mut products = shop.list_products().sort("price_asc").items();
    while let Some(product) = products.try_next().await? {
        println!("{} {}", product.title, product.price);
    }
    Ok(())
}
