-- What holds for the whole company, in the one row the table can have.

create table company_settings (
    id smallint not null default 1,
    company_name varchar(200) not null default '',
    time_zone varchar(64) not null default 'UTC',
    max_failed_login_attempts integer not null default 5,
    lockout_minutes integer not null default 15,
    updated_at timestamptz not null default now(),
    constraint company_settings_pkey primary key (id),
    constraint company_settings_one_row_check check (id = 1),
    constraint company_settings_max_failed_login_attempts_check check (max_failed_login_attempts > 0),
    constraint company_settings_lockout_minutes_check check (lockout_minutes > 0)
);

insert into company_settings default values;

-- The row is there for good, so the service needs neither insert nor delete.
do $$
begin
    if exists (select from pg_roles where rolname = 'account_service') then
        grant select, update on company_settings to account_service;
    end if;
end
$$;
