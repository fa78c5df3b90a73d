-- What a tenant says means the same, and what its shoppers look for.

create table search_synonyms (
  tenant_id uuid not null references tenants (id),
  position  smallint not null check (position between 1 and 500),
  term      text not null check (length(term) between 1 and 100),
  written   text not null check (length(written) between 1 and 100),
  place     smallint not null check (place between 1 and 20),
  primary key (tenant_id, position, term)
);
comment on table search_synonyms is 'a group of words or phrases that mean the same, for each position';
comment on column search_synonyms.term is 'in lower case, without accents and punctuation';
comment on column search_synonyms.written is 'as the tenant wrote it';
create index search_synonyms_by_term on search_synonyms (tenant_id, term);
select protect_tenant_table('search_synonyms', 'select, insert, update, delete');
select record_changes('search_synonyms');

create table search_term_days (
  tenant_id       uuid not null references tenants (id),
  day             date not null,
  term            text not null collate "C" check (length(term) between 1 and 100),
  searches        integer not null check (searches > 0),
  without_results integer not null check (without_results between 0 and searches),
  primary key (tenant_id, day, term)
);
comment on table search_term_days is 'how often a normalised term was searched for on a day (UTC); who did is kept nowhere';
select protect_tenant_table('search_term_days', 'select, insert, update, delete');
