"""The dossier's row: what `fold` says, with the columns that lists and search look at.

A row is never edited by anybody; it is folded anew from the journal in the transaction that
changed the journal, so that `rebuild` always finds what already stands there.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, text
from sqlalchemy.dialects.sqlite import insert

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.entry import Entry, Recorded
from counter_app.domain.journal.outcome import Outcome
from counter_app.domain.people.person import Person
from counter_app.domain.plain import fields_without, from_plain, to_plain
from counter_app.domain.text import words
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import HISTORY, history
from counter_app.store.tables import delivery, dossier, journal, tombstone

VIETNAM = timezone(timedelta(hours=7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).astimezone(VIETNAM)
_MILLISECOND = timedelta(milliseconds=1)
_MINUTE = 60_000  # milliseconds
_TAIL_BITS = 20

HAS_CODE = or_(
    dossier.c.code == bindparam("wanted"),
    # Written out, so that SQLite sees that the partial indexes hold what is asked for.
    and_(dossier.c.provisional_code == bindparam("wanted"), text("provisional_code <> ''")),
    and_(dossier.c.portal_code == bindparam("wanted"), text("portal_code <> ''")),
)
"""The dossier bears the code `wanted`: official, provisional or the portal's."""

_OF_DOSSIER = Prepared(
    HISTORY.where(
        delivery.c.dossier == bindparam("home"), delivery.c.position < bindparam("before")
    ).order_by(delivery.c.position)
)
_ALL = 2**63 - 1
_PLACE = Prepared(
    select(dossier.c.key, dossier.c.received_ms).where(dossier.c.uid == bindparam("home"))
)
_VALUES = tuple(column.name for column in dossier.c if column.name != "key")
_INSERT = Prepared(
    insert(dossier).on_conflict_do_nothing(index_elements=[dossier.c.key]), ("key", *_VALUES)
)
_UPDATE = Prepared(dossier.update().where(dossier.c.key == bindparam("standing")), _VALUES)
_DELETE = Prepared(dossier.delete().where(dossier.c.key == bindparam("standing")))
_BY_CODE = Prepared(select(dossier.c.uid).where(HAS_CODE).order_by(dossier.c.key))
_UNBOUND = Prepared(
    select(delivery.c.position)
    .join(journal, journal.c.position == delivery.c.position)
    .where(journal.c.code == bindparam("wanted"), delivery.c.dossier.is_(None))
)
_BIND = Prepared(delivery.update().where(delivery.c.position == bindparam("at")), ("dossier",))
_HIDDEN = Prepared(
    select(tombstone.c.dossier).where(
        tombstone.c.dossier == bindparam("home"), text("tombstone.state = 'hidden'")
    )
)
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Fresh:
    """The newest entry, just written at `position`: it needn't be read and decoded again.

    `data` are its body's bytes when they were made here, None when they came from elsewhere.
    """

    recorded: Recorded
    outcome: Outcome
    position: int
    data: bytes | None = None


class Projection:
    """Folds dossiers anew inside one transaction, and remembers the last of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: Dossier | None = None

    def last(self, uid: str) -> Dossier | None:
        """Return the dossier `uid` when it was the last one that was folded here."""
        return self._last if self._last is not None and self._last.uid == uid else None

    def refresh(
        self, home: str, *, fresh: Fresh | None = None, binds: bool = False
    ) -> Dossier | None:
        """Fold the dossier `home` anew, write its row and return it; None without a reception.

        One that the server took away has no row, whatever is still written of it.
        `binds`: it may have got a code, so entries that wait for one are bound to it first.
        """
        found = folded(self._connection, home, fresh)
        if found is not None and binds and _bind_waiting(self._connection, found):
            found = folded(self._connection, home)
        data = None
        if fresh is not None and found is not None and found.received is fresh.recorded.body:
            data = fresh.data
        shown = found
        if found is not None and _HIDDEN.first(self._connection, {"home": home}):
            shown = None
        _write(self._connection, home, shown, data)
        self._last = shown
        return found


def milliseconds(moment: datetime) -> int:
    """Return `moment` in whole milliseconds of Unix time."""
    return (moment - _EPOCH) // _MILLISECOND


def moment(value: int) -> datetime:
    """Return milliseconds of Unix time as a moment in Vietnam."""
    return _EPOCH + value * _MILLISECOND


def phone_digits(phone: str) -> str:
    """Return a phone number as digits, `+84…` and `84…` as `0…`."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[2:]}" if re.fullmatch(r"84\d{9}", digits) else digits


