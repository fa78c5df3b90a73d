-- What is said of a picture beside its text: the same in other languages, what of it stays visible where it is cropped, and
-- what is shown until it is there.

alter table images
  add column alts jsonb not null default '{}' check (jsonb_typeof(alts) = 'object'),
  add column focal_x smallint check (focal_x between 0 and 1000),
  add column focal_y smallint check (focal_y between 0 and 1000),
  add column preview text check (length(preview) between 6 and 100),
  add constraint images_focal_point_whole check ((focal_x is null) = (focal_y is null));
comment on column images.alts is 'the alternative text in other languages, by tags such as de or de-AT';
comment on column images.focal_x is 'thousandths of the width from the left edge; null without a focal point';
comment on column images.focal_y is 'thousandths of the height from the upper edge; null without a focal point';
comment on column images.preview is 'a few colours in a few characters; null until its widths are made, or if they cannot be';

alter table category_images
  add column alts jsonb not null default '{}' check (jsonb_typeof(alts) = 'object'),
  add column focal_x smallint check (focal_x between 0 and 1000),
  add column focal_y smallint check (focal_y between 0 and 1000),
  add column preview text check (length(preview) between 6 and 100),
  add constraint category_images_focal_point_whole check ((focal_x is null) = (focal_y is null));
grant update (alts, focal_x, focal_y, preview) on category_images to stoa_app;

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
                                 'width', i.width, 'height', i.height, 'widths', i.widths, 'alts', i.alts,
                                 'focal_x', i.focal_x, 'focal_y', i.focal_y, 'blurhash', i.preview)
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
