-- What takes from the session whatever a script has left in it, so that each runs as if it were alone.
select case when current_setting('server_version_num')::int >= 170000
    then 'set transaction_timeout = 0;' else '' end as slipway_transaction_timeout
\gset
