"""The endpoint of the service as the guides would write it: Flask, SQLAlchemy, psycopg2, behind gunicorn."""

import os
from datetime import timezone

import jwt
from flask import Flask, abort, jsonify, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]
app.json.sort_keys = False
database = SQLAlchemy(app)


class User(database.Model):
    __tablename__ = "users"

    id = database.Column(database.BigInteger, primary_key=True)
    username = database.Column(database.Text)
    email = database.Column(database.Text)
    hashed_password = database.Column(database.Text)
    role = database.Column(database.Text)
    failed_login_attempts = database.Column(database.Integer)
    locked_until = database.Column(database.DateTime(timezone=True))
    phone = database.Column(database.Text)
    active = database.Column(database.Boolean)
    last_sign_in_at = database.Column(database.DateTime(timezone=True))
    created_at = database.Column(database.DateTime(timezone=True))
    version = database.Column(database.Integer)


def instant(moment):
    return moment and moment.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


@app.get("/health/readiness")
def ready():
    database.session.execute(database.text("select 1"))
    return jsonify(status="UP")


@app.get("/api/users/<int:key>")
def read(key):
    token = request.headers.get("Authorization")
    if token:
        jwt.decode(token.removeprefix("Bearer "), os.environ["TOKEN_KEY"], algorithms=["HS256", "HS384", "HS512"])
    user = database.session.get(User, key) or abort(404)
    return jsonify(
        id=user.id,
        username=user.username,
        email=user.email,
        role=user.role,
        phone=user.phone,
        active=user.active,
        lockedUntil=instant(user.locked_until),
        lastSignInAt=instant(user.last_sign_in_at),
        createdAt=instant(user.created_at),
        version=user.version,
    )
