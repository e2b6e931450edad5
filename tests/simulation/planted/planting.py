"""How a bug is planted: something of the program is replaced while a trial runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from unittest import mock


@dataclass(frozen=True)
class Mutant:
    """A bug to plant: the rule that it breaks, and how.

    `equivalent` says why nobody could ever see it; then it isn't hunted. `aimed` names a trial
    that sees it, done last: what only one passage of one script can show takes chance too long.
    """

    name: str
    rule: str
    plant: Callable[[], AbstractContextManager[Any]]
    equivalent: str = ""
    aimed: str = ""


def replaced(where: object, name: str, make: Callable[[Any], Any]) -> Callable[[], Any]:
    """Return a plant that replaces `where.name` by `make(what stood there)`."""

    def plant() -> Any:
        return mock.patch.object(where, name, make(getattr(where, name)))

    return plant
