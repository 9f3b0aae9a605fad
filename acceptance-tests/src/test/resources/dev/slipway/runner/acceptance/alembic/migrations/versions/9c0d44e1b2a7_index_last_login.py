"""index last_login without holding up writers

Revision ID: 9c0d44e1b2a7
Revises: 5d1e2b8a9f03
"""
from alembic import op

revision = "9c0d44e1b2a7"
down_revision = "5d1e2b8a9f03"
branch_labels = None
depends_on = None


def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_account_last_login", "account", ["last_login"], postgresql_concurrently=True)
    op.execute("COMMENT ON INDEX ix_account_last_login IS 'who was here'")


def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_account_last_login", table_name="account", postgresql_concurrently=True)
