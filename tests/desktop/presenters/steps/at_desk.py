"""A step at a desk with one dossier, for tests: keys in, panel and paper out."""

from __future__ import annotations

from counter_app.desktop.changed import Changed
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.steps.step import Step
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.shown import ShownStep
from tests.made import person

LIMITED = "1.004884"  # five working days


class AtDesk:
    """One dossier, one step of it."""

    def __init__(self, desktop: Desktop, kind: type[Step], reception: Reception | None = None):
        self.desktop = desktop
        place = desktop.counter
        wanted = reception or Reception(LIMITED, person())
        self.uid = receive(place.workplace, place.session, wanted).uid
        self.view = ShownStep()
        self.changes: list[Changed] = []
        self.step = kind(desktop.desk, self.view, PaperOut(desktop.desk, self.changes.append))

    @property
    def dossier(self) -> Dossier:
        return detail(self.desktop.desk.workplace, self.uid).dossier

    def start(self) -> AtDesk:
        self.step.start(self.dossier)
        return self

    def enter(self) -> AtDesk:
        self.step.confirm()
        return self

    def type(self, **texts: str) -> AtDesk:
        for name, text in texts.items():
            self.step.type(name, text)
        return self

    def press(self, keys: str) -> AtDesk:
        for key in keys:
            assert self.step.press(key)
        return self

    @property
    def papers(self) -> list[str]:
        """The forms that came out."""
        return [sheet.document.form for sheet in self.desktop.tray.sheets]

    @property
    def ended(self) -> bool:
        return bool(self.view.ended)
