-- Lost are all preferences; every user has the defaults again.
-- allow: data-lost-in-undo older services do not know preferences

drop table user_preferences;
