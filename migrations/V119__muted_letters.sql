-- Which letters about the store's business a staff member does not want.

create table muted_letters (
  tenant_id uuid not null,
  staff_id  uuid not null,
  letter    text not null check (letter in ('new_order', 'low_stock', 'dispute')),
  primary key (tenant_id, staff_id, letter),
  foreign key (tenant_id, staff_id) references memberships (tenant_id, staff_id) on delete cascade
);
select protect_tenant_table('muted_letters', 'select, insert, delete');
select record_changes('muted_letters');
