"""The service: from start to ready, and requests for one user, beside Flask behind gunicorn and beside the database."""

import http.client
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import JAVA, ROOT, output_of, say, show, spread
from postgres import Postgres, free_port
from runner import Slipway, reference_scripts

JAR = ROOT / "backend-service/target/backend-service.jar"
CONTENDERS = ROOT / "benchmarks/contenders"
USERS = 1000
CONNECTIONS = 16
PATIENCE = 60
QUERY = """\\set id random(1, {users})
select id, username, email, hashed_password, role, failed_login_attempts, locked_until, phone, active,
    last_sign_in_at, created_at, version from users where id = :id;
"""
SIGN_IN = {"username": "admin", "password": "for benchmarks only"}
SETTINGS = {"ADMIN_PASSWORD": SIGN_IN["password"], "TOKEN_KEY": "a key for nothing but benchmarks, as long as a key must be"}
FILL = f"""
insert into users (username, email, password_hash, is_admin, created_at)
select 'user ' || n, 'user' || n || '@localhost', 'no sign-in', false, '2026-01-01 12:00:00.123456Z'
from generate_series(1, {USERS}) n;
vacuum analyze users;
"""


class Service:
    """The jar with the flags of its image."""

    name = "Slipway, plain jar"

    def __init__(self, environment, options=()):
        self.environment = environment
        self.options = list(options)

    def start(self, port):
        # the collector that the JVM takes in a container with the memory limit of docker-compose.yml
        command = [JAVA, "-Xmx268m", "-XX:+UseSerialGC", "-XX:-UsePerfData", *self.options, "-jar", str(JAR)]
        return start(command, {**self.environment, "SERVER_PORT": str(port)})


class ServiceWithCache(Service):
    """The same with an AOT cache, made as for the image: by starting it and asking it for users."""

    name = "Slipway, AOT cache"

    def __init__(self, environment, folder):
        cache = os.path.join(folder, "service.aot")
        with Running(Service(environment, [f"-XX:AOTCacheOutput={cache}"])) as training:
            headers = training.sign_in()
            for number in range(800):
                training.get(1 + number % USERS, headers)
        super().__init__(environment, [f"-XX:AOTCache={cache}"])


class Gunicorn:
    """The same answers from Debian's Flask, SQLAlchemy, psycopg2 and gunicorn."""

    def __init__(self, name, url, options):
        self.name = name
        self.url = url
        self.options = options

    def start(self, port):
        command = ["/usr/bin/gunicorn", f"--bind=127.0.0.1:{port}", "--log-level=warning", *self.options]
        environment = {"DATABASE_URL": self.url, "PYTHONPATH": str(CONTENDERS), **SETTINGS}
        return start([*command, "accounts_flask:app"], environment)


def start(command, environment):
    given = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment}
    log = tempfile.TemporaryFile("w+")
    process = subprocess.Popen(command, env=given, cwd=CONTENDERS, stdout=log, stderr=log)
    process.log = log
    return process


