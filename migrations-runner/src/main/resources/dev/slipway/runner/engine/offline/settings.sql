set client_encoding = 'UTF8'; set timezone = 'UTC';
set statement_timeout = 0; set idle_session_timeout = 0; set idle_in_transaction_session_timeout = 0;
:slipway_transaction_timeout
