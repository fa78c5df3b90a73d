-- Pictures in several widths. The worker makes them, in places of their own, since each takes time and memory.
alter table images add column widths integer[];
comment on column images.widths is 'the widths that the picture was made in; null until that was tried, empty when it is shown as it is';
comment on column images.source is
  'where the import found it: a path beside the file, or an address; empty for one that was uploaded';

create or replace view product_cards with (security_invoker = true) as
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
 where p.status = 'active';

alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check check (lane in ('orders', 'mail', 'search', 'pictures'));
