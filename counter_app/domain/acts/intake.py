"""Before a dossier is received: submitted online or by post, compared, helped with, turned away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.received import ProcedureRef, Received
from counter_app.domain.people.person import Person


@dataclass(frozen=True, slots=True)
class SubmittedFile:
    """A file that the citizen sent along: its name, and its bytes by their sha256."""

    name: str
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Submitted:
    """A dossier came online or by post (status 1) and waits to be received (chờ tiếp nhận).

    `wished` is the reception as the citizen wishes it: its code is the portal's (mã trên Cổng), it
    promises no time, and officer, counter and book are empty. Only the server writes this act; a
    counter accepts it with a `received` entry on the same dossier.
    """

    wished: Received
    submitted_at: datetime
    files: tuple[SubmittedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginalsCompared:
    """Copies were held beside their originals (đối chiếu bản chính); `differing` names faults."""

    papers: tuple[str, ...]
    differing: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Not received before it had a number (từ chối tiếp nhận): Mẫu 03 for somebody at the counter.

    `number` is the paper's own (Số …/TCHS), `guidance` what to do instead.
    """

    procedure: ProcedureRef
    applicant: Person
    reason: str
    guidance: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Assisted:
    """Somebody was helped to submit online (hỗ trợ nộp trực tuyến).

    `code` is the portal's code when it is known, `system` where it was submitted (NĐ 118/2025).
    """

    procedure: ProcedureRef
    applicant: Person
    code: str = ""
    system: str = ""
