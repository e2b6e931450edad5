"""What came online, at the desk: Enter accepts it all, a missing paper is noted, originals seen."""

from __future__ import annotations

import pytest

from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.steps.intake.acceptance import PAPERS, Acceptance
from counter_app.desktop.presenters.steps.intake.comparison import SEEN, WRONG, Comparison
from counter_app.desktop.presenters.steps.offers import MAKERS, OFFERS
from counter_app.desktop.presenters.steps.step import Step
from counter_app.desktop.presenters.steps.step_state import Rows, SayKind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.dossiers.detail import detail
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.shown import ShownStep
from tests.services.intake.online import submitted


class Came:
    """A dossier that came online, and a step of it."""

    def __init__(self, desktop: Desktop, kind: type[Step]) -> None:
        self.desktop = desktop
        self.uid = submitted(desktop.counter).uid
        self.view = ShownStep()
        self.step = kind(desktop.desk, self.view, PaperOut(desktop.desk, lambda _: None))
        self.step.start(self.dossier)

    @property
    def dossier(self) -> Dossier:
        return detail(self.desktop.desk.workplace, self.uid).dossier

    def rows(self, name: str) -> Rows | None:
        found = (each for each in self.view.state.blocks if isinstance(each, Rows))
        return next((each for each in found if each.name == name), None)


def test_enter_accepts_all_and_prints_the_receipt(desktop: Desktop) -> None:
    came = Came(desktop, Acceptance)
    assert came.view.said["due"].kind is SayKind.FIGURE, "the promise is seen before Enter"
    came.step.confirm()
    assert came.dossier.status is Status.RECEIVED
    assert [sheet.document.form for sheet in desktop.tray.sheets] == ["receipt"]
    assert came.dossier.printed[-1].form == "receipt"


def test_a_paper_that_did_not_come_is_noted(desktop: Desktop) -> None:
    came = Came(desktop, Acceptance)
    assert came.step.press("2")
    came.step.confirm()
    missing = [each.missing for each in came.dossier.received.papers]
    assert missing == [False, True]
    assert came.rows(PAPERS) is not None


def test_originals_are_seen_and_what_differs_is_named(desktop: Desktop) -> None:
    came = Came(desktop, Comparison)
    came.step.confirm()
    assert came.view.focused[-1] == SEEN, "nothing was compared yet"
    assert came.rows(WRONG) is None
    came.step.press("1")
    came.step.toggle(f"{SEEN}1")
    came.step.toggle(f"{WRONG}1")
    assert "then" in came.view.said
    came.step.confirm()
    compared = came.dossier.compared[-1]
    assert len(compared.papers) == 2
    assert compared.differing == (came.dossier.received.papers[1].name,)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.name)
def test_every_offer_has_its_step(offer: object) -> None:
    assert MAKERS[offer.name].kind is offer.kind  # type: ignore[attr-defined]
