-- What of an order is shipped: parcels of one merchant each, by line and quantity; and the order's status that follows.

alter table orders add column fulfillment_status text not null default 'unfulfilled'
  check (fulfillment_status in ('unfulfilled', 'partially_fulfilled', 'fulfilled'));
comment on column orders.fulfillment_status is 'follows from the lines; written with them, in one transaction';
alter table order_lines add column fulfilled_quantity integer not null default 0;
alter table order_lines add constraint order_lines_not_overfulfilled
  check (fulfilled_quantity between 0 and quantity);
comment on column order_lines.fulfilled_quantity is 'units in fulfillments that are not cancelled';

create table fulfillments (
  tenant_id       uuid not null,
  id              uuid not null,
  order_id        uuid not null,
  merchant_id     uuid not null,
  status          text not null check (status in ('shipped', 'delivered', 'cancelled')),
  carrier         text check (length(carrier) between 1 and 80),
  tracking_number text check (length(tracking_number) between 1 and 100),
  tracking_url    text check (length(tracking_url) <= 2000),
  created_at      timestamptz not null,
  created_by      text not null,
  delivered_at    timestamptz,
  cancelled_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  check (status <> 'delivered' or delivered_at is not null)
);
create index fulfillments_by_order on fulfillments (tenant_id, order_id);
select protect_tenant_table('fulfillments', 'select, insert');
grant update (status, delivered_at, cancelled_at) on fulfillments to stoa_app;

create table fulfillment_lines (
  tenant_id      uuid not null,
  fulfillment_id uuid not null,
  line_id        uuid not null,
  quantity       integer not null check (quantity > 0),
  primary key (tenant_id, fulfillment_id, line_id),
  foreign key (tenant_id, fulfillment_id) references fulfillments (tenant_id, id),
  foreign key (tenant_id, line_id) references order_lines (tenant_id, id)
);
select protect_tenant_table('fulfillment_lines', 'select, insert');

-- What lists of orders are filtered and sorted by, and an e-mail address looked up with its beginning.
create index orders_by_payment_status on orders (tenant_id, payment_status, id desc);
create index orders_by_fulfillment_status on orders (tenant_id, fulfillment_status, id desc);
create index orders_by_email on orders (tenant_id, email collate "C", id desc);
