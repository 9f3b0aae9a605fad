BEGIN;

-- Running downgrade d0e1f2a3b4c5 -> c1a2b3c4d5e6

UPDATE alembic_version SET version_num='c1a2b3c4d5e6' WHERE alembic_version.version_num = 'd0e1f2a3b4c5';

-- Running downgrade c1a2b3c4d5e6 -> b7e4f00d1234

DELETE FROM account WHERE id IN (1, 2);

UPDATE alembic_version SET version_num='b7e4f00d1234' WHERE alembic_version.version_num = 'c1a2b3c4d5e6';

-- Running downgrade b7e4f00d1234 -> 8f3a71c0de55, 9c0d44e1b2a7, a4b5c6d7e8f9

INSERT INTO alembic_version (version_num) VALUES ('8f3a71c0de55') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('9c0d44e1b2a7') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='a4b5c6d7e8f9' WHERE alembic_version.version_num = 'b7e4f00d1234';

-- Running downgrade 8f3a71c0de55 -> 27c6a30d7c24

DROP TABLE invoice;

DROP TYPE invoice_state;

DELETE FROM alembic_version WHERE alembic_version.version_num = '8f3a71c0de55';

-- Running downgrade 9c0d44e1b2a7 -> 5d1e2b8a9f03

COMMIT;

DROP INDEX CONCURRENTLY ix_account_last_login;

BEGIN;

DELETE FROM alembic_version WHERE alembic_version.version_num = '9c0d44e1b2a7';

-- Running downgrade a4b5c6d7e8f9 -> 

DROP FUNCTION active_accounts();

UPDATE alembic_version SET version_num='5d1e2b8a9f03' WHERE alembic_version.version_num = 'a4b5c6d7e8f9';

-- Running downgrade 5d1e2b8a9f03 -> 27c6a30d7c24

ALTER TABLE account DROP COLUMN last_login;

UPDATE alembic_version SET version_num='27c6a30d7c24' WHERE alembic_version.version_num = '5d1e2b8a9f03';

-- Running downgrade 27c6a30d7c24 -> 

DROP TABLE account;

DELETE FROM alembic_version WHERE alembic_version.version_num = '27c6a30d7c24';

DROP TABLE alembic_version;

COMMIT;

