-- Staff and operators. A member of staff is one identity with memberships in tenants.

create table staff (
  id            uuid primary key,
  email         text not null unique check (email = lower(email)),
  name          text not null,
  password_hash text not null,
  created_at    timestamptz not null
);
grant select, update (password_hash) on staff to stoa_app;
grant select, insert, update on staff to stoa_operator;

create table memberships (
  tenant_id  uuid not null references tenants (id),
  staff_id   uuid not null references staff (id),
  role       text not null check (role in
               ('owner', 'administrator', 'catalogue_manager', 'order_manager', 'support', 'analyst')),
  created_at timestamptz not null,
  primary key (tenant_id, staff_id)
);
select protect_tenant_table('memberships', 'select');
grant select, insert, update on memberships to stoa_operator;

create table operators (
  id            uuid primary key,
  email         text not null unique check (email = lower(email)),
  name          text not null,
  password_hash text not null,
  created_at    timestamptz not null
);
grant select, insert, update on operators to stoa_operator;
