-- A product that was imported is found again by the handle that its file gives it, as it is written
-- there: two handles can come to the same slug, and are two products all the same.
alter table products add column import_handle text check (length(import_handle) between 1 and 400);
comment on column products.import_handle is
  'the handle in the file it was imported from; none if it was made here or imported before there was this column';
create unique index products_import_handle_key on products (tenant_id, import_handle);
