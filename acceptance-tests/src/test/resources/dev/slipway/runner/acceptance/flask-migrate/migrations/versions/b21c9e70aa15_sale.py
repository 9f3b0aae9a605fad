"""sale: 20% on everything

Revision ID: b21c9e70aa15
Revises: 8fcb76da7a22
Create Date: 2025-03-01 08:00:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'b21c9e70aa15'
down_revision = '8fcb76da7a22'
branch_labels = None
depends_on = None


def upgrade():
    op.execute("insert into product (name) values ('100% wool')")
    op.execute("update product set discount = '20%' where name like '%wool' and id % 2 = 1")
    op.execute(
        "create function labelled(p product) returns text language sql as"
        " $$ select format('%s: %s', p.name, p.discount) $$"
    )


def downgrade():
    op.execute("drop function labelled(product)")
    op.execute("delete from product where name like '100%'")
