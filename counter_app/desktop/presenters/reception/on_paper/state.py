"""The line of a reception on paper as shown, and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.desktop.presenters.reception.on_paper.typed import PaperTyped
from counter_app.domain.dates import parse_moment, shown_moment, vietnam_time
from counter_app.domain.office.reasons import StandingReason
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import paper_first_problems
from counter_app.wording.sentences import problem_words


class PaperPart(Enum):
    """The fields of the line, in their order."""

    MOMENT = "moment"
    NUMBER = "number"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class PaperLineState:
    """The line. `read` says how the moment was understood; `doubt`: its problem stops nothing."""

    moment: str = ""
    number: str = ""
    reason: str = ""
    read: str = ""
    problem: str = ""
    doubt: bool = False
    reason_problem: str = ""
    reasons: str = ""


_PARTS = {"/received_at": PaperPart.MOMENT, "/paper_first/reason": PaperPart.REASON}


def paper_problems(paper: PaperTyped, now: datetime) -> dict[PaperPart, Problem]:
    """Return what is wrong with each field; one that can't be read comes before one that lacks."""
    if paper.at is None and paper.moment.strip():
        read = parse_moment(paper.moment, vietnam_time(now).date())
        unread = {PaperPart.MOMENT: read} if isinstance(read, Problem) else {}
    else:
        unread = {}
    found = paper_first_problems(paper.said, paper.at, now)
    return {_PARTS[each.field]: each for each in found} | unread


def paper_stops(paper: PaperTyped, now: datetime) -> str:
    """Return the first thing that stands against receiving it, "" for none."""
    found = paper_problems(paper, now)
    return next((problem_words(found[part]) for part in PaperPart if _stops(found, part)), "")


def paper_line_state(
    paper: PaperTyped, now: datetime, reasons: Sequence[StandingReason], *, asked: bool
) -> PaperLineState:
    """Return the line; `asked`: F9 or Enter came already, so that what lacks is said, too."""
    found = paper_problems(paper, now)
    moment, reason = found.get(PaperPart.MOMENT), found.get(PaperPart.REASON)
    if not (asked or paper.moment.strip()):
        moment = None
    read = ""
    if paper.at is not None and moment is None:
        read = tr("hẹn trả tính từ {moment}").format(moment=shown_moment(paper.at))
    return PaperLineState(
        moment=paper.moment,
        number=paper.number,
        reason=paper.reason,
        read=read,
        problem=problem_words(moment) if moment else "",
        doubt=moment is not None and not moment.is_false,
        reason_problem=problem_words(reason) if reason and asked else "",
        reasons=" · ".join(f"{at} {each.text}" for at, each in enumerate(reasons[:9], start=1)),
    )


def understood(text: str, today: date) -> datetime | None:
    """Return the moment that `text` means today; None for nothing, or nothing readable."""
    read = parse_moment(text, today) if text.strip() else None
    return read if isinstance(read, datetime) else None


def _stops(found: dict[PaperPart, Problem], part: PaperPart) -> bool:
    return part in found and found[part].is_false
