BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 27c6a30d7c24

CREATE TABLE account (
    id SERIAL NOT NULL, 
    username VARCHAR(64) NOT NULL, 
    balance NUMERIC(12, 2) DEFAULT '0' NOT NULL, 
    PRIMARY KEY (id), 
    UNIQUE (username)
);

INSERT INTO alembic_version (version_num) VALUES ('27c6a30d7c24') RETURNING alembic_version.version_num;

-- Running upgrade 27c6a30d7c24 -> 5d1e2b8a9f03

ALTER TABLE account ADD COLUMN last_login TIMESTAMP WITH TIME ZONE;

COMMENT ON COLUMN account.last_login IS 'for a reader; "quoted" -- and 100% of it';

UPDATE alembic_version SET version_num='5d1e2b8a9f03' WHERE alembic_version.version_num = '27c6a30d7c24';

-- Running upgrade  -> a4b5c6d7e8f9

CREATE FUNCTION active_accounts() RETURNS bigint LANGUAGE plpgsql AS $$
        BEGIN
            -- Running this is cheap
            RETURN (SELECT count(*) FROM account WHERE last_login IS NOT NULL);
        END
        $$;

UPDATE alembic_version SET version_num='a4b5c6d7e8f9' WHERE alembic_version.version_num = '5d1e2b8a9f03';

-- Running upgrade 5d1e2b8a9f03 -> 9c0d44e1b2a7

COMMIT;

CREATE INDEX CONCURRENTLY ix_account_last_login ON account (last_login);

BEGIN;

COMMENT ON INDEX ix_account_last_login IS 'who was here';

INSERT INTO alembic_version (version_num) VALUES ('9c0d44e1b2a7') RETURNING alembic_version.version_num;

-- Running upgrade 27c6a30d7c24 -> 8f3a71c0de55

CREATE TYPE invoice_state AS ENUM ('open', 'paid');

CREATE TABLE invoice (
    id BIGSERIAL NOT NULL, 
    account_id INTEGER NOT NULL, 
    state invoice_state NOT NULL, 
    PRIMARY KEY (id), 
    FOREIGN KEY(account_id) REFERENCES account (id)
);

INSERT INTO alembic_version (version_num) VALUES ('8f3a71c0de55') RETURNING alembic_version.version_num;

-- Running upgrade 8f3a71c0de55, 9c0d44e1b2a7, a4b5c6d7e8f9 -> b7e4f00d1234

DELETE FROM alembic_version WHERE alembic_version.version_num = '8f3a71c0de55';

DELETE FROM alembic_version WHERE alembic_version.version_num = '9c0d44e1b2a7';

UPDATE alembic_version SET version_num='b7e4f00d1234' WHERE alembic_version.version_num = 'a4b5c6d7e8f9';

-- Running upgrade b7e4f00d1234 -> c1a2b3c4d5e6

INSERT INTO account (id, username) VALUES (1, 'O''Hara');

INSERT INTO account (id, username) VALUES (2, '100%');

UPDATE account SET balance = 10 WHERE username LIKE 'O%';
UPDATE account SET balance = 20 WHERE id = 2;

UPDATE alembic_version SET version_num='c1a2b3c4d5e6' WHERE alembic_version.version_num = 'b7e4f00d1234';

-- Running upgrade c1a2b3c4d5e6 -> d0e1f2a3b4c5

UPDATE alembic_version SET version_num='d0e1f2a3b4c5' WHERE alembic_version.version_num = 'c1a2b3c4d5e6';

COMMIT;

