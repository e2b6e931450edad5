"""Guide sheet, refusal and declaration out of a real store, read back from their PDFs."""

from __future__ import annotations

import pytest

from counter_app.domain.dates import written_date
from counter_app.domain.errors.work import NotPermittedError, ProcedureUnknownError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.printed.declaration import Declaration
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.visitor.declaration import make_declaration
from counter_app.services.printing.visitor.guide import make_guide
from counter_app.services.printing.visitor.guiding import guidance
from counter_app.services.printing.visitor.refusal import make_refusal
from counter_app.services.visitor.declarations import shipped_declarations
from counter_app.services.visitor.turning_away import turn_away
from tests.made import person
from tests.papers.reading import texts
from tests.services.conftest import Counter

FONTS = choose_fonts()
BIRTH, RESIDENCE = "1.001193", "1.004194"
CASE = "Sinh tại cơ sở y tế"


def said(
    counter: Counter, reception: Reception, held: frozenset[str] | None, words: str = ""
) -> str:
    place, session = counter.workplace, counter.session
    document = make_guide(place, session, reception, held, words, FONTS, "A5")
    assert (document.form, document.copies) == ("guide", 1)
    return " ".join(texts(document.pdf))


def test_the_guide_marks_what_is_there_and_what_is_missing(counter: Counter) -> None:
    reception = Reception(BIRTH, person(), case=CASE)
    papers = guidance(counter.workplace, BIRTH, CASE).papers
    text = said(counter, reception, frozenset({papers[0].paper.name}), "Nhớ mang sổ.")
    assert text.count("(đã có") == 1
    held = frozenset({papers[0].paper.name})
    marked = guidance(counter.workplace, BIRTH, CASE, held).papers
    missing = [each for each in marked if each.there is False]
    assert text.count("(còn thiếu") == len(missing) == 2
    assert "còn thiếu; khai thác" not in text, "what a database has nobody must bring"
    for wanted in (
        "Đăng ký khai sinh (Sinh tại cơ sở y tế)",
        "Trong ngày",
        "Trần Thị Mẫu",
        "Nhớ mang sổ.",
    ):
        assert wanted in text
    assert text.index("(đã có") < text.index("(còn thiếu") < text.index("NGƯỜI HƯỚNG DẪN")
    assert "Phạm Thị Ví" in text
    assert "Mã hồ sơ" not in text


def test_nothing_is_called_missing_before_anybody_looked(counter: Counter) -> None:
    text = said(counter, Reception(BIRTH, Person("")), None)
    assert "còn thiếu" not in text
    assert "đã có" not in text.replace("đã có hồ sơ", "")
    assert "Người được hướng dẫn" not in text, "nobody was entered"
    assert f"{CASE}: thêm" in text, "what each case asks for"


def test_what_is_registered_elsewhere_says_so(counter: Counter) -> None:
    assert "hệ thống của bộ, ngành" in said(counter, Reception(RESIDENCE, person()), None)
    with pytest.raises(ProcedureUnknownError):
        guidance(counter.workplace, "9.999999")


def test_the_refusal_has_a_number_and_no_code(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    written = turn_away(place, session, BIRTH, person(), "Không thuộc thẩm quyền", "Nộp nơi khác.")
    document = make_refusal(place, session, written, FONTS, "A5")
    first, second = texts(document.pdf)
    assert document.copies == 2
    for wanted in (
        "Số: 01/Q12/TCHS", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Trần Thị Mẫu",
        "0011••••0123", "Đăng ký khai sinh", "Không thuộc thẩm quyền", "Nộp nơi khác",
        "Phạm Thị Ví",
    ):  # fmt: skip
        assert wanted in first
        assert wanted in second
    assert "Mã hồ sơ" not in first
    again = make_refusal(place, session, written, FONTS, "A5")
    assert again.pdf == document.pdf


def test_a_refusal_of_somebody_without_a_name_leaves_dots(counter: Counter) -> None:
    written = turn_away(counter.workplace, counter.session, BIRTH, Person(""), "Không đủ điều kiện")
    document = make_refusal(counter.workplace, counter.session, written, FONTS, "A5")
    assert "Hồ sơ của:" in texts(document.pdf)[0]


@pytest.mark.parametrize("declaration", shipped_declarations(), ids=lambda each: each.name)
def test_each_declaration_is_filled_in_from_the_visit(
    counter: Counter, declaration: Declaration
) -> None:
    code = declaration.procedures[0] if declaration.procedures else BIRTH
    reception = Reception(code, person())
    document = make_declaration(counter.workplace, counter.session, reception, declaration, FONTS)
    assert document.form_set == f"{declaration.name}-1"
    text = " ".join(texts(document.pdf))
    assert written_date(counter.clock.at.date()) in text
    # Of a couple neither sex is known here, and who died was not entered: dots, no guess.
    assert text.count("Trần Thị Mẫu") == (
        {"marriage": 0, "birth": 2, "death": 2, "residence-change": 2, "residence-confirmation": 2}
    ).get(declaration.name, text.count("Trần Thị Mẫu") or 1)


def test_who_may_not_print_prints_nothing_for_a_visitor(counter: Counter) -> None:
    place, post = counter.workplace, Session(Officer("bc", "A", roles=(Role.POST,)), "online")
    reception, declaration = Reception(BIRTH, person()), shipped_declarations()[0]
    with pytest.raises(NotPermittedError):
        make_guide(place, post, reception, None, "", FONTS)
    with pytest.raises(NotPermittedError):
        make_declaration(place, post, reception, declaration, FONTS)
