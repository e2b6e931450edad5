"""The dossier's row: what `fold` says, with the columns that lists and search look at.

A row is never edited by anybody; it is folded anew from the journal in the transaction that
changed the journal, so that `rebuild` always finds what already stands there.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, text

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.entry import Entry, Recorded
from counter_app.domain.people.person import Person
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.text import words
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import HISTORY, history
from counter_app.store.tables import delivery, dossier, journal

VIETNAM = timezone(timedelta(hours=7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_TAIL_BITS = 20

HAS_CODE = or_(
    dossier.c.code == bindparam("wanted"),
    # Written out, so that SQLite sees that the partial index holds what is asked for.
    and_(dossier.c.provisional_code == bindparam("wanted"), text("provisional_code <> ''")),
)
"""The dossier bears the code `wanted`, official or provisional."""

_OF_DOSSIER = Prepared(
    HISTORY.where(delivery.c.dossier == bindparam("home")).order_by(delivery.c.position)
)
_PLACE = Prepared(
    select(dossier.c.key, dossier.c.received_ms).where(dossier.c.uid == bindparam("home"))
)
_KEY_TAKEN = Prepared(select(dossier.c.key).where(dossier.c.key == bindparam("wanted")))
_VALUES = tuple(column.name for column in dossier.c if column.name != "key")
_INSERT = Prepared(dossier.insert(), ("key", *_VALUES))
_UPDATE = Prepared(dossier.update().where(dossier.c.key == bindparam("standing")), _VALUES)
_DELETE = Prepared(dossier.delete().where(dossier.c.key == bindparam("standing")))
_BY_CODE = Prepared(select(dossier.c.uid).where(HAS_CODE).order_by(dossier.c.key).limit(1))
_UNBOUND = Prepared(
    select(delivery.c.position)
    .join(journal, journal.c.position == delivery.c.position)
    .where(
        journal.c.code.in_([bindparam("official"), bindparam("provisional")]),
        delivery.c.dossier.is_(None),
    )
)
_BIND = Prepared(delivery.update().where(delivery.c.position == bindparam("at")), ("dossier",))


def milliseconds(moment: datetime) -> int:
    """Return `moment` in whole milliseconds of Unix time."""
    return (moment - _EPOCH) // _MILLISECOND


def moment(value: int) -> datetime:
    """Return milliseconds of Unix time as a moment in Vietnam."""
    return (_EPOCH + value * _MILLISECOND).astimezone(VIETNAM)


def phone_digits(phone: str) -> str:
    """Return a phone number as digits, `+84…` and `84…` as `0…`."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[2:]}" if re.fullmatch(r"84\d{9}", digits) else digits


def first_key(received_ms: int, uid: str) -> int:
    """Return the key that a dossier wants: newest last, and the same on every rebuild.

    When another dossier already has it, the next free one is taken.
    """
    tail = int.from_bytes(hashlib.sha256(uid.encode()).digest()[:3], "big") >> 24 - _TAIL_BITS
    return received_ms << _TAIL_BITS | tail


def free_key(wanted: int, is_taken: Callable[[int], bool]) -> int:
    """Return `wanted`, or the next key that isn't taken."""
    while is_taken(wanted):
        wanted += 1
    return wanted


def home_of(connection: Connection, entry: Entry) -> str | None:
    """Return the dossier that `entry` belongs to here; None for audit and for unknown codes."""
    if entry.dossier is not None:
        return entry.dossier
    if entry.kind is Kind.RECEIVED:
        return entry.uid
    return dossier_with_code(connection, entry.code) if entry.code else None


def dossier_with_code(connection: Connection, code: str) -> str | None:
    """Return the uid of the first dossier that bears `code`, official or provisional."""
    uid: str | None = _BY_CODE.scalar(connection, {"wanted": code})
    return uid


def folded(connection: Connection, home: str, fresh: Recorded | None = None) -> Dossier | None:
    """Return the dossier as the journal tells it now; None without a reception.

    `fresh`: an entry just written, which then needn't be decoded.
    """
    entries, outcomes = history(connection, _OF_DOSSIER, {"home": home}, fresh)
    return fold(entries, outcomes)


def refresh(
    connection: Connection, home: str, *, fresh: Recorded | None = None, binds: bool = False
) -> Dossier | None:
    """Fold the dossier `home` anew, write its row and return it.

    `binds`: the dossier may have got a code, so entries that wait for one are bound to it first.
    """
    found = folded(connection, home, fresh)
    if found is not None and binds and _bind_waiting(connection, found):
        found = folded(connection, home)
    _write(connection, home, found)
    return found


def row_values(found: Dossier) -> dict[str, Any]:
    """Return the columns of a dossier's row, without its key."""
    received = found.received
    people = [received.applicant] + ([received.submitter] if received.submitter else [])
    due = found.promise.due_at
    return {
        "uid": found.uid,
        "code": found.code,
        "provisional_code": found.provisional_code,
        "status": int(found.status),
        "closed": found.status.is_closed,
        "procedure": received.procedure.code,
        "procedure_name": received.procedure.name,
        "agency": received.procedure.agency_code,
        "counter": found.steps[0].counter,
        "applicant": received.applicant.name,
        "identity": received.applicant.identity.number,
        "phone": phone_digits(received.applicant.phone),
        "received_ms": milliseconds(received.received_at),
        "due_ms": None if due is None else milliseconds(due),
        "returned_ms": None if found.returned_at is None else milliseconds(found.returned_at),
        "unit": found.unit,
        "printed": bool(found.printed),
        "practice": received.practice,
        "result_is_here": found.result_is_here,
        "waiting": found.waiting,
        "attention": len(found.attention),
        "version": found.version,
        "names": _words(*(person.name for person in people)),
        "numbers": _words(*(number for person in people for number in _numbers(person))),
        "codes": _words(found.code, found.provisional_code),
        "subject": _words(received.procedure.name, received.subject),
        "snapshot": json.dumps(
            to_plain(found), ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ).encode(),
    }


def snapshot_of(data: bytes) -> Dossier:
    """Return the dossier in a row's snapshot."""
    return from_plain(Dossier, json.loads(data))


def _write(connection: Connection, home: str, found: Dossier | None) -> None:
    place = _PLACE.first(connection, {"home": home})
    if found is None:
        if place is not None:
            _DELETE.run(connection, {"standing": place.key})
        return
    values = row_values(found)
    if place is not None:
        if place.received_ms == values["received_ms"]:
            _UPDATE.run(connection, {"standing": place.key, **values})
            return
        _DELETE.run(connection, {"standing": place.key})

    def is_taken(key: int) -> bool:
        return _KEY_TAKEN.first(connection, {"wanted": key}) is not None

    wanted = first_key(values["received_ms"], home)
    _INSERT.run(connection, {"key": free_key(wanted, is_taken), **values})


def _bind_waiting(connection: Connection, found: Dossier) -> bool:
    codes = {"official": found.code, "provisional": found.provisional_code}
    waiting = _UNBOUND.all(connection, codes)
    for row in waiting:
        _BIND.run(connection, {"at": row.position, "dossier": found.uid})
    return bool(waiting)


def _numbers(person: Person) -> tuple[str, str]:
    return person.identity.number, phone_digits(person.phone)


def _words(*texts: str) -> str:
    # Each word once: an applicant who submits himself would else count twice in the index.
    return " ".join(dict.fromkeys(word for text in texts for word in words(text)))
