"""dbmate over the same scripts, each between the lines that it wants."""

import glob
import os
import shutil
from pathlib import Path

from measure import cost_of, output_of, say


class Dbmate:
    """dbmate's own program, which npm brings, without the schema that it writes to a file."""

    name = "dbmate"

    def __init__(self, postgres, folder, program):
        self.postgres = postgres
        self.folder = Path(folder)
        self.program = program

    def migrations(self, scripts):
        """They are made before the clock starts."""
        migrations = self.folder / os.path.basename(scripts)
        if not migrations.exists():
            migrations.mkdir(parents=True)
            for file in Path(scripts).glob("*.sql"):
                version, name = file.name[1:].split("__", 1)
                text = f"-- migrate:up\n{file.read_text(encoding='utf-8')}\n-- migrate:down\n"
                (migrations / f"{int(version):05}_{name}").write_text(text, encoding="utf-8")
        return migrations

    def command(self, database, scripts):
        migrations = self.migrations(scripts)
        url = f"{self.postgres.url(database)}?sslmode=disable"
        return [self.program, "--no-dump-schema", "--migrations-dir", str(migrations), "--url", url, "migrate"]

    def migrate(self, database, scripts):
        return cost_of(self.command(database, scripts))


def contenders(postgres, folder):
    """dbmate, if npm is there to bring it."""
    npm = shutil.which("npm")
    if npm is None:
        say("dbmate is left out: npm is not installed")
        return []
    os.makedirs(folder)
    output_of([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, "dbmate@2.36.0"])
    [program] = glob.glob(os.path.join(folder, "node_modules/@dbmate/*/bin/dbmate"))
    return [Dbmate(postgres, os.path.join(folder, "migrations"), program)]
