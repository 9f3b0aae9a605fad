-- The legacy columns hold everything but one difference, since a viewer is a member afterwards.

drop trigger users_fill_both_generations on users;
drop trigger users_follow_changed_generation on users;
drop function users_fill_both_generations();
drop function users_follow_changed_generation();

alter table users
    drop constraint users_role_check,
    drop constraint users_role_agrees_check,
    drop constraint users_password_agrees_check,
    drop column hashed_password,
    drop column role;