class Running:
    """A contender from its start, which is timed until it is ready, to its end."""

    def __init__(self, contender):
        self.port = free_port()
        began = time.monotonic()
        self.process = contender.start(self.port)
        self._await(contender.name)
        self.seconds = time.monotonic() - began

    def _await(self, name):
        deadline = time.monotonic() + PATIENCE
        while True:
            status, body = self._ask("GET", "/health/readiness")
            if status == 200:
                return
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                self.process.log.seek(0)
                sys.exit(f"error: {name} answers {status} {body}\n{self.process.log.read()}")
            time.sleep(0.01)

    def _ask(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except OSError as refused:
            return 0, str(refused)
        finally:
            connection.close()

    def sign_in(self):
        """The header that requests need, none if there is no sign-in."""
        status, body = self._ask(
            "POST", "/api/auth/login", {"Content-Type": "application/json"}, json.dumps(SIGN_IN)
        )
        return {"Authorization": f"Bearer {json.loads(body)['accessToken']}"} if status == 200 else {}

    def get(self, key, headers):
        status, body = self._ask("GET", f"/api/users/{key}", headers)
        if status != 200:
            sys.exit(f"error: {status} {body}")
        return json.loads(body)

    def load(self, script, seconds, headers):
        """Requests per second, and the latencies of half and of 99 of 100 requests in seconds."""
        words = ["wrk", "--threads=1", f"--connections={CONNECTIONS}", f"--duration={seconds}s", "--latency", "--timeout=30s"]
        for name, value in headers.items():
            words += ["--header", f"{name}: {value}"]
        text = output_of([*words, f"--script={script}", f"http://127.0.0.1:{self.port}"])
        if "Non-2xx" in text or "Socket errors" in text:
            sys.exit(f"error: not every request got its answer\n{text}")
        return (
            float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
            latency(re.search(r"^ +50%\s+(\S+) *$", text, re.MULTILINE)[1]),
            latency(re.search(r"^ +99%\s+(\S+) *$", text, re.MULTILINE)[1]),
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        self.process.log.close()


def latency(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1}[unit]


def pgbench(postgres, database, folder, seconds):
    """The same query, prepared, by as many clients, without a service in between."""
    query = Path(folder, "query.sql")
    query.write_text(QUERY.format(users=USERS), encoding="utf-8")
    words = ["--no-vacuum", "--protocol=prepared", f"--client={CONNECTIONS}", "--jobs=1", f"--time={seconds}"]
    log = ["--log", f"--log-prefix={folder}/pgbench"]
    address = ["--host=127.0.0.1", f"--port={postgres.port}", "--username=account_service"]
    text = output_of([Postgres.program("pgbench"), *words, *log, *address, f"--file={query}", database])
    micros = []
    for file in Path(folder).glob("pgbench.*"):
        micros += [int(line.split()[2]) for line in file.read_text(encoding="utf-8").splitlines()]
        file.unlink()
    hundredths = statistics.quantiles(micros, n=100)
    return float(re.search(r"tps = ([\d.]+)", text)[1]), hundredths[49] / 1e6, hundredths[98] / 1e6


def prepare(postgres, folder):
    """A migrated database with users."""
    postgres.psql("postgres", "create role account_service login")
    database = postgres.create()
    Slipway(postgres).migrate(database, reference_scripts(os.path.join(folder, "reference")))
    for statement in FILL.strip().split(";\n"):
        postgres.psql(database, statement)
    return database


def wrk_script(folder):
    script = Path(folder, "users.lua")
    text = f'request = function() return wrk.format("GET", "/api/users/" .. math.random(1, {USERS})) end\n'
    script.write_text(text, encoding="utf-8")
    return script


def run(postgres, options):
    rounds, seconds, warmups = (1, 1, 1) if options.tiny else (options.rounds or 5, 8, 4)
    with tempfile.TemporaryDirectory(prefix="slipway-benchmark") as folder:
        database = prepare(postgres, folder)
        url = postgres.url(database, "account_service")
        environment = {"DATABASE_URL": url, **SETTINGS}
        workers = 2 * os.cpu_count() + 1
        sqlalchemy = url.replace("postgresql:", "postgresql+psycopg2:")
        contenders = [
            ServiceWithCache(environment, folder),
            Service(environment),
            Gunicorn(f"Flask, gunicorn, {workers} workers", sqlalchemy, [f"--workers={workers}"]),
            Gunicorn(
                f"Flask, gunicorn, {os.cpu_count()} workers with 8 threads",
                sqlalchemy,
                [f"--workers={os.cpu_count()}", "--threads=8"],
            ),
        ]
        script = wrk_script(folder)
        starts = {contender.name: [] for contender in contenders}
        loads = {name: [] for name in starts}
        loads["pgbench, the query alone"] = []
        answers, headers = {}, {}
        for number in range(rounds):
            for contender in contenders:
                say(f"service: {contender.name}, round {number + 1} of {rounds}")
                with Running(contender) as running:
                    starts[contender.name].append(running.seconds)
                    # Flask knows the service's key, and checks its tokens
                    headers = running.sign_in() or headers
                    answers[contender.name] = running.get(7, headers)
                    # Java compiles what is hot for half a minute
                    cold = [running.load(script, seconds, headers) for _ in range(warmups)][0]
                    loads[contender.name].append((*running.load(script, seconds, headers), cold[0]))
            loads["pgbench, the query alone"].append(pgbench(postgres, database, folder, seconds))
        if any(answer != answers[Service.name] for answer in answers.values()):
            sys.exit(f"error: the answers differ\n{answers}")
    report(starts, loads, seconds)


def report(starts, loads, seconds):
    show("Start to ready", ["", "ms"], [[name, spread(seconds)] for name, seconds in starts.items()])
    columns = ["", "requests per second", f"in the first {seconds} s", "half within, ms", "99 of 100 within, ms"]
    rows = []
    for name, measured in loads.items():
        whole = [spread((load[0] for load in measured), lambda value: f"{value:,.0f}")]
        cold = f"{statistics.median(load[3] for load in measured):,.0f}" if len(measured[0]) > 3 else ""
        within = [f"{statistics.median(load[place] for load in measured) * 1000:.1f}" for place in (1, 2)]
        rows.append([name, *whole, cold, *within])
    show(f"`GET /api/users/{{id}}` over {CONNECTIONS} connections", columns, rows)
