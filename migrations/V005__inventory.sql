-- Stock. A variant without a row here is not tracked: it is always available.

create table stock_levels (
  tenant_id       uuid not null references tenants (id),
  variant_id      uuid not null,
  on_hand         integer not null,
  reserved        integer not null default 0 check (reserved >= 0),
  allow_backorder boolean not null default false,
  primary key (tenant_id, variant_id),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade,
  constraint stock_levels_not_oversold check (allow_backorder or on_hand - reserved >= 0)
);
select protect_tenant_table('stock_levels', 'select, insert, update, delete');

-- What an unpaid order holds back, until it is paid, cancelled or its time is over.
create table reservations (
  tenant_id  uuid not null references tenants (id),
  order_id   uuid not null,
  variant_id uuid not null,
  quantity   integer not null check (quantity > 0),
  status     text not null check (status in ('active', 'converted', 'released')),
  expires_at timestamptz not null,
  primary key (tenant_id, order_id, variant_id),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id)
);
create index reservations_by_variant on reservations (tenant_id, variant_id) where status = 'active';
select protect_tenant_table('reservations', 'select, insert, update');
