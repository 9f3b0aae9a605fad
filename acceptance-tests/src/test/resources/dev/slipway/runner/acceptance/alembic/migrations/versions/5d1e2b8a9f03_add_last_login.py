"""add last_login

Revision ID: 5d1e2b8a9f03
Revises: 27c6a30d7c24
"""
from alembic import op
import sqlalchemy as sa

revision = "5d1e2b8a9f03"
down_revision = "27c6a30d7c24"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("account", sa.Column("last_login", sa.DateTime(timezone=True), nullable=True))
    op.execute("COMMENT ON COLUMN account.last_login IS 'for a reader; \"quoted\" -- and 100% of it'")


def downgrade():
    op.drop_column("account", "last_login")