def first_key(received_ms: int, uid: str) -> int:
    """Return the key that a dossier wants: newest last, and the same on every rebuild.

    A paper tells the minute; the second comes from the uid, which has the moment when the dossier
    was begun. When another dossier already has the key, the next free one is taken.
    """
    if received_ms % _MINUTE == 0:
        received_ms += _made_ms(uid) % _MINUTE
    tail = int.from_bytes(hashlib.sha256(uid.encode()).digest()[:3], "big") >> 24 - _TAIL_BITS
    return received_ms << _TAIL_BITS | tail


def _made_ms(uid: str) -> int:
    """Return the milliseconds of Unix time in a UUIDv7 (RFC 9562 §5.7); 0 when it is none."""
    try:
        return int(uid[:8] + uid[9:13], 16)
    except ValueError:
        return 0


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
    """Return the uid of the first dossier that bears `code`: official, provisional, portal's."""
    uid: str | None = _BY_CODE.scalar(connection, {"wanted": code})
    return uid


def folded(connection: Connection, home: str, fresh: Fresh | None = None) -> Dossier | None:
    """Return the dossier as the journal tells it now; None before its first act is known."""
    before = _ALL if fresh is None else fresh.position
    entries, outcomes = history(connection, _OF_DOSSIER, {"home": home, "before": before})
    if fresh is not None:
        entries.append(fresh.recorded)
        outcomes[fresh.recorded.entry.uid] = fresh.outcome
    return fold(entries, outcomes)


def row_values(found: Dossier, data: bytes | None = None) -> dict[str, Any]:
    """Return the columns of a dossier's row, without its key.

    `data`: the canonical bytes of its reception, when they are at hand.
    """
    received = found.received
    people = [received.applicant] + ([received.submitter] if received.submitter else [])
    due = found.promise.due_at
    return {
        "uid": found.uid,
        "code": found.code,
        "provisional_code": found.provisional_code,
        "portal_code": found.portal_code,
        "status": int(found.status),
        "closed": found.status.is_closed,
        "procedure": received.procedure.code,
        "procedure_name": received.procedure.name,
        "agency": received.procedure.agency_code,
        "counter": found.counter,
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
        "codes": _words(*found.codes),
        "subject": _unique((*_name_words(received.procedure.name), *words(received.subject))),
        "snapshot": _snapshot(found, data),
    }


def _snapshot(found: Dossier, data: bytes | None) -> bytes:
    # Most of a dossier is its reception, whose bytes a reception at this counter has at hand.
    received = canonical(to_plain(found.received)) if data is None else data
    rest = _WRITER.encode(fields_without(found, "received")).encode()
    return b'{"received":%b,%b' % (received, rest[1:])


def snapshot_of(data: bytes) -> Dossier:
    """Return the dossier in a row's snapshot."""
    return from_plain(Dossier, json.loads(data))


def applicant_of(data: bytes) -> Person:
    """Return the applicant in a row's snapshot, without reading the rest of the dossier."""
    return from_plain(Person, json.loads(data)["received"]["applicant"])


def _write(connection: Connection, home: str, found: Dossier | None, data: bytes | None) -> None:
    place = _PLACE.first(connection, {"home": home})
    if found is None:
        if place is not None:
            _DELETE.run(connection, {"standing": place.key})
        return
    values = row_values(found, data)
    if place is not None:
        if place.received_ms == values["received_ms"]:
            _UPDATE.run(connection, {"standing": place.key, **values})
            return
        _DELETE.run(connection, {"standing": place.key})
    key = first_key(values["received_ms"], home)
    while not _INSERT.run(connection, {"key": key, **values}).rowcount:
        key += 1


def _bind_waiting(connection: Connection, found: Dossier) -> bool:
    waiting = [row for code in found.codes for row in _UNBOUND.all(connection, {"wanted": code})]
    for row in waiting:
        _BIND.run(connection, {"at": row.position, "dossier": found.uid})
    return bool(waiting)


def _numbers(person: Person) -> tuple[str, str]:
    return person.identity.number, phone_digits(person.phone)


@functools.lru_cache(maxsize=1024)
def _name_words(procedure: str) -> tuple[str, ...]:
    return words(procedure)


def _words(*texts: str) -> str:
    return _unique(word for text in texts for word in words(text))


def _unique(found: Iterable[str]) -> str:
    # Each word once: an applicant who submits himself would else count twice in the index.
    return " ".join(dict.fromkeys(found))
