-- A message that is handled is deleted, and no longer kept with a mark: a queue whose rows only grow
-- is slow to look through, and each mark was written into four indexes.

alter table outbox no force row level security;
delete from outbox where sent_at is not null;
alter table outbox force row level security;

drop index outbox_sent;
drop index outbox_ready;
drop index outbox_aggregate;
alter table outbox drop column sent_at;
create index outbox_ready on outbox (available_at, seq) where dead_at is null;
create index outbox_aggregate on outbox (tenant_id, aggregate, seq) where dead_at is null;
