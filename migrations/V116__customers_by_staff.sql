-- Customers whom staff add, and what staff find customers by.

alter table users alter column email_verified_at drop not null;
comment on column users.email_verified_at is
  'none while staff made the account, and nobody has used a link or a code from a letter to the address';

alter table users
  add column name_key text collate "C" generated always as (regexp_replace(lower(trim(first_name || ' ' || last_name)), '\s+', ' ', 'g')) stored,
  add column last_name_key text collate "C" generated always as (regexp_replace(lower(trim(last_name || ' ' || first_name)), '\s+', ' ', 'g')) stored;
drop index users_by_first_name;
drop index users_by_last_name;
create index users_by_name on users (tenant_id, name_key);
create index users_by_last_name on users (tenant_id, last_name_key);
drop trigger audit_change on users;
select record_changes('users', '{email, first_name, last_name, password_hash, has_password, note, name_key, last_name_key}');

alter table addresses
  add column phone_key text generated always as (right(regexp_replace(address ->> 'phone', '\D', '', 'g'), 8)) stored;
comment on column addresses.phone_key is 'the last eight digits, which are the same with and without the codes of country and area';
create index addresses_by_phone on addresses (tenant_id, phone_key, user_id) where phone_key is not null;
drop trigger audit_change on addresses;
select record_changes('addresses', '{address, phone_key}');
