"""The paper of a step that is a letter: made by its name, printed like the receipt."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.steps.step import StepPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.printing.letters.making import make_letter


def letter_paper(desk: Desk, after: Dossier, letter: str, title: str) -> StepPaper:
    """Return the print of the newest `letter` of the dossier; `title` names the print."""
    return StepPaper(
        lambda: make_letter(
            desk.workplace, desk.session, after, letter, desk.fonts, desk.layout(letter)
        ),
        title,
    )
