delete from orders where state = 'done';
