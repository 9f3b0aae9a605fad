alter table orders add column note_long varchar(200);
