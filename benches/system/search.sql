-- :tenants tenants, the first with :products products and the others with :others each, of 30 kinds, 24 colours and words of
-- a description each, in :variants variants.
create temporary table seed_shop as
  select n, 'seed-search' || case when n > 1 then '-' || n else '' end as slug,
         md5('search tenant ' || n)::uuid as tenant_id, md5('search storefront ' || n)::uuid as storefront_id,
         md5('search merchant ' || n)::uuid as merchant_id, case when n = 1 then :products else :others end as products
    from generate_series(1, :tenants) n;
create temporary table seed_kind as
  select k, (array['Mug', 'Kettle', 'Teapot', 'Casserole', 'Cutting Board', 'Spoon', 'Canister', 'Carafe', 'Apron', 'Plate',
                   'Bowl', 'Tumbler', 'Pitcher', 'Tray', 'Cake Stand', 'Pendant Lamp', 'Table Lamp', 'Candle', 'Cushion',
                   'Throw', 'Rug', 'Towel', 'Napkin', 'Tablecloth', 'Vase', 'Planter', 'Wall Clock', 'Mirror', 'Basket',
                   'Storage Box'])[k] as kind, n, md5('search category ' || n || ' ' || k)::uuid as category_id
    from generate_series(1, 30) k, seed_shop;
create temporary table seed_thing as
  select s.*, p, md5('search product ' || s.n || ' ' || p)::uuid as product_id, k.kind, k.category_id,
         (array['Stoneware', 'Linen', 'Oak', 'Walnut', 'Brass', 'Wool', 'Glass', 'Enamel', 'Copper', 'Ceramic', 'Bamboo',
                'Marble'])[1 + (p * 7) % 12] as material,
         (array['Large', 'Small', 'Round', 'Tall', 'Portable', 'Classic', 'Nordic', 'Vintage', 'Modern', 'Everyday'])
           [1 + (p * 13) % 10] as manner
    from seed_shop s
   cross join lateral generate_series(1, s.products) p
    join seed_kind k on k.n = s.n and k.k = 1 + p % 30;
insert into tenants (id, slug, name, created_at) select tenant_id, slug, 'Seed search', now() from seed_shop;
insert into storefronts (tenant_id, id, slug, name, locale, country, currency, tax_included, tax_rate_ppm, tax_name, brand, created_at)
  select tenant_id, storefront_id, 'main', 'Seed', 'en', 'DE', 'EUR', true, 190000, 'VAT',
         (select brand from storefronts order by created_at limit 1), now()
    from seed_shop;
insert into hosts (host, tenant_id, storefront_id, kind, is_primary, created_at)
  select slug || '.localhost', tenant_id, storefront_id, 'subdomain', true, now() from seed_shop;
insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
  select tenant_id, merchant_id, 'seed', 'Seed', 500, true, now() from seed_shop;
insert into categories (tenant_id, id, slug, name, depth)
  select tenant_id, category_id, 'kind-' || k, kind, 1 from seed_shop join seed_kind using (n);
insert into products (tenant_id, id, merchant_id, slug, title, description_html, vendor, product_type, status, created_at, updated_at)
  select tenant_id, product_id, merchant_id, 'thing-' || p, manner || ' ' || material || ' ' || kind || ' ' || p,
         '<p>' || (select string_agg((array['made', 'hand', 'finish', 'kitchen', 'table', 'light', 'warm', 'simple', 'quiet', 'long',
                                            'good', 'heavy', 'soft', 'natural', 'safe', 'dishwasher', 'gift', 'season', 'house',
                                            'garden', 'morning', 'coffee', 'tea', 'water', 'bread'])[1 + (p * w + w * w) % 25], ' ')
                     from generate_series(1, 40) w) || '</p>',
         'Vendor ' || p % 40, kind, 'active', now(), now()
    from seed_thing;
insert into product_categories (tenant_id, category_id, product_id) select tenant_id, category_id, product_id from seed_thing;
insert into product_options (tenant_id, product_id, position, name)
  select tenant_id, product_id, 1, 'Color' from seed_thing
  union all select tenant_id, product_id, 2, 'Size' from seed_thing;
insert into variants (tenant_id, id, product_id, sku, title, option_values, position, weight_grams)
  select tenant_id, md5('search variant ' || n || ' ' || p || ' ' || v)::uuid, product_id, 'SKU-' || p || '-' || v, '',
         array['Color ' || (p + v) % 24, (array['S', 'M', 'L'])[v]], v, 300
    from seed_thing, generate_series(1, :variants) v;
insert into prices (tenant_id, variant_id, currency, amount_minor)
  select tenant_id, md5('search variant ' || n || ' ' || p || ' ' || v)::uuid, 'EUR', 500 + (p * 37) % 30000
    from seed_thing, generate_series(1, :variants) v;
insert into product_prices (tenant_id, product_id, currency, min_minor, max_minor)
  select tenant_id, product_id, 'EUR', 500 + (p * 37) % 30000, 500 + (p * 37) % 30000 from seed_thing;
insert into stock_levels (tenant_id, variant_id, on_hand)
  select tenant_id, md5('search variant ' || n || ' ' || p || ' ' || v)::uuid, p % 11 from seed_thing, generate_series(1, :variants) v;
insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
  select tenant_id, gen_random_uuid(), 'search.rebuild_due', 'search', '{"type": "search_rebuild_due", "after": null}', 'search'
    from seed_shop;
