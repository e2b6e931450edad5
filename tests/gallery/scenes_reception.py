"""The reception page in its states, and the person form in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.kinds import Name, PersonRole, TypedKind
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.desktop.presenters.reception.state import (
    ApplicantState,
    ReceptionState,
)
from counter_app.desktop.screens.reception.reception_screen import ReceptionScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.people.address import Unit
from tests.gallery.reception_states import (
    CALLING,
    CASES,
    CHECKING,
    DUPLICATE,
    EMPTY,
    FEES,
    LONG_LEFT,
    MANY,
    READY,
    SEARCHING,
    SECOND,
    UNITS,
    WAITING_ONLINE,
    WAITING_SUPPLEMENT,
)
from tests.gallery.scenes import scene


def _communes(typed: str, limit: int) -> tuple[Unit, ...]:
    return UNITS[:limit] if typed else ()


def _nothing(*_: object) -> None:
    """What happens in a scene when a form ends."""


def shown(look: Look, state: ReceptionState) -> ReceptionScreen:
    """Return the page in a state."""
    screen = ReceptionScreen(look)
    screen.present(state)
    return screen


def with_form(
    look: Look, typed: TypedPerson, role: PersonRole, then: Callable[[PersonForm], None]
) -> QWidget:
    """Return the page with the person form open in its first card."""
    screen = shown(
        look,
        replace(EMPTY, applicant=ApplicantState(form=True, form_title="Nhập chủ hồ sơ"), footer=()),
    )
    form = PersonForm(
        screen.applicant.form,
        today=date(2025, 7, 1),
        commune_choices=_communes,
        on_done=_nothing,
        on_cancel=_nothing,
        role=role,
        typed=typed,
    )
    form.begin()
    then(form)
    return screen


@scene("tiep-nhan-dang-tim")
def searching(look: Look) -> QWidget:
    """Picture 1."""
    return shown(look, SEARCHING)


@scene("tiep-nhan-san-sang")
def ready(look: Look) -> QWidget:
    """Pictures 2 and 6."""
    return shown(look, READY)


@scene("tiep-nhan-trong")
def empty(look: Look) -> QWidget:
    """Nobody stands at the counter yet."""
    return shown(look, EMPTY)


@scene("tiep-nhan-dien-thoai")
def calling(look: Look) -> QWidget:
    """A new citizen's number is asked, and looks strange."""
    return shown(look, CALLING)


@scene("tiep-nhan-thieu-giay")
def missing_paper(look: Look) -> QWidget:
    """A paper is missing, with its note; more persons in the dossier."""
    return shown(look, CHECKING)


@scene("tiep-nhan-nhieu-giay")
def many_papers(look: Look) -> QWidget:
    """A checklist that scrolls inside itself."""
    return shown(look, MANY)


@scene("tiep-nhan-trung")
def duplicate(look: Look) -> QWidget:
    """An open dossier of the same procedure."""
    return shown(look, DUPLICATE)


@scene("tiep-nhan-da-gui-truc-tuyen")
def waiting_online(look: Look) -> QWidget:
    """The citizen sent a dossier of the same procedure, which should be received instead."""
    return shown(look, WAITING_ONLINE)


@scene("tiep-nhan-cho-bo-sung")
def waiting_supplement(look: Look) -> QWidget:
    """The citizen's dossier of the same procedure waits for what they probably bring."""
    return shown(look, WAITING_SUPPLEMENT)


@scene("tiep-nhan-viec-con-lai-dai")
def long_left(look: Look) -> QWidget:
    """What is left to do needs more than a line."""
    return shown(look, LONG_LEFT)


@scene("tiep-nhan-truong-hop")
def cases(look: Look) -> QWidget:
    """The procedure has cases."""
    return shown(look, CASES)


@scene("tiep-nhan-the-thu-hai")
def second_card(look: Look) -> QWidget:
    """A second card while drafting."""
    return shown(look, SECOND)


@scene("tiep-nhan-phi")
def fees(look: Look) -> QWidget:
    """The fee's editor."""
    return shown(look, FEES)


@scene("nhap-nguoi-can-cuoc")
def card_form(look: Look) -> QWidget:
    """Somebody with a number, the commune being searched."""
    typed = TypedPerson(
        texts={
            Name.NUMBER.value: "001199000456",
            Name.NAME.value: "Trần Thị Mẫu",
            Name.BIRTH.value: "15/03/1999",
        }
    )
    page = with_form(look, typed, PersonRole.APPLICANT, _search_commune)
    page.setProperty("keys", f"person_{Name.COMMUNE.value}")
    return page


@scene("nhap-nguoi-sai")
def false_form(look: Look) -> QWidget:
    """A false number and a doubtful telephone number."""
    typed = TypedPerson(
        texts={
            Name.NUMBER.value: "00119900045",
            Name.NAME.value: "Trần Thị Mẫu",
            Name.BIRTH.value: "32/13",
            Name.PHONE.value: "12345",
        }
    )
    return with_form(look, typed, PersonRole.APPLICANT, _choose_kind)


@scene("nhap-doanh-nghiep")
def business_form(look: Look) -> QWidget:
    """A company with its representative."""
    typed = TypedPerson(
        TypedKind.BUSINESS,
        texts={
            Name.NUMBER.value: "0100109106",
            Name.NAME.value: "Công ty TNHH Mẫu",
            Name.CAPACITY.value: "authorised",
            Name.PAPER_NUMBER.value: "07/GUQ",
            Name.PAPER_DATE.value: "30/06/2025",
        },
    )
    return with_form(look, typed, PersonRole.APPLICANT, _nothing)


@scene("nhap-tre-em")
def minor_form(look: Look) -> QWidget:
    """A child without a card, with the mother."""
    typed = TypedPerson(
        TypedKind.MINOR,
        texts={
            Name.NAME.value: "Trần Văn Bé",
            Name.BIRTH.value: "01/06/2025",
            Name.CAPACITY.value: "mother",
            Name.OTHER_NAME.value: "Trần Thị Mẫu",
        },
    )
    return with_form(look, typed, PersonRole.APPLICANT, _nothing)


def _search_commune(form: PersonForm) -> None:
    form.entered(Name.COMMUNE)
    form.type(Name.COMMUNE, "mau")


def _choose_kind(form: PersonForm) -> None:
    form.entered(Name.KIND)
