from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.journal.canonical import LARGEST, canonical, sha256

texts = st.text(st.characters(exclude_categories=("Cs",))).map(
    lambda text: unicodedata.normalize("NFC", text)
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_bytes_are_one_reading_of_the_value(value: object) -> None:
    data = canonical(value)  # type: ignore[arg-type]
    assert json.loads(data) == value
    assert canonical(json.loads(data)) == data


def test_rfc_8785_order_and_escapes() -> None:
    # The example of RFC 8785 §3.2.3, keys by UTF-16 code units.
    value = {
        "€": "Euro Sign",
        "\r": "Carriage Return",
        "דּ": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "😀": "Emoji: Grinning Face",
        "\u0080": "Control",
        "ö": "Latin Small Letter O With Diaeresis",
    }
    keys = list(json.loads(canonical(value)))
    # NFC takes U+FB33 apart (a composition exclusion), so it sorts with its base letter.
    assert keys == ["\r", "1", "\u0080", "ö", "דּ", "€", "😀"]
    assert canonical('\x00\x1f\b\t\n\f\r"\\/\x7f') == b'"\\u0000\\u001f\\b\\t\\n\\f\\r\\"\\\\/\x7f"'


def test_both_normal_forms_give_the_same_bytes() -> None:
    name = "Nguyễn Thị Hồng Đào"
    assert canonical(unicodedata.normalize("NFD", name)) == canonical(name)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (LARGEST + 1, ValueError),
        ("\ud800", ValueError),
        ({"ế": 1, unicodedata.normalize("NFD", "ế"): 2}, ValueError),
        (1.0, TypeError),
        (b"x", TypeError),
    ],
)
def test_what_json_readers_disagree_about_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        canonical(value)  # type: ignore[arg-type]


def test_digest() -> None:
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
