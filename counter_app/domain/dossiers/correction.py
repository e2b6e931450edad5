"""Correct a registration by field: both values stay in the journal."""

from __future__ import annotations

import json
from collections.abc import Iterable

from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import Change
from counter_app.domain.journal.nesting import read_value
from counter_app.domain.plain import NotPlainError, Plain, from_plain, to_plain

FIXED = frozenset({"code", "provisional", "block", "book", "book_year", "serial", "received_at"})
"""What a printed receipt is found by: never changed afterwards."""

_MOMENT, _PAPER = "received_at", "paper_first"


def fixed_in(received: Received) -> frozenset[str]:
    """Return the fields of `received` that no correction changes.

    The moment of a reception that was on paper first was typed off that paper: it can be mistyped.
    Whether there was such a paper stays as it is, or any moment could be moved in two steps.
    """
    return FIXED | {_PAPER} if received.paper_first is None else FIXED - {_MOMENT}


def changes_between(before: Received, after: Received) -> tuple[Change, ...]:
    """Return the fields that differ. Raises ValueError for a fixed field."""
    old, new = to_plain(before), to_plain(after)
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    names = [name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)]
    fixed = fixed_in(before).intersection(names)
    if before.paper_first is not None and after.paper_first is None:
        fixed |= {_PAPER}
    if fixed:
        raise ValueError(f"{sorted(fixed)} can't be corrected")
    return tuple(Change(f"/{name}", _text(old.get(name)), _text(new.get(name))) for name in names)


def corrected(received: Received, changes: Iterable[Change]) -> Received:
    """Return `received` with `changes` applied, but those that don't fit.

    A correction was accepted once by a program that understood it; an older program that doesn't
    must still show the dossier.
    """
    for change in changes:
        plain = to_plain(received)
        assert isinstance(plain, dict)
        name = change.pointer.removeprefix("/")
        if name in fixed_in(received):
            continue
        try:
            value = read_value(change.after)
            if name == _PAPER and value is None:
                continue
            if value is None:
                plain.pop(name, None)
            else:
                plain[name] = value
            received = from_plain(Received, plain)
        except (NotPlainError, ValueError):
            continue
    return received


def _text(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
