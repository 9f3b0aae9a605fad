-- Too many failed sign-ins lock an account for a while.
-- allow: validating-constraint a company has some thousand accounts, which are checked in milliseconds

alter table users
    add column failed_login_attempts integer not null default 0,
    add column locked_until timestamptz,
    add constraint users_failed_login_attempts_check check (failed_login_attempts >= 0);
