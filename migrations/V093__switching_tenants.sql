-- A staff member who works for several tenants goes from one to another without signing in again.

-- Which switches were made: each code is good once. The code itself is signed, and kept nowhere.
create table staff_switches (
  tenant_id  uuid not null references tenants (id),
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create index staff_switches_expired on staff_switches (expires_at);
select protect_tenant_table('staff_switches', 'insert');
create policy relay_forgets on staff_switches to stoa_relay using (expires_at < now());
grant select (tenant_id, token_hash, expires_at), delete on staff_switches to stoa_relay;

-- The function below sees the memberships of one person, wherever they are.
create policy of_person on memberships for select to stoa_owner
  using (staff_id = nullif(current_setting('app.staff_id', true), '')::uuid);

create function tenants_of_staff(staff uuid)
returns table (tenant_id uuid, slug text, name text, host text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Whoever works here may be asked about; nobody else.
  if not exists (select from public.memberships m where m.staff_id = staff and m.suspended_at is null) then
    return;
  end if;
  perform pg_catalog.set_config('app.staff_id', staff::text, true);
  return query
    select t.id, t.slug, t.name,
           (select h.host from public.hosts h
             where h.tenant_id = t.id
             order by h.is_primary desc, h.created_at, h.host
             limit 1)
      from public.memberships m
      join public.tenants t on t.id = m.tenant_id
     where m.staff_id = staff and m.suspended_at is null and t.status = 'active'
     order by t.name, t.id;
  perform pg_catalog.set_config('app.staff_id', '', true);
end $$;
comment on function tenants_of_staff is 'the tenants that a member of the transaction''s tenant works for';
revoke execute on function tenants_of_staff from public;
grant execute on function tenants_of_staff to stoa_app;
