from __future__ import annotations

import contextlib
import dataclasses
import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.contract.bodies import BodyError, check_body, read_body
from counter_app.contract.entries import BODY_BYTES
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.entry import body_bytes
from counter_app.domain.journal.nesting import DEEPEST, depth
from tests.made import received

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=15,
)
GOLDEN = Path(__file__).parent / "golden" / "bodies-1.json"
FIELDS = st.sampled_from(
    ["code", "reason", "lines", "papers", "limit", "promise", "results", "scores", "at", "way"]
)


def problems(kind: Kind, text: str) -> list[tuple[str, str]]:
    return [(each.pointer, each.code) for each in check_body(kind, text)]


def test_ours_are_taken() -> None:
    body = received()
    assert read_body(Kind.RECEIVED, body_bytes(body).decode()) == body


@pytest.mark.parametrize(
    ("text", "pointer", "code"),
    [
        ("", "", "not_json"),
        ("{", "", "not_json"),
        ("[]", "", "dataclass_type"),
        ("{}", "/reason", "missing"),
        ('{"reason":1}', "/reason", "string_type"),
        ('{"reason": "x"}', "", "not_canonical"),
        ('{"reason":"x","reason":"y"}', "", "not_canonical"),
        ('{"reason":"x","zz":1.5}', "", "not_canonical"),
        ('{"reason":"x","zz":9007199254740992}', "", "not_canonical"),
        ('{"reason":"hô\u0300"}', "", "not_canonical"),
        ('{"reason":"\\ud800"}', "", "not_canonical"),
        ('{"reason":"x","zz":NaN}', "", "not_canonical"),
    ],
)
def test_what_is_wrong_is_pointed_at(text: str, pointer: str, code: str) -> None:
    assert problems(Kind.STOPPED, text) == [(pointer, code)]


def test_unknown_fields_are_ignored() -> None:
    assert problems(Kind.STOPPED, '{"later":[1],"reason":"x"}') == []


def test_size_and_depth_come_first() -> None:
    assert problems(Kind.STOPPED, '{"reason":"' + "đ" * BODY_BYTES) == [("", "too_large")]
    assert problems(Kind.STOPPED, '"' + "đ" * (BODY_BYTES // 2) + '"') == [("", "too_large")]
    assert problems(Kind.STOPPED, "[" * 200_000) == [("", "too_deep")]
    assert depth('{"a":[{"b":"[[[["}]}') == 3
    assert depth('"\\"[[["') == 0
    change = {"pointer": "/note", "before": '""', "after": "[" * (DEEPEST + 1)}
    corrected = canonical({"reason": "sót", "changes": [change]}).decode()
    assert problems(Kind.CORRECTED, corrected) == [("/changes/0/after", "too_deep")]
    nested = "[" * DEEPEST + "]" * DEEPEST
    assert problems(Kind.STOPPED, nested) == [("", "dataclass_type")]


@pytest.mark.parametrize("figure", ["1E+999999999", "NaN", "Infinity", "1000000000000", "1E-99"])
def test_figures_that_would_burst(figure: str) -> None:
    body = received(limit=Limit(LimitUnit.HOUR))
    plain = json.loads(body_bytes(body))
    plain["limit"]["value"] = figure
    found = problems(Kind.RECEIVED, canonical(plain).decode())
    assert [pointer for pointer, _ in found] == ["/limit/value"]


def test_a_plain_figure_passes() -> None:
    body = received(limit=Limit(LimitUnit.WORKING_DAY, Decimal("0.5")))
    assert problems(Kind.RECEIVED, body_bytes(body).decode()) == []


def test_times_need_their_zone() -> None:
    body = dataclasses.replace(received(), received_at=datetime(2026, 11, 20, 9, 0))
    found = problems(Kind.RECEIVED, body_bytes(body).decode())
    assert found == [("/received_at", "time_zone_missing")]


@pytest.mark.parametrize(
    ("kind", "changes", "pointer", "code"),
    [
        (Kind.PAPER_SCANNED, {"size": 0}, "/size", "out_of_range"),
        (Kind.PAPER_SCANNED, {"pages": -1}, "/pages", "out_of_range"),
        (Kind.PAPER_SCANNED, {"sha256": "AB" * 32}, "/sha256", "digest"),
        (Kind.SCAN_REMOVED, {"sha256": ""}, "/sha256", "digest"),
        (Kind.CERTIFIED, {"copies": 0}, "/copies", "out_of_range"),
        (Kind.CERTIFIED, {"serial": 0}, "/serial", "out_of_range"),
        (Kind.SHIFT_CLOSED, {"expected": 10**15 + 1}, "/expected", "out_of_range"),
        (
            Kind.SHIFT_CLOSED,
            {"counted": [{"denomination": 0, "pieces": 1}]},
            "/counted/0/denomination",
            "out_of_range",
        ),
        (
            Kind.SHIFT_CLOSED,
            {"closed_at": "2026-11-20T06:00:00+07:00"},
            "/closed_at",
            "out_of_range",
        ),
        (
            Kind.SHIFT_CLOSED,
            {"closed_at": "2026-11-20T06:00:00"},
            "/closed_at",
            "time_zone_missing",
        ),
        (
            Kind.PAYMENT_CANCELLED,
            {"lines": [{"name": "x", "kind": "fee", "amount": -1}]},
            "/lines",
            "out_of_range",
        ),
        (
            Kind.SUBMITTED,
            {"files": [{"name": "x", "sha256": "?", "size": 1}]},
            "/files/0/sha256",
            "digest",
        ),
    ],
)
def test_figures_that_nobody_counted(
    kind: Kind, changes: dict[str, Any], pointer: str, code: str
) -> None:
    plain = json.loads(GOLDEN.read_text("utf-8"))[kind.value][0]
    text = canonical({**plain, **changes}).decode()
    assert problems(kind, text) == [(pointer, code)]


@given(st.sampled_from(Kind), JSON | st.dictionaries(FIELDS, JSON, max_size=6))
def test_nothing_else_is_ever_raised(kind: Kind, value: object) -> None:
    """Either a body, or a BodyError: whatever else would come up as itself."""
    text = canonical(value).decode()  # type: ignore[arg-type]
    with contextlib.suppress(BodyError):
        assert body_bytes(read_body(kind, text))


@given(st.sampled_from(Kind), st.text(max_size=60))
def test_nor_for_any_text(kind: Kind, text: str) -> None:
    check_body(kind, text)
