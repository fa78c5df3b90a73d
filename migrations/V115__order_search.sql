-- What orders are found by beside their number and address: names, companies, phone numbers, SKUs, tracking numbers;
-- and what lists of them are filtered and sorted by.

create table order_terms (
  tenant_id uuid not null,
  order_id  uuid not null,
  term      text collate "C" not null check (length(term) between 1 and 200),
  primary key (tenant_id, order_id, term),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
comment on column order_terms.term is
  'a name or company in lower case without accents; = and a code without punctuation; # and the last eight digits of a phone number';
create index order_terms_by_term on order_terms (tenant_id, term, order_id);
select protect_tenant_table('order_terms', 'select, insert');
-- A merchant's staff ship what it sold, and give the order a tracking number to be found by.
select show_to_merchant('order_terms',
  'exists (select from order_shares s where s.tenant_id = order_terms.tenant_id and s.order_id = order_terms.order_id '
  'and s.merchant_id = MERCHANT)', 'insert');

alter table orders add column country text
  generated always as (coalesce(shipping_address ->> 'country', billing_address ->> 'country')) stored;
comment on column orders.country is 'where it goes; where nothing has to be shipped, the country of the billing address';
create index orders_by_country on orders (tenant_id, country, id desc) where country is not null;
create index orders_by_storefront on orders (tenant_id, storefront_id, id desc);
create index orders_by_total on orders (tenant_id, total_minor desc, id desc);
create index order_lines_by_product on order_lines (tenant_id, product_id, order_id);

insert into order_terms (tenant_id, order_id, term)
select o.tenant_id, o.id, t.term
  from orders o
       cross join lateral (values (o.shipping_address), (o.billing_address)) as a (address)
       cross join lateral (values
         (left(lower(trim(concat_ws(' ', a.address ->> 'first_name', a.address ->> 'last_name'))), 200)),
         (left(lower(trim(concat_ws(' ', a.address ->> 'last_name', a.address ->> 'first_name'))), 200)),
         (left(lower(trim(a.address ->> 'company')), 200)),
         ('#' || nullif(right(regexp_replace(a.address ->> 'phone', '\D', '', 'g'), 8), ''))) as t (term)
 where t.term <> ''
union
select l.tenant_id, l.order_id, '=' || nullif(left(lower(regexp_replace(l.sku, '[^[:alnum:]]', '', 'g')), 100), '')
  from order_lines l where l.sku ~ '[[:alnum:]]'
union
select f.tenant_id, f.order_id, '=' || nullif(left(lower(regexp_replace(f.tracking_number, '[^[:alnum:]]', '', 'g')), 100), '')
  from fulfillments f where f.tracking_number ~ '[[:alnum:]]';
