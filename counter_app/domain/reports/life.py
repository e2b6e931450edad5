"""The life of a dossier in figures (vòng đời hồ sơ): what reports count, and no word of a person.

It is read from the facts of its acts alone, which stay when bodies are erased: a report says the
same before and after a purge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.deadlines.remaining import Outcome, outcome
from counter_app.domain.dossiers.facts import (
    NO_SCAN_LEFT,
    NO_STATE_AGENCY,
    STATE_AGENCY,
    Fact,
)


class Ended(Enum):
    """How far a dossier came. A value is part of the store's tables."""

    OPEN = "open"  # đang giải quyết
    FINISHED = "finished"  # có kết quả, chưa trả
    RETURNED = "returned"  # đã trả kết quả
    REFUSED = "refused"  # từ chối
    WITHDRAWN = "withdrawn"  # công dân rút
    STOPPED = "stopped"  # dừng giải quyết
    MISTAKE = "mistake"  # đăng ký nhầm: it counts nowhere


class Pace(Enum):
    """How a processed dossier stands to its promise."""

    EARLY = "early"  # trước hạn: on a day before the promised one
    ON_TIME = "on_time"  # đúng hạn; also where the law sets no limit
    LATE = "late"  # quá hạn


@dataclass(frozen=True, slots=True)
class FactAt:
    """A fact with what its entry's head says: who recorded it, where and when."""

    fact: Fact
    officer: str
    counter: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Life:
    """One dossier. `received_at` is the moment on the paper, `recorded_at` that of the entry.

    `received_at` is None while a dossier that came online or by post wasn't received. `due_at` is
    the promise in force, `finished_at` when the agency's work ended (also by refusal, withdrawal,
    stop). `counter` and `officer` are those of the reception. Moments are the first of their kind,
    `returned_at` the last. `paused_at` is when the clock stopped that stands still now, because
    papers or money are waited for. `state_agency`: the applicant is one, as last put down;
    `scanned`: a scanned paper is there. `additions` are the times papers were added on request,
    `handovers` those that it was handed to another unit.
    """

    dossier: str
    procedure: str = ""
    version: str = ""
    field_name: str = ""
    agency: str = ""
    channel: str = ""
    counter: str = ""
    officer: str = ""
    received_at: datetime | None = None
    recorded_at: datetime | None = None
    due_at: datetime | None = None
    finished_at: datetime | None = None
    paused_at: datetime | None = None
    ended: Ended = Ended.OPEN
    printed_at: datetime | None = None
    handed_at: datetime | None = None
    result_in_at: datetime | None = None
    returned_at: datetime | None = None
    supplements: int = 0
    extensions: int = 0
    apologies: int = 0
    apologised_at: datetime | None = None
    breaches: int = 0
    negative: bool = False
    practice: bool = False
    offline: bool = False
    provisional: bool = False
    paper_first: bool = False
    by_post: bool = False
    state_agency: bool = False
    scanned: bool = False
    additions: int = 0
    handovers: int = 0

    @property
    def counts(self) -> bool:
        """Tell whether reports count it: received, no practice, not registered by mistake."""
        return (
            self.received_at is not None and not self.practice and self.ended is not Ended.MISTAKE
        )

    @property
    def is_processed(self) -> bool:
        """Tell whether the agency answered it (đã giải quyết): a result, or a refusal."""
        return self.finished_at is not None and self.ended in PROCESSED

    @property
    def pace(self) -> Pace | None:
        """Return how it stands to its promise; None while it isn't processed."""
        if not self.is_processed or self.finished_at is None:
            return None
        return pace(self.finished_at, self.due_at)


PROCESSED = frozenset({Ended.FINISHED, Ended.RETURNED, Ended.REFUSED})
"""Ends that are the agency's answer; withdrawn and stopped dossiers are counted apart."""

_ENDS = {
    Kind.FINISHED: Ended.FINISHED,
    Kind.RESULT_TAKEN_IN: Ended.FINISHED,
    Kind.RETURNED: Ended.RETURNED,
    Kind.REFUSED: Ended.REFUSED,
    Kind.STOPPED: Ended.STOPPED,
    Kind.WITHDRAWN: Ended.WITHDRAWN,
}
_PACES = {
    Outcome.EARLY: Pace.EARLY,
    Outcome.ON_TIME: Pace.ON_TIME,
    Outcome.NO_LIMIT: Pace.ON_TIME,
    Outcome.LATE: Pace.LATE,
}
_DONE = (Kind.FINISHED, Kind.RESULT_TAKEN_IN)


def pace(finished_at: datetime, due_at: datetime | None) -> Pace:
    """Return how an end stands to a promise, as the dossier's own page says it (`outcome`)."""
    return _PACES[outcome(finished_at, due_at)]


def life_of(dossier: str, acts: Iterable[FactAt]) -> Life:
    """Return the life that `acts` tell, given in the order in which they became known here.

    A fact that was written before its dossier was known says only what happened.
    """
    course = _Course()
    for act in acts:
        course.take(act)
    return course.life(dossier)


