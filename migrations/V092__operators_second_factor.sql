-- Second factors of the platform's own people.

alter table operators
  add column totp_sealed      bytea,
  add column totp_enrolled_at timestamptz,
  add column totp_last_step   bigint,
  add column recovery_hashes  bytea[] not null default '{}',
  add check (totp_enrolled_at is null or totp_sealed is not null);
comment on column operators.totp_sealed is 'the encrypted seed; pending until totp_enrolled_at is set';
comment on column operators.totp_last_step is 'no code of this time step or an earlier one is taken again';
comment on column operators.recovery_hashes is 'SHA-256 of the recovery codes that were not used';
grant select (totp_sealed, totp_enrolled_at, totp_last_step, recovery_hashes),
      update (totp_sealed, totp_enrolled_at, totp_last_step, recovery_hashes)
   on operators to stoa_operator;
