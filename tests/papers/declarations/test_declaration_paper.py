"""Every shipped declaration: full, empty, with the longest name there is, in all 134 letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.declaration import Declaration
from counter_app.domain.printed.declaration_names import NAMES, PERSONS
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_longest import long_text
from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers.declarations.documents import declaration_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.visitor.declarations import shipped_declarations
from tests.papers import samples
from tests.papers.checks import Sheet, check
from tests.papers.reading import texts

pytestmark = pytest.mark.long

FONTS = choose_fonts()
ALL = {each.name: each for each in shipped_declarations()}
LETTERS = " ".join(MARKED_LETTERS[place : place + 7] for place in range(0, 134, 7))
PARTS = {
    "name": "Trần Thị Mẫu", "birth": "15/3/1999", "sex": "Nữ", "nationality": "Việt Nam",
    "document": "Thẻ căn cước/CCCD số 001199000456, cấp ngày 20/8/2021",
    "number": "001199000456", "address": "Số 12, tổ dân phố 3, phường Mẫu, tỉnh Ví Dụ",
    "phone": "0912 345 678", "email": "mau@example.vn",
}  # fmt: skip
VALUES = {
    **{f"{person}_{part}": said for person in PERSONS for part, said in PARTS.items()},
    "procedure": "Đăng ký tạm trú",
    "agency": "Ủy ban nhân dân phường Mẫu",
    "centre": "Trung tâm PVHCC phường Mẫu",
    "capacity": "bản thân",
}
PAPERS = {"papers": (LetterRow("Giấy chứng sinh", cells=("01", "–", "–")),)}
MARK = "mẫu tham khảo, do Trung tâm soạn"


def content(declaration: Declaration, values: dict[str, str]) -> LetterContent:
    names = tuple(values.get(f"{person}_name", "") for person in declaration.signed_by)
    return LetterContent(
        declaration.name, samples.HEADER, samples.MARKS.printed_at,
        values=values, lists=PAPERS if values else {}, names=names,
        identity_kind=IdentityKind.CITIZEN_CARD,
    )  # fmt: skip


def made(declaration: Declaration, values: dict[str, str]) -> bytes:
    said = content(declaration, values)
    return declaration_pdf(said, declaration.form, samples.MARKS, samples.form_set(), FONTS)


def sheet(declaration: Declaration, values: dict[str, str]) -> Sheet:
    title = declaration.form.title.replace("\n", " ")
    said = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", title, MARK]
    pdf = made(declaration, values)
    return Sheet(declaration.name, pdf, "", said, two_up=False, copies=1, upright=True)


@pytest.mark.parametrize("name", sorted(ALL))
@pytest.mark.parametrize("values", [VALUES, {}], ids=["full", "empty"])
def test_one_page_and_nothing_overlaps(name: str, values: dict[str, str]) -> None:
    checked = check(sheet(ALL[name], values))
    assert checked.faults == []
    assert checked.pages == 1


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_longest_names_flow(name: str) -> None:
    long = {**VALUES, "procedure": long_text(919), "agency": long_text(300)}
    long |= {key: long_text(200) for key in VALUES if key.endswith(("_name", "_address"))}
    assert check(sheet(ALL[name], long)).faults == []


@pytest.mark.parametrize("name", sorted(ALL))
def test_all_letters_are_printed(name: str) -> None:
    lettered = dict.fromkeys(VALUES, LETTERS)
    checked = sheet(ALL[name], lettered)
    assert check(checked).faults == []
    said = "".join(texts(checked.pdf))
    assert not [letter for letter in MARKED_LETTERS if letter not in said]


@pytest.mark.parametrize("name", sorted(ALL))
def test_it_never_says_what_nobody_said(name: str) -> None:
    (said,) = texts(made(ALL[name], {}))
    assert "None" not in said
    assert "{" not in said
    for value in VALUES.values():
        assert value not in said or value in ALL[name].form.name


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_person_it_asks_for_is_filled_in(name: str) -> None:
    """What a template names of a person is where that person's value stands."""
    form = ALL[name].form
    asked = {
        each
        for block in form.blocks
        for field in block.fields
        for each in (field.name, field.beside)
        if each and each != "blank"
    }
    assert asked <= NAMES.values
    marked = {key: f"giá trị {place}" for place, key in enumerate(sorted(asked))}
    (said,) = texts(made(ALL[name], marked))
    assert [key for key, text in marked.items() if text not in said] == []


def test_it_is_marked_in_practice() -> None:
    declaration = ALL["birth"]
    said = content(declaration, VALUES)
    pdf = declaration_pdf(said, declaration.form, samples.PRACTISED, samples.form_set(), FONTS)
    text = " ".join(texts(pdf))
    assert text.count("TẬP HUẤN") >= 2
    said_once = Sheet("practice", pdf, "", [MARK], two_up=False, copies=1, upright=True)
    assert check(said_once).faults == []


def test_same_content_same_bytes() -> None:
    assert made(ALL["birth"], VALUES) == made(ALL["birth"], VALUES)
    other = {**VALUES, "child_name": "Lê Mẫu Anh"}
    assert made(ALL["birth"], other) != made(ALL["birth"], VALUES)


def test_a_half_known_line_keeps_its_dots() -> None:
    declaration = ALL["birth"]
    values = {"child_name": "Lê Mẫu Anh", "child_birth": "02/11/2026"}
    (said,) = texts(made(declaration, values))
    assert "Ngày, tháng, năm sinh: 02/11/2026 Giới tính:" in said
    long = replace(declaration, signed_by=())
    (said,) = texts(made(long, {**values, "child_birth": "không rõ ngày, chỉ biết năm 2026"}))
    assert "chỉ biết năm 2026" in said
