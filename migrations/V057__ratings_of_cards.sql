-- Cards of products show their rating. What stands in the select list is computed for the rows of the page only.
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
                                 'width', i.width, 'height', i.height)
          from images i
         where i.tenant_id = p.tenant_id and i.product_id = p.id
         order by i.position
         limit 1) as image,
       (select json_build_object('reviews', r.reviews, 'stars', r.stars)
          from product_ratings r
         where r.tenant_id = p.tenant_id and r.product_id = p.id and r.reviews > 0) as rating
  from products p
  join product_prices price on price.tenant_id = p.tenant_id and price.product_id = p.id
 where p.status = 'active';
