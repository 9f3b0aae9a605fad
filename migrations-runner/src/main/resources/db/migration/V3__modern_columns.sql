-- hashed_password takes the place of password_hash, and role that of is_admin.
--
-- Old and new versions of the service work on the table side by side, so both generations of columns stay, and the
-- database keeps them equal whichever side writes. What holds for every row at every moment is
--
--     hashed_password is not distinct from password_hash
--     is_admin = (role = 'admin')
--
-- In an insert, a password given on one side is copied to the other. A given role decides about is_admin, otherwise
-- is_admin decides about the role (admin or member). An is_admin of false does not contradict a role of admin, since
-- false is the column's default and cannot be told from a value that was not given.
--
-- In an update, the side that changed is copied to the other.
--
-- Where both sides are given or changed and disagree, nothing is guessed. The statement fails with the check
-- constraint (SQLSTATE 23514) whose rule it breaks.
--
-- A viewer is unknown to the old side, which sees is_admin = false. The old side keeps a viewer a viewer as long as it
-- leaves is_admin false. Making a viewer an administrator and taking that back leaves a member.
-- allow: backfill-with-ddl no row may slip in before the triggers, and some thousand accounts take milliseconds
-- allow: not-null-scan some thousand accounts are checked in milliseconds
-- allow: validating-constraint some thousand accounts are checked in milliseconds

-- This lock on the table is held until the commit, so no row slips in between the backfill and the triggers.
alter table users
    add column hashed_password varchar(255),
    add column role text;

update users
set hashed_password = password_hash,
    role = case when is_admin then 'admin' else 'member' end;

-- role has no default, because a default could not be told from a given value; the insert trigger fills it.
alter table users
    alter column role set not null,
    add constraint users_role_check check (role in ('admin', 'member', 'viewer')),
    add constraint users_role_agrees_check check (is_admin = (role = 'admin')),
    add constraint users_password_agrees_check check (hashed_password is not distinct from password_hash);

create function users_fill_both_generations() returns trigger
language plpgsql as $$
begin
    new.hashed_password := coalesce(new.hashed_password, new.password_hash);
    new.password_hash := coalesce(new.password_hash, new.hashed_password);
    new.role := coalesce(new.role, case when new.is_admin then 'admin' else 'member' end);
    new.is_admin := new.is_admin or new.role = 'admin';
    return new;
end
$$;

create function users_follow_changed_generation() returns trigger
language plpgsql as $$
begin
    if new.password_hash is not distinct from old.password_hash then
        new.password_hash := new.hashed_password;
    elsif new.hashed_password is not distinct from old.hashed_password then
        new.hashed_password := new.password_hash;
    end if;
    if new.is_admin is not distinct from old.is_admin then
        new.is_admin := new.role = 'admin';
    elsif new.role is not distinct from old.role then
        new.role := case when new.is_admin then 'admin' else 'member' end;
    end if;
    return new;
end
$$;

create trigger users_fill_both_generations
    before insert on users
    for each row execute function users_fill_both_generations();

create trigger users_follow_changed_generation
    before update of password_hash, hashed_password, is_admin, role on users
    for each row execute function users_follow_changed_generation();
