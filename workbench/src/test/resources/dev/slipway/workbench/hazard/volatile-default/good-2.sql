update orders set token = gen_random_uuid() where token is null;
