"""All sentences by code, gathered from the subjects of this room."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

from counter_app import wording
from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.wording.sentence import Sentence

UNKNOWN = Sentence(
    "Có việc chương trình chưa biết cách nói ({code}).",
    "Dữ liệu đã ghi vẫn an toàn.",
    "Báo quản trị kèm mã này.",
)


@functools.cache
def errors() -> Mapping[str, Sentence]:
    """Return code → sentence of every known error. Raises ValueError when two subjects clash."""
    return _gathered("WORDS")


@functools.cache
def problems() -> Mapping[str, str]:
    """Return code → words of every known problem."""
    return _gathered("PROBLEMS")


def sentence(error: CounterError) -> str:
    """Return what an officer reads: what happened, what is safe, what comes next."""
    found = errors().get(error.code)
    if found is None:
        return UNKNOWN.filled({"code": error.code})
    return found.filled(error.facts)


def halves(error: CounterError) -> tuple[str, str]:
    """Return what happened, and what is safe and comes next: two columns of a report."""
    return halves_of(error.code, error.facts)


def halves_of(code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """Return the halves of a failure that was kept as its code and facts."""
    words, told = errors().get(code, UNKNOWN), facts
    if words is UNKNOWN:
        told = {"code": code}
    return (
        Sentence(words.what, "", "").filled(told),
        Sentence("", words.safe, words.next).filled(told),
    )


def problem_words(problem: Problem) -> str:
    """Return a problem's one short sentence."""
    words = tr(problems().get(problem.code, problem.code))
    for name, fact in problem.facts:
        words = words.replace(f"{{{name}}}", fact)
    return words


def _gathered(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(wording.__path__):
        subject = importlib.import_module(f"counter_app.wording.{module.name}")
        rows = getattr(subject, name, {})
        if twice := found.keys() & rows.keys():
            raise ValueError(f"two sentences for {sorted(twice)}")
        found.update(rows)
    return found
