"""The visitor as the reception page knows him so far."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.dossiers.reception_plan import Reception


@dataclass(frozen=True, slots=True)
class Visit:
    """What was entered, of a chosen procedure. `held` is None while no paper was looked for."""

    uid: str
    reception: Reception
    procedure: Procedure
    held: frozenset[str] | None

    @property
    def name(self) -> str:
        """The applicant's name, "" before anybody is entered."""
        return self.reception.applicant.name


def visit_of(draft: ReceptionDraft, procedure: Procedure) -> Visit:
    """Return the visit of a draft."""
    looked = draft.papers_confirmed or any(each.there for each in draft.papers)
    held = frozenset(each.name for each in draft.papers if each.there) if looked else None
    return Visit(draft.uid, draft.reception(), procedure, held)
