"""A service that says at its start, and whenever it is asked, whether the schema can serve it."""

import os
import pathlib
import sys

import psycopg2
import psycopg2.errors

# the version of the newest script when this service was built
REVISION = "2"
QUERY = (pathlib.Path(__file__).parent / "schema_gate.sql").read_text()


def schema_state(connection):
    """open, behind, ahead or failed"""
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(QUERY, {"revision": REVISION})
            return cursor.fetchone()[0]
    except psycopg2.errors.UndefinedTable:
        return "behind"


if __name__ == "__main__":
    state = schema_state(psycopg2.connect(os.environ["DATABASE_URL"]))
    print(state)
    sys.exit(0 if state == "open" else 1)
