alter type state add value 'sent';
alter table orders alter state set default 'sent';
