from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.search import Found, ProcedureIndex, Uses, name_words
from counter_app.domain.text import clean, words

BIRTH = "1.001193"
LIST = (
    Procedure(BIRTH, "Đăng ký khai sinh"),
    Procedure("1.004884", "Đăng ký lại khai sinh"),
    Procedure("2.000986", "Liên thông: đăng ký khai sinh, đăng ký thường trú cho trẻ em"),
    Procedure("1.003583", "Đăng ký khai sinh lưu động"),
    Procedure("1.000894", "Đăng ký kết hôn"),
    Procedure("2.000815.000.00.00.H60", "Chứng thực bản sao từ bản chính giấy tờ, văn bản"),
    Procedure("1.009999", "Cấp giấy phép xây dựng nhà ở riêng lẻ (dưới 7 tầng)"),
)
INDEX = ProcedureIndex(LIST)

# fmt: off
_SYLLABLES = (
    "Đăng", "ký", "khai", "sinh", "tử", "kết", "hôn", "lại", "cấp", "giấy", "phép", "xây",
    "dựng", "chứng", "thực", "bản", "sao", "hộ", "kinh", "doanh", "thành", "lập", "đất",
    "quyền", "sử", "dụng", "trợ", "xã", "hội", "người", "cao", "tuổi", "thủ", "tục",
)
# fmt: on
NAMES = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=9).map(" ".join)
LISTS = st.lists(NAMES, min_size=1, max_size=12).map(
    lambda names: [Procedure(f"1.{at:06}", name) for at, name in enumerate(names)]
)


def names(typed: str, index: ProcedureIndex = INDEX) -> list[str]:
    return [each.procedure.name for each in index.find(typed).matches]


def bold(found: Found) -> list[str]:
    first = found.matches[0]
    return [first.procedure.name[start:end] for start, end in first.spans]


