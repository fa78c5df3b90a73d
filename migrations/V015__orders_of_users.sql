-- Whose an order is: of whoever has the account of its address, when it was placed or later.

alter table orders add column user_id uuid;
comment on column orders.user_id is 'no reference: an order outlives the account, and is nobody''s once that is known';
create index orders_of_user on orders (tenant_id, user_id, id desc) where user_id is not null;
create index orders_of_nobody on orders (tenant_id, email) where user_id is null;
