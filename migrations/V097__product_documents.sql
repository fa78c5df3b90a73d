-- Product documents: products as storefronts show them, without prices and stock, in a store of their own.

-- Grows with each change of a product, of its options, pictures, variants and categories: each of those touches the product's row.
-- It is the time of the change, so that a database that was restored gives out no version twice.
alter table products add column document_version bigint not null default 0;
comment on column products.document_version is
  'version of the product''s document: microseconds since 1970, and more than before; 0 if not changed since documents exist';

create function set_document_version() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.document_version := greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, old.document_version + 1);
  return new;
end $$;
revoke execute on function set_document_version() from public;

create trigger document_version before insert or update on products
  for each row execute function set_document_version();

-- The documents, where the settings name no other store for them.
create table product_documents (
  tenant_id  uuid not null references tenants (id),
  product_id uuid not null,
  version    bigint not null,
  schema     integer not null,
  body       jsonb,
  primary key (tenant_id, product_id)
);
comment on table product_documents is 'a product as storefronts show it, without prices and stock; products.document_version tells whether it is current';
comment on column product_documents.schema is 'which fields the body has';
comment on column product_documents.body is 'null for a product that is not active';
select protect_tenant_table('product_documents', 'select, insert, update, delete');

alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check
  check (lane in ('orders', 'mail', 'search', 'pictures', 'documents'));

-- The record of changes leaves the version out: nobody sets it.
create or replace function audit_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  masked text[] := tg_argv[0]::text[];
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  any_row jsonb := coalesce(new_row, old_row);
  names text[];
  was jsonb;
  is_now jsonb;
begin
  select array_agg(name) into names
    from jsonb_object_keys(any_row) name
   where name not in ('tenant_id', 'document_version') and not name = any (tg_argv[1]::text[])
     and (tg_op <> 'UPDATE' or old_row -> name is distinct from new_row -> name);
  if tg_op = 'UPDATE' and names is null then
    return null;
  end if;
  was := public.audit_fields(old_row, names, masked);
  is_now := public.audit_fields(new_row, names, masked);
  insert into public.audit_changes (tenant_id, entry_id, relation, action, key, object, before, after)
  values (coalesce(any_row ->> 'tenant_id', any_row ->> 'id')::uuid,
          (current_setting('app.audit')::jsonb ->> 'id')::uuid,
          tg_table_name,
          case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end,
          coalesce((select jsonb_object_agg(name, any_row -> name) from unnest(tg_argv[1]::text[]) name), '{}'),
          substring(any_row ->> (tg_argv[1]::text[])[1] from '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid,
          was, is_now);
  return null;
end $$;
