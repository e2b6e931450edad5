"""The dossiers behind a number as lines of a list: also those whose contents were erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.dossiers.status import Status
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.life import Life
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One dossier behind a number, its applicant by name only, as in every list.

    Of one whose contents were erased the figures are left: no code, no name, no `status`.
    """

    uid: str
    procedure_name: str
    received_at: datetime | None
    due_at: datetime | None
    code: str = ""
    applicant: str = ""
    status: Status | None = None
    result_is_here: bool = False

    @property
    def is_erased(self) -> bool:
        """Tell whether only its figures are left."""
        return self.status is None


def lines_behind(
    workplace: Workplace, session: Session, uids: Sequence[str]
) -> tuple[BehindLine, ...]:
    """Return a page of the dossiers behind a number, in their order. Raises NotPermittedError."""
    require(workplace, session, Act.SEE_DOSSIERS)
    found = []
    with workplace.store.reading() as tx:
        lives = {life.dossier: life for life in tx.lives.of(uids)}
        for uid in uids:
            line = tx.lists.line(uid)
            if line is None:
                found.append(_erased(workplace, uid, lives.get(uid)))
                continue
            found.append(
                BehindLine(
                    uid=uid,
                    procedure_name=line.procedure_name,
                    received_at=line.received_at,
                    due_at=line.due_at,
                    code=line.code,
                    applicant=line.applicant,
                    status=line.status,
                    result_is_here=line.result_is_here,
                )
            )
    return tuple(found)


def _erased(workplace: Workplace, uid: str, life: Life | None) -> BehindLine:
    if life is None:
        return BehindLine(uid, "", None, None)
    procedure = workplace.reference.procedures.with_version(life.procedure, life.version)
    name = procedure.name if procedure else life.procedure
    return BehindLine(uid, name, life.received_at, life.due_at)
