-- One client cannot hold a store's stock with orders that are never paid.

alter table orders add column client bytea;
comment on column orders.client is 'a digest of where the order came from, kept while it is unpaid';
create index orders_unpaid_by_client on orders (tenant_id, client) where status = 'pending_payment';
create index orders_unpaid_by_email on orders (tenant_id, email) where status = 'pending_payment';
