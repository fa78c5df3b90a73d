-- Refresh tokens that were given for the same token are of one generation, the next one after it.

alter table refresh_tokens add column generation bigint;
comment on column refresh_tokens.generation is
  'counts up along the tokens of a session; none: from before it was counted, then the microsecond of issue';