class _Course:
    """A life while its acts are read: a year's dossiers are read in one go, so nothing is copied.

    `waits` are what the clock stands still for, `closed_from` the ends that a reopening goes back
    to; both are told while acts are read, and kept nowhere.
    """

    def __init__(self) -> None:
        self.said: dict[str, Any] = {}
        self.last: Fact | None = None
        self.ended = Ended.OPEN
        self.waits: tuple[Kind, ...] = ()
        self.closed_from: tuple[Ended, ...] = ()

    def life(self, dossier: str) -> Life:
        """Return what was read so far."""
        last = self.last
        if last is None:
            return Life(dossier, ended=self.ended, **self.said)
        return Life(
            dossier,
            procedure=last.procedure,
            version=last.version,
            field_name=last.field_name,
            agency=last.agency,
            channel=last.channel,
            received_at=last.received_at,
            due_at=last.due_at,
            finished_at=last.finished_at,
            ended=self.ended,
            **self.said,
        )

    def take(self, act: FactAt) -> None:
        """Read the next act."""
        fact, before = act.fact, self.last
        if fact.procedure:
            self.last = fact
        for flag in fact.flags:
            self._flag(flag)
        match fact.kind:
            case Kind.RECEIVED:
                self._received(act, before)
            case Kind.PRINTED:
                self.said.setdefault("printed_at", act.at)
            case Kind.PAPER_SCANNED:
                self.said["scanned"] = True
            case Kind.HANDED_OVER if "back" not in fact.flags:
                self._count("handovers")
                self.said.setdefault("handed_at", act.at)
            case Kind.SUPPLEMENT_RECEIVED:
                self._count("additions")
                self._clock(act)
            case Kind.SUPPLEMENT_REQUESTED:
                self._count("supplements")
                self._clock(act)
            case Kind.DUE_EXTENDED | Kind.DUE_MOVED:
                self._count("extensions")
            case Kind.APOLOGY_SENT:
                self._count("apologies")
                self.said.setdefault("apologised_at", act.at)
            case _:
                self._clock(act)
                self._end(act)

    def _flag(self, flag: str) -> None:
        if flag == "practice":
            self.said["practice"] = True
        elif flag.startswith("breach:"):
            self._count("breaches")
        elif flag in (STATE_AGENCY, NO_STATE_AGENCY):
            self.said["state_agency"] = flag == STATE_AGENCY
        elif flag == NO_SCAN_LEFT:
            self.said["scanned"] = False

    def _count(self, name: str) -> None:
        self.said[name] = self.said.get(name, 0) + 1

    def _received(self, act: FactAt, before: Fact | None) -> None:
        """Begin with a reception; of two of one dossier that one counts which the dossier says.

        Two counters may have received what came online. Which was first shows in the dossier's
        moment of reception: it stays as it was, unless the other one took its place.
        """
        if "recorded_at" in self.said and before is not None:
            stays = before.received_at == act.fact.received_at
            if stays and before.received_at is not None:
                return
        self.waits = ()
        self.said |= {
            "paused_at": None,
            "counter": act.counter,
            "officer": act.officer,
            "recorded_at": act.at,
            "offline": "offline" in act.fact.flags,
            "provisional": "provisional" in act.fact.flags,
            "paper_first": "paper_first" in act.fact.flags,
        }

    def _clock(self, act: FactAt) -> None:
        """Stop the clock, or let it go on; what is still waited for stops it."""
        kind = act.fact.kind
        if kind in (Kind.SUPPLEMENT_REQUESTED, Kind.PAYMENT_DEMANDED):
            self.waits = tuple(dict.fromkeys((*self.waits, kind)))
            self.said["paused_at"] = self.said.get("paused_at") or act.at
            return
        if kind is Kind.WORK_STARTED or kind in _DONE:
            over = self.waits
        elif kind is Kind.SUPPLEMENT_RECEIVED:
            over = (Kind.SUPPLEMENT_REQUESTED,)
        elif kind is Kind.PAID and "advance" not in act.fact.flags:
            over = (Kind.PAYMENT_DEMANDED,)
        else:
            return
        self.waits = tuple(each for each in self.waits if each not in over)
        if not self.waits:
            self.said["paused_at"] = None

    def _end(self, act: FactAt) -> None:
        """Come to an end, or back from one that a reopening took away."""
        kind, flags = act.fact.kind, act.fact.flags
        if kind is Kind.REOPENED and self.closed_from:
            *earlier, self.ended = self.closed_from
            self.closed_from = tuple(earlier)
            self.said["returned_at"] = None
            return
        if kind not in _ENDS:
            return
        self.closed_from = () if kind in _DONE else (*self.closed_from, self.ended)
        self.ended = Ended.MISTAKE if "mistake" in flags else _ENDS[kind]
        if "negative" in flags:
            self.said["negative"] = True
        if kind is Kind.RESULT_TAKEN_IN:
            self.said.setdefault("result_in_at", act.at)
        if kind is Kind.RETURNED:
            self.said |= {"returned_at": act.at, "by_post": "by_post" in flags}
