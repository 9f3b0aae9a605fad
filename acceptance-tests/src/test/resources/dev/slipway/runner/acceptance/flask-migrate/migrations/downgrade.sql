BEGIN;

-- Running downgrade b21c9e70aa15 -> 8fcb76da7a22

drop function labelled(product);

delete from product where name like '100%%';

UPDATE alembic_version SET version_num='8fcb76da7a22' WHERE alembic_version.version_num = 'b21c9e70aa15';

-- Running downgrade 8fcb76da7a22 -> 

DROP TABLE product;

DELETE FROM alembic_version WHERE alembic_version.version_num = '8fcb76da7a22';

DROP TABLE alembic_version;

COMMIT;

