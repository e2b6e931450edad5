"""The life of a dossier in figures (vòng đời hồ sơ): what reports count, and no word of a person.

It is read from the facts of its acts alone, which stay when bodies are erased: a report says the
same before and after a purge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.facts import Fact


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
    `returned_at` the last.
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
}


def pace(finished_at: datetime, due_at: datetime | None) -> Pace:
    """Return how an end stands to a promise: early means on a day before the promised one."""
    if due_at is None:
        return Pace.ON_TIME
    if finished_at > due_at:
        return Pace.LATE
    ahead = vietnam_time(finished_at).date() < vietnam_time(due_at).date()
    return Pace.EARLY if ahead else Pace.ON_TIME


def life_of(dossier: str, acts: Iterable[FactAt]) -> Life:
    """Return the life that `acts` tell, given in the order in which they became known here.

    A fact that was written before its dossier was known says only what happened.
    """
    life = Life(dossier)
    for act in acts:
        fact = act.fact
        if fact.procedure:
            life = replace(
                life,
                procedure=fact.procedure,
                version=fact.version,
                field_name=fact.field_name,
                agency=fact.agency,
                channel=fact.channel,
                received_at=fact.received_at,
                due_at=fact.due_at,
                finished_at=fact.finished_at,
            )
        life = _after(life, act)
    return life


def _after(life: Life, act: FactAt) -> Life:
    kind, flags = act.fact.kind, act.fact.flags
    if "practice" in flags and not life.practice:
        life = replace(life, practice=True)
    broken = sum(flag.startswith("breach:") for flag in flags)
    if broken:
        life = replace(life, breaches=life.breaches + broken)
    match kind:
        case Kind.RECEIVED:
            return replace(
                life,
                counter=act.counter,
                officer=act.officer,
                recorded_at=act.at,
                offline="offline" in flags,
                provisional="provisional" in flags,
                paper_first="paper_first" in flags,
            )
        case Kind.PRINTED:
            return replace(life, printed_at=life.printed_at or act.at)
        case Kind.HANDED_OVER if "back" not in flags:
            return replace(life, handed_at=life.handed_at or act.at)
        case Kind.SUPPLEMENT_REQUESTED:
            return replace(life, supplements=life.supplements + 1)
        case Kind.DUE_EXTENDED | Kind.DUE_MOVED:
            return replace(life, extensions=life.extensions + 1)
        case Kind.APOLOGY_SENT:
            first = life.apologised_at or act.at
            return replace(life, apologies=life.apologies + 1, apologised_at=first)
        case Kind.WITHDRAWN:
            ended = Ended.MISTAKE if "mistake" in flags else Ended.WITHDRAWN
            return replace(life, ended=ended)
        case Kind.REOPENED:
            ended = Ended.FINISHED if life.finished_at else Ended.OPEN
            return replace(life, ended=ended, returned_at=None)
        case Kind.FINISHED | Kind.RESULT_TAKEN_IN | Kind.RETURNED | Kind.REFUSED | Kind.STOPPED:
            return _ended(life, act)
        case _:
            return life


def _ended(life: Life, act: FactAt) -> Life:
    kind, flags = act.fact.kind, act.fact.flags
    life = replace(life, ended=_ENDS[kind])
    if "negative" in flags:
        life = replace(life, negative=True)
    if kind is Kind.RESULT_TAKEN_IN:
        life = replace(life, result_in_at=life.result_in_at or act.at)
    if kind is Kind.RETURNED:
        life = replace(life, returned_at=act.at, by_post="by_post" in flags)
    return life
