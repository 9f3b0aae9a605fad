-- Made by Slipway: ${what}
${scripts}--
-- Run it as the owner of the schema with psql 14 or newer:
--
--     psql -X -v ON_ERROR_STOP=1 -f FILE "$DATABASE_URL"
--
-- It refuses a database that is not exactly at ${from}. A script and its row in the history are one transaction, unless
-- it says otherwise. If a script fails, psql ends with 3, and what came before it stays; `slipway ${command}` goes on from
-- there, and so does a new script. If psql gets no row to keep in a variable, another runner has taken the lock, and nothing
-- of that script stays. `\:` is how psql has to be told a colon before a name.

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set QUIET on
\encoding UTF8
