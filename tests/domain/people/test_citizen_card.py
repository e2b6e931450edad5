"""Card texts of every shape, whole, damaged, contradictory, and of other kinds."""

from __future__ import annotations

import html.entities
import unicodedata
import urllib.parse
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.people.citizen_card import (
    CardReading,
    NotACard,
    NotACardWhy,
    person_of,
    read_card,
)
from counter_app.domain.people.person import IdentityKind, Person, Sex
from counter_app.domain.text import MARKED_LETTERS, clean

TODAY = date(2026, 11, 20)
NUMBER = "001190000123"
CARD = f"{NUMBER}|012345678|Trần Thị Mẫu|02031990|Nữ|Tổ 5, Phường Phúc Xá, Ba Đình, Hà Nội|25122021"
READING = CardReading(
    NUMBER,
    "Trần Thị Mẫu",
    "012345678",
    date(1990, 3, 2),
    1990,
    Sex.FEMALE,
    "Tổ 5, Phường Phúc Xá, Ba Đình, Hà Nội",
    date(2021, 12, 25),
)


def page_of(text: str, page: str) -> str:
    """Return `text` as a host shows it that takes UTF-8 for `page`, holes as C1 controls."""
    return "".join(bytes([b]).decode(page, "ignore") or chr(b) for b in text.encode())


