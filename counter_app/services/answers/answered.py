"""One act that the server didn't take, with its words and what it marked: read to be settled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import Corrected
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import AnswerSettledError
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import State
from counter_app.domain.plain import to_plain
from counter_app.domain.settling.leaves import path_of
from counter_app.domain.settling.three_ways import Difference, differences
from counter_app.services.counter.workplace import Workplace
from counter_app.store.subjects.deliveries import Queued
from counter_app.store.transaction import Transaction

_NUMBER_TYPES = frozenset({"number-not-granted", "number-taken"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One field that the server marked: pointer into the entry, code, and its own value as JSON."""

    pointer: str
    code: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ServerWords:
    """What the server said: stable `type`, its own words, the marks, the steps that it allows."""

    type: str = ""
    title: str = ""
    detail: str = ""
    marks: tuple[Mark, ...] = ()
    possible: tuple[Kind, ...] = ()


class Way(Enum):
    """How an answer can be settled."""

    MEND = "mend"  # sửa rồi gửi lại
    CHOOSE = "choose"  # base, mine, the server's
    RENUMBER = "renumber"  # another number, another paper
    DROP = "drop"  # bỏ việc này
    REVIEW = "review"  # đã xem xét: it was accepted, and something was marked


@dataclass(frozen=True, slots=True)
class Answered:
    """An act that the server refused or holds otherwise, or took with `flags`.

    `differences` are of a correction only. `ways` are in the order in which they are offered; the
    first is the usual one.
    """

    entry: Entry
    body: Body
    said: ServerWords
    code: str
    applicant: str
    ways: tuple[Way, ...]
    dossier: Dossier | None = None
    differences: tuple[Difference, ...] = ()
    flags: tuple[str, ...] = ()


def answered(workplace: Workplace, uid: str) -> Answered:
    """Return the act `uid` with the server's answer. Raises AnswerSettledError: it needs nobody."""
    with workplace.store.reading() as tx:
        return answered_within(tx, uid)


def answered_within(tx: Transaction, uid: str) -> Answered:
    """Do what `answered` does inside the caller's transaction."""
    queued, recorded = tx.deliveries.of(uid), tx.journal.get(uid)
    if queued is None or recorded is None or recorded.body is None:
        raise AnswerSettledError
    is_flagged = queued.state is State.ACCEPTED and bool(queued.flags)
    if is_flagged and all(each.uid != uid for each in tx.deliveries.flagged()):
        raise AnswerSettledError
    if not is_flagged and queued.state not in (State.REFUSED, State.CONFLICT):
        raise AnswerSettledError
    dossier = tx.dossiers.get(queued.dossier) if queued.dossier else None
    said = server_words(queued.problem)
    changed = _differences(recorded.body, said, dossier)
    return Answered(
        entry=recorded.entry,
        body=recorded.body,
        said=said,
        code=queued.code,
        applicant=queued.applicant,
        ways=_ways(queued, recorded.body, said, dossier, changed),
        dossier=dossier,
        differences=changed,
        flags=queued.flags if is_flagged else (),
    )


def server_words(text: str) -> ServerWords:
    """Return what is kept beside an entry, as JSON; anything else is taken for a bare type."""
    try:
        plain = json.loads(text)
        marks = tuple(
            Mark(str(each["pointer"]), str(each.get("code", "")), each.get("value"))
            for each in plain.get("errors") or ()
        )
        names = set(plain.get("possible") or ())
        possible = tuple(kind for kind in Kind if kind.value in names)
        title, detail = str(plain.get("title") or ""), str(plain.get("detail") or "")
        return ServerWords(str(plain.get("type", "")), title, detail, marks, possible)
    except (ValueError, AttributeError, KeyError, TypeError):
        return ServerWords(text)


def their_values(body: Body, said: ServerWords, dossier: Dossier | None) -> dict[int, str]:
    """Return the server's value of each change that it marked, by its place in a correction.

    A server that doesn't send it has told it by the feed: then the dossier here has it.
    """
    if not isinstance(body, Corrected):
        return {}
    found: dict[int, str] = {}
    for mark in said.marks:
        path = path_of(mark.pointer)
        if path[:1] != ("changes",) or not path[1:2] or not path[1].isdecimal():
            continue
        place = int(path[1])
        if place >= len(body.changes):
            continue
        value = mark.value
        if value is None and dossier is not None:
            value = standing(dossier.received, body.changes[place].pointer)
        if value is not None:
            found[place] = value
    return found


def standing(received: Received, pointer: str) -> str:
    """Return what stands in a registration now, as JSON text."""
    plain = to_plain(received)
    assert isinstance(plain, dict)
    return json.dumps(plain.get(pointer.removeprefix("/")), ensure_ascii=False, sort_keys=True)


def _differences(body: Body, said: ServerWords, dossier: Dossier | None) -> tuple[Difference, ...]:
    if not isinstance(body, Corrected):
        return ()
    values = their_values(body, said, dossier)
    return tuple(
        each
        for place, value in sorted(values.items())
        for each in differences(body.changes[place], value)
    )


def _ways(
    queued: Queued,
    body: Body,
    said: ServerWords,
    dossier: Dossier | None,
    changed: tuple[Difference, ...],
) -> tuple[Way, ...]:
    if queued.state is State.ACCEPTED:
        return (Way.REVIEW,)
    # The citizen holds the paper of a reception, and nothing can be told of a dossier unknown here.
    drop = () if isinstance(body, Received) or dossier is None else (Way.DROP,)
    if said.type in _NUMBER_TYPES and isinstance(body, Received | Numbered):
        return (Way.RENUMBER,)
    if changed:
        return (Way.CHOOSE, *drop)
    if queued.state is State.CONFLICT:
        return drop
    return (Way.MEND, *drop)
