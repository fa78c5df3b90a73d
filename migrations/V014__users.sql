-- Shoppers: end customers of one tenant. The same address in two tenants is two people.

create table users (
  tenant_id         uuid not null references tenants (id),
  id                uuid not null,
  email             text not null check (email = lower(email)),
  first_name        text not null check (length(first_name) between 1 and 100),
  last_name         text not null check (length(last_name) between 1 and 100),
  password_hash     text not null,
  email_verified_at timestamptz not null,
  created_at        timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
select protect_tenant_table('users', 'select, insert, delete, update (first_name, last_name, password_hash)');

-- Whoever asked for an account and has not shown yet that the address is theirs. An account is made of
-- it when they do, with the password that came with this very request: nobody can prepare an account
-- for somebody else's address. A newer request takes the older one's place.
create table signups (
  tenant_id     uuid not null references tenants (id),
  email         text not null check (email = lower(email)),
  first_name    text not null check (length(first_name) between 1 and 100),
  last_name     text not null check (length(last_name) between 1 and 100),
  password_hash text not null,
  token_hash    bytea,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (tenant_id, email)
);
comment on column signups.token_hash is 'SHA-256 of what the newest mail holds; none before it was written';
create unique index signups_token on signups (tenant_id, token_hash);
create index signups_expired on signups (expires_at);
select protect_tenant_table('signups', 'select, insert, update, delete');

create table password_resets (
  tenant_id  uuid not null,
  user_id    uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create unique index password_resets_token on password_resets (tenant_id, token_hash);
create index password_resets_expired on password_resets (expires_at);
select protect_tenant_table('password_resets', 'select, insert, update, delete');

-- A device that somebody signed in on, and the refresh tokens that it was given one after another.
create table sessions (
  tenant_id    uuid not null,
  id           uuid not null,
  user_id      uuid not null,
  device       text not null check (length(device) <= 300),
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on column sessions.device is 'what the browser or app calls itself';
create index sessions_of_user on sessions (tenant_id, user_id, created_at);
create index sessions_expired on sessions (expires_at);
select protect_tenant_table('sessions', 'select, insert, update (last_used_at, expires_at), delete');

create table refresh_tokens (
  tenant_id   uuid not null,
  token_hash  bytea not null,
  session_id  uuid not null,
  issued_at   timestamptz not null,
  consumed_at timestamptz,
  successor   bytea,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
);
comment on column refresh_tokens.successor is 'the hash of the token that was given for this one';
create index refresh_tokens_of_session on refresh_tokens (tenant_id, session_id);
select protect_tenant_table('refresh_tokens', 'select, insert, update (consumed_at, successor), delete');

-- What is over is forgotten, of all tenants at once. Of the rest the relay sees nothing.
create policy relay_forgets on signups to stoa_relay using (expires_at < now());
grant select (tenant_id, email, expires_at), delete on signups to stoa_relay;
create policy relay_forgets on password_resets to stoa_relay using (expires_at < now());
grant select (tenant_id, user_id, expires_at), delete on password_resets to stoa_relay;
create policy relay_forgets on sessions to stoa_relay using (expires_at < now());
grant select (tenant_id, id, expires_at), delete on sessions to stoa_relay;
