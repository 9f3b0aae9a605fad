create table ${table} (
  installed_rank integer primary key,
  form integer not null,
  fingerprint text not null,
  history text not null,
  recorded_on timestamp not null default now(),
  accepted jsonb,
  work jsonb
);
comment on table ${table} is 'slipway: the fingerprint of the schema after each script';
-- an event trigger may have switched it on for each new table, and then the owner would not see its own rows
alter table ${table} no force row level security;
