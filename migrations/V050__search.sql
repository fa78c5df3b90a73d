-- Product search: one document for each product, language and currency that a storefront of the tenant shows, the
-- words that those documents consist of, and two functions that search them.
--
-- Full-text and trigram operators are not leakproof: under row-level security Postgres compares each row's tenant
-- first and cannot use an index for them (404 ms instead of 8 ms for 134,000 products). So the two functions at the
-- end run with the owner's rights. They take the tenant from the transaction and from nowhere else, and see these two
-- tables only.

create extension if not exists btree_gin;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Stop words are dropped as they are written, then accents go, then words are stemmed.
do $$
declare
  spoken text;
begin
  foreach spoken in array array['danish', 'dutch', 'english', 'finnish', 'french', 'german', 'hungarian', 'italian',
                                'norwegian', 'portuguese', 'russian', 'spanish', 'swedish', 'turkish'] loop
    execute format('create text search dictionary public.stoa_%1$s_stop '
                   '(template = pg_catalog.simple, stopwords = %1$s, accept = false)', spoken);
    execute format('create text search configuration public.stoa_%1$s (copy = pg_catalog.%1$s)', spoken);
    execute format('alter text search configuration public.stoa_%1$s '
                   'alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part '
                   'with public.stoa_%1$s_stop, public.unaccent, pg_catalog.%1$s_stem', spoken);
    execute format('alter text search configuration public.stoa_%1$s '
                   'alter mapping for numword, numhword, hword_numpart with public.unaccent, pg_catalog.simple', spoken);
  end loop;
end $$;
create text search configuration public.stoa_simple (copy = pg_catalog.simple);
alter text search configuration public.stoa_simple
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword, numhword, hword_numpart
  with public.unaccent, pg_catalog.simple;

create table search_documents (
  tenant_id    uuid not null,
  language     text not null check (length(language) between 1 and 20),
  currency     char(3) not null,
  product_id   uuid not null,
  title        text not null,
  plain_title  text not null,
  min_minor    bigint not null,
  is_available boolean not null,
  facets       text[] not null,
  words        text[] not null,
  lexemes      tsvector not null,
  primary key (tenant_id, language, currency, product_id),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
comment on table search_documents is 'an active product with a price, as a storefront in a language and currency finds it';
comment on column search_documents.plain_title is 'the title in lower case, without accents and punctuation';
comment on column search_documents.facets is
  'c:<category>, m:<merchant>, v:<vendor>, o:<option>\x1f<value>';
comment on column search_documents.words is 'the words that are counted in search_terms';
create index search_documents_by_product on search_documents (tenant_id, product_id);
create index search_documents_lexemes on search_documents using gin (tenant_id, lexemes);
select protect_tenant_table('search_documents', 'select, insert, update, delete');
create policy search on search_documents for select to stoa_owner using (true);

create table search_terms (
  tenant_id uuid not null references tenants (id),
  language  text not null,
  currency  char(3) not null,
  term      text not null collate "C",
  documents integer not null,
  primary key (tenant_id, language, currency, term)
);
comment on table search_terms is 'in how many documents a word is: for completions and corrections';
create index search_terms_trigrams on search_terms using gin (tenant_id, term gin_trgm_ops);
select protect_tenant_table('search_terms', 'select, insert, update, delete');
create policy search on search_terms for select to stoa_owner using (true);

-- The index is built by the worker, in places of its own.
alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check check (lane in ('orders', 'mail', 'search'));
alter table outbox no force row level security;
insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
select id, gen_random_uuid(), 'search.rebuild_due', 'search', '{"type": "search_rebuild_due", "after": null}', 'search'
  from tenants;
alter table outbox force row level security;

-- A page of what is found, and counts of all of it. `broad` and `strict` are queries as to_tsquery reads them; without
-- `broad` everything is found. Each filter is {"dim", "codes"}: a document must have one of the codes. Counts of a
-- dimension leave that dimension's own filter out of account.
create function search_products(
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
comment on function search_products is 'products of the transaction''s tenant, with the owner''s rights';
revoke execute on function search_products from public;
grant execute on function search_products to stoa_app;

-- For each word: whether documents have it, words that begin with it, where `compounds` those that end with it, and,
-- if no document has it, words that look like it.
create function search_vocabulary(asked_language text, asked_currency text, asked text[], compounds boolean, similar_ones boolean)
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
                      and d.lexemes @@ to_tsquery(config, quote_literal(one)))
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
comment on function search_vocabulary is 'words of the transaction''s tenant, with the owner''s rights';
revoke execute on function search_vocabulary from public;
grant execute on function search_vocabulary to stoa_app;
