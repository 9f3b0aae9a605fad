"""What is in the way of a script: sessions that hold locks for some seconds, as they do on any database."""

import subprocess
import threading
import time
from contextlib import closing

import psycopg2

from postgres import Postgres

PATIENCE = 120
# of this database only: the session of an earlier dump may end late
COPYING = """
select pid from pg_stat_activity
where datname = current_database() and query ilike 'copy%orders%' and pid <> pg_backend_pid()
"""


class Nobody:
    name = "nobody"

    def __init__(self, url):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Holding:
    """A transaction that did something, and is open as long as the block lasts."""

    def __init__(self, url):
        self.connection = psycopg2.connect(url)

    def __enter__(self):
        with self.connection.cursor() as cursor:
            cursor.execute(self.sql)
        return self

    def __exit__(self, *_):
        self.connection.rollback()
        self.connection.close()


class Writer(Holding):
    name = "idle writer"
    sql = "update orders set note = note where id = 0"


class Running:
    """A statement that runs until it is canceled, when the block ends."""

    def __init__(self, url):
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True
        self.url = url
        self.thread = threading.Thread(target=self._run)

    def _run(self):
        try:
            with self.connection.cursor() as cursor:
                for sql in self.statements:
                    cursor.execute(sql)
        except psycopg2.Error:
            pass

    def __enter__(self):
        self.thread.start()
        holds(self.url, f"({self.connection.info.backend_pid})")
        return self

    def __exit__(self, *_):
        self.connection.cancel()
        self.thread.join()
        self.connection.close()


class Select(Running):
    name = "long select"
    statements = ["select count(*), pg_sleep(600) from orders where id < 10"]


class Vacuum(Running):
    name = "vacuum"
    statements = ["set vacuum_cost_delay = 100", "set vacuum_cost_limit = 1", "vacuum (disable_page_skipping) orders"]


class Dump:
    """A real `pg_dump` whose output nobody reads as long as the block lasts."""

    name = "pg_dump"

    def __init__(self, url):
        self.url = url

    def __enter__(self):
        self.process = subprocess.Popen(
            [Postgres.program("pg_dump"), "--dbname", self.url], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        holds(self.url, f"({COPYING})")
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


def holds(url, pid):
    """Comes back when a session has its lock on the table."""
    query = f"select from pg_locks where granted and relation = 'orders'::regclass and pid in {pid}"
    if not until(url, query, lambda: False):
        raise TimeoutError("the blocker got no lock")


def until(url, query, over):
    """Comes back when a query finds something, or it is over. Whether it found something."""
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        deadline = time.monotonic() + PATIENCE
        while not over() and time.monotonic() < deadline:
            cursor.execute(query)
            if cursor.rowcount:
                return True
            time.sleep(0.02)
    return False


BLOCKERS = [Nobody, Select, Writer, Dump, Vacuum]
