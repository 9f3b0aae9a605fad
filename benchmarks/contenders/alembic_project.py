"""Alembic over revisions that run the same scripts, with a transaction for each that can run in one."""

import os
import re
from pathlib import Path

from measure import cost_of

ENVIRONMENT = """
from alembic import context
from sqlalchemy import create_engine

with create_engine(context.get_x_argument(as_dictionary=True)["url"]).connect() as connection:
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
"""

REVISION = """
from contextlib import nullcontext

from alembic import op

revision = "{version}"
down_revision = {parent!r}


def upgrade():
    with {block}:
        op.get_bind().exec_driver_sql({sql!r})
"""

# what PostgreSQL refuses in a transaction
ALONE = re.compile(r"concurrently|vacuum")


class AlembicProject:
    """Debian's Alembic, as its command."""

    name = "Alembic"

    def __init__(self, postgres, folder):
        self.postgres = postgres
        self.folder = Path(folder)

    def _project(self, scripts):
        """The revisions are made before the clock starts."""
        project = self.folder / os.path.basename(scripts)
        if not project.exists():
            (project / "versions").mkdir(parents=True)
            (project / "env.py").write_text(ENVIRONMENT, encoding="utf-8")
            (project / "alembic.ini").write_text(f"[alembic]\nscript_location = {project}\n", encoding="utf-8")
            parent = None
            for file in sorted(Path(scripts).glob("*.sql"), key=lambda file: int(file.name.split("__")[0][1:])):
                version = file.name.split("__")[0][1:]
                sql = file.read_text(encoding="utf-8")
                block = "op.get_context().autocommit_block()" if ALONE.search(sql) else "nullcontext()"
                text = REVISION.format(version=version, parent=parent, sql=sql, block=block)
                (project / "versions" / f"{file.stem}.py").write_text(text, encoding="utf-8")
                parent = version
        return project

    def command(self, database, scripts):
        project = self._project(scripts)
        url = self.postgres.url(database).replace("postgresql:", "postgresql+psycopg2:")
        return ["/usr/bin/alembic", "--config", str(project / "alembic.ini"), "-x", f"url={url}", "upgrade", "head"]

    def migrate(self, database, scripts):
        return cost_of(self.command(database, scripts))