@pytest.mark.parametrize(
    ("typed", "first", "total", "typed_words"),
    [
        ("khai si", "Đăng ký khai sinh", 4, ["khai sinh"]),
        ("sinh khai", "Đăng ký khai sinh", 4, ["khai sinh"]),
        ("KHAI SINH lại", "Đăng ký lại khai sinh", 1, ["lại khai sinh"]),
        ("dkks", "Đăng ký khai sinh", 3, ["Đăng ký khai sinh"]),
        ("dk lưu", "Đăng ký khai sinh lưu động", 1, ["Đăng ký", "lưu"]),
        ("1193", "Đăng ký khai sinh", 1, []),
        ("001193", "Đăng ký khai sinh", 1, []),
        ("1001193", "Đăng ký khai sinh", 1, []),
        ("1.0011", "Đăng ký khai sinh", 1, []),
        ("1,001193", "Đăng ký khai sinh", 1, []),
        ("1.001193.000.00.00.H60", "Đăng ký khai sinh", 1, []),
        ("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", 1, []),
        ("ban chinh", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", 1, ["bản chính"]),
        ("7 tang", "Cấp giấy phép xây dựng nhà ở riêng lẻ (dưới 7 tầng)", 1, ["7 tầng"]),
        ("khai snih", "Đăng ký khai sinh", 4, ["khai sinh"]),
        ("kett hon", "Đăng ký kết hôn", 1, ["kết hôn"]),
        ("chugn thwc", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", 1, ["Chứng thực"]),
        ("xya dugn", "Cấp giấy phép xây dựng nhà ở riêng lẻ (dưới 7 tầng)", 1, ["xây dựng"]),
    ],
)
def test_what_an_officer_types(typed: str, first: str, total: int, typed_words: list[str]) -> None:
    found = INDEX.find(typed)
    assert found.matches[0].procedure.name == first
    assert (found.total, bold(found)) == (total, typed_words)


@pytest.mark.parametrize("typed", ["zzzzzz", "khai zzzzzz", "9.999999", "8888", "zq"])
def test_what_nobody_has_is_not_found(typed: str) -> None:
    assert INDEX.find(typed) == Found((), 0)


def test_a_slip_counts_only_when_nothing_fits() -> None:
    index = ProcedureIndex([Procedure("1.000001", "Khai sinh"), Procedure("1.000002", "Khai sing")])
    assert names("sinh", index) == ["Khai sinh"]


def test_nothing_typed_shows_what_is_used_most() -> None:
    index = INDEX.with_uses(Uses({"1.000894": 2}, {BIRTH: 9, "1.000894": 2, "1.003583": 4}))
    found = index.find("", limit=3)
    assert [each.procedure.code for each in found.matches] == ["1.000894", BIRTH, "1.003583"]
    assert [each.uses for each in found.matches] == [2, 9, 4]
    assert found.total == len(index) == len(LIST)
    assert INDEX.find(" - ").total == len(LIST)


def test_this_officers_use_goes_before_this_counters() -> None:
    used = INDEX.with_uses(Uses({"1.003583": 1}, {"1.004884": 50, "1.003583": 1}))
    assert names("khai sinh", used)[:3] == [
        "Đăng ký khai sinh lưu động",
        "Đăng ký lại khai sinh",
        "Đăng ký khai sinh",
    ]
    assert names("khai sinh")[0] == "Đăng ký khai sinh"


def test_an_empty_list_finds_nothing() -> None:
    assert ProcedureIndex(()).find("khai sinh") == Found((), 0)
    assert ProcedureIndex(()).find("") == Found((), 0)


@given(st.text(max_size=60).map(clean))
def test_words_stand_where_they_say(name: str) -> None:
    found = name_words(name)
    for word in found:
        assert words(name[word.start : word.end]) == (word.text,)


@given(NAMES)
def test_words_of_a_name_are_the_words_of_the_search(name: str) -> None:
    assert tuple(word.text for word in name_words(name)) == words(name)


@given(LISTS, st.data())
def test_any_words_of_a_name_in_any_order_find_it(
    procedures: list[Procedure], data: st.DataObject
) -> None:
    procedure = data.draw(st.sampled_from(procedures))
    parts = data.draw(st.permutations(procedure.name.split()))
    chosen = parts[: data.draw(st.integers(1, len(parts)))]
    chosen[-1] = chosen[-1][: data.draw(st.integers(1, len(chosen[-1])))]
    found = ProcedureIndex(procedures).find(" ".join(chosen))
    assert procedure in [each.procedure for each in found.matches]
    for match in found.matches:
        ends = [0, *(place for span in match.spans for place in span), len(match.procedure.name)]
        assert ends == sorted(ends)
        assert match.spans


@given(LISTS, st.text(max_size=20), st.integers(1, 5))
def test_any_text_is_answered_within_the_limit(
    procedures: list[Procedure], typed: str, limit: int
) -> None:
    found = ProcedureIndex(procedures).find(typed, limit)
    assert len(found.matches) == min(limit, found.total)
    assert found.total <= len(procedures)


@given(LISTS, st.data())
def test_one_more_letter_never_finds_more(procedures: list[Procedure], data: st.DataObject) -> None:
    """While words fit as they are typed, the list only gets shorter."""
    index = ProcedureIndex(procedures)
    procedure = data.draw(st.sampled_from(procedures))
    typed = " ".join(words(procedure.name))
    totals = [index.find(typed[:end]).total for end in range(1, len(typed) + 1)]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] >= 1


@given(LISTS, st.randoms(use_true_random=False))
def test_a_slip_in_a_long_word_still_finds_it(
    procedures: list[Procedure], chance: random.Random
) -> None:
    procedure = chance.choice(procedures)
    parts = list(words(procedure.name))
    at = max(range(len(parts)), key=lambda place: len(parts[place]))
    word = parts[at]
    assume(len(word) >= 4)
    cut = chance.randrange(len(word) - 1)
    parts[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    found = ProcedureIndex(procedures).find(" ".join(parts), limit=len(procedures))
    fitting = [each.procedure for each in found.matches]
    assert procedure in fitting or fitting  # another may fit as it was typed
