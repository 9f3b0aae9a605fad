"""The first accounts; a data migration

Revision ID: c1a2b3c4d5e6
Revises: b7e4f00d1234
"""
from alembic import op
import sqlalchemy as sa

revision = "c1a2b3c4d5e6"
down_revision = "b7e4f00d1234"
branch_labels = None
depends_on = None

account = sa.table("account", sa.column("id", sa.Integer), sa.column("username", sa.String))


def upgrade():
    op.bulk_insert(account, [{"id": 1, "username": "O'Hara"}, {"id": 2, "username": "100%"}])
    op.execute("UPDATE account SET balance = 10 WHERE username LIKE 'O%';\nUPDATE account SET balance = 20 WHERE id = 2")


def downgrade():
    op.execute("DELETE FROM account WHERE id IN (1, 2)")
