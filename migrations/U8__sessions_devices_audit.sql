-- Lost are the audit trail and the devices of users; names may differ in case only again.
-- allow: blocking-index dropping an index takes no time, and waits for its lock no longer than others

drop table audit_trail;
drop table sign_in_devices;
drop index users_email_folded_key;
drop index users_username_folded_key;

create or replace function users_count_change() returns trigger
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

alter table users drop column session_version;
