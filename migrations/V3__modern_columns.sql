-- hashed_password takes the place of password_hash, and role that of is_admin. Old and new versions of the service work on
-- the table side by side, so both generations of columns stay, and two bridges keep them equal whichever side writes.
-- `revision --bridge` wrote them. A viewer is unknown to the old side, which sees is_admin = false.
-- bridge: users.password_hash <-> users.hashed_password
-- bridge: users.is_admin = (role = 'admin') <-> users.role = case when is_admin then 'admin' else 'member' end
-- allow: backfill-with-ddl no row may slip in before the triggers, and some thousand accounts take milliseconds
-- allow: not-null-scan some thousand accounts are checked in milliseconds
-- allow: validating-constraint some thousand accounts are checked in milliseconds

alter table users add column hashed_password varchar(255);

create function bridge_users_password_hash_hashed_password() returns trigger
language plpgsql as $bridge$
#variable_conflict use_column
begin
    if tg_op = 'INSERT' and new.hashed_password is null then
        new.hashed_password := new.password_hash;
    elsif tg_op = 'INSERT' and new.password_hash is null then
        new.password_hash := new.hashed_password;
    elsif new.password_hash is not distinct from new.hashed_password then
        return new;
    elsif tg_op = 'UPDATE' and new.password_hash is not distinct from old.password_hash then
        new.password_hash := new.hashed_password;
    elsif tg_op = 'UPDATE' and new.hashed_password is not distinct from old.hashed_password then
        new.hashed_password := new.password_hash;
    else
        raise exception using errcode = 'check_violation', schema = tg_table_schema,
            table = tg_table_name, message = '"password_hash" and "hashed_password" are given values that do not agree',
            hint = 'give or change one of them, and the other follows';
    end if;
    return new;
end
$bridge$;

comment on function bridge_users_password_hash_hashed_password() is 'bridge: users.password_hash <-> users.hashed_password';

-- They fire after other triggers, in the order of their names, and see what those changed.
create trigger zz_bridge_users_password_hash_hashed_password_insert
    before insert on users
    for each row execute function bridge_users_password_hash_hashed_password();

create trigger zz_bridge_users_password_hash_hashed_password_update
    before update on users
    for each row when (new.password_hash is distinct from old.password_hash
        or new.hashed_password is distinct from old.hashed_password)
    execute function bridge_users_password_hash_hashed_password();

alter table users
    enable always trigger zz_bridge_users_password_hash_hashed_password_insert,
    enable always trigger zz_bridge_users_password_hash_hashed_password_update;

alter table users add column role text;

create function bridge_users_is_admin_role() returns trigger
language plpgsql as $bridge$
#variable_conflict use_column
begin
    if tg_op = 'INSERT' and new.role is null then
        new.role := (select (case when is_admin then 'admin' else 'member' end)::text from (select new.is_admin) as users (is_admin));
    elsif tg_op = 'INSERT' and new.is_admin is null then
        new.is_admin := (select ((role = 'admin'))::boolean from (select new.role) as users (role));
    elsif new.is_admin is not distinct from (select ((role = 'admin'))::boolean from (select new.role) as users (role))
        or new.role is not distinct from (select (case when is_admin then 'admin' else 'member' end)::text from (select new.is_admin) as users (is_admin)) then
        return new;
    elsif tg_op = 'INSERT' and new.is_admin is not distinct from (false) then
        new.is_admin := (select ((role = 'admin'))::boolean from (select new.role) as users (role));
    elsif tg_op = 'UPDATE' and new.is_admin is not distinct from old.is_admin then
        new.is_admin := (select ((role = 'admin'))::boolean from (select new.role) as users (role));
    elsif tg_op = 'UPDATE' and new.role is not distinct from old.role then
        new.role := (select (case when is_admin then 'admin' else 'member' end)::text from (select new.is_admin) as users (is_admin));
    else
        raise exception using errcode = 'check_violation', schema = tg_table_schema,
            table = tg_table_name, message = '"is_admin" and "role" are given values that do not agree',
            hint = 'give or change one of them, and the other follows';
    end if;
    return new;
end
$bridge$;

comment on function bridge_users_is_admin_role() is 'bridge: users.is_admin = (role = ''admin'') <-> users.role = case when is_admin then ''admin'' else ''member'' end';

-- They fire after other triggers, in the order of their names, and see what those changed.
create trigger zz_bridge_users_is_admin_role_insert
    before insert on users
    for each row execute function bridge_users_is_admin_role();

create trigger zz_bridge_users_is_admin_role_update
    before update on users
    for each row when (new.is_admin is distinct from old.is_admin
        or new.role is distinct from old.role)
    execute function bridge_users_is_admin_role();

alter table users
    enable always trigger zz_bridge_users_is_admin_role_insert,
    enable always trigger zz_bridge_users_is_admin_role_update;

-- The lock on the table is held until the commit, so no row slips in between the triggers and these values.
update users
set hashed_password = password_hash,
    role = case when is_admin then 'admin' else 'member' end;

-- role has no default, because a default could not be told from a given value.
alter table users
    alter column role set not null,
    add constraint users_role_check check (role in ('admin', 'member', 'viewer'));
