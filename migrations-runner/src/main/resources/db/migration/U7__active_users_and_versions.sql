-- Inactive users are active again.
-- allow: data-lost-in-undo older services let inactive users in anyway

drop trigger users_count_change on users;
drop function users_count_change();

alter table users
    drop column active,
    drop column version;
