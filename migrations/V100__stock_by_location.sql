-- Stock by location, and a ledger of its movements.
--
-- `stock_levels` stays what is sold from: one row for each variant, which checkouts lock. `location_stock` says where the units
-- are, and changes only by rows of `stock_movements`, which nobody changes or deletes. At the end of each transaction the two
-- agree: what is on hand without a movement is booked at the tenant's default location.

create table locations (
  tenant_id  uuid not null references tenants (id),
  id         uuid not null,
  name       text not null check (length(name) between 1 and 80),
  priority   integer not null check (priority between 0 and 1000),
  is_active  boolean not null default true,
  is_default boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint locations_default_is_active check (is_active or not is_default)
);
comment on column locations.priority is 'units are taken from the lowest first';
create unique index locations_name on locations (tenant_id, lower(name));
create unique index locations_default on locations (tenant_id) where is_default;
select protect_tenant_table('locations', 'select, insert, update (name, priority, is_active, updated_at)');
select record_changes('locations');

create table location_stock (
  tenant_id   uuid not null,
  variant_id  uuid not null,
  location_id uuid not null,
  on_hand     integer not null,
  primary key (tenant_id, variant_id, location_id),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade,
  foreign key (tenant_id, location_id) references locations (tenant_id, id)
);
comment on column location_stock.on_hand is 'the sum of the movements; below zero where more was sold than there was';
create index location_stock_by_location on location_stock (tenant_id, location_id) where on_hand <> 0;
select protect_tenant_table('location_stock', 'select');

-- UUIDs that sort by the moment they were made (RFC 9562, version 7).
create function time_ordered_uuid() returns uuid language sql volatile
set search_path = pg_catalog, pg_temp
return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
         placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
         52, 1), 53, 1), 'hex')::uuid;

create table stock_movements (
  tenant_id   uuid not null,
  id          uuid not null default time_ordered_uuid(),
  variant_id  uuid not null,
  location_id uuid not null,
  quantity    integer not null check (quantity <> 0),
  cause       text not null check (cause in ('opening', 'sale', 'cancellation', 'return', 'count', 'adjustment')),
  order_id    uuid,
  reason      text check (length(reason) between 1 and 200),
  actor       text not null check (length(actor) between 1 and 80),
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade,
  foreign key (tenant_id, location_id) references locations (tenant_id, id),
  constraint stock_movements_of_orders check (order_id is null or cause in ('sale', 'cancellation', 'return'))
);
comment on column stock_movements.quantity is 'units that came; below zero, that went';
create index stock_movements_by_variant on stock_movements (tenant_id, variant_id, id);
create index stock_movements_by_order on stock_movements (tenant_id, order_id) where order_id is not null;
select protect_tenant_table('stock_movements', 'select, insert');

-- What a merchant's own staff see and change: where its variants are.
select show_to_merchant('locations', 'true', 'select');
select show_to_merchant('location_stock',
  'exists (select from variants v where v.tenant_id = location_stock.tenant_id and v.id = location_stock.variant_id)', 'select');
select show_to_merchant('stock_movements',
  'exists (select from variants v where v.tenant_id = stock_movements.tenant_id and v.id = stock_movements.variant_id)',
  'select, insert');

-- The triggers below run with the owner's rights.
create policy recorder on locations to stoa_owner using (true) with check (true);
create policy recorder on location_stock to stoa_owner using (true) with check (true);
create policy recorder on stock_movements to stoa_owner using (true) with check (true);
create policy recorder on stock_levels for select to stoa_owner using (true);

-- Each tenant has a location.
create function add_default_location() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.locations (tenant_id, id, name, priority, is_default, created_at, updated_at)
  values (new.id, gen_random_uuid(), 'Main', 100, true, now(), now());
  return null;
end $$;
revoke execute on function add_default_location from public;
create trigger default_location after insert on tenants for each row execute function add_default_location();

-- What a movement changes.
create function apply_stock_movements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.location_stock as stock (tenant_id, variant_id, location_id, on_hand)
  select moved.tenant_id, moved.variant_id, moved.location_id, sum(moved.quantity)
    from moved
   group by 1, 2, 3
   order by 1, 2, 3
  on conflict (tenant_id, variant_id, location_id) do update set on_hand = stock.on_hand + excluded.on_hand;
  return null;
end $$;
revoke execute on function apply_stock_movements from public;
create trigger applied after insert on stock_movements
  referencing new table as moved for each statement execute function apply_stock_movements();

-- What changed on hand and was not said to have moved, such as a count, is booked at the default location. The row is the
-- transaction's own and locked, so what it says now is what will hold.
create function settle_stock() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed record;
  gap integer;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  select coalesce((select s.on_hand from public.stock_levels s
                    where s.tenant_id = changed.tenant_id and s.variant_id = changed.variant_id), 0)
         - coalesce((select sum(l.on_hand) from public.location_stock l
                      where l.tenant_id = changed.tenant_id and l.variant_id = changed.variant_id), 0)
    into gap;
  if gap <> 0 then
    insert into public.stock_movements (tenant_id, id, variant_id, location_id, quantity, cause, actor)
    select changed.tenant_id, public.time_ordered_uuid(), changed.variant_id, l.id, gap, 'count',
           coalesce(nullif(current_setting('app.audit', true), '')::jsonb ->> 'actor', 'system')
      from public.locations l
     where l.tenant_id = changed.tenant_id and l.is_default;
  end if;
  return null;
end $$;
revoke execute on function settle_stock from public;
create constraint trigger settled after insert or update of on_hand or delete on stock_levels
  deferrable initially deferred for each row execute function settle_stock();

-- The tenants and the stock that there are already.
alter table locations no force row level security;
insert into locations (tenant_id, id, name, priority, is_default, created_at, updated_at)
select id, gen_random_uuid(), 'Main', 100, true, now(), now() from tenants;
alter table locations force row level security;
insert into stock_movements (tenant_id, id, variant_id, location_id, quantity, cause, actor)
select s.tenant_id, time_ordered_uuid(), s.variant_id, l.id, s.on_hand, 'opening', 'system'
  from stock_levels s
  join locations l on l.tenant_id = s.tenant_id and l.is_default
 where s.on_hand <> 0;
