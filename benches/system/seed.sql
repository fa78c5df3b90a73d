-- Ids are digests of what they are for, so that later statements find them without looking.
create temporary table seed_tenant as
  select n, md5('tenant ' || n)::uuid as tenant_id, md5('storefront ' || n)::uuid as storefront_id,
         md5('merchant ' || n)::uuid as merchant_id
    from generate_series(1, :tenants) n;
create temporary table seed_product as
  select t.*, p, md5('product ' || n || ' ' || p)::uuid as product_id,
         md5('variant ' || n || ' ' || p)::uuid as variant_id,
         md5('image ' || n || ' ' || p)::uuid as image_id
    from seed_tenant t, generate_series(1, :products) p;
insert into tenants (id, slug, name, created_at)
  select tenant_id, 'seed-' || n, 'Seed ' || n, now() from seed_tenant;
insert into storefronts (tenant_id, id, slug, name, locale, country, currency, tax_included, tax_rate_ppm, tax_name, brand, created_at)
  select tenant_id, storefront_id, 'main', 'Seed ' || n, 'en', 'DE', 'EUR', true, 190000, 'VAT',
         (select brand from storefronts where slug is not null order by created_at limit 1), now()
    from seed_tenant;
insert into hosts (host, tenant_id, storefront_id, kind, is_primary, created_at)
  select 'seed-' || n || '.localhost', tenant_id, storefront_id, 'subdomain', true, now() from seed_tenant;
insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
  select tenant_id, merchant_id, 'seed', 'Seed ' || n, 500, true, now() from seed_tenant;
insert into products (tenant_id, id, merchant_id, slug, title, description_html, vendor, status, created_at, updated_at)
  select tenant_id, product_id, merchant_id, 'product-' || p, 'Product ' || p,
         '<p>A thing that is well made, lasts long and looks good in any kitchen, hall or garden.</p>',
         'Seed', 'active', now(), now()
    from seed_product;
insert into images (tenant_id, id, product_id, position, source, object_key, content_type, width, height, alt)
  select tenant_id, image_id, product_id, 1, 'media/' || p || '.webp', 'seed/' || p || '.webp', 'image/webp', 800, 800, 'Product ' || p
    from seed_product;
insert into variants (tenant_id, id, product_id, sku, title, option_values, position, weight_grams)
  select tenant_id, variant_id, product_id, 'SKU-' || p, 'Default Title', array['Default Title'], 1, 300 from seed_product;
insert into product_options (tenant_id, product_id, position, name)
  select tenant_id, product_id, 1, 'Title' from seed_product;
insert into prices (tenant_id, variant_id, currency, amount_minor)
  select tenant_id, variant_id, 'EUR', 1000 + p * 50 from seed_product;
insert into product_prices (tenant_id, product_id, currency, min_minor, max_minor)
  select tenant_id, product_id, 'EUR', 1000 + p * 50, 1000 + p * 50 from seed_product;
insert into stock_levels (tenant_id, variant_id, on_hand)
  select tenant_id, variant_id, 1000 from seed_product;
