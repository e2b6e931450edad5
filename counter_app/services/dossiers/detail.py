"""Everything of one dossier, for its page: the dossier, its whole history, its procedure."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import DossierUnknownError
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.stepping import find
from counter_app.store.subjects.dossiers import Told

__all__ = ["Detail", "Told", "detail", "detail_by_code"]


@dataclass(frozen=True, slots=True)
class Detail:
    """A dossier with every entry ever `told` of it, refused ones too, as they became known here.

    `procedure` is the version that it was received under; None when it isn't on this machine.
    """

    dossier: Dossier
    told: tuple[Told, ...]
    procedure: Procedure | None


def detail(workplace: Workplace, uid: str) -> Detail:
    """Return the dossier `uid`. Raises DossierUnknownError."""
    with workplace.store.reading() as tx:
        dossier = tx.dossiers.get(uid)
        told = tx.dossiers.timeline(uid)
    if dossier is None:
        raise DossierUnknownError(code=uid)
    reference = dossier.received.procedure
    procedure = workplace.reference.procedures.with_version(reference.code, reference.version)
    return Detail(dossier, told, procedure)


def detail_by_code(workplace: Workplace, text: str) -> Detail:
    """Return the dossier that a scanned or typed `text` names, by either of its codes.

    Raises CodeUnreadableError, ForeignCodeError or DossierUnknownError.
    """
    return detail(workplace, find(workplace, text).uid)
