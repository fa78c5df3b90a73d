-- Pictures that shoppers add to their reviews: at most four of each.
create table review_pictures (
  tenant_id  uuid not null,
  id         uuid not null,
  review_id  uuid not null,
  position   smallint not null check (position between 1 and 4),
  object_key text not null check (length(object_key) between 1 and 512),
  width      integer not null check (width > 0),
  height     integer not null check (height > 0),
  added_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, position),
  unique (tenant_id, object_key),
  foreign key (tenant_id, review_id) references reviews (tenant_id, id)
);
comment on column review_pictures.object_key is 'where it is kept; nobody who was not told can guess it';
select protect_tenant_table('review_pictures', 'select, insert, delete');
