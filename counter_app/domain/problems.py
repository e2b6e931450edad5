"""What is not right with a value, shown beside its field: a value, not an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """How much a problem weighs: FALSE blocks, DOUBT turns the field amber and asks for Enter."""

    FALSE = "false"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `code` is stable (its words are in `wording/`); `field` is a JSON pointer."""

    code: str
    field: str = ""
    weight: Weight = Weight.FALSE
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def is_false(self) -> bool:
        """True when the value can't be taken as it is."""
        return self.weight is Weight.FALSE


def doubt(code: str, field: str = "", /, **facts: object) -> Problem:
    """Return an amber problem: taken after the officer confirmed it."""
    return Problem(code, field, Weight.DOUBT, _pairs(facts))


def false(code: str, field: str = "", /, **facts: object) -> Problem:
    """Return a red problem: the value is not taken."""
    return Problem(code, field, Weight.FALSE, _pairs(facts))


def only_false(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those that block."""
    return tuple(problem for problem in problems if problem.is_false)


def _pairs(facts: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in facts.items())
