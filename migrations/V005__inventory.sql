-- Stock. A variant without a row here is not tracked: it is always available.

create table stock_levels (
  tenant_id       uuid not null,
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
  tenant_id  uuid not null,
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

-- What a storefront's list shows of a product that is for sale in a currency. What stands in the
-- select list is computed for the rows of the page only.
create view product_cards with (security_invoker = true) as
select p.tenant_id, p.id, p.slug, p.title, price.currency, price.product_id as price_id,
       price.min_minor,
       exists (select
                 from variants v
                 join prices amount on amount.tenant_id = v.tenant_id and amount.variant_id = v.id
                                   and amount.currency = price.currency
                 left join stock_levels s on s.tenant_id = v.tenant_id and s.variant_id = v.id
                where v.tenant_id = p.tenant_id and v.product_id = p.id and v.archived_at is null
                  and (s.variant_id is null or s.allow_backorder or s.on_hand > s.reserved)
              ) as is_available,
       (select json_build_object('key', coalesce(i.object_key, i.source), 'alt', i.alt,
                                 'width', i.width, 'height', i.height)
          from images i
         where i.tenant_id = p.tenant_id and i.product_id = p.id
         order by i.position
         limit 1) as image
  from products p
  join product_prices price on price.tenant_id = p.tenant_id and price.product_id = p.id
 where p.status = 'active';
grant select on product_cards to stoa_app;
