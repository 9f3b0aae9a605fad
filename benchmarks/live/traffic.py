"""An application of a few connections that reads and writes all the time, and knows how long each statement took."""

import multiprocessing
import random
import threading
import time
from typing import NamedTuple

import psycopg2

NAME = "application"
PAUSE = 0.03
NOTICED = 0.1
READ = "select state from orders where id = %s"
WRITE = "update orders set changes = changes + 1 where id = %s"
LOOK_UP = "select name from customers where id = 1 + %s %% 1000"
# each connection does one of these; those of several statements are a transaction
WORK = [[READ], [WRITE], [READ], [LOOK_UP, WRITE]]


class Statement(NamedTuple):
    """When it began, how many seconds it took, and whether it failed."""

    began: float
    took: float
    failed: bool


class Stalls(NamedTuple):
    """Seconds of the statement that took longest, those of all that took long, and how many failed."""

    longest: float
    waited: float
    failed: int


def statement(connection, sql, key):
    began = time.monotonic()
    failed = False
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, (key,))
    except psycopg2.Error:
        failed = True
    return Statement(began, time.monotonic() - began, failed)


def work(url, statements, rows, stopped, seen):
    """One connection. It leaves row 0 alone, which a blocker may have."""
    connection = psycopg2.connect(url, application_name=NAME)
    connection.autocommit = len(statements) == 1
    while not stopped.is_set():
        key = random.randrange(1, rows)
        for sql in statements:
            done = statement(connection, sql, key)
            seen.append(done)
            if done.failed:
                connection.rollback()
                break
        connection.commit()
        time.sleep(PAUSE)
    connection.close()


def application(url, rows, channel):
    """A process of its own, so that nothing that goes on beside it keeps it waiting. Ends when it is told anything."""
    stopped, seen = threading.Event(), []
    threads = [threading.Thread(target=work, args=(url, each, rows, stopped, seen)) for each in WORK]
    for thread in threads:
        thread.start()
    channel.recv()
    stopped.set()
    for thread in threads:
        thread.join()
    channel.send(seen)


class Traffic:
    """The application as long as the block lasts."""

    def __init__(self, url, rows):
        self.channel, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=application, args=(url, rows, theirs), daemon=True)

    def __enter__(self):
        self.process.start()
        return self

    def stop(self, since):
        """What the statements that ended after a moment had to endure."""
        self.channel.send("end")
        seen = [done for done in self.channel.recv() if done.began + done.took > since]
        return Stalls(
            max(done.took for done in seen),
            sum(done.took for done in seen if done.took > NOTICED),
            sum(done.failed for done in seen),
        )

    def __exit__(self, *_):
        self.process.join(10)
        self.process.kill()
