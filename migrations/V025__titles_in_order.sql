-- Titles in the order that readers expect: letters first, then accents, then case.
create index products_active_by_title on products (tenant_id, title collate "und-x-icu", id)
  where status = 'active';
drop index products_active_title;
