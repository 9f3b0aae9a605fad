-- How to call a user, and when the user was here last.

alter table users
    add column phone varchar(32),
    add column last_sign_in_at timestamptz;
