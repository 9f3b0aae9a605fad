"""Create invoices: the first of billing

Revision ID: 8f3a71c0de55
Revises: 27c6a30d7c24
"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "8f3a71c0de55"
down_revision: Union[str, None] = "27c6a30d7c24"
branch_labels: Union[str, Sequence[str], None] = ("billing",)
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "invoice",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("state", sa.Enum("open", "paid", name="invoice_state"), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("invoice")
    op.execute("DROP TYPE invoice_state")
