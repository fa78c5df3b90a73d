-- Kinds of work have places of their own in the queue, so that mail never delays money; and a message
-- that an outage holds up is told from one that fails.

alter table outbox no force row level security;
delete from outbox where topic = 'product.changed';
alter table outbox add column lane text not null default 'orders' check (lane in ('orders', 'mail'));
alter table outbox add column postponed integer not null default 0;
update outbox set lane = 'mail'
 where topic in ('signup.requested', 'password.forgotten', 'password.changed', 'account.deleted', 'session.revoked');
alter table outbox force row level security;
comment on column outbox.lane is 'which workers'' places it is handled in';
comment on column outbox.attempts is 'claims without an outcome; an outage gives its attempt back';
comment on column outbox.postponed is 'how often an outage put it off';
grant update (postponed, payload) on outbox to stoa_relay;

drop index outbox_ready;
create index outbox_ready on outbox (lane, available_at, seq) where dead_at is null;
-- With more waiting than one look takes in, the tenants take turns.
create index outbox_by_tenant on outbox (lane, tenant_id, available_at, seq) where dead_at is null;
