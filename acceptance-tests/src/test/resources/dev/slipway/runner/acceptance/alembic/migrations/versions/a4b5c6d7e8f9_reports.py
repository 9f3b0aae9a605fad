"""reports

Revision ID: a4b5c6d7e8f9
Revises:
"""
from alembic import op

revision = "a4b5c6d7e8f9"
down_revision = None
branch_labels = "reports"
depends_on = "5d1e2b8a9f03"


def upgrade():
    op.execute(
        """
        CREATE FUNCTION active_accounts() RETURNS bigint LANGUAGE plpgsql AS $$
        BEGIN
            -- Running this is cheap
            RETURN (SELECT count(*) FROM account WHERE last_login IS NOT NULL);
        END
        $$
        """
    )


def downgrade():
    op.execute("DROP FUNCTION active_accounts()")
