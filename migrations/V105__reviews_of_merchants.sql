-- Reviews of merchants: one for each merchant of an order that was paid. They are rows of `reviews` that name no line and no
-- product, so the version before, which joins the lines, neither shows nor counts them.

alter table reviews
  alter column order_line_id drop not null,
  alter column product_id drop not null,
  add constraint reviews_of_one_subject check (num_nulls(order_line_id, product_id) in (0, 2)),
  add constraint reviews_of_order_shares foreign key (tenant_id, order_id, merchant_id)
    references order_shares (tenant_id, order_id, merchant_id);
comment on column reviews.order_line_id is 'the line whose product is reviewed; none where the merchant is';
create unique index reviews_one_of_merchant on reviews (tenant_id, order_id, merchant_id) where order_line_id is null;
create index reviews_of_merchant on reviews (tenant_id, merchant_id, status, id desc) where order_line_id is null;
create index reviews_of_merchant_by_rating on reviews (tenant_id, merchant_id, rating, id)
  where status = 'published' and order_line_id is null;

-- The ratings of a merchant's published reviews; written with each of them that changes, in one transaction.
create table merchant_ratings (
  tenant_id   uuid not null,
  merchant_id uuid not null,
  stars_1     integer not null default 0 check (stars_1 >= 0),
  stars_2     integer not null default 0 check (stars_2 >= 0),
  stars_3     integer not null default 0 check (stars_3 >= 0),
  stars_4     integer not null default 0 check (stars_4 >= 0),
  stars_5     integer not null default 0 check (stars_5 >= 0),
  primary key (tenant_id, merchant_id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);
select protect_tenant_table('merchant_ratings', 'select, insert, update (stars_1, stars_2, stars_3, stars_4, stars_5)');
