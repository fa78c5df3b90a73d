-- What the program looks after by itself: whether the schema is as new as the program, and rows that
-- nobody needs any more.

grant select on refinery_schema_history to stoa_app;

-- The relay forgets keys whose time is over, and what consumers have remembered for longer than any
-- message lives. Of other rows it sees nothing, and of those keys not what they were used for.
create policy relay_forgets on idempotency_keys to stoa_relay using (expires_at < now());
grant select (tenant_id, principal, key, expires_at), delete on idempotency_keys to stoa_relay;
drop index idempotency_keys_expiry;
create index idempotency_keys_expired on idempotency_keys (expires_at);

create policy relay_forgets on inbox to stoa_relay using (handled_at < now() - interval '1 day');
grant select, delete on inbox to stoa_relay;
create index inbox_handled on inbox using brin (handled_at);
