-- No role but the owner can put names of its own in front of the schema's, and no role that serves
-- requests reads the password hashes of everybody's staff.
--
-- Postgres looks into a session's temporary schema first unless a path names it elsewhere. Whoever may
-- create temporary tables can therefore show a function another `pg_class` or another
-- `ledger_postings`. So: no temporary tables, and every function has a path that ends in pg_temp.

do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;

alter function protect_tenant_table(regclass, text) set search_path = pg_catalog, public, pg_temp;
alter function ledger_check_postings() set search_path = pg_catalog, public, pg_temp;
alter function ledger_check_posted() set search_path = pg_catalog, public, pg_temp;
alter function ledger_stamp() set search_path = pg_catalog, public, pg_temp;
alter function ledger_refuse_change() set search_path = pg_catalog, public, pg_temp;

create or replace function gather_first_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  unknown pg_catalog.regclass;
begin
  for unknown in
    select c.oid
      from pg_catalog.pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::pg_catalog.regnamespace
       and c.reltuples < 0 and pg_catalog.pg_relation_size(c.oid) > 0
     order by c.oid
  loop
    -- A path without `public` makes the name come out qualified.
    execute pg_catalog.format('analyze %s', unknown);
  end loop;
end $$;

-- Sign-in needs one hash: of a person who works in the tenant of the transaction. The functions see
-- memberships through the same lock as everybody else.
create policy credentials on memberships for select to stoa_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

create function staff_credentials(staff_email text)
returns table (id uuid, name text, password_hash text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.password_hash, m.role
    from public.staff s
    join public.memberships m on m.staff_id = s.id
   where s.email = staff_email
$$;
comment on function staff_credentials is 'the person with this address, when they work in the transaction''s tenant';
revoke execute on function staff_credentials from public;
grant execute on function staff_credentials to stoa_app;

-- Replaces a hash by a stronger one of the same password: only who knows the old one can.
create function strengthen_staff_password(staff uuid, old_hash text, new_hash text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.staff s
     set password_hash = new_hash
   where s.id = staff and s.password_hash = old_hash
     and exists (select from public.memberships m where m.staff_id = s.id)
$$;
revoke execute on function strengthen_staff_password from public;
grant execute on function strengthen_staff_password to stoa_app;

create function operator_credentials(operator_email text)
returns table (id uuid, name text, password_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name, o.password_hash from public.operators o where o.email = operator_email
$$;
revoke execute on function operator_credentials from public;
grant execute on function operator_credentials to stoa_operator;

revoke all on staff from stoa_app;
revoke select on staff from stoa_operator;
grant select (id, email) on staff to stoa_operator;
revoke select on operators from stoa_operator;
grant select (id, email, name) on operators to stoa_operator;

-- What no statement does, no role may do.
revoke delete on products, variants, categories, carts, shipping_options from stoa_app;
revoke update on categories from stoa_app;
revoke insert on shipping_options from stoa_app;
revoke update on memberships, merchants, storefronts from stoa_operator;
revoke select on tenants from stoa_relay;
