"""What the server tells: decisions of the agency, entered by its clerks."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.procedures.fees import FeeLine


@dataclass(frozen=True, slots=True)
class WorkStarted:
    """The agency took the dossier up (status 4).

    `promise`: the time of a non-territorial dossier, which was an estimate until now.
    """

    unit: str
    clerk: str = ""
    promise: Promise | None = None


@dataclass(frozen=True, slots=True)
class PaymentDemanded:
    """A financial duty must be met first (status 6); the clock stops."""

    lines: tuple[FeeLine, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The agency finished (status 9); the result papers are on their way to the counter."""

    results: tuple[ResultPaper, ...]
    clerk: str = ""
    negative: bool = False


@dataclass(frozen=True, slots=True)
class DueMoved:
    """The server moved the promised time: an extension that the agency's head signed there."""

    promise: Promise
    reason: str
    signed_by: str = ""
