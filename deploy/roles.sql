-- Creates the database roles of Stoa, once for each cell, before the first migration. Needs no superuser: the master user of Aurora or RDS
-- is enough. Safe to repeat; a repetition sets the passwords again. Passwords are letters and digits.
--   psql "host=… dbname=stoa user=stoa_admin sslmode=verify-full sslrootcert=rds.pem" \
--     -v owner=… -v app=… -v relay=… -v operator=… -f deploy/roles.sql
\set ON_ERROR_STOP on
begin;

select format('create role %I', role)
  from unnest(array['stoa_owner', 'stoa_app', 'stoa_relay', 'stoa_operator', 'stoa_search', 'stoa_merchant']) as role
 where not exists (select from pg_roles where rolname = role)
\gexec

alter role stoa_owner    login password :'owner'    nocreaterole nocreatedb inherit;
alter role stoa_app      login password :'app'      nocreaterole nocreatedb noinherit;
alter role stoa_relay    login password :'relay'    nocreaterole nocreatedb noinherit;
alter role stoa_operator login password :'operator' nocreaterole nocreatedb noinherit;
alter role stoa_search   nologin                    nocreaterole nocreatedb noinherit;
alter role stoa_merchant nologin                    nocreaterole nocreatedb noinherit;
-- Transactions of a merchant's own staff become it; stoa_app inherits nothing from it.
grant stoa_merchant to stoa_app;

-- Nothing that serves requests may wait or idle for ever.
select format('alter role %I set %s = %L', role, setting, value)
  from unnest(array['stoa_app', 'stoa_relay', 'stoa_operator']) as role,
       (values ('statement_timeout', '10s'), ('lock_timeout', '2s'), ('idle_in_transaction_session_timeout', '30s')) as limits (setting, value)
\gexec

-- The owner of the schema owns the database; giving it away takes membership, which ends here.
select current_user as admin \gset
grant stoa_owner to :"admin";
select format('alter database %I owner to stoa_owner', current_database())
\gexec
alter schema public owner to stoa_owner;
revoke stoa_owner from :"admin";

commit;
