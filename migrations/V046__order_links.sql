-- Links of letters to the page of an order: as good as the token that came with the order.

create table order_links (
  tenant_id  uuid not null,
  order_id   uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  primary key (tenant_id, order_id, token_hash),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
select protect_tenant_table('order_links', 'select, insert');
