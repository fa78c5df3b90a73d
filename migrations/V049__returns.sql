-- Units that come back: asked for by shoppers within a store's window, or taken by staff; approved, received in parts, put
-- back into stock or not. A unit comes back once: the line counts those in returns that are not refused or cancelled.

alter table order_lines add column returning_quantity integer not null default 0;
alter table order_lines add constraint order_lines_not_overreturned
  check (returning_quantity between 0 and fulfilled_quantity);
comment on column order_lines.returning_quantity is 'units in returns that are not rejected or cancelled, and of received ones those that came';
grant update (returning_quantity) on order_lines to stoa_app;

create table return_policies (
  tenant_id     uuid not null,
  storefront_id uuid not null,
  window_days   integer not null check (window_days between 0 and 365),
  primary key (tenant_id, storefront_id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
comment on column return_policies.window_days is 'from delivery; 0: shoppers cannot ask. Without a row it is 14';
select protect_tenant_table('return_policies', 'select, insert, update (window_days)');
select record_changes('return_policies');

create table returns (
  tenant_id    uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  status       text not null check (status in ('requested', 'approved', 'rejected', 'cancelled', 'received')),
  reason       text not null check (reason in
                 ('damaged', 'wrong_item', 'not_as_described', 'does_not_fit', 'changed_mind', 'other')),
  note         text check (length(note) between 1 and 1000),
  message      text check (length(message) between 1 and 2000),
  requested_by text not null,
  created_at   timestamptz not null,
  decided_at   timestamptz,
  closed_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  check ((status in ('rejected', 'cancelled', 'received')) = (closed_at is not null))
);
comment on column returns.note is 'the shopper''s or whoever asked for it';
comment on column returns.message is 'the store''s, to the shopper: where to send it, or why not';
create index returns_by_order on returns (tenant_id, order_id);
create index returns_by_status on returns (tenant_id, status, id desc);
select protect_tenant_table('returns', 'select, insert, update (status, message, decided_at, closed_at)');
select record_changes('returns', '{note}');

create table return_lines (
  tenant_id          uuid not null,
  return_id          uuid not null,
  line_id            uuid not null,
  quantity           integer not null check (quantity > 0),
  received_quantity  integer not null default 0 check (received_quantity between 0 and quantity),
  restocked_quantity integer not null default 0 check (restocked_quantity between 0 and received_quantity),
  primary key (tenant_id, return_id, line_id),
  foreign key (tenant_id, return_id) references returns (tenant_id, id),
  foreign key (tenant_id, line_id) references order_lines (tenant_id, id)
);
select protect_tenant_table('return_lines', 'select, insert, update (received_quantity, restocked_quantity)');
select record_changes('return_lines');
