-- Customer groups: shoppers with prices of their own, and with products that only they see.

create table customer_groups (
  tenant_id    uuid not null references tenants (id),
  id           uuid not null,
  name         text not null check (length(name) between 1 and 80),
  discount_ppm integer not null check (discount_ppm between 0 and 1000000),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on column customer_groups.discount_ppm is 'off every price that the group has no price of its own for; 100000 is 10 %';
create unique index customer_groups_name on customer_groups (tenant_id, lower(name));
select protect_tenant_table('customer_groups', 'select, insert, update (name, discount_ppm, updated_at), delete');
select record_changes('customer_groups');

create table customer_group_members (
  tenant_id uuid not null,
  group_id  uuid not null,
  user_id   uuid not null,
  added_at  timestamptz not null,
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references customer_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index customer_group_members_of_user on customer_group_members (tenant_id, user_id);
select protect_tenant_table('customer_group_members', 'select, insert, delete');
select record_changes('customer_group_members');

create table group_prices (
  tenant_id    uuid not null,
  group_id     uuid not null,
  variant_id   uuid not null,
  currency     char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  primary key (tenant_id, group_id, variant_id, currency),
  foreign key (tenant_id, group_id) references customer_groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade
);
create index group_prices_of_variant on group_prices (tenant_id, variant_id);
select protect_tenant_table('group_prices', 'select, insert, update (amount_minor), delete');
select record_changes('group_prices');

create table product_groups (
  tenant_id  uuid not null,
  product_id uuid not null,
  group_id   uuid not null,
  primary key (tenant_id, product_id, group_id),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade,
  foreign key (tenant_id, group_id) references customer_groups (tenant_id, id)
);
comment on table product_groups is 'the groups that see a product whose is_restricted is set';
create index product_groups_of_group on product_groups (tenant_id, group_id);
select protect_tenant_table('product_groups', 'select, insert, delete');
select record_changes('product_groups');

alter table products add column is_restricted boolean not null default false;
comment on column products.is_restricted is 'only members of the groups in product_groups see it';
alter table search_documents add column is_restricted boolean not null default false;

-- The search functions run with the owner's rights.
create policy search on product_groups for select to stoa_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy search on customer_group_members for select to stoa_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Whether the shopper of the transaction is in a group that sees the product. Without a shopper nobody is.
create function shown_to_shopper(tenant uuid, product uuid) returns boolean
language sql stable
set search_path = pg_catalog, public, pg_temp
return exists (
  select from public.product_groups shown
    join public.customer_group_members member
      on member.tenant_id = shown.tenant_id and member.group_id = shown.group_id
   where shown.tenant_id = tenant and shown.product_id = product
     and member.user_id = nullif(current_setting('app.user_id', true), '')::uuid);
revoke execute on function shown_to_shopper from public;
grant execute on function shown_to_shopper to stoa_app;

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
 where p.status = 'active' and (not p.is_restricted or shown_to_shopper(p.tenant_id, p.id));

-- As before, but for products that are not shown to everybody.
create or replace function search_products(
  asked_language text, asked_currency text, broad text, strict text, plain text, code text,
  filters jsonb, price_from bigint, price_to bigint, availability boolean, price_steps bigint[],
  sort text, after_key bigint, after_title text, after_id uuid, page_size integer)
returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan
set client_min_messages = warning as $$
declare
  tenant   constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  config   constant regconfig := ('public.stoa_' || asked_language)::regconfig;
  wanted   constant tsquery := coalesce(to_tsquery(config, broad) || to_tsquery('pg_catalog.simple', code),
                                        to_tsquery(config, broad));
  literal  constant tsquery := to_tsquery(config, strict);
  named    constant tsquery := to_tsquery('pg_catalog.simple', code);
  answer   jsonb;
begin
  with judged as materialized (
    select d.product_id, d.title, d.min_minor, d.is_available, d.facets,
           case sort
             when 'relevance' then
               case when wanted is null then 0 else
                 - (1000000 * (ts_rank('{0.05, 0.3, 0.5, 1.0}', d.lexemes, wanted)
                               + 2 * ts_rank('{0.05, 0.3, 0.5, 1.0}', d.lexemes, literal)
                               + case when d.plain_title = plain then 3
                                      when starts_with(d.plain_title, plain) then 0.1 else 0 end
                               + case when d.lexemes @@ named then 3 else 0 end
                               + case when d.is_available then 0.1 else 0 end))::bigint
               end
             when 'price_asc' then d.min_minor
             when 'price_desc' then - d.min_minor
             else 0
           end as place,
           case when sort = 'title' then d.title else '' end as place_title,
           array_remove(array[
             case when d.min_minor < price_from or d.min_minor > price_to then 'p' end,
             case when d.is_available <> availability then 'a' end], null)
           || case when filters <> '[]' then
                array(select f.dim
                        from jsonb_to_recordset(filters) as f (dim text, codes text[])
                       where not d.facets && f.codes)
              end as missed
      from search_documents d
     where d.tenant_id = tenant and d.language = asked_language and d.currency = asked_currency::bpchar
       and (broad is null or d.lexemes @@ wanted)
       and (not d.is_restricted or shown_to_shopper(d.tenant_id, d.product_id))
  ), hits as materialized (
    -- '' misses no filter, a dimension only that one, '*' several.
    select judged.*, case cardinality(judged.missed) when 0 then '' when 1 then judged.missed[1] else '*' end as misses
      from judged
  ), page as (
    select product_id, place, place_title
      from hits
     where misses = ''
       and (place > after_key
            or place = after_key
               and (place_title collate "und-x-icu" > after_title collate "und-x-icu"
                    or place_title collate "und-x-icu" = after_title collate "und-x-icu" and product_id < after_id))
     order by place, place_title collate "und-x-icu", product_id desc
     limit page_size
  ), grouped as (
    select listed.code, listed.misses, count(*) as documents
      from (select unnest(hits.facets) as code, hits.misses from hits where hits.misses <> '*') listed
     group by listed.code, listed.misses
  ), counted as (
    select grouped.code, named.dim, sum(documents)::bigint as documents
      from grouped
     cross join lateral (select case when starts_with(grouped.code, 'o:') then split_part(grouped.code, E'\x1f', 1)
                                     else left(grouped.code, 1) end as dim) named
     where misses = '' or misses = named.dim
     group by grouped.code, named.dim
  ), ranked as (
    select counted.code, documents, row_number() over (partition by dim order by documents desc, counted.code) as turn
      from counted
  )
  select jsonb_build_object(
           'found', (select count(*) from hits),
           'total', (select count(*) from hits where misses = ''),
           'page', (select coalesce(jsonb_agg(jsonb_build_object('id', product_id, 'place', place, 'title', place_title)
                             order by place, place_title collate "und-x-icu", product_id desc), '[]') from page),
           'codes', (select coalesce(jsonb_object_agg(ranked.code, documents), '{}') from ranked where turn <= 50),
           'available', (select count(*) from hits where is_available and misses in ('', 'a')),
           'unavailable', (select count(*) from hits where not is_available and misses in ('', 'a')),
           'prices', (select jsonb_build_object('min', min(min_minor), 'max', max(min_minor))
                        from hits where misses in ('', 'p')),
           'steps', (select coalesce(jsonb_object_agg(step, documents), '{}')
                       from (select width_bucket(min_minor, price_steps) as step, count(*) as documents
                               from hits where misses in ('', 'p')
                              group by 1) stepped))
    into answer;
  return answer;
end $$;

create or replace function search_vocabulary(asked_language text, asked_currency text, asked text[], compounds boolean, similar_ones boolean)
returns table (word text, kind text, term text, documents integer)
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan
set client_min_messages = warning as $$
#variable_conflict use_column
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  config constant regconfig := ('public.stoa_' || asked_language)::regconfig;
  one    text;
  known  boolean;
  stem   text;
begin
  foreach one in array asked loop
    return query
      select one, 'begins', t.term, t.documents
        from search_terms t
       where t.tenant_id = tenant and t.language = asked_language and t.currency = asked_currency::bpchar
         and t.term >= one collate "C" and t.term < (one || U&'\+10FFFF') collate "C"
       order by t.documents desc, t.term
       limit 30;
    if compounds and length(one) >= 4 then
      stem := (tsvector_to_array(to_tsvector(config, one)))[1];
      return query
        select one, 'ends', t.term, t.documents
          from search_terms t
         where t.tenant_id = tenant and t.language = asked_language and t.currency = asked_currency::bpchar
           and t.term like '%' || stem || '%' and t.term <> one
           and (tsvector_to_array(to_tsvector(config, t.term)))[1] like '_%' || stem
         order by t.documents desc, t.term
         limit 30;
    end if;
    continue when not similar_ones;
    select exists (select from search_documents d
                    where d.tenant_id = tenant and d.language = asked_language and d.currency = asked_currency::bpchar
                      and not d.is_restricted and d.lexemes @@ to_tsquery(config, quote_literal(one)))
           or numnode(to_tsquery(config, quote_literal(one))) = 0
      into known;
    if known then
      return query select one, 'known', one, 1;
    elsif length(one) >= 3 then
      return query
        select one, 'similar', t.term, t.documents
          from search_terms t
         where t.tenant_id = tenant and t.language = asked_language and t.currency = asked_currency::bpchar
           and t.term % one
         order by similarity(t.term, one) desc, t.documents desc, t.term
         limit 20;
      -- Few trigrams of a short word survive a slip.
      if length(one) <= 6 then
        return query
          select one, 'similar', t.term, t.documents
            from search_terms t
           where t.tenant_id = tenant and t.language = asked_language and t.currency = asked_currency::bpchar
             and t.term >= left(one, 1) collate "C" and t.term < (left(one, 1) || U&'\+10FFFF') collate "C"
             and length(t.term) between length(one) - 1 and length(one) + 1
           order by t.documents desc, t.term
           limit 200;
      end if;
    end if;
  end loop;
end $$;
