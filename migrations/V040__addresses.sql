-- The address book of a shopper's account. An address is JSON, as in carts and orders: the country
-- decides which fields it has. Carts and orders keep copies and never a reference.
create table addresses (
  tenant_id           uuid not null,
  id                  uuid not null,
  user_id             uuid not null,
  address             jsonb not null check (jsonb_typeof(address) = 'object'),
  is_default_shipping boolean not null,
  is_default_billing  boolean not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index addresses_of_user on addresses (tenant_id, user_id, id);
create unique index addresses_default_shipping on addresses (tenant_id, user_id) where is_default_shipping;
create unique index addresses_default_billing on addresses (tenant_id, user_id) where is_default_billing;
select protect_tenant_table('addresses',
  'select, insert, update (address, is_default_shipping, is_default_billing, updated_at), delete');

alter table carts add column billing_address jsonb;
comment on column carts.billing_address is 'none: the shipping address';
alter table orders add column billing_address jsonb;
comment on column orders.billing_address is 'none in orders that had no address, or were placed before there were billing addresses';
