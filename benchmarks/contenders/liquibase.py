"""Liquibase over the same scripts, each a change set of its own."""

import os
from pathlib import Path

from measure import JAVA, ROOT, cost_of, output_of

MASTER = """<?xml version="1.0" encoding="UTF-8"?>
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                       http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
  <includeAll path="scripts"/>
</databaseChangeLog>
"""
CHANGE_SET = "--liquibase formatted sql\n--changeset benchmark:{version} splitStatements:false\n{sql}"


class Liquibase:
    """Liquibase's own `update`, called through its API in a JVM of its own, with the flags of the others and the
    driver of Slipway's jar."""

    name = "Liquibase"

    def __init__(self, postgres, folder, jar, flags):
        self.postgres = postgres
        self.folder = Path(folder)
        self.flags = flags
        self.folder.mkdir()
        self.libraries = f"{self._libraries()}:{jar}"
        source = ROOT / "benchmarks/contenders/LiquibaseUpdate.java"
        javac = os.path.join(os.path.dirname(JAVA), "javac")
        output_of([javac, "-cp", self.libraries, "-d", str(self.folder), str(source)])

    def _libraries(self):
        """Maven brings them."""
        found = self.folder / "libraries"
        pom = ROOT / "benchmarks/contenders/liquibase-pom.xml"
        output_of(["mvn", "-B", "-q", "-f", str(pom), "dependency:build-classpath", f"-Dmdep.outputFile={found}"])
        return found.read_text(encoding="utf-8").strip()

    def _changes(self, scripts):
        """They are written before the clock starts."""
        changes = self.folder / os.path.basename(scripts)
        if not changes.exists():
            (changes / "scripts").mkdir(parents=True)
            (changes / "changelog.xml").write_text(MASTER, encoding="utf-8")
            for file in Path(scripts).glob("*.sql"):
                version, name = file.name[1:].split("__", 1)
                text = CHANGE_SET.format(version=version, sql=file.read_text(encoding="utf-8"))
                (changes / "scripts" / f"{int(version):05}_{name}").write_text(text, encoding="utf-8")
        return changes

    def command(self, database, scripts):
        url = f"jdbc:postgresql://127.0.0.1:{self.postgres.port}/{database}"
        classes = f"{self.libraries}:{self.folder}"
        arguments = [url, "postgres", str(self._changes(scripts))]
        return [JAVA, *self.flags, "-cp", classes, "LiquibaseUpdate", *arguments]

    def migrate(self, database, scripts):
        return cost_of(self.command(database, scripts))
