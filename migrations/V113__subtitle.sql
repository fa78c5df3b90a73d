-- One line below a product's title.

alter table products add column subtitle text;
comment on column products.subtitle is 'one line below the title; null without one';
