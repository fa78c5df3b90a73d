-- Roles that a tenant makes for itself, beside the built-in ones; invitations of staff; suspension.

create table roles (
  tenant_id   uuid not null references tenants (id),
  id          uuid not null,
  name        text not null check (length(name) between 1 and 80),
  description text not null check (length(description) <= 500),
  version     integer not null check (version > 0),
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column roles.version is 'grows with each change of the role or its authorities';
create unique index roles_name on roles (tenant_id, lower(name));
select protect_tenant_table('roles', 'select, insert, delete');
grant update (name, description, version, updated_at) on roles to stoa_app;

create table role_authorities (
  tenant_id uuid not null,
  role_id   uuid not null,
  authority text not null check (authority ~ '^[a-z_]+:[a-z_]+$'),
  primary key (tenant_id, role_id, authority),
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade
);
comment on column role_authorities.authority is 'what the role allows, as object:action';
select protect_tenant_table('role_authorities', 'select, insert, delete');

alter table memberships
  alter column role drop not null,
  add column role_id uuid,
  add column suspended_at timestamptz,
  add constraint memberships_one_role check (num_nonnulls(role, role_id) = 1),
  add constraint memberships_role_id_fkey foreign key (tenant_id, role_id) references roles (tenant_id, id);
comment on column memberships.role is 'a built-in role; absent when role_id names one of the tenant';
create index memberships_role on memberships (tenant_id, role_id) where role_id is not null;
grant insert, delete on memberships to stoa_app;
grant update (role, role_id, suspended_at) on memberships to stoa_app;

create table staff_invitations (
  tenant_id    uuid not null references tenants (id),
  id           uuid not null,
  email        text not null check (email = lower(email)),
  role         text check (role in
                 ('owner', 'administrator', 'catalogue_manager', 'order_manager', 'support', 'analyst')),
  role_id      uuid,
  token_hashes bytea[] not null,
  invited_by   uuid not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade,
  check (num_nonnulls(role, role_id) = 1)
);
comment on column staff_invitations.token_hashes is 'SHA-256 of the tokens that letters were written with';
create unique index staff_invitations_open on staff_invitations (tenant_id, email)
  where accepted_at is null and revoked_at is null;
create index staff_invitations_role on staff_invitations (tenant_id, role_id) where role_id is not null;
select protect_tenant_table('staff_invitations', 'select, insert');
grant update (token_hashes, accepted_at, revoked_at) on staff_invitations to stoa_app;
create policy enrolment on staff_invitations for select to stoa_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- No role that serves requests reads `staff`; the functions see memberships through row-level security.

create or replace function staff_credentials(staff_email text)
returns table (id uuid, name text, password_hash text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.password_hash, m.role
    from public.staff s
    join public.memberships m on m.staff_id = s.id
   where s.email = staff_email and m.suspended_at is null and m.role is not null
$$;

create function staff_sign_in(staff_email text)
returns table (id uuid, name text, password_hash text, role text, role_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.name, s.password_hash, m.role, m.role_id
    from public.staff s
    join public.memberships m on m.staff_id = s.id
   where s.email = staff_email and m.suspended_at is null
$$;
comment on function staff_sign_in is 'the person with this address, when they work in the transaction''s tenant';
revoke execute on function staff_sign_in from public;
grant execute on function staff_sign_in to stoa_app;

create function staff_members()
returns table (id uuid, email text, name text, role text, role_id uuid, created_at timestamptz,
               suspended_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.email, s.name, m.role, m.role_id, m.created_at, m.suspended_at
    from public.memberships m
    join public.staff s on s.id = m.staff_id
   order by m.created_at, s.id
$$;
comment on function staff_members is 'the staff of the transaction''s tenant';
revoke execute on function staff_members from public;
grant execute on function staff_members to stoa_app;

create function staff_holding(roles text[], role_ids uuid[])
returns table (email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.email, s.name
    from public.memberships m
    join public.staff s on s.id = m.staff_id
   where m.suspended_at is null and (m.role = any (roles) or m.role_id = any (role_ids))
   order by s.email
$$;
comment on function staff_holding is 'the people with one of these roles in the transaction''s tenant';
revoke execute on function staff_holding from public;
grant execute on function staff_holding to stoa_app;

-- The account of an invited address: the one that exists, or a new one when a password is given. Nothing
-- unless the transaction's tenant has an open invitation for the address.
create function enrol_invited(staff_email text, staff_id uuid, staff_name text, hash text, at timestamptz)
returns table (id uuid, is_new boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from public.staff_invitations i
     where i.email = staff_email and i.accepted_at is null and i.revoked_at is null and i.expires_at > at
  ) then
    return;
  end if;
  if hash is not null then
    insert into public.staff (id, email, name, password_hash, created_at)
    values (staff_id, staff_email, staff_name, hash, at)
    on conflict (email) do nothing;
  end if;
  return query select s.id, s.id = staff_id from public.staff s where s.email = staff_email;
end $$;
comment on function enrol_invited is 'the account of an address that the transaction''s tenant has invited';
revoke execute on function enrol_invited from public;
grant execute on function enrol_invited to stoa_app;
