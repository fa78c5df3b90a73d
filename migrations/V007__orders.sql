-- Orders: what a shopper bought, copied at the moment of purchase. The catalogue may change after.

create table orders (
  tenant_id        uuid not null,
  id               uuid not null,
  number           bigint not null,
  storefront_id    uuid not null,
  cart_id          uuid not null,
  quote_hash       bytea not null,
  token_hash       bytea not null,
  status           text not null check (status in ('pending_payment', 'paid', 'refunded', 'cancelled')),
  payment_status   text not null check (payment_status in ('unpaid', 'paid', 'partially_refunded', 'refunded')),
  email            text not null,
  shipping_address jsonb,
  shipping_name    text,
  currency         char(3) not null,
  tax_included     boolean not null,
  tax_rate_ppm     integer not null,
  tax_name         text not null,
  items_minor      bigint not null check (items_minor >= 0),
  shipping_minor   bigint not null check (shipping_minor >= 0),
  tax_minor        bigint not null check (tax_minor >= 0),
  total_minor      bigint not null check (total_minor between 0 and 9007199254740991),
  refunded_minor   bigint not null default 0,
  placed_at        timestamptz not null,
  paid_at          timestamptz,
  cancelled_at     timestamptz,
  expires_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  foreign key (tenant_id, cart_id) references carts (tenant_id, id),
  check (refunded_minor between 0 and total_minor),
  check (total_minor = items_minor + shipping_minor + case when tax_included then 0 else tax_minor end)
);
comment on column orders.shipping_address is 'none when nothing has to be shipped';
comment on column orders.expires_at is 'an unpaid order gives its stock back at this moment';
comment on column orders.quote_hash is 'what the shopper agreed to; another cart content is another order';
-- One cart becomes at most one order; a cancelled one does not count.
create unique index orders_one_per_cart on orders (tenant_id, cart_id) where status <> 'cancelled';
create index orders_by_status on orders (tenant_id, status, id desc);
select protect_tenant_table('orders', 'select, insert, update');

create table order_lines (
  tenant_id         uuid not null,
  id                uuid not null,
  order_id          uuid not null,
  position          integer not null,
  product_id        uuid not null,
  variant_id        uuid not null,
  merchant_id       uuid not null,
  sku               text,
  title             text not null,
  variant_title     text not null,
  image_key         text,
  quantity          integer not null check (quantity > 0),
  unit_price_minor  bigint not null check (unit_price_minor >= 0),
  net_minor         bigint not null check (net_minor >= 0),
  tax_minor         bigint not null check (tax_minor >= 0),
  refunded_quantity integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  check (refunded_quantity between 0 and quantity)
);
comment on column order_lines.net_minor is 'the line without tax; net and tax together are what the shopper pays for it';
create index order_lines_by_order on order_lines (tenant_id, order_id, position);
select protect_tenant_table('order_lines', 'select, insert, update');

-- Each merchant's part of an order; the parts add up to the order, to the cent.
create table order_shares (
  tenant_id                   uuid not null,
  order_id                    uuid not null,
  merchant_id                 uuid not null,
  goods_net_minor             bigint not null check (goods_net_minor >= 0),
  goods_tax_minor             bigint not null check (goods_tax_minor >= 0),
  shipping_net_minor          bigint not null check (shipping_net_minor >= 0),
  shipping_tax_minor          bigint not null check (shipping_tax_minor >= 0),
  is_shipping_refunded        boolean not null default false,
  primary key (tenant_id, order_id, merchant_id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);
select protect_tenant_table('order_shares', 'select, insert, update');

create table refunds (
  tenant_id        uuid not null,
  id               uuid not null,
  order_id         uuid not null,
  status           text not null check (status in ('requested', 'pending', 'succeeded', 'failed')),
  reason           text not null,
  amount_minor     bigint not null check (amount_minor > 0),
  includes_shipping boolean not null,
  failure          text,
  created_at       timestamptz not null,
  created_by       text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
create index refunds_by_order on refunds (tenant_id, order_id);
select protect_tenant_table('refunds', 'select, insert, update');

create table refund_lines (
  tenant_id uuid not null,
  refund_id uuid not null,
  line_id   uuid not null,
  quantity  integer not null check (quantity > 0),
  net_minor bigint not null check (net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  primary key (tenant_id, refund_id, line_id),
  foreign key (tenant_id, refund_id) references refunds (tenant_id, id),
  foreign key (tenant_id, line_id) references order_lines (tenant_id, id)
);
select protect_tenant_table('refund_lines', 'select, insert');
