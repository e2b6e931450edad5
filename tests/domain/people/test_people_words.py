"""Every code of this room has its sentence, and the sentence asks only for facts that are given."""

from __future__ import annotations

import ast
import string
from pathlib import Path

from counter_app.domain import people
from counter_app.domain.people.citizen_card import NotACardWhy
from counter_app.wording.people import NOT_A_CARD, PROBLEMS, REPAIRS

ROOM = Path(people.__path__[0])


def raised() -> dict[str, set[str]]:
    """Return the codes in calls of `doubt` and `false`, with the names of their facts."""
    codes: dict[str, set[str]] = {}
    for file in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("doubt", "false"):
                code = ast.literal_eval(node.args[0])
                codes.setdefault(code, set()).update(str(word.arg) for word in node.keywords)
    return codes


def test_every_problem_has_words_and_no_words_are_left_over() -> None:
    assert set(raised()) == set(PROBLEMS)


def test_words_use_only_given_facts() -> None:
    for code, facts in raised().items():
        asked = {name for _, name, _, _ in string.Formatter().parse(PROBLEMS[code]) if name}
        assert asked <= facts, code


def test_every_kind_of_other_code_has_words() -> None:
    assert set(NOT_A_CARD) == {why.value for why in NotACardWhy}
    assert set(REPAIRS) == {"mojibake", "percent", "html", "nfd", "doubled"}
