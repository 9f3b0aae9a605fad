-- The legacy columns hold everything but one difference, since a viewer is a member afterwards.

drop trigger zz_bridge_users_is_admin_role_insert on users;
drop trigger zz_bridge_users_is_admin_role_update on users;
drop function bridge_users_is_admin_role();
alter table users drop column role;

drop trigger zz_bridge_users_password_hash_hashed_password_insert on users;
drop trigger zz_bridge_users_password_hash_hashed_password_update on users;
drop function bridge_users_password_hash_hashed_password();
alter table users drop column hashed_password;
