"""What the page itself remembers beside the draft: where the keys are, what is being searched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.people.address import AddressReading
from counter_app.domain.people.citizen_card import CardReading
from counter_app.domain.procedures.search import Match
from counter_app.services.people.recognition import KnownCitizen


class FormFor(Enum):
    """Whom the open person form is for."""

    APPLICANT = "applicant"
    OTHER_APPLICANT = "other_applicant"  # who stands here submits for somebody else
    SUBMITTER = "submitter"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class DeskState:
    """Nothing of this is kept over a restart; all of it may be forgotten without loss.

    `focus` and `edits` are those of `ReceptionState`. `seeking`: the store hasn't answered yet to
    what is typed of a person; `enter_waits`: Enter was pressed meanwhile. `known`: what this office
    knows of the applicant. `second`: a card that was read while a draft was open. `duplicate`: an
    open dossier of the same citizen and procedure that wasn't looked at yet. `noting`: the missing
    paper whose note is asked, -1 for none. `paper_asked`: what lacks of the line of a reception on
    paper is said, too.
    """

    current: Block = Block.APPLICANT
    focus: int = 0
    edits: int = 0
    typed_person: str = ""
    citizens: tuple[KnownCitizen, ...] = ()
    citizen_at: int = 0
    seeking: bool = False
    enter_waits: bool = False
    known: KnownCitizen | None = None
    card: CardReading | None = None
    address: AddressReading | None = None
    second: CardReading | None = None
    form: FormFor | None = None
    whom: bool = False
    typed_phone: str | None = None
    phone_seen: str = ""
    typed_procedure: str = ""
    matches: tuple[Match, ...] = ()
    total: int = 0
    match_at: int = 0
    case_at: int = 0
    duplicate: DossierLine | None = None
    paper_at: int = 0
    noting: int = -1
    amounts: tuple[tuple[str, str], ...] = ()
    typed_due: str | None = None
    due_problem: str = ""
    paper_asked: bool = False
    saved_at: datetime | None = None
    grey: str = ""
    busy: bool = False
