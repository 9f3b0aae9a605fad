BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 8fcb76da7a22

CREATE TABLE product (
    id SERIAL NOT NULL, 
    name VARCHAR(80) NOT NULL, 
    discount VARCHAR(8) DEFAULT '0%%' NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT discount_in_percent CHECK (discount like '%%\%%'), 
    UNIQUE (name)
);

COMMENT ON COLUMN product.discount IS 'for example 15%%';

INSERT INTO alembic_version (version_num) VALUES ('8fcb76da7a22') RETURNING alembic_version.version_num;

-- Running upgrade 8fcb76da7a22 -> b21c9e70aa15

insert into product (name) values ('100%% wool');

update product set discount = '20%%' where name like '%%wool' and id %% 2 = 1;

create function labelled(p product) returns text language sql as $$ select format('%%s: %%s', p.name, p.discount) $$;

UPDATE alembic_version SET version_num='b21c9e70aa15' WHERE alembic_version.version_num = '8fcb76da7a22';

COMMIT;

