-- Inactive users are active again.

drop trigger users_count_change on users;
drop function users_count_change();

alter table users
    drop column active,
    drop column version;
