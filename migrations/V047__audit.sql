-- The record of who did what: append-only, chained by hashes, one chain for each tenant. Triggers write it, so no
-- statement of the program can forget it: a transaction of a person or a key carries a stamp (`app.audit`), every
-- changed row of a recorded table becomes a row of `audit_changes`, and the commit closes the entry.

create table audit_entries (
  tenant_id  uuid not null references tenants (id),
  number     bigint not null check (number > 0),
  id         uuid not null,
  at         timestamptz not null,
  actor      text not null,
  operation  text not null,
  request_id uuid not null,
  changes    integer not null check (changes > 0),
  hash       bytea not null check (length(hash) = 32),
  primary key (tenant_id, number),
  unique (tenant_id, id)
);
comment on column audit_entries.number is '1, 2, 3 … without a gap';
comment on column audit_entries.id is 'of the transaction';
comment on column audit_entries.hash is 'SHA-256 of the hash before, this row, and the changes';
create index audit_entries_by_actor on audit_entries (tenant_id, actor, number);
create index audit_entries_by_operation on audit_entries (tenant_id, operation, number);
create index audit_entries_by_request on audit_entries (tenant_id, request_id);
select protect_tenant_table('audit_entries', 'select');

create table audit_changes (
  tenant_id uuid not null references tenants (id),
  entry_id  uuid not null,
  n         bigint not null generated always as identity,
  relation  text not null,
  action    text not null check (action in ('created', 'updated', 'deleted')),
  key       jsonb not null,
  object    uuid,
  before    jsonb,
  after     jsonb,
  primary key (tenant_id, entry_id, n)
);
comment on column audit_changes.key is 'the primary key of the changed row, without the tenant';
comment on column audit_changes.object is 'the first id of the key: the product of an option, the variant of a price';
comment on column audit_changes.before is 'what changed, as it was; secrets and personal fields are masked';
create index audit_changes_by_object on audit_changes (tenant_id, object, entry_id) where object is not null;
select protect_tenant_table('audit_changes', 'select');

create table audit_heads (
  tenant_id uuid not null references tenants (id),
  number    bigint not null,
  hash      bytea not null,
  primary key (tenant_id)
);
comment on table audit_heads is 'the last entry of each chain: what was cut off the end is missed';
select protect_tenant_table('audit_heads', 'select');

-- Only the two functions below write, and they cannot be called.
create policy recorder on audit_entries to stoa_owner using (true) with check (true);
create policy recorder on audit_changes to stoa_owner using (true) with check (true);
create policy recorder on audit_heads to stoa_owner using (true) with check (true);

-- The named fields of a row as the record keeps them: masked, and not longer than anybody would read.
create function audit_fields(whole jsonb, names text[], masked text[]) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_object_agg(name, case when name = any (masked) and value <> 'null' then '"[masked]"'
                                     when length(value #>> '{}') > 2000 then to_jsonb(left(value #>> '{}', 2000) || '…')
                                     else value end)
    from unnest(names) name, lateral (select whole -> name) field (value)
   where value is not null
$$;
revoke execute on function audit_fields(jsonb, text[], text[]) from public;

-- Writes down what happened to a row. Arguments: the columns that are masked, and those of the primary key.
create function audit_change() returns trigger
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
   where name <> 'tenant_id' and not name = any (tg_argv[1]::text[])
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
revoke execute on function audit_change() from public;

-- Closes the entry of a transaction, when it commits. The chain is locked for as long as that takes.
create function audit_close() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  stamp jsonb;
  head public.audit_heads;
  moment timestamptz;
  counted integer;
  content bytea;
  chained bytea;
begin
  if exists (select from public.audit_entries e where e.tenant_id = new.tenant_id and e.id = new.entry_id) then
    return null;
  end if;
  insert into public.audit_heads (tenant_id, number, hash) values (new.tenant_id, 0, '') on conflict do nothing;
  select * into head from public.audit_heads h where h.tenant_id = new.tenant_id for update;
  stamp := current_setting('app.audit')::jsonb;
  moment := clock_timestamp();
  head.number := head.number + 1;
  select count(*),
         sha256(convert_to(string_agg(concat_ws(E'\n', c.relation, c.action, c.key::text, coalesce(c.before::text, ''),
                                                coalesce(c.after::text, '')), E'\n' order by c.n), 'UTF8'))
    into counted, content
    from public.audit_changes c
   where c.tenant_id = new.tenant_id and c.entry_id = new.entry_id;
  chained := sha256(head.hash
    || convert_to(concat_ws(E'\n', head.number, new.entry_id, (extract(epoch from moment) * 1000000)::bigint,
                            stamp ->> 'actor', stamp ->> 'operation', stamp ->> 'request_id', counted), 'UTF8')
    || content);
  insert into public.audit_entries (tenant_id, number, id, at, actor, operation, request_id, changes, hash)
  values (new.tenant_id, head.number, new.entry_id, moment, stamp ->> 'actor', stamp ->> 'operation',
          (stamp ->> 'request_id')::uuid, counted, chained);
  update public.audit_heads h set number = head.number, hash = chained where h.tenant_id = new.tenant_id;
  return null;
end $$;
revoke execute on function audit_close() from public;

create constraint trigger audit_close after insert on audit_changes
  deferrable initially deferred
  for each row when (current_setting('app.audit', true) <> '') execute function audit_close();

-- Has the changes of a table recorded, but for what `masked` columns hold. Transactions without a stamp, which are all
-- of shoppers and of the worker, pay for one look at a setting.
create function record_changes(recorded regclass, masked text[] default '{}') returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format(
    'create trigger audit_change after insert or update or delete on %s for each row '
    'when (current_setting(''app.audit'', true) <> '''') execute function audit_change(%L, %L)',
    recorded, masked,
    (select coalesce(array_agg(a.attname::text order by k.position), '{}')
       from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (column_number, position)
       join pg_attribute a on a.attrelid = recorded and a.attnum = k.column_number
      where i.indrelid = recorded and i.indisprimary and a.attname <> 'tenant_id'));
end $$;
revoke execute on function record_changes(regclass, text[]) from public;

select record_changes('tenants', '{creation_sha256, creation_key}');
select record_changes('hosts');
select record_changes('publishable_keys');
select record_changes('storefronts');
select record_changes('merchants');
select record_changes('memberships');
select record_changes('roles');
select record_changes('role_authorities');
select record_changes('staff_invitations', '{email, token_hashes}');
select record_changes('api_keys', '{key_sha256}');
select record_changes('connected_accounts');
select record_changes('shipping_options');
select record_changes('brand_versions', '{preview_sha256}');
select record_changes('catalog_settings');
select record_changes('categories');
select record_changes('products', '{import_digest}');
select record_changes('product_categories');
select record_changes('product_options');
select record_changes('variants');
select record_changes('prices');
select record_changes('images');
select record_changes('stock_levels');
select record_changes('orders', '{token_hash, quote_hash, email, shipping_address, shipping_name, billing_address, client}');
select record_changes('refunds');
select record_changes('refund_lines');
select record_changes('fulfillments');
select record_changes('fulfillment_lines');
select record_changes('users', '{email, first_name, last_name, password_hash}');
select record_changes('addresses', '{address}');
