-- Addresses that a tenant does not write to any more: mail to them came back, somebody called it spam, or staff said so.

create table mail_suppressions (
  tenant_id  uuid not null references tenants (id),
  id         uuid not null,
  email      text not null check (email = lower(email)),
  reason     text not null check (reason in ('bounced', 'complained', 'manual')),
  detail     text check (detail ~ '^[0-9.]{1,20}$'),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
comment on column mail_suppressions.detail is 'the status code that the mail came back with, such as 5.1.1';
select protect_tenant_table('mail_suppressions', 'select, insert, delete');
select record_changes('mail_suppressions', '{email}');
