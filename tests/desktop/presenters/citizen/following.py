"""What tests of the citizen screen look through: the officer's page, and who follows it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.citizen.citizen import CitizenScreenPresenter
from counter_app.desktop.presenters.citizen.state import CitizenState, Scene
from counter_app.desktop.presenters.rating.round import RatingRound
from counter_app.desktop.presenters.reception.state import ReceptionState
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.vietqr import BankAccount
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import Seen
from tests.made import person, uid

ACCOUNT = BankAccount("970416", "257678859", "TRUNG TAM PVHCC PHUONG MAU", "Ngân hàng Mẫu")
BIRTH = "1.001193"


def with_account(desktop: Desktop, *, practice: bool = False) -> Desktop:
    """Return the same desk at a centre that takes transfers."""
    workplace = desktop.desk.workplace
    centre = dataclasses.replace(workplace.reference.centre, bank=ACCOUNT)
    changed = dataclasses.replace(
        workplace,
        reference=dataclasses.replace(workplace.reference, centre=centre),
        enrolment=dataclasses.replace(workplace.enrolment, practice=practice),
    )
    return dataclasses.replace(desktop, desk=dataclasses.replace(desktop.desk, workplace=changed))


def returned(desk: Desk, number: int = 1) -> Dossier:
    """Receive a dossier and return its result."""
    place, session = desk.workplace, desk.session
    dossier = receive(place, session, Reception(BIRTH, person()), uid(number))
    dossier = take_result_in(place, session, dossier, (ResultPaper("Giấy khai sinh", "118"),))
    return return_result(place, session, dossier)


@dataclass
class Followed(Seen):
    """The officer's reception page, with the citizen screen open beside it."""

    shown: list[CitizenState] = field(default_factory=list)
    rated: list[Dossier] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk = self.desktop.desk
        self.round = RatingRound(desk, self._changed, self.rated.append)
        self.citizen = CitizenScreenPresenter(desk, self.round)
        self.view = _View(self.shown)
        self.citizen.open(self.view, touch=True)
        super().__post_init__()

    def _changed(self) -> None:
        self.citizen.present()

    def present(self, state: ReceptionState) -> None:
        super().present(state)
        if hasattr(self, "page"):
            self.citizen.receiving(state, self.page.draft)

    @property
    def scene(self) -> Scene:
        return self.shown[-1].scene

    def seconds(self, count: int) -> None:
        """Let time pass."""
        for _ in range(count):
            self.round.tick()
            self.citizen.tick()


@dataclass
class _View:
    shown: list[CitizenState]

    def present(self, state: CitizenState) -> None:
        self.shown.append(state)


def texts(value: Any) -> list[str]:
    """Return every text inside a state."""
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value):
        inside = [getattr(value, each.name) for each in dataclasses.fields(value)]
        return [text for each in inside for text in texts(each)]
    if isinstance(value, tuple):
        return [text for each in value for text in texts(each)]
    return []
