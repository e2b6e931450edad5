from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.acts.steps import ApologySent, Change, Complained, Corrected
from counter_app.domain.plain import to_plain
from counter_app.domain.settling.leaves import LeafKind, leaves, marked, with_leaves
from tests.made import received


def test_texts_numbers_and_dates_can_be_put_right_and_nothing_a_paper_is_found_by() -> None:
    found = {"/".join(leaf.path): leaf.kind for leaf in leaves(received())}
    assert found["applicant/phone"] is LeafKind.TEXT
    assert found["applicant/birth_date"] is LeafKind.DATE
    assert found["papers/0/originals"] is LeafKind.NUMBER
    assert not {"code", "serial", "received_at", "procedure/code", "promise/rule"} & found.keys()


def test_what_is_put_right_changes_nothing_else() -> None:
    before = received()
    edits = {
        ("applicant", "phone"): "0900000111",
        ("applicant", "birth_date"): "1999-05-01",
        ("papers", "0", "originals"): "3",
    }
    after = with_leaves(before, edits)
    texts = {leaf.path: leaf.text for leaf in leaves(after)}
    assert {path: texts[path] for path in edits} == edits
    back = {leaf.path: leaf.text for leaf in leaves(before) if leaf.path in edits}
    assert to_plain(with_leaves(after, back)) == to_plain(before)


def test_a_correction_is_put_right_inside_its_json() -> None:
    change = Change("/applicant", '{"phone": "1"}', '{"name": "Trần Thị Mẫu", "phone": "2"}')
    body = Corrected("gõ nhầm", (change, Change("/note", "null", '"a"')))
    paths = [leaf.path for leaf in marked(leaves(body), "/body/changes/0")]
    assert paths == [("changes", "0", "after", "name"), ("changes", "0", "after", "phone")]
    after = with_leaves(body, {paths[1]: "3", ("changes", "1", "after"): "b"})
    assert isinstance(after, Corrected)
    assert [each.after for each in after.changes] == [
        '{"name": "Trần Thị Mẫu", "phone": "3"}', '"b"',
    ]  # fmt: skip


def test_what_cant_be_is_not_taken() -> None:
    body = ApologySent("trễ", expected_on=date(2025, 7, 1))
    with pytest.raises(ValueError, match="isoformat"):
        with_leaves(body, {("expected_on",): "mai"})
    with pytest.raises(ValueError, match="nothing can be put right"):
        with_leaves(body, {("breaches",): "x"})
    assert with_leaves(body, {("expected_on",): ""}) == ApologySent("trễ")
    assert marked(leaves(Complained("x")), "/kind") == ()
