-- Lost are the phone numbers and the times of the last sign-ins.

alter table users
    drop column phone,
    drop column last_sign_in_at;
