-- Lost are the phone numbers and the times of the last sign-ins.
-- allow: data-lost-in-undo older services do not know them

alter table users
    drop column phone,
    drop column last_sign_in_at;
