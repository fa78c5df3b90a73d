-- What merchants do about their customers: look them up, note something, block somebody.

alter table users
  add column blocked_at timestamptz,
  add column note text not null default '' check (length(note) <= 5000);
comment on column users.blocked_at is 'since when the customer can neither sign in nor order';
comment on column users.note is 'the merchant''s own; the customer does not see it';
grant update (blocked_at, note) on users to stoa_app;
create index users_by_email on users (tenant_id, email collate "C");
create index users_by_first_name on users (tenant_id, lower(first_name) collate "C");
create index users_by_last_name on users (tenant_id, lower(last_name) collate "C");

drop trigger audit_change on users;
select record_changes('users', '{email, first_name, last_name, password_hash, note}');
