-- How much of a variant may be sold, what shoppers are shown of it, and what staff are told of it.

alter table stock_levels
  add column safety_stock integer not null default 0 check (safety_stock between 0 and 1000000000),
  add column backorder_limit integer check (backorder_limit between 0 and 1000000000),
  add column low_stock_threshold integer check (low_stock_threshold between 0 and 1000000000),
  add column sellable bigint generated always as (
    case when allow_backorder and backorder_limit is null then null
         when allow_backorder then greatest(on_hand::bigint - reserved + backorder_limit, 0)
         else greatest(on_hand::bigint - reserved - safety_stock, 0) end) stored,
  add constraint stock_levels_backorder_capped
    check (not allow_backorder or backorder_limit is null or on_hand::bigint - reserved >= -backorder_limit);
comment on column stock_levels.safety_stock is 'units that are not sold while the variant may not be sold beyond its stock';
comment on column stock_levels.backorder_limit is 'units that may be sold beyond the stock; none: as many as are wanted';
comment on column stock_levels.low_stock_threshold is 'at this many units to sell or fewer, stock is low; none: nobody is told';
comment on column stock_levels.sellable is 'units that can be sold now; none: without limit';

-- What the tenant wants of its stock, and what each storefront shows of it.
create table stock_settings (
  tenant_id           uuid primary key references tenants (id),
  reservation_minutes integer check (reservation_minutes between 5 and 1440),
  allocation          text not null default 'fewest_parcels' check (allocation in ('fewest_parcels', 'priority'))
);
comment on column stock_settings.reservation_minutes is 'how long an unpaid order holds back stock; none: what the platform has';
select protect_tenant_table('stock_settings', 'select, insert, update (reservation_minutes, allocation)');
select record_changes('stock_settings');

create table stock_displays (
  tenant_id     uuid not null,
  storefront_id uuid not null,
  display       text not null check (display in ('hidden', 'level', 'exact')),
  primary key (tenant_id, storefront_id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id) on delete cascade
);
comment on table stock_displays is 'a storefront without a row shows nothing but whether a variant can be bought';
select protect_tenant_table('stock_displays', 'select, insert, update (display)');
select record_changes('stock_displays');

-- What happened to the stock of variants that somebody wants to know.
create table stock_alerts (
  tenant_id   uuid not null,
  id          uuid not null default time_ordered_uuid(),
  variant_id  uuid not null,
  kind        text not null check (kind in ('low_stock', 'sold_out', 'back_in_stock')),
  sellable    bigint,
  occurred_at timestamptz not null default clock_timestamp(),
  told_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade
);
comment on column stock_alerts.sellable is 'units that could be sold then; none: without limit';
comment on column stock_alerts.told_at is 'when it was put into a letter to the staff, or was no more worth one';
create index stock_alerts_by_variant on stock_alerts (tenant_id, variant_id);
create index stock_alerts_untold on stock_alerts (tenant_id, id) where told_at is null;
select protect_tenant_table('stock_alerts', 'select, update (told_at)');
select show_to_merchant('stock_alerts',
  'exists (select from variants v where v.tenant_id = stock_alerts.tenant_id and v.id = stock_alerts.variant_id)', 'select');
create index stock_alerts_old on stock_alerts (occurred_at);
create policy relay_forgets on stock_alerts to stoa_relay using (occurred_at < now() - interval '90 days');
grant select (tenant_id, id, occurred_at), delete on stock_alerts to stoa_relay;

-- Whatever changes stock, the alert is written: by a trigger, which runs with the owner's rights.
create policy recorder on stock_alerts to stoa_owner using (true) with check (true);
create function note_stock_alert() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if public.is_restoring() then
    return null;
  end if;
  insert into public.stock_alerts (tenant_id, id, variant_id, kind, sellable)
  values (new.tenant_id, public.time_ordered_uuid(), new.variant_id,
          case when new.sellable = 0 then 'sold_out' when old.sellable = 0 then 'back_in_stock' else 'low_stock' end,
          new.sellable);
  return null;
end $$;
revoke execute on function note_stock_alert from public;
create trigger alerts after update on stock_levels for each row
  when (old.sellable is distinct from new.sellable
        and (old.sellable = 0 or new.sellable = 0
             or (new.sellable <= new.low_stock_threshold
                 and (old.sellable is null or old.sellable > new.low_stock_threshold))))
  execute function note_stock_alert();

create or replace view product_cards with (security_invoker = true) as
select p.tenant_id, p.id, p.slug, p.title, price.currency, price.product_id as price_id,
       price.min_minor,
       exists (select
                 from variants v
                 join prices amount on amount.tenant_id = v.tenant_id and amount.variant_id = v.id
                                   and amount.currency = price.currency
                 left join stock_levels s on s.tenant_id = v.tenant_id and s.variant_id = v.id
                where v.tenant_id = p.tenant_id and v.product_id = p.id and v.archived_at is null
                  and (s.sellable is null or s.sellable > 0)
              ) as is_available,
       (select json_build_object('key', coalesce(i.object_key, i.source), 'alt', i.alt,
                                 'width', i.width, 'height', i.height, 'widths', i.widths)
          from images i
         where i.tenant_id = p.tenant_id and i.product_id = p.id
         order by i.position, i.id
         limit 1) as image,
       (select json_build_object('reviews', r.reviews, 'stars', r.stars)
          from product_ratings r
         where r.tenant_id = p.tenant_id and r.product_id = p.id and r.reviews > 0) as rating
  from products p
  join product_prices price on price.tenant_id = p.tenant_id and price.product_id = p.id
 where p.status = 'active' and (not p.is_restricted or shown_to_shopper(p.tenant_id, p.id));
