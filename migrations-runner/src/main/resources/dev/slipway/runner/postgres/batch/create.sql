create table if not exists ${table} (
  installed_rank integer not null constraint ${primary_key} primary key,
  version text not null,
  script text not null,
  checksum integer not null,
  target text not null,
  diverging text,
  end_key text[],
  last_key text[],
  extended boolean not null default false,
  keys bigint not null default 0,
  total bigint not null,
  changed bigint not null default 0,
  converges boolean,
  abandoned boolean not null default false,
  began_on timestamp not null default now(),
  updated_on timestamp not null default now(),
  finished_on timestamp
);
comment on table ${table} is 'slipway: how far each large change of data came';
-- an event trigger may have switched it on for each new table, and then the owner would not see its own rows
alter table ${table} no force row level security;
