set client_encoding = 'UTF8';
do $slipway$
begin
    perform set_config(name, '0', false) from pg_settings
    where name in ('statement_timeout', 'transaction_timeout', 'idle_session_timeout',
        'idle_in_transaction_session_timeout');
end
$slipway$;
