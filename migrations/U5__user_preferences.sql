-- Lost are all preferences; every user has the defaults again.

drop table user_preferences;
