-- A cart of an account at a storefront: what was in a guest's cart goes into it when the shopper signs in.
alter table carts add column user_id uuid;
comment on column carts.user_id is 'the account whose cart it is; cleared when the account is deleted, since orders hold the cart';
create unique index carts_of_user on carts (tenant_id, user_id, storefront_id)
  where user_id is not null and status <> 'completed';

-- What an account's cart is reached with: one token for each time that a session asked for it.
create table cart_tokens (
  tenant_id  uuid not null,
  cart_id    uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  session_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, cart_id, token_hash),
  foreign key (tenant_id, cart_id) references carts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
);
create index cart_tokens_of_session on cart_tokens (tenant_id, session_id, created_at);
select protect_tenant_table('cart_tokens', 'select, insert, delete');

-- What a tenant wants of carts. Without a row, quantities are added.
create table cart_settings (
  tenant_id     uuid primary key references tenants (id),
  takeover_rule text not null check (takeover_rule in ('sum', 'larger', 'guest', 'account'))
);
comment on column cart_settings.takeover_rule is 'which quantities hold when a guest''s cart is taken over by an account';
select protect_tenant_table('cart_settings', 'select, insert, update (takeover_rule)');
select record_changes('cart_settings');

-- Codes that show an order to whoever reads the mail to its address. An order has one at a time.
create table order_codes (
  tenant_id  uuid not null,
  order_id   uuid not null,
  code_hash  bytea not null check (length(code_hash) = 32),
  tries_left smallint not null check (tries_left >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
comment on column order_codes.code_hash is 'SHA-256 of the order and the code';
create index order_codes_expired on order_codes (expires_at);
select protect_tenant_table('order_codes',
  'select, insert, update (code_hash, tries_left, created_at, expires_at), delete');
create policy relay_forgets on order_codes to stoa_relay using (expires_at < now());
grant select (tenant_id, order_id, expires_at), delete on order_codes to stoa_relay;

alter table mail_slots drop constraint mail_slots_purpose_check;
alter table mail_slots add constraint mail_slots_purpose_check
  check (purpose in ('sign_up', 'reset', 'owner', 'email_change', 'order', 'newsletter'));
