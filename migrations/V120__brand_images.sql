-- Pictures that a store uploads for its brand: logos and whatever its pages show.

create table brand_images (
  tenant_id     uuid not null,
  id            uuid not null,
  storefront_id uuid not null,
  object_key    text not null check (length(object_key) between 1 and 500),
  content_type  text not null,
  width         integer not null check (width > 0),
  height        integer not null check (height > 0),
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, storefront_id, object_key),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
select protect_tenant_table('brand_images', 'select, insert, delete');
select record_changes('brand_images');
