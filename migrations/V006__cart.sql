-- Carts and the ways to ship them.

create table shipping_options (
  tenant_id     uuid not null,
  id            uuid not null,
  storefront_id uuid not null,
  name          text not null check (length(name) between 1 and 200),
  position      integer not null default 0,
  kind          text not null check (kind in ('flat', 'by_weight')),
  currency      char(3) not null,
  price_minor   bigint check (price_minor >= 0),
  tiers         jsonb,
  countries     text[],
  primary key (tenant_id, id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  check ((kind = 'flat') = (price_minor is not null)),
  check ((kind = 'by_weight') = (tiers is not null))
);
comment on column shipping_options.tiers is 'by_weight: [{"up_to_grams", "price_minor"}], ascending';
comment on column shipping_options.countries is 'where it ships to; null is everywhere';
create index shipping_options_by_storefront on shipping_options (tenant_id, storefront_id, position);
select protect_tenant_table('shipping_options', 'select, insert, update, delete');
grant select, insert on shipping_options to stoa_operator;

create table carts (
  tenant_id          uuid not null,
  id                 uuid not null,
  storefront_id      uuid not null,
  token_hash         bytea not null,
  currency           char(3) not null,
  email              text,
  shipping_address   jsonb,
  shipping_option_id uuid,
  status             text not null default 'open' check (status in ('open', 'completing', 'completed')),
  completing_until   timestamptz,
  order_id           uuid,
  version            integer not null default 1,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  foreign key (tenant_id, shipping_option_id) references shipping_options (tenant_id, id),
  check ((status = 'completing') = (completing_until is not null))
);
comment on column carts.order_id is 'the order that the cart last became; it may have been cancelled since';
select protect_tenant_table('carts', 'select, insert, update, delete');

create table cart_lines (
  tenant_id        uuid not null,
  id               uuid not null,
  cart_id          uuid not null,
  variant_id       uuid not null,
  quantity         integer not null check (quantity between 1 and 999),
  title            text not null,
  variant_title    text not null,
  unit_price_minor bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, cart_id, variant_id),
  foreign key (tenant_id, cart_id) references carts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, variant_id) references variants (tenant_id, id)
);
comment on column cart_lines.unit_price_minor is 'what the shopper was last shown; today''s price is the catalogue''s';
select protect_tenant_table('cart_lines', 'select, insert, update, delete');
