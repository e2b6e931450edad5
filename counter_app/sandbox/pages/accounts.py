"""Clerks' accounts for the pages: of one centre, or of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from counter_app.sandbox.province import sessions
from counter_app.sandbox.records import tables as t

SHORTEST = sessions.SHORTEST
"""Characters of a password."""


def account(name: str) -> str:
    """Return the name under which a clerk's password is kept; no officer's id begins like it."""
    return f"@clerk:{name[:60]}"


def put(tx: Connection, name: str, full_name: str, centre: str, verifier: str) -> None:
    """Make a clerk's account, or change it; whoever is logged in under it is logged out.

    `verifier`: what is kept of the password (`sessions.new_verifier`).
    """
    values = {"full_name": full_name, "centre": centre or None}
    if not tx.execute(update(t.clerk).where(t.clerk.c.name == name).values(values)).rowcount:
        tx.execute(insert(t.clerk).values(name=name, **values))
    sessions.set_password(tx, account(name), verifier)
    _log_out(tx, name)


def remove(tx: Connection, name: str) -> None:
    """Remove a clerk's account with its password and sessions."""
    tx.execute(delete(t.clerk).where(t.clerk.c.name == name))
    tx.execute(delete(t.officer).where(t.officer.c.id == account(name)))
    _log_out(tx, name)


def every(tx: Connection) -> Sequence[RowMapping]:
    """Return the accounts by name."""
    return tx.execute(select(t.clerk).order_by(t.clerk.c.name)).mappings().all()


def _log_out(tx: Connection, name: str) -> None:
    c = t.token.c
    tx.execute(delete(t.token).where(c.kind == sessions.DESK, c.officer == name))
