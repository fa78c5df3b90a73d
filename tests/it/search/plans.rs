//! How Postgres answers when there is something to search: by indexes, and never by reading a table of all tenants.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::titles;
use crate::harness::{Shop, System, text};

/// 20 tenants with 1,000 products each, as the worker would have put them into the index.
const SEED: &[&str] = &[
    "insert into tenants (id, slug, name, created_at)
     select gen_random_uuid(), 'tenant-' || n, 'Tenant', now() from generate_series(1, 19) n",
    "insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
     select id, gen_random_uuid(), 'own', 'Own', 0, true, now() from tenants where slug like 'tenant-%'",
    "insert into products (tenant_id, id, merchant_id, slug, title, status, created_at, updated_at)
     select m.tenant_id, gen_random_uuid(), m.id, 'seeded-' || n,
            (array['Blue', 'Red', 'Green', 'Small', 'Large'])[1 + n % 5] || ' '
            || (array['Mug', 'Kettle', 'Lamp', 'Vase', 'Rug', 'Towel', 'Clock'])[1 + n % 7] || ' word ' || n,
            'active', now(), now()
       from merchants m, generate_series(1, 1000) n",
    "insert into variants (tenant_id, id, product_id, title, option_values, position, sku)
     select tenant_id, gen_random_uuid(), id, '', '{}', 1, slug from products",
    "insert into prices (tenant_id, variant_id, currency, amount_minor)
     select tenant_id, id, 'EUR', 1000 from variants",
    "insert into product_prices (tenant_id, product_id, currency, min_minor, max_minor)
     select tenant_id, id, 'EUR', 1000, 1000 from products",
    "insert into stock_levels (tenant_id, variant_id, on_hand) select tenant_id, id, 5 from variants",
    "insert into images (tenant_id, id, product_id, position, source)
     select tenant_id, gen_random_uuid(), id, 1, 'media/thing.webp' from products",
    "insert into search_documents (tenant_id, language, currency, product_id, title, plain_title, min_minor,
                                   is_available, facets, words, lexemes)
     select tenant_id, 'english', 'EUR', id, title, lower(title), 1000, true, array['m:' || merchant_id],
            string_to_array(lower(title), ' '), setweight(to_tsvector('stoa_english', title), 'A')
       from products",
    "insert into search_terms (tenant_id, language, currency, term, documents)
     select tenant_id, language, currency, word, count(*)
       from search_documents, unnest(words) word
      group by 1, 2, 3, 4",
    "analyze",
];

const TABLES: [&str; 8] = [
    "products",
    "variants",
    "prices",
    "product_prices",
    "stock_levels",
    "search_documents",
    "search_terms",
    "images",
];

/// How often each table was read from end to end, and by an index.
async fn scans(superuser: &mut PgConnection) -> BTreeMap<String, (i64, i64)> {
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(
        "select relname::text, seq_scan, coalesce(idx_scan, 0) from pg_stat_user_tables where relname = any($1)",
    )
    .bind(TABLES.map(str::to_owned).to_vec())
    .fetch_all(superuser)
    .await
    .unwrap();
    rows.into_iter()
        .map(|(name, whole, index)| (name, (whole, index)))
        .collect()
}

/// Everything that shoppers and staff do with search.
async fn use_search(shop: &Shop<'_>, product: &str) {
    for query in [
        vec![("q", "mug")],
        vec![("q", "blue mug word 35")],
        vec![("q", "mu"), ("sort", "price_asc")],
        vec![("q", "blew mgu")],
        vec![("q", "seeded-7")],
        vec![("sort", "title"), ("available", "true")],
        vec![("q", "lamp"), ("vendor", "Acme"), ("price_min", "500")],
    ] {
        shop.find(&query).await;
    }
    shop.suggest("ke").await;
    shop.suggest("blue la").await;
    shop.admin(Method::GET, "/products?q=seeded-7", json!(null))
        .await
        .expect(200);
    shop.admin(
        Method::PATCH,
        &format!("/products/{product}"),
        json!({"title": "Blue Mug word 35"}),
    )
    .await
    .expect(200);
    shop.system.is_quiet().await;
}

#[tokio::test]
async fn no_statement_of_search_reads_a_table_of_all_tenants() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let mut superuser = PgConnection::connect(&system.db.superuser_url())
        .await
        .unwrap();
    for statement in SEED {
        sqlx::query(AssertSqlSafe(*statement))
            .execute(&mut superuser)
            .await
            .unwrap();
    }
    assert_eq!(
        titles(&shop.find(&[("q", "blue mug word 35")]).await)[0],
        "Blue Mug word 35"
    );
    let found = shop
        .admin(Method::GET, "/products?q=seeded-35", json!(null))
        .await
        .expect(200);
    let product = text(&found, "/data/0/id");
    // Backends tell what they have scanned about once a second, and never while they rest: the first round
    // makes them tell of the seeding, and of each other's start.
    let told = async |superuser: &mut PgConnection| {
        let before = scans(superuser).await;
        let began = Instant::now();
        loop {
            use_search(&shop, &product).await;
            let after = scans(superuser).await;
            let moved = |name: &str| after[name].1 > before[name].1;
            if moved("search_documents") && moved("search_terms") && moved("products") {
                return after;
            }
            assert!(
                began.elapsed() < Duration::from_mins(1),
                "no backend tells what it scanned"
            );
        }
    };
    let before = told(&mut superuser).await;

    let mut after = told(&mut superuser).await;
    for _ in 0..2 {
        after = told(&mut superuser).await;
    }

    for table in TABLES {
        assert_eq!(
            before[table].0, after[table].0,
            "{table} was read from end to end"
        );
    }
}
