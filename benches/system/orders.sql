-- :orders paid, shipped, refunded and cancelled orders of the first demo store, over three years, with e-mail addresses, tags and some
-- of them archived.
create temporary table seed_shop as
  select s.tenant_id, s.id as storefront_id from storefronts s order by s.created_at, s.id limit 1;
create temporary table seed_order as
  select s.*, n, md5('bench cart ' || n)::uuid as cart_id, now() - (:orders - n) * (interval '1095 days' / :orders) as placed_at,
         'shopper-' || (n * 7919) % 200000 || '@example.com' as email, 500 + (n * 37) % 30000 as items,
         (array['paid', 'paid', 'paid', 'paid', 'paid', 'refunded', 'cancelled', 'pending_payment'])[(1 + (n * 31) % 8)::integer] as status,
         encode(set_bit(set_bit(overlay(uuid_send(md5('bench order ' || n)::uuid)
           placing substring(int8send((extract(epoch from now() - (:orders - n) * (interval '1095 days' / :orders)) * 1000)::bigint) from 3)
           from 1 for 6), 52, 1), 53, 1), 'hex')::uuid as id
    from seed_shop s, generate_series(1::bigint, :orders) n;
insert into carts (tenant_id, id, storefront_id, token_hash, currency, status, created_at, updated_at)
  select tenant_id, cart_id, storefront_id, sha256(cart_id::text::bytea), 'EUR', 'completed', placed_at, placed_at from seed_order;
insert into orders (tenant_id, id, number, storefront_id, cart_id, quote_hash, token_hash, status, payment_status, fulfillment_status,
                    email, currency, tax_included, tax_rate_ppm, tax_name, items_minor, shipping_minor, tax_minor, total_minor,
                    refunded_minor, placed_at, paid_at, cancelled_at, expires_at, archived_at, shipping_address)
  select tenant_id, id, 1000000 + n, storefront_id, cart_id, sha256(n::text::bytea), sha256(id::text::bytea), status,
         case status when 'paid' then 'paid' when 'refunded' then 'refunded' else 'unpaid' end,
         case when status = 'paid' and n < :orders * 0.98 then 'fulfilled' else 'unfulfilled' end,
         email, 'EUR', true, 190000, 'VAT', items, 490, (items + 490) * 19 / 119, items + 490,
         case status when 'refunded' then items + 490 else 0 end, placed_at,
         case when status in ('paid', 'refunded') then placed_at end, case status when 'cancelled' then placed_at end,
         placed_at + interval '1 hour', case when n % 3 = 0 then placed_at + interval '90 days' end,
         json_build_object('first_name', 'First' || n % 1000, 'last_name', 'Last' || n % 20000, 'street_name', 'Street 1', 'city', 'Town',
                           'postal_code', '10115', 'country', (array['DE', 'AT', 'FR', 'SE'])[1 + (n / 50) % 4],
                           'phone', (30000000 + n)::text)
    from seed_order;
insert into order_terms (tenant_id, order_id, term)
  select tenant_id, id, term
    from seed_order,
         lateral (values ('first' || n % 1000 || ' last' || n % 20000), ('last' || n % 20000 || ' first' || n % 1000),
                         ('#' || 30000000 + n), ('=sku' || n % 50), ('=sku' || 1000 + n % 5000)) as t (term);
create temporary table seed_merchant as select m.id from merchants m, seed_shop s where m.tenant_id = s.tenant_id order by m.id limit 1;
insert into order_lines (tenant_id, id, order_id, position, product_id, variant_id, merchant_id, sku, title, variant_title, quantity,
                         unit_price_minor, net_minor, tax_minor)
  select tenant_id, gen_random_uuid(), o.id, 1, md5('bench product ' || n % 5000)::uuid, md5('bench variant ' || n % 5000)::uuid, m.id,
         'SKU ' || 1000 + n % 5000, 'Thing', '', 1, items, items * 100 / 119, items - items * 100 / 119
    from seed_order o, seed_merchant m;
insert into order_shares (tenant_id, order_id, merchant_id, goods_net_minor, goods_tax_minor, shipping_net_minor, shipping_tax_minor)
  select tenant_id, o.id, m.id, items * 100 / 119, items - items * 100 / 119, 0, 0 from seed_order o, seed_merchant m;
insert into order_tags (tenant_id, order_id, tag) select tenant_id, id, 'gift' from seed_order where n % 5 = 0;
insert into order_tags (tenant_id, order_id, tag) select tenant_id, id, 'rare' from seed_order where n % 5000 = 0;
