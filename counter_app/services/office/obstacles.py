"""Ghi vướng mắc: what stands in an officer's way, in two fields, for the report that nobody types.

Nothing is refused but an empty text. No citizen's name belongs in it: figures that look like a
number of a person are doubted before it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import ObstacleNoted
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace

_RUN = re.compile(r"\d(?:[ .\-]?\d)*")
_OLD_IDENTITY = re.compile(r"\d{9}|\d{3} \d{3} \d{3}")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What the officer wrote. `procedure` is a code, "" when it concerns none."""

    text: str
    proposal: str = ""
    procedure: str = ""


def look_at_obstacle(obstacle: Obstacle) -> tuple[Problem, ...]:
    """Return what is false (no text) or doubtful (figures of a person) about it."""
    if not clean(obstacle.text):
        return (false("obstacle_no_text", "/text"),)
    doubts = []
    for place, text in (("/text", obstacle.text), ("/proposal", obstacle.proposal)):
        if any(_is_of_a_person(found) for found in _RUN.findall(text)):
            doubts.append(doubt("obstacle_person", place))
    return tuple(doubts)


def _is_of_a_person(run: str) -> bool:
    """Tell whether a run of digits looks like an identity number or a phone.

    Codes of dossiers and procedures, dates and sums of money don't.
    """
    digits = re.sub(r"\D", "", run)
    new = len(digits) in (10, 12) and digits.startswith("0")
    abroad = len(digits) == 11 and digits.startswith("84")
    return new or abroad or bool(_OLD_IDENTITY.fullmatch(run))


def note_obstacle(workplace: Workplace, session: Session, obstacle: Obstacle) -> ObstacleNoted:
    """Record it and return what was written. Raises FalseStepError without a text."""
    if not clean(obstacle.text):
        raise FalseStepError((false("obstacle_no_text", "/text"),), code="")
    now = vietnam_time(workplace.clock.now().at)
    known = workplace.reference.procedures.version_on(obstacle.procedure, now.date())
    body = ObstacleNoted(
        text=clean(obstacle.text),
        procedure=obstacle.procedure,
        procedure_name=known.name if known else "",
        field_name=known.field_name if known else "",
        proposal=clean(obstacle.proposal),
    )
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.OBSTACLE_NOTED,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return body
