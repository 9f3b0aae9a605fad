-- Locked accounts are open again.

alter table users
    drop constraint users_failed_login_attempts_check,
    drop column failed_login_attempts,
    drop column locked_until;
