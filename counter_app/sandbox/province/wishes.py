"""What the province wishes of its counters, as the administrator set it; kept beside the keys."""

from __future__ import annotations

import re

from sqlalchemy import Connection, delete, insert, select

from counter_app.sandbox.records import tables as t

MIN_VERSION = "min_version"
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")


def is_version(text: str) -> bool:
    """Tell whether `text` names a version of the program: `1`, `1.4`, `1.4.2`."""
    return _VERSION.fullmatch(text) is not None


def min_version(tx: Connection, otherwise: str) -> str:
    """Return the oldest program that counters are asked to have, "" for any.

    `otherwise` counts until an administrator has said something.
    """
    query = select(t.setting.c.value).where(t.setting.c.name == MIN_VERSION)
    found = tx.execute(query).scalar()
    return otherwise if found is None else str(found)


def put_min_version(tx: Connection, wanted: str) -> None:
    """Ask for a program of this version at least; "" asks for none."""
    tx.execute(delete(t.setting).where(t.setting.c.name == MIN_VERSION))
    tx.execute(insert(t.setting).values(name=MIN_VERSION, value=wanted))
