-- What grows is forgotten: unused carts, used refresh tokens, reservations that are over, and messages
-- and webhooks that were set aside long ago. Each policy shows the relay what may be forgotten, and of
-- that the columns which name a row.

-- A cart that ever became an order has its id, and stays as long as the order does. No statement puts
-- anything into a cart without counting its version up: 1 is a cart that was never used.
create policy relay_forgets on carts to stoa_relay using (
  status = 'open' and order_id is null
  and (updated_at < now() - interval '30 days'
       or version = 1 and updated_at < now() - interval '7 days'));
grant select (tenant_id, id, version, created_at, updated_at), delete on carts to stoa_relay;
-- By what never changes, so that changing a cart writes no index.
create index carts_untouched on carts (created_at) where status = 'open' and order_id is null;
-- Whether a cart may go is a question to its orders.
create index orders_by_cart on orders (tenant_id, cart_id);

create policy relay_forgets on refresh_tokens to stoa_relay using (consumed_at < now() - interval '30 days');
grant select (tenant_id, token_hash, consumed_at), delete on refresh_tokens to stoa_relay;
create index refresh_tokens_consumed on refresh_tokens (consumed_at) where consumed_at is not null;

create policy relay_forgets on reservations to stoa_relay using (
  status <> 'active' and expires_at < now() - interval '30 days');
grant select (tenant_id, order_id, variant_id, expires_at), delete on reservations to stoa_relay;
create index reservations_over on reservations (expires_at) where status <> 'active';

create index outbox_dead on outbox (dead_at) where dead_at is not null;
create index webhook_events_set_aside on webhook_events (available_at) where status = 'quarantined';
