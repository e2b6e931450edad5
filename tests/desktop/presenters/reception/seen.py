"""What tests of the reception page look through: a view that remembers, cards, doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.page import ReceptionPage
from counter_app.desktop.presenters.reception.state import Block, ReceptionState
from counter_app.desktop.scanning.meaning import CardScan, Meaning, meaning_of
from counter_app.domain.people.address import Unit
from counter_app.services.people.recognition import KnownCitizen
from tests.desktop.conftest import Desktop

HOME_CARD = (
    "001199000456||Trần Thị Mẫu|15031999|Nữ|Số 12 đường Mẫu, Phường Hoàn Kiếm, Hà Nội|20082021"
)
OLD_ADDRESS = "Số 5 ngõ Mẫu, Phường Ngọc Hà, Quận Ba Đình, Hà Nội"
"""A ward that became two in 2025."""

OLD_CARD = f"001199000456||Trần Thị Mẫu|15031999|Nữ|{OLD_ADDRESS}|20082021"
SECOND_CARD = "001098000124||Lê Văn Thử|01021998|Nam|Phường Hoàn Kiếm, Hà Nội|20082021"


@dataclass
class Seen:
    """The page with everything it asked of the window."""

    desktop: Desktop
    states: list[ReceptionState] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    histories: list[KnownCitizen] = field(default_factory=list)
    previews: list[ReceptionDraft] = field(default_factory=list)

    def __post_init__(self) -> None:
        doors = ReceptionDoors(
            home_unit="",
            paper_words="2 liên A5 trên một tờ A4",
            commune_choices=self.communes,
            open_dossier=self.opened.append,
            show_history=self.histories.append,
            preview=self.previews.append,
        )
        self.page = ReceptionPage(self.desktop.desk, self, doors)
        self.page.begin()

    def present(self, state: ReceptionState) -> None:
        self.states.append(state)

    @property
    def state(self) -> ReceptionState:
        return self.states[-1]

    @property
    def current(self) -> Block:
        return self.state.current

    def communes(self, typed: str, limit: int) -> tuple[Unit, ...]:
        units = self.desktop.desk.units.units.values()
        return tuple(unit for unit in units if typed.lower() in unit.name.lower())[:limit]

    def card(self, text: str = HOME_CARD) -> None:
        assert self.page.scanned(self.scan(text))

    def scan(self, text: str) -> Meaning:
        at: datetime = self.desktop.desk.now()
        today: date = at.date()
        found = meaning_of(text, today, at)
        assert isinstance(found, CardScan)
        return found
