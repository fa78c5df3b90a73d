-- A refund can be of what came with a return; so that a unit that came is not given back twice, the refund names it.

alter table refunds add column return_id uuid;
alter table refunds add constraint refunds_return_fkey foreign key (tenant_id, return_id) references returns (tenant_id, id);
comment on column refunds.return_id is 'the return whose received units are given back';
create index refunds_by_return on refunds (tenant_id, return_id) where return_id is not null;
