-- What a user prefers. A user without a row has the defaults; the row goes with its user.

create table user_preferences (
    user_id bigint not null,
    language varchar(35) not null default 'en', -- a tag of BCP 47, which asks for room for 35 characters
    time_zone varchar(64) not null default 'UTC',
    email_notifications boolean not null default true,
    updated_at timestamptz not null default now(),
    constraint user_preferences_pkey primary key (user_id),
    constraint user_preferences_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

do $$
begin
    if exists (select from pg_roles where rolname = 'account_service') then
        grant select, insert, update, delete on user_preferences to account_service;
    end if;
end
$$;
