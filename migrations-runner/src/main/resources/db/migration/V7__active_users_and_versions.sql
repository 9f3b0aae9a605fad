-- Users can be set inactive instead of being deleted, and two people who change the same user at once notice it.
--
-- version counts the changes of what people edit, whoever makes them: an older service that writes username, email,
-- phone, role or is_admin counts as well. What sign-in writes does not count, nor does a password, since neither is
-- shown. An older service knows no inactive users and lets them sign in for as long as it runs.

alter table users
    add column active boolean not null default true,
    add column version integer not null default 1;

create function users_count_change() returns trigger
language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;

create trigger users_count_change
    before update on users
    for each row
    when (
        (old.username, old.email, old.is_admin, old.role, old.phone, old.active)
        is distinct from (new.username, new.email, new.is_admin, new.role, new.phone, new.active)
    )
    execute function users_count_change();
