"""Every known failure has its words, and no words stand for nothing."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.domain import errors as errors_room
from counter_app.domain.errors import CounterError
from counter_app.domain.problems import doubt
from counter_app.wording.sentence import Sentence
from counter_app.wording.sentences import UNKNOWN, errors, problem_words, problems, sentence

PACKAGE = Path(__file__).parents[2] / "counter_app"


def leaves() -> Iterator[type[CounterError]]:
    """Every error that nothing is derived from."""
    for module in pkgutil.walk_packages(errors_room.__path__, f"{errors_room.__name__}."):
        importlib.import_module(module.name)
    todo = [CounterError]
    while todo:
        kind = todo.pop()
        below = kind.__subclasses__()
        todo += below
        if kind.__module__.startswith("counter_app.") and not below:
            yield kind


LEAVES = sorted(leaves(), key=lambda kind: kind.code)


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.code)
def test_every_error_has_its_sentence(kind: type[CounterError]) -> None:
    found = errors().get(kind.code)
    assert found is not None, f"{kind.code} has no words"
    assert found.what
    assert found.next


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in LEAVES]
    assert len(codes) == len(set(codes))


def test_no_sentence_stands_for_nothing() -> None:
    known = {kind.code for kind in LEAVES}
    every = known | {kind.__mro__[1].code for kind in LEAVES}  # type: ignore[attr-defined]
    assert not errors().keys() - every


@pytest.mark.parametrize("code", sorted(errors()))
def test_sentences_are_written_with_care(code: str) -> None:
    found = errors()[code]
    text = " ".join((found.what, found.safe, found.next))
    assert unicodedata.normalize("NFC", text) == text
    assert "thất bại" not in text.lower()
    for part in filter(None, (found.what, found.safe, found.next)):
        assert part[-1] in ".!?…)", part
        assert part[0].isupper() or part[0] in '“{"', part


def test_every_problem_code_in_the_source_has_words() -> None:
    used = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"doubt", "false"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                used.add(node.args[0].value)
    assert len(used) > 40
    assert not used - problems().keys()


def test_facts_fill_their_places_and_a_missing_one_is_no_exception() -> None:
    known = Sentence("Mã {code} đã dùng.", "Dữ liệu an toàn.", "Quét lại.")
    assert known.filled({"code": "x"}) == "Mã x đã dùng. Dữ liệu an toàn. Quét lại."
    assert "…" in known.filled({})
    assert known.placeholders() == {"code"}


def test_an_unknown_code_is_said_plainly() -> None:
    error = CounterError()
    assert sentence(error) == UNKNOWN.filled({"code": "counter"})


def test_problem_words_take_their_facts() -> None:
    words = problem_words(doubt("reception_fee_open", "/fees", fee="Lệ phí hộ tịch"))
    assert "Lệ phí hộ tịch" in words
    assert not re.search(r"\{\w+\}", words)
