"""Merge billing, reports and the rest

Revision ID: b7e4f00d1234
Revises: 8f3a71c0de55, 9c0d44e1b2a7, a4b5c6d7e8f9
"""

revision = "b7e4f00d1234"
down_revision = ("8f3a71c0de55", "9c0d44e1b2a7", "a4b5c6d7e8f9")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
