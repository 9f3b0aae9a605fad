"""An installed PostgreSQL with data of its own."""

import contextlib
import glob
import os
import shutil
import socket
import subprocess
import tempfile

from measure import output_of


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


MEMORY = "/dev/shm"
ROOM = 8 << 30


def memory():
    """Where files lie in memory, if there is room."""
    return MEMORY if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM else None


class Postgres:
    """The server of all contenders. It refuses to run as root, so root lends it another user.

    It does not wait for the disk: that time is the same for all contenders, and hides them in its own variation.
    """

    USER = "postgres" if os.geteuid() == 0 else None

    def __init__(self, in_memory=False):
        self.folder = tempfile.mkdtemp(prefix="slipway-benchmark", dir=memory() if in_memory else None)
        self.port = free_port()
        self.databases = 0

    @staticmethod
    def program(name):
        versions = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), key=lambda path: int(path.split("/")[4]))
        return versions[-1] if versions else name

    def __enter__(self):
        if self.USER:
            shutil.chown(self.folder, self.USER)
        data = os.path.join(self.folder, "data")
        self._run("initdb", "--pgdata", data, "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "--pgdata", data, "--log", os.path.join(self.folder, "log"), "-o", options, "--wait", "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "--pgdata", os.path.join(self.folder, "data"), "--mode=fast", "--wait", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program, *arguments):
        # a server keeps the pipe it inherits open, so there is none
        subprocess.run(
            [self.program(program), *arguments], stdout=subprocess.DEVNULL, check=True, user=self.USER, cwd=self.folder
        )

    @contextlib.contextmanager
    def on(self, processors):
        """Only on some processors meanwhile."""
        before = os.sched_getaffinity(0)
        self._move(processors)
        yield
        self._move(before)

    def _move(self, processors):
        with open(os.path.join(self.folder, "data", "postmaster.pid"), encoding="utf-8") as file:
            postmaster = file.readline().strip()
        children = output_of(["ps", "--ppid", postmaster, "-o", "pid="]).split()
        for process in [postmaster, *children]:
            with contextlib.suppress(ProcessLookupError):
                os.sched_setaffinity(int(process), processors)

    def psql(self, database, sql):
        arguments = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        return output_of(["psql", *arguments, "--dbname", self.url(database), "--command", sql]).strip()

    def url(self, database, user="postgres"):
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def create(self):
        """An empty database."""
        self.databases += 1
        name = f"benchmark_{self.databases}"
        self.psql("postgres", f"create database {name}")
        return name

    def copy(self, template):
        """A database like another one, that nobody is connected to."""
        self.databases += 1
        name = f"benchmark_{self.databases}"
        self.psql("postgres", f"create database {name} template {template} strategy file_copy")
        return name

    def drop(self, database):
        self.psql("postgres", f"drop database {database} with (force)")
