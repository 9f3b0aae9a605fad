alter table orders alter state set default 'sent';
