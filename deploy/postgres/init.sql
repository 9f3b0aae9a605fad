-- Runs once, as superuser in the new database, while nobody outside can reach the server.
\set owner_password `cat /run/secrets/owner_password`
\set service_password `cat /run/secrets/service_password`
\i /etc/slipway/roles.sql
