-- Users can be set inactive instead of being deleted, and two people who change the same user at once notice it.
--
-- version counts the changes of what people edit, whoever makes them: an older service that writes username, email,
-- phone, role or is_admin counts as well. What sign-in writes does not count, nor does a password, since neither is
-- shown. An older service knows no inactive users and lets them sign in for as long as it runs.

alter table users
    add column active boolean not null default true,
    add column version integer not null default 1;

-- Rows are compared without their sign-ins, so that a later column counts and a dropped one is not missed.
create function users_count_change() returns trigger
language plpgsql as $$
declare
    uncounted constant text[] := array[
        'version', 'password_hash', 'hashed_password', 'failed_login_attempts', 'locked_until', 'last_sign_in_at'
    ];
begin
    if to_jsonb(new) - uncounted is distinct from to_jsonb(old) - uncounted then
        new.version := old.version + 1;
    else
        new.version := old.version;
    end if;
    return new;
end
$$;

create trigger users_count_change
    before update on users
    for each row execute function users_count_change();
