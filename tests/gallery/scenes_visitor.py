"""What is done for a visitor besides receiving, over the reception page, for the gallery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.visitor.assisting import Assisting
from counter_app.desktop.presenters.visitor.declaring import Declaring
from counter_app.desktop.presenters.visitor.guiding import Guiding
from counter_app.desktop.presenters.visitor.turning_away import TurningAway
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct
from counter_app.desktop.screens.visitor.visitor_overlay import VisitorOverlay
from counter_app.desktop.theme.look import Look
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dates import VIETNAM
from counter_app.domain.people.person import Person
from counter_app.domain.problems import doubt, false
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.visitor.declarations import Faulty, Known, shipped_declarations
from counter_app.wording.sentences import problem_words
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk

AT = datetime(2025, 7, 1, 9, 12, tzinfo=VIETNAM)
BIRTH, RESIDENCE = "1.001193", "1.004194"
WRONG = false("letter_value_unknown", "/form/blocks/1/fields/0/name", name="tuoi")
Make = Callable[[Desk, VisitorOverlay], VisitAct]


def _visit(code: str = BIRTH, name: str = "Trần Thị Mẫu", case: str = "") -> Visit:
    procedure = desk().workplace.reference.procedures.version_on(code, AT.date())
    assert procedure is not None
    held = (procedure.papers_of(case)[0].name,)
    papers = tuple(ReceivedPaper(each, 1) for each in held)
    reception = Reception(code, Person(name), case=case, papers=papers)
    return Visit("draft", reception, procedure, frozenset(held))


def _over(look: Look, make: Make) -> QWidget:
    page = QWidget()
    QVBoxLayout(page)
    overlay = VisitorOverlay(look, page)
    act = make(desk(), overlay)
    overlay.serve(act)
    overlay.open()
    act.begin()
    return page


@scene("khach-phieu-huong-dan")
def guide(look: Look) -> QWidget:
    """The case is chosen, one paper is there."""
    visit = _visit(case="Sinh tại cơ sở y tế")
    return _over(look, lambda at, view: Guiding(at, view, visit))


@scene("khach-tu-choi")
def turned_away(look: Look) -> QWidget:
    """A reason is chosen; its guidance stands in the field below."""

    def make(at: Desk, view: VisitorOverlay) -> VisitAct:
        act = TurningAway(at, view, _visit(), lambda _: None)
        act.toggle("reason0")
        return act

    return _over(look, make)


@scene("khach-tu-choi-chua-co-ten")
def turned_away_nobody(look: Look) -> QWidget:
    """Nobody was entered, nothing chosen."""
    return _over(look, lambda at, view: TurningAway(at, view, _visit(name=""), lambda _: None))


@scene("khach-ho-tro-nop")
def assisted(look: Look) -> QWidget:
    """A procedure of the police: their own system is chosen."""
    return _over(look, lambda at, view: Assisting(at, view, _visit(RESIDENCE), lambda: None))


@scene("khach-ho-tro-nop-ma-nguoi-khac")
def assisted_with_the_code_of_another(look: Look) -> QWidget:
    """The code that was scanned is another person's dossier here: amber, and nothing is stopped."""

    class Other(Assisting):
        def _look_up(self, code: str) -> None:
            self._doubt = problem_words(
                doubt(
                    "assisted_code_of_other",
                    "/code",
                    code=code,
                    name="Nguyễn Thị Ví Dụ",
                    procedure="Đăng ký lại khai sinh",
                )
            )
            self.present()

    def make(at: Desk, view: VisitorOverlay) -> VisitAct:
        act = Other(at, view, _visit(RESIDENCE), lambda: None)
        act.scanned("G00.99-20250701-0000017")
        return act

    return _over(look, make)


@scene("khach-to-khai")
def declaration(look: Look) -> QWidget:
    """Three that fit; one of the office's own can't be used."""
    known = Known(shipped_declarations(), (Faulty("don-rieng.json", WRONG),))
    return _over(look, lambda at, view: Declaring(at, view, _visit(), known))
