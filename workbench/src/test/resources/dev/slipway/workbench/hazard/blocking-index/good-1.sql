create index concurrently orders_customer_id on orders (customer_id);
