-- Whom of a tenant's staff to write to. No role that serves requests reads `staff`: the function finds those
-- who have one of these roles in the transaction's tenant.
create function staff_addresses(roles text[])
returns table (email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.email, s.name
    from public.memberships m
    join public.staff s on s.id = m.staff_id
   where m.role = any (roles)
   order by s.email
$$;
comment on function staff_addresses is 'the people with one of these roles in the transaction''s tenant';
revoke execute on function staff_addresses from public;
grant execute on function staff_addresses to stoa_app;
