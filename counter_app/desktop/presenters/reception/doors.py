"""What the reception page asks of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.domain.people.address import Unit
from counter_app.services.people.recognition import KnownCitizen


@dataclass(frozen=True, slots=True)
class ReceptionDoors:
    """`home_unit` is the code of the commune that this centre serves, "" when unknown.

    `paper_words` says how receipts lie on the paper: "2 liên A5 trên một tờ A4".
    `commune_choices` finds communes of today by what was typed; `show_history` lists a citizen's
    dossiers; `preview` shows the receipt that F9 would print. `declarations` is the folder where
    the office keeps templates of its own.
    """

    home_unit: str
    paper_words: str
    commune_choices: Callable[[str, int], tuple[Unit, ...]]
    open_dossier: Callable[[str], None]
    show_history: Callable[[KnownCitizen], None]
    preview: Callable[[ReceptionDraft], None]
    declarations: Path | None = None
