-- What is brought back from a backup has its derived rows with it: triggers that make them leave it alone. Only somebody who may act
-- as the owner can say that rows are brought back.
create function is_restoring() returns boolean language sql stable
set search_path = pg_catalog, pg_temp
return coalesce(current_setting('app.restoring', true) = 'on' and pg_has_role(session_user, 'stoa_owner', 'usage'), false);

create or replace function add_default_location() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.is_restoring() then
    return null;
  end if;
  insert into public.locations (tenant_id, id, name, priority, is_default, created_at, updated_at)
  values (new.id, gen_random_uuid(), 'Main', 100, true, now(), now());
  return null;
end $$;

create or replace function apply_stock_movements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.is_restoring() then
    return null;
  end if;
  insert into public.location_stock as stock (tenant_id, variant_id, location_id, on_hand)
  select moved.tenant_id, moved.variant_id, moved.location_id, sum(moved.quantity)
    from moved
   group by 1, 2, 3
   order by 1, 2, 3
  on conflict (tenant_id, variant_id, location_id) do update set on_hand = stock.on_hand + excluded.on_hand;
  return null;
end $$;

create or replace function settle_stock() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed record;
  gap integer;
begin
  if public.is_restoring() then
    return null;
  end if;
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
