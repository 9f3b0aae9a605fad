"""Notes over HTTP with Flask. It does not start on a schema that it was not built for."""

import contextlib
import os
import sys

import flask
import psycopg2

import service

app = flask.Flask(__name__)


def connect():
    return contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"]))


@app.get("/notes")
def notes():
    with connect() as connection, connection, connection.cursor() as cursor:
        cursor.execute("select title from notes order by id")
        return [title for (title,) in cursor]


@app.post("/notes")
def add():
    with connect() as connection, connection, connection.cursor() as cursor:
        cursor.execute("insert into notes (title) values (%s)", (flask.request.json["title"],))
    return "", 201


@app.get("/health")
def health():
    with connect() as connection:
        state = service.schema_state(connection)
    return state, 200 if state == "open" else 503


if __name__ == "__main__":
    with connect() as connection:
        state = service.schema_state(connection)
    if state != "open":
        sys.exit(f"error: the schema is {state}: this service needs revision {service.REVISION}")
    app.run(host="0.0.0.0", port=8080)
