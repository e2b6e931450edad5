"""A draft made of a dossier that was received before, to copy from (chép từ hồ sơ trước)."""

from __future__ import annotations

from counter_app.desktop.presenters.reception.drafting.draft import PaperTick, ReceptionDraft
from counter_app.domain.dossiers.dossier import Dossier


def draft_of(dossier: Dossier) -> ReceptionDraft:
    """Return what an officer entered for `dossier`, as far as it is still known."""
    received = dossier.received
    return ReceptionDraft(
        uid=dossier.uid,
        begun_at=received.received_at,
        applicant=received.applicant,
        submitter=received.submitter,
        authority=received.authority,
        related=received.related,
        procedure=received.procedure.code,
        case=received.case,
        papers=tuple(
            PaperTick(
                paper.name,
                originals=paper.originals,
                certified=paper.certified,
                photocopies=paper.photocopies,
            )
            for paper in received.papers
        ),
        delivery=received.delivery,
    )
