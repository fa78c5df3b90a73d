-- Products that shoppers cannot return, and lines of orders that were sold so.
alter table products add column is_final_sale boolean not null default false;
comment on column products.is_final_sale is 'whether shoppers cannot return it; staff can take it back';
alter table order_lines add column is_final_sale boolean not null default false;
