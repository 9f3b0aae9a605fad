set client_encoding = 'UTF8';
set timezone = 'UTC';
select count(set_config(name, '0', false)) as slipway_timeouts from pg_settings
where name in ('statement_timeout', 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout')
\gset
