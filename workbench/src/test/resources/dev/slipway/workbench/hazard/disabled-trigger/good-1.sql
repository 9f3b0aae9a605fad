drop trigger touch on orders;
