"""Create account table

Revision ID: 27c6a30d7c24
Revises:
Create Date: 2023-02-01 10:00:00
"""
from alembic import op
import sqlalchemy as sa

revision = "27c6a30d7c24"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("username", sa.String(64), nullable=False, unique=True),
        sa.Column("balance", sa.Numeric(12, 2), server_default="0", nullable=False),
    )


def downgrade():
    op.drop_table("account")
