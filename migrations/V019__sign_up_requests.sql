-- Several sign-ups may be pending for one address: each keeps its own password and names, and a link
-- confirms the one that it was sent for. The tables signups and password_resets are read by the version
-- before this one and by no other; they empty themselves as their rows expire.

create table signup_requests (
  tenant_id     uuid not null references tenants (id),
  id            uuid not null,
  email         text not null check (email = lower(email)),
  first_name    text not null check (length(first_name) between 1 and 100),
  last_name     text not null check (length(last_name) between 1 and 100),
  password_hash text not null,
  is_mailed     boolean not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (tenant_id, id)
);
comment on column signup_requests.is_mailed is 'an e-mail with a link of its own was sent, or is about to be';
create index signup_requests_of_email on signup_requests (tenant_id, email, id);
create index signup_requests_expired on signup_requests (expires_at);
select protect_tenant_table('signup_requests', 'select, insert, update (is_mailed), delete');

-- A link that an e-mail holds. Several are good at once, each until it expires.
create table signup_links (
  tenant_id  uuid not null,
  token_hash bytea not null,
  email      text not null check (email = lower(email)),
  signup_id  uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, signup_id) references signup_requests (tenant_id, id) on delete cascade
);
comment on column signup_links.token_hash is 'SHA-256 of the token in the link';
comment on column signup_links.signup_id is 'the request that it confirms; none: the one whose password comes with it';
create index signup_links_of_email on signup_links (tenant_id, email);
create index signup_links_of_request on signup_links (tenant_id, signup_id);
create index signup_links_expired on signup_links (expires_at);
select protect_tenant_table('signup_links', 'select, insert, delete');

create table reset_links (
  tenant_id  uuid not null,
  token_hash bytea not null,
  user_id    uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on column reset_links.token_hash is 'SHA-256 of the token in the link';
create index reset_links_of_user on reset_links (tenant_id, user_id);
create index reset_links_expired on reset_links (expires_at);
select protect_tenant_table('reset_links', 'select, insert, delete');

-- When an address was last sent an e-mail that anybody can request.
create table mail_slots (
  tenant_id    uuid not null references tenants (id),
  address_hash bytea not null,
  purpose      text not null check (purpose in ('sign_up', 'reset', 'owner')),
  taken_at     timestamptz not null,
  expires_at   timestamptz not null,
  primary key (tenant_id, address_hash, purpose)
);
comment on column mail_slots.address_hash is 'SHA-256 of the address';
comment on column mail_slots.purpose is 'owner: of every kind, to an address that has an account';
create index mail_slots_expired on mail_slots (expires_at);
select protect_tenant_table('mail_slots', 'select, insert, update (taken_at, expires_at)');

create policy relay_forgets on signup_requests to stoa_relay using (expires_at < now());
grant select (tenant_id, id, expires_at), delete on signup_requests to stoa_relay;
create policy relay_forgets on signup_links to stoa_relay using (expires_at < now());
grant select (tenant_id, token_hash, expires_at), delete on signup_links to stoa_relay;
create policy relay_forgets on reset_links to stoa_relay using (expires_at < now());
grant select (tenant_id, token_hash, expires_at), delete on reset_links to stoa_relay;
create policy relay_forgets on mail_slots to stoa_relay using (expires_at < now());
grant select (tenant_id, address_hash, purpose, expires_at), delete on mail_slots to stoa_relay;
