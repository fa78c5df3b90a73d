-- A picture for each category, if it has one. Files are kept as those of products are: under the digest of what they hold.

create table category_images (
  tenant_id    uuid not null,
  category_id  uuid not null,
  object_key   text not null check (length(object_key) between 1 and 500),
  content_type text not null,
  width        integer not null check (width > 0),
  height       integer not null check (height > 0),
  alt          text not null default '',
  widths       integer[],
  primary key (tenant_id, category_id),
  foreign key (tenant_id, category_id) references categories (tenant_id, id) on delete cascade
);
comment on column category_images.widths is 'the widths that the picture was made in; null until that was tried, empty when it is shown as it is';
select protect_tenant_table('category_images',
  'select, insert, update (object_key, content_type, width, height, alt, widths), delete');
select record_changes('category_images');
