"""Form sets are files by set, group and form here, and one list each on the wire."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from counter_app.config import resource
from counter_app.domain.form_sets import FORM_GROUPS, load_form_sets
from counter_app.domain.plain import to_plain
from counter_app.services.counter.reference import load_reference, shipped_form_sets

NEWEST = shipped_form_sets()[-1]


def sent(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the sets of a counter by id, to which the province sent `plain`."""
    name, body = f"forms-{plain['id'].lower()}", json.dumps(plain).encode()
    found = load_reference(lambda asked: body if asked == name else None, (name,)).form_sets
    return {each.id: each for each in found}


def without_groups() -> dict[str, Any]:
    """Return the newest set as a province sent it before there were letters."""
    plain: dict[str, Any] = json.loads(resource("forms", f"{NEWEST.id}.json").read_bytes())
    assert not plain.keys() & set(FORM_GROUPS)
    return plain


def test_each_form_is_a_file_of_its_own() -> None:
    for form_set in shipped_form_sets():
        for group in FORM_GROUPS:
            folder = resource("forms", form_set.id, group)
            assert {path.stem for path in folder.glob("*.json")} == getattr(form_set, group).keys()


def test_a_whole_set_goes_through_the_wire_unchanged() -> None:
    plain = to_plain(NEWEST)
    assert isinstance(plain, dict)
    assert load_form_sets([plain]) == (NEWEST,)
    assert sent(plain)[NEWEST.id] == NEWEST


def test_a_set_from_before_there_were_letters_keeps_printing_them() -> None:
    found = sent({**without_groups(), "title": "Bộ biểu mẫu của tỉnh"})[NEWEST.id]
    assert found.title == "Bộ biểu mẫu của tỉnh"
    assert found.letters == NEWEST.letters


def test_a_province_changes_one_letter() -> None:
    guide = to_plain(NEWEST.letters["guide"])
    assert isinstance(guide, dict)
    changed = {**guide, "title": "PHIẾU HƯỚNG DẪN CỦA TỈNH"}
    found = sent({**without_groups(), "letters": {"guide": changed}})[NEWEST.id]
    assert found.letters["guide"].title == "PHIẾU HƯỚNG DẪN CỦA TỈNH"
    assert found.letters["supplement"] == NEWEST.letters["supplement"]


def test_a_set_of_the_province_alone_brings_its_own_letters() -> None:
    found = sent({**without_groups(), "id": "TINH-2027", "effective_from": "2027-01-01"})
    assert found["TINH-2027"].letters == {}
    assert found[NEWEST.id] == NEWEST


def test_a_letter_with_an_unknown_name_is_refused_and_the_shipped_set_goes_on() -> None:
    guide = to_plain(NEWEST.letters["guide"])
    assert isinstance(guide, dict)
    wrong = {**guide, "blocks": [{"paragraph": {"text": "Gọi {fax}."}}]}
    plain = {**without_groups(), "letters": {"guide": wrong}}
    with pytest.raises(ValueError, match="letters/guide/blocks/0/paragraph/text"):
        load_form_sets([plain])
    for body in (json.dumps(plain).encode(), b"{", b"[]", b"\xff"):
        bodies = {"forms-tt03-2025": body}
        found = load_reference(bodies.get, bodies)
        assert found.form_sets == shipped_form_sets()
        assert found.unusable_forms == ("tt03-2025",)


def test_texts_are_spelt_one_way() -> None:
    for file in resource("forms").rglob("*.json"):
        text = file.read_text("utf-8")
        assert not re.findall(r"\w*(?:uỷ|hoá|thoả|HOÀ)\b", text), file.name
