alter table orders rename column note to note_kept;