def tone_apart(text: str) -> str:
    """Return `text` as code page 1258 writes it: the letter with its hat, then the tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in tones)
        rest = "".join(part for part in parts if part not in tones)
        letters.append(unicodedata.normalize("NFC", rest) + tone)
    return "".join(letters)


DAMAGES = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "cp1258 tones": tone_apart,
    "utf-8 as cp1252": lambda text: page_of(text, "cp1252"),
    "utf-8 as latin-1": lambda text: text.encode().decode("latin-1"),
    "utf-8 as cp1258": lambda text: page_of(text, "cp1258"),
    "twice": lambda text: page_of(page_of(text, "cp1252"), "cp1252"),
    "nfd, then cp1252": lambda text: page_of(unicodedata.normalize("NFD", text), "cp1252"),
    "nfd, then cp1258": lambda text: page_of(unicodedata.normalize("NFD", text), "cp1258"),
    "percent": urllib.parse.quote,
    "percent, all": lambda text: urllib.parse.quote(text, safe=""),
    "percent, letters only": lambda text: urllib.parse.quote(text, safe="|/ ,"),
    "percent, small hex": lambda text: (
        urllib.parse.quote(text).replace("%7C", "|").replace("%C", "%c")
    ),
    "percent, plus": urllib.parse.quote_plus,
    "html decimal": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
    "html hexadecimal": lambda text: "".join(
        char if char.isascii() else f"&#x{ord(char):x};" for char in text
    ),
    "html named": lambda text: "".join(
        f"&{html.entities.codepoint2name[ord(char)]};"
        if ord(char) in html.entities.codepoint2name
        else char
        for char in text
    ),
    "aim": lambda text: f"]Q3{text}",
    "stx, etx": lambda text: f"\x02{text}\x03\r\n",
    "bom": lambda text: f"\ufeff{text}\t",
    "stars": lambda text: f"*{text}*",
    "doubled": lambda text: text + text,
    "three times, by line": lambda text: f"{text}\r\n" * 3,
    "doubled, second cut": lambda text: text + text[:40],
    "spaces": lambda text: text.replace("|", " | "),
    "lines end": lambda text: f"{text}\r",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damage_that_is_reversible_is_undone(damage: object) -> None:
    reading = read_card(damage(CARD), TODAY)
    assert isinstance(reading, CardReading)
    assert replace(reading, repairs=()) == READING


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("nfd", ("nfd",)),
        ("utf-8 as cp1252", ("mojibake",)),
        ("nfd, then cp1252", ("mojibake", "nfd")),
        ("percent, plus", ("percent",)),
        ("html named", ("html",)),
        ("doubled", ("doubled",)),
        ("aim", ()),
    ],
)
def test_repairs_are_named(name: str, repair: tuple[str, ...]) -> None:
    reading = read_card(DAMAGES[name](CARD), TODAY)
    assert isinstance(reading, CardReading)
    assert reading.repairs == repair


def parts(*changes: tuple[int, str]) -> str:
    row = CARD.split("|")
    for index, value in changes:
        row[index] = value
    return "|".join(row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CARD, READING),
        (CARD + "||||", READING),
        (CARD + "|a|b|c|d|e|f", READING),
        (CARD + "|Cha Mẫu|Mẹ Mẫu|01012026|", READING),
        (CARD + "|001060000111|Trần Văn Mẫu|001160000112|", READING),
        (parts((1, "")), replace(READING, old_number="")),
        (CARD.replace("|012345678", ""), replace(READING, old_number="")),
        (parts((3, "02/03/1990"), (6, "25-12-2021")), READING),
        (parts((4, "NỮ")), READING),
        (parts((5, "")).replace("||25", "|25"), None),
        (parts((2, "H'Hen Niê")), replace(READING, name="H'Hen Niê")),
        (parts((2, "Y Ê-ban")), replace(READING, name="Y Ê-ban")),
        (parts((3, "1990")), replace(READING, birth_date=None)),
        (parts((3, "00001990")), replace(READING, birth_date=None)),
    ],
)
def test_shapes(text: str, expected: CardReading | None) -> None:
    reading = read_card(text, TODAY)
    assert isinstance(reading, CardReading)
    if expected is None:
        assert [problem.code for problem in reading.problems] == ["card_address_missing"]
    else:
        assert reading == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (parts((0, "003190000123")), {"number_province_unknown"}),
        (parts((0, "999190000123")), {"number_province_unknown"}),
        (parts((4, "Nam")), {"number_sex_differs"}),
        (parts((0, "001090000123")), {"number_sex_differs"}),
        (parts((3, "02031991")), {"number_year_differs"}),
        (parts((0, "001390000123")), {"number_year_differs"}),
        (parts((0, "001390000123"), (3, "02032090")), {"birth_in_future", "issued_before_birth"}),
        (parts((0, "001100000123"), (3, "02031900")), {"birth_long_ago"}),
        (parts((3, "31021990")), {"card_birth_unreadable"}),
        (parts((3, "")), {"card_birth_unreadable"}),
        (parts((6, "01011989")), {"issued_before_birth"}),
        (parts((6, "21112026")), {"issued_in_future"}),
        (parts((6, "31022021")), {"card_end_missing"}),
        (parts((6, "2512")), {"card_end_missing"}),
        (CARD.rsplit("|", 1)[0], {"card_end_missing"}),
        (parts((1, "12345")), {"card_old_number"}),
        (parts((1, "0123456789")), {"card_old_number"}),
        (parts((2, "Trần Th1 Mẫu")), {"card_name_letters"}),
        (parts((2, "Tr7847n Thị Mẫu")), {"card_name_letters"}),
        (parts((2, "Trần_Thị_Mẫu")), {"card_name_letters"}),
        (parts((2, "Tr?n Th? M?u")), {"card_letters_lost"}),
        (parts((2, "Tr\ufffdn Thị Mẫu")), {"card_letters_lost"}),
        (parts((5, "Ph░▌ng Phúc Xá, Hà N┘i")), {"card_letters_lost"}),
        (parts((2, "Nguyễn V\x03n Mẫu")), {"card_letters_lost"}),
        (parts((4, "N∩")), {"card_sex_unreadable"}),
        (parts((4, "N?")), {"card_sex_unreadable"}),
        (CARD[:29], {"card_cut"}),
        ("|".join(CARD.split("|")[:4]), {"card_cut"}),
    ],
)
def test_contradictions_are_doubts(text: str, codes: set[str]) -> None:
    reading = read_card(text, TODAY)
    assert isinstance(reading, CardReading)
    assert {problem.code for problem in reading.problems} == codes
    assert not any(problem.is_false for problem in reading.problems)


def test_lost_letters_stay_lost() -> None:
    """ALT mode on an 8-bit host: code point modulo 256 through code page 437."""
    text = "".join(bytes([ord(char) % 256]).decode("cp437") for char in CARD)
    reading = read_card(text, TODAY)
    assert isinstance(reading, CardReading)
    assert (reading.number, reading.birth_date) == (NUMBER, date(1990, 3, 2))
    assert reading.name == "Trºn Th╦ M½u"
    assert {("card_letters_lost", "/name"), ("card_letters_lost", "/address")} <= {
        (problem.code, problem.field) for problem in reading.problems
    }


@pytest.mark.parametrize(
    ("text", "why", "number"),
    [
        ("", NotACardWhy.EMPTY, ""),
        ("\r\n", NotACardWhy.EMPTY, ""),
        ("]Q3", NotACardWhy.EMPTY, ""),
        ("abc", NotACardWhy.TOO_SHORT, ""),
        ("00119000012", NotACardWhy.TOO_SHORT, ""),
        (NUMBER, NotACardWhy.CUT, NUMBER),
        (f"{NUMBER}|", NotACardWhy.CUT, NUMBER),
        (f"{NUMBER}|012345678|", NotACardWhy.CUT, NUMBER),
        (f"{NUMBER}||||||", NotACardWhy.CUT, NUMBER),
        (CARD + CARD.replace(NUMBER, "001190000124"), NotACardWhy.TWO_CARDS, ""),
        (CARD + "\n" + CARD.replace(NUMBER, "001190000124"), NotACardWhy.TWO_CARDS, ""),
        (CARD + "||||" + CARD.replace(NUMBER, "001190000124"), NotACardWhy.TWO_CARDS, ""),
        ("https://vneid.gov.vn/qr?x=1", NotACardWhy.VNEID, ""),
        ("VNEID:QUJD" + "A" * 90, NotACardWhy.VNEID, ""),
        ("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", NotACardWhy.VNEID, ""),
        ("QUJD" * 60, NotACardWhy.VNEID, ""),
        ("https://vi-du.example/ho-so?ma=H15", NotACardWhy.LINK, ""),
        ("www.vi-du.example", NotACardWhy.LINK, ""),
        ("00020101021138570010A00000072701270006970400", NotACardWhy.BANK, ""),
        ("P<VNMTRAN<<THI<MAU<<<<<<<<<<<<<<<<<<<<<<<<<<", NotACardWhy.PASSPORT, ""),
        ("IDVNM1900001231001190000123<<1", NotACardWhy.PASSPORT, ""),
        ("H15.50.05.13-261008-0975", NotACardWhy.DOSSIER_CODE, ""),
        ("000.00.16.H02-200609-0001", NotACardWhy.DOSSIER_CODE, ""),
        ("G09.20-20260609-0092637", NotACardWhy.DOSSIER_CODE, ""),
        ("0011900001234|Trần Thị Mẫu|", NotACardWhy.OTHER, ""),
        (CARD.replace("|", "~"), NotACardWhy.OTHER, NUMBER),
        ("DN4010012345678|54726E|01/01/1990|2|", NotACardWhy.OTHER, ""),
        ("BEGIN:VCARD\nFN:Trần Thị Mẫu\nEND:VCARD", NotACardWhy.OTHER, ""),
        ("Một đoạn văn bản bất kỳ", NotACardWhy.OTHER, ""),
    ],
)
def test_other_codes_are_told_apart(text: str, why: NotACardWhy, number: str) -> None:
    assert read_card(text, TODAY) == NotACard(why, number)


def test_person_of_a_card() -> None:
    person = person_of(READING)
    assert isinstance(person, Person)
    assert (person.name, person.sex, person.birth_date) == (
        "Trần Thị Mẫu",
        Sex.FEMALE,
        date(1990, 3, 2),
    )
    assert person.identity.kind is IdentityKind.CITIZEN_CARD
    assert (person.identity.number, person.identity.issued_on) == (NUMBER, date(2021, 12, 25))
    assert str(person.address) == READING.address


letters = st.sampled_from(MARKED_LETTERS + "abcdeghiklmnopqrstuvxy")
word = st.text(letters, min_size=1, max_size=8).map(str.title).map(clean)
name = (
    st.lists(word, min_size=2, max_size=5)
    .map(" ".join)
    .filter(lambda text: all(text.casefold() not in ("nam", "nữ") for text in text.split()))
)
old_number = st.just("") | st.from_regex("[0-9]{9}", fullmatch=True)


@st.composite
def cards(draw: st.DrawFn) -> str:
    birth = draw(st.dates(date(1930, 1, 1), date(2020, 1, 1)))
    issued = draw(st.dates(date(2021, 1, 1), TODAY))
    sex = draw(st.sampled_from(["Nam", "Nữ"]))
    century = 2 * (birth.year // 100 - 19) + (sex == "Nữ")
    number = f"0{draw(st.sampled_from(['01', '31', '79', '96']))}{century}{birth:%y}"
    number += draw(st.from_regex("[0-9]{6}", fullmatch=True))
    address = f"Số {draw(st.integers(1, 999))}, {', '.join(draw(st.lists(name, max_size=3)))}"
    fields = [number, draw(old_number), draw(name), f"{birth:%d%m%Y}", sex, clean(address)]
    return "|".join([*fields, f"{issued:%d%m%Y}"]) + draw(st.sampled_from(["", "||||"]))


@given(cards(), st.sampled_from(sorted(DAMAGES)))
def test_every_reversible_damage_gives_the_same_reading(card: str, damage: str) -> None:
    whole = read_card(card, TODAY)
    assert isinstance(whole, CardReading)
    assert whole.problems == whole.repairs == ()
    damaged = read_card(DAMAGES[damage](card), TODAY)
    assert isinstance(damaged, CardReading)
    assert replace(damaged, repairs=()) == whole


@given(cards())
def test_a_cut_card_is_never_taken_for_a_whole_one(card: str) -> None:
    card = card.rstrip("|")
    whole = read_card(card, TODAY)
    for end in range(len(card)):
        cut = read_card(card[:end], TODAY)
        assert cut == whole or isinstance(cut, NotACard) or cut.problems


@given(cards(), st.data())
def test_lost_letters_are_never_taken_silently(card: str, data: st.DataObject) -> None:
    marked = [i for i, char in enumerate(card) if char in MARKED_LETTERS]
    places = data.draw(st.lists(st.sampled_from(marked), min_size=1, unique=True))
    text = "".join("?" if i in places else char for i, char in enumerate(card))
    reading = read_card(text, TODAY)
    assert isinstance(reading, NotACard) or reading.problems


@given(st.text(), st.sampled_from(["", NUMBER, f"{NUMBER}|", CARD[:40], CARD]))
def test_any_text_is_accepted(text: str, before: str) -> None:
    for each in (before + text, text + before, "|".join([before, text, text])):
        reading = read_card(each, TODAY)
        assert isinstance(reading, NotACard) or reading.number.isdigit()
