"""Statements are compiled once, not once for each of the thousands of stores that tests open.

A process of the program opens one store. SQLAlchemy keeps what it compiled for each engine, and
for each of its dialects: here all engines of one driver have both together. Only that is shared,
no connection and no transaction.
"""

from __future__ import annotations

from typing import Any
from unittest import mock

from sqlalchemy import Engine, create_engine

from counter_app.sandbox.records import database
from counter_app.store import engine as engines

_KEPT = 4_000
"""Statements: more than the whole suite has."""

_shared: dict[str, tuple[Any, Any]] = {}


def compile_once() -> None:
    """Let all engines that this process makes from now on share what they compile."""
    for module in (engines, database):
        mock.patch.object(module, "create_engine", _engine).start()


def _engine(url: str, **options: Any) -> Engine:
    made = create_engine(url, query_cache_size=_KEPT, **options)
    driver = f"{made.dialect.name} {getattr(made.dialect.dbapi, '__name__', '')}"
    shared = _shared.setdefault(driver, (made.dialect, made._compiled_cache))
    made.dialect, made._compiled_cache = shared
    return made
