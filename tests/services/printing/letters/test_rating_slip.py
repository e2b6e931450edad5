"""The slip asks what the office's own form asks, and is typed back by the form that it was."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.rating import NoSlipError
from counter_app.domain.office.rating import RatingBook, RatingForm, RatingIndex
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.letters.rating_slip import make_rating_slip, slip_form
from counter_app.services.printing.receipt_paper import record_printed
from counter_app.wording.sentences import errors
from tests.journeys.paper import codes_on, words_on
from tests.made import person
from tests.services.conftest import Counter

GRADES = ("Không hài lòng", "Hài lòng", "Rất hài lòng")
OLD = RatingForm(
    "own", "Phiếu", "căn cứ", date(2020, 1, 1),
    (RatingIndex("Ông/bà có hài lòng không?", GRADES), RatingIndex("Nơi chờ thế nào?", GRADES)),
    ("Thời gian chờ", "Chỗ gửi xe"),
)  # fmt: skip


def book(*forms: RatingForm) -> RatingBook:
    return RatingBook("1", "own", "own", forms)


def rated_by(counter: Counter, ratings: RatingBook) -> Counter:
    reference = dataclasses.replace(counter.workplace.reference, rating=ratings)
    workplace = dataclasses.replace(counter.workplace, reference=reference)
    return dataclasses.replace(counter, workplace=workplace)


def received(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception("1.001193", person()))


def test_the_starter_form_stands_on_the_slip(counter: Counter) -> None:
    dossier = received(counter)
    document = make_rating_slip(counter.workplace, counter.session, dossier, choose_fonts(), "A5")
    said = words_on(document.pdf)
    form = counter.workplace.reference.rating.paper_form(counter.clock.at.date())
    assert form is not None
    places = [said.index(each.question) for each in form.indices]
    assert places == sorted(places)
    assert "0 điểm 1 điểm 2 điểm" in said
    assert "Điều chưa hài lòng" not in said, "this form names no reasons"
    assert "Trần Thị Mẫu" not in said, "who rates needn't give a name"
    assert dossier.shown_code in codes_on(document.pdf)


def test_an_offices_own_form_with_its_digits_and_reasons(counter: Counter) -> None:
    own = rated_by(counter, book(OLD))
    dossier = received(own)
    document = make_rating_slip(own.workplace, own.session, dossier, choose_fonts(), "A5")
    said = words_on(document.pdf)
    for words in ("0: Không hài lòng", "1: Hài lòng", "2: Rất hài lòng"):
        assert words in said
    assert "Nơi chờ thế nào?" in said
    assert said.index("1. Thời gian chờ") < said.index("2. Chỗ gửi xe")
    assert "Tổng thời gian" not in said
    assert (document.form, document.copies) == ("rating_slip", 1)


def test_a_slip_is_typed_back_by_the_form_that_was_printed(counter: Counter) -> None:
    tomorrow = counter.clock.at + timedelta(days=1)
    new = dataclasses.replace(
        OLD, effective_from=tomorrow.date(), indices=(RatingIndex("Hài lòng?", ("không", "có")),)
    )
    own = rated_by(counter, book(OLD, new))
    place, dossier = own.workplace, received(own)
    assert slip_form(place, dossier) is OLD
    document = make_rating_slip(place, own.session, dossier, choose_fonts(), "A5")
    printed = record_printed(place, own.session, dossier, document, PrintProof.SPOOLER)
    other = received(own)
    counter.clock.at = tomorrow
    assert slip_form(place, printed) is OLD
    assert slip_form(place, other) is new


def test_an_office_without_slips(counter: Counter) -> None:
    none = rated_by(counter, RatingBook("1", "", "", ()))
    dossier = received(none)
    with pytest.raises(NoSlipError) as caught:
        make_rating_slip(none.workplace, none.session, dossier, choose_fonts(), "A5")
    assert caught.value.code in errors()
    assert slip_form(none.workplace, dossier) is None
