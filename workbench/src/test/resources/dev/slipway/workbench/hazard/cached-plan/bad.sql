alter table orders alter note type varchar(200);
