-- Whose an order is: of whoever has the account of its address, when it was placed or later.

alter table orders add column user_id uuid;
alter table orders add foreign key (tenant_id, user_id) references users (tenant_id, id);
create index orders_of_user on orders (tenant_id, user_id, id desc) where user_id is not null;
create index orders_of_nobody on orders (tenant_id, email) where user_id is null;
