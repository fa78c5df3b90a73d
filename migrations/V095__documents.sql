-- Invoices and credit notes: numbered without gaps, copied when they are issued, and never changed.

-- What a tenant says of itself as the seller.
create table invoicing_settings (
  tenant_id          uuid primary key references tenants (id),
  legal_name         text check (length(legal_name) between 1 and 200),
  address            jsonb,
  tax_number         text check (length(tax_number) between 1 and 40),
  vat_number         text check (length(vat_number) between 1 and 40),
  register_number    text check (length(register_number) between 1 and 100),
  email              text check (length(email) between 3 and 254),
  footer             text check (length(footer) between 1 and 500),
  invoice_prefix     text not null check (invoice_prefix ~ '^[A-Za-z0-9/_.-]{0,19}[A-Za-z/_.-]$'),
  credit_note_prefix text not null check (credit_note_prefix ~ '^[A-Za-z0-9/_.-]{0,19}[A-Za-z/_.-]$'),
  is_automatic       boolean not null,
  check (invoice_prefix <> credit_note_prefix)
);
comment on column invoicing_settings.is_automatic is 'whether an invoice is issued when an order is paid';
comment on column invoicing_settings.invoice_prefix is 'ends with no digit: a number has one prefix only';
select protect_tenant_table('invoicing_settings', 'select, insert, update');
select record_changes('invoicing_settings', '{address,email}');

-- The rows are only ever added: `counters` gives the sequence in the same transaction, so that one that is undone leaves no gap.
create table documents (
  tenant_id  uuid not null,
  id         uuid not null,
  kind       text not null check (kind in ('invoice', 'credit_note')),
  sequence   bigint not null check (sequence > 0),
  prefix     text not null,
  number     text not null check (number = prefix || sequence::text),
  order_id   uuid not null,
  invoice_id uuid,
  refund_id  uuid,
  currency   text not null,
  tax_minor  bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor >= tax_minor),
  content    jsonb not null,
  issued_at  timestamptz not null,
  issued_by  text not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, sequence),
  unique (tenant_id, number),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, invoice_id) references documents (tenant_id, id),
  foreign key (tenant_id, refund_id) references refunds (tenant_id, id),
  check ((kind = 'credit_note') = (refund_id is not null)),
  check ((kind = 'credit_note') = (invoice_id is not null))
);
comment on column documents.content is 'everything that is printed, as it was when the document was issued';
create unique index documents_one_invoice on documents (tenant_id, order_id) where kind = 'invoice';
create unique index documents_one_credit_note on documents (tenant_id, refund_id) where refund_id is not null;
create index documents_by_order on documents (tenant_id, order_id);
create index documents_by_time on documents (tenant_id, id desc);
select protect_tenant_table('documents', 'select, insert');
select record_changes('documents', '{content}');
